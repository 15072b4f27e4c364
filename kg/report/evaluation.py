"""How curated claims stand against gold."""

from pathlib import Path

from kg.claims import Resolved
from kg.evaluate import evaluate_curated, read_gold, read_names
from kg.evaluate_extracted import evaluate_extracted, read_dates, read_gold_lines
from kg.evaluate_learned import cross_validate
from kg.extract.engine import make_extractor
from kg.extract.training import Data, from_gold, from_lexicon
from kg.report import Report, Section
from kg.vocabulary import shipped_ontology


def curated_report(resolved: Resolved, gold: Path, names: Path | None, misses: bool) -> Report:
    """Recall by article and by relation, and on request what was missed."""
    found = evaluate_curated(read_gold(gold), resolved, read_names(names) if names else {})
    sections = [Section("By article", found.by_article), Section("By relation", found.by_relation)]
    if misses:
        sections.append(Section("Missed, or found relaxed only", found.misses))
    warning = "Recall only: a claim that the gold lacks is not counted against the curated ones."
    return Report("evaluate-curated", f"Curated claims against {gold.name}", "", tuple(sections), (warning,))


def extracted_report(
    gold: Path, texts: Path, names: Path | None, docs: Path | None, only: tuple[str, ...], errors: bool
) -> Report:
    """What the rules find in the texts of a gold file, held against it."""
    dates = read_dates(docs)
    found = evaluate_extracted(read_gold_lines(gold), texts, make_extractor(None, names), dates, only)
    sections = [
        Section("Triples", found.scores),
        Section("On strict matches", found.details),
        Section("By relation", found.relations),
        Section("By rule", found.rules),
    ]
    if errors:
        sections.append(Section("Misses and false alarms", found.errors))
    warning = "Claims that the gold lacks count as false, though some of them are right."
    return Report("evaluate-extracted", f"Extracted claims against {gold.name}", "", tuple(sections), (warning,))


def learned_report(
    gold: Path,
    texts: Path,
    names: Path | None,
    docs: Path | None,
    only: tuple[str, ...],
    folds: int,
    more: tuple[tuple[Path, Path], ...],
) -> Report:
    """Rules, linear and both, each document read by a model that saw the lexicon, `more` gold and the other folds."""
    extractor, given = make_extractor(None, names), Data()
    from_lexicon(extractor, shipped_ontology(), given)
    for lines, folder in more:
        from_gold(make_extractor(), read_gold_lines(lines), folder, {}, (), given)
    tables = cross_validate(read_gold_lines(gold), texts, extractor, folds, read_dates(docs), only, given)
    sections = tuple(Section(name, table) for name, table in tables.items())
    warning = "Both gains on the rules only if its whole interval (95 %, resampling texts) is above 0."
    title = f"Rules, linear and both against {gold.name}, {folds} folds over documents"
    return Report("evaluate-learned", title, "", sections, (warning,))
