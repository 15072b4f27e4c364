"""What the claims cover of each source: paragraphs, entities, modalities, voices."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.report import Report, Section
from kg.report.told import plural
from kg.store import Queryable
from kg.table import Table, Value

_SOURCES = """
SELECT ?source ?paragraphs (COUNT(DISTINCT ?claim) AS ?claims) (COUNT(DISTINCT ?paragraph) AS ?covered)
       (COUNT(DISTINCT ?voice) AS ?voices) WHERE {
  ?claim kg:evidence ?evidence .
  ?evidence kg:source ?source ; kg:voice ?voice .
  FILTER NOT EXISTS { ?claim a kg:Candidate }
  OPTIONAL { ?evidence kg:paragraph ?paragraph }
  OPTIONAL { ?source kg:paragraphs ?paragraphs }
} GROUP BY ?source ?paragraphs ORDER BY ?source
"""

_ENTITIES = """
SELECT ?source (COUNT(DISTINCT ?thing) AS ?entities) WHERE {
  ?claim kg:evidence/kg:source ?source ; kg:involves ?thing FILTER NOT EXISTS { ?claim a kg:Candidate }
} GROUP BY ?source ORDER BY ?source
"""

_SPOKEN = """
SELECT DISTINCT ?source ?paragraph {
  ?x kg:method ?method ; kg:source ?source ; kg:paragraph ?paragraph FILTER (?method != kg:extracted)
}
"""
_SILENT = """
SELECT ?source ?paragraph ?reason {
  ?x a kg:SilentParagraph ; kg:source ?source ; kg:paragraph ?paragraph ; kg:reason ?reason
} ORDER BY ?source ?paragraph
"""

_KINDS = """
SELECT ?source ?class (COUNT(DISTINCT ?claim) AS ?claims) WHERE {
  VALUES ?class { kg:Fact kg:Denial kg:Plan kg:Hypothesis kg:Demand kg:Report }
  ?claim a ?class ; kg:evidence/kg:source ?source
} GROUP BY ?source ?class ORDER BY ?source ?class
"""

_VOICES = """
SELECT ?source ?voice ?name (COUNT(DISTINCT ?claim) AS ?claims) WHERE {
  ?claim kg:evidence ?evidence .
  ?evidence kg:source ?source ; kg:voice ?voice .
  FILTER NOT EXISTS { ?claim a kg:Candidate } ?voice kg:name ?name
} GROUP BY ?source ?voice ?name ORDER BY ?source DESC(?claims) ?voice
"""

_PARAGRAPHS = ("paragraphs", "with a claim", "set aside", "neither")
_CLAIMS = ("claims", "entities", "voices")
_CLASSES = ("Fact", "Report", "Plan", "Denial", "Hypothesis", "Demand")


def coverage(store: Queryable, title: str, dataset: str) -> Report:
    """For each source: claims, paragraphs with and without one, entities, kinds of claims, voices."""
    silent = store.select(_SILENT)
    sources = _sources(store, silent)
    sections = (
        Section("Paragraphs", Table.of(("source", *_PARAGRAPHS), _some(sources, _PARAGRAPHS))),
        Section("Claims", Table.of(("source", *_CLAIMS), _some(sources, _CLAIMS))),
        Section("Kinds of claims", _kinds(store)),
        Section("Voices", store.select(_VOICES)),
        Section("Paragraphs set aside", _aside(silent)),
    )
    known = [row for row in sources if row["paragraphs"] is not None]
    every, told, reasons, missing = (sum(int(str(row[name])) for row in known) for name in _PARAGRAPHS)
    lead = [f"Of {every} paragraphs of {plural(len(known), 'source')}: {told} with a claim, {reasons} set aside"]
    lead[0] += f" with a reason, {missing} neither."
    if len(known) < len(sources):
        lead.append(f"Of {plural(len(sources) - len(known), 'source')} nobody has told how many paragraphs it has.")
    warning = "A paragraph with a claim is not a paragraph told in full."
    return Report("coverage", f"{title}: what the claims cover", dataset, sections, (warning,), tuple(lead))


def _sources(store: Queryable, silent: Table) -> list[dict[str, Value]]:
    """Paragraphs: all, with a claim, set aside with a reason, and those of which neither is true."""
    spoken = {(row[0], row[1]) for row in store.select(_SPOKEN).rows}
    aside = {(row[0], row[1]) for row in silent.rows} - spoken
    entities = {row[0]: row[1] for row in store.select(_ENTITIES).rows}
    rows = []
    for row in store.select(_SOURCES).records():
        reasons = sum(name == row["source"] for name, _ in aside)
        paragraphs, covered = row["paragraphs"], row["covered"]
        missing = int(str(paragraphs)) - int(str(covered)) - reasons if paragraphs is not None else None
        told = {"with a claim": covered, "set aside": reasons, "neither": missing}
        rows.append({**row, **told, "entities": entities.get(row["source"], 0)})
    return rows


def _some(rows: list[dict[str, Value]], names: Sequence[str]) -> Iterator[list[Value]]:
    return ([row[name] for name in ("source", *names)] for row in rows)


def _kinds(store: Queryable) -> Table:
    counts = {(row[0], row[1]): row[2] for row in store.select(_KINDS).rows}
    sources = sorted({str(source) for source, _ in counts})
    return Table.of(
        ("source", *_CLASSES), [(source, *(counts.get((source, name), 0) for name in _CLASSES)) for source in sources]
    )


def _aside(silent: Table) -> Table:
    """For each source and reason, the paragraphs: `15–28`."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for source, paragraph, reason in silent.rows:
        found[str(source), str(reason)].append(int(str(paragraph)))
    rows = [(source, reason, len(numbers), _runs(numbers)) for (source, reason), numbers in sorted(found.items())]
    return Table.of(("source", "reason", "count", "paragraphs"), rows)


def _runs(numbers: Sequence[int]) -> str:
    """Numbers in order, those that follow each other as a run.

    >>> _runs([1, 3, 4, 5, 8, 9])
    '1, 3–5, 8, 9'
    """
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = (f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)
    return ", ".join(told)
