"""How curated claims stand against gold."""

from pathlib import Path

from kg.claims import Resolved
from kg.evaluate import evaluate_curated, read_gold, read_names
from kg.report import Report, Section


def curated_report(resolved: Resolved, gold: Path, names: Path | None, misses: bool) -> Report:
    """Recall by article and by relation, and on request what was missed."""
    found = evaluate_curated(read_gold(gold), resolved, read_names(names) if names else {})
    sections = [Section("By article", found.by_article), Section("By relation", found.by_relation)]
    if misses:
        sections.append(Section("Missed, or found relaxed only", found.misses))
    warning = "Recall only: a claim that the gold lacks is not counted against the curated ones."
    return Report("evaluate-curated", f"Curated claims against {gold.name}", "", tuple(sections), (warning,))
