"""What the claims cover of each source: paragraphs, entities, modalities, voices."""

from kg.report import Report, Section
from kg.store import Queryable
from kg.table import Table

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

_CLASSES = ("Fact", "Report", "Plan", "Denial", "Hypothesis", "Demand")


def coverage(store: Queryable, title: str, dataset: str) -> Report:
    """For each source: claims, paragraphs with and without one, entities, kinds of claims, voices."""
    silent = store.select(_SILENT)
    sections = (
        Section("Sources", _sources(store, silent)),
        Section("Kinds of claims", _kinds(store)),
        Section("Voices", store.select(_VOICES)),
        Section("Paragraphs set aside", silent),
    )
    warning = "A paragraph with a claim is not a paragraph told in full."
    return Report("coverage", f"{title}: what the claims cover", dataset, sections, (warning,))


def _sources(store: Queryable, silent: Table) -> Table:
    """Paragraphs: all, with a claim, set aside with a reason, and those of which neither is true."""
    spoken = {(row[0], row[1]) for row in store.select(_SPOKEN).rows}
    aside = {(row[0], row[1]) for row in silent.rows} - spoken
    entities = {row[0]: row[1] for row in store.select(_ENTITIES).rows}
    rows = []
    for source, paragraphs, claims, covered, voices in store.select(_SOURCES).rows:
        reasons = sum(name == source for name, _ in aside)
        missing = int(str(paragraphs)) - int(str(covered)) - reasons if paragraphs is not None else None
        rows.append((source, claims, entities.get(source, 0), voices, paragraphs, covered, reasons, missing))
    return Table.of(
        ("source", "claims", "entities", "voices", "paragraphs", "with a claim", "set aside", "neither"), rows
    )


def _kinds(store: Queryable) -> Table:
    counts = {(row[0], row[1]): row[2] for row in store.select(_KINDS).rows}
    sources = sorted({str(source) for source, _ in counts})
    return Table.of(
        ("source", *_CLASSES), [(source, *(counts.get((source, name), 0) for name in _CLASSES)) for source in sources]
    )
