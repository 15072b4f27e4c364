"""What the graph holds: figures, kinds of claims, sources, the actors most spoken of."""

from kg.report import Report, Section
from kg.store import Queryable
from kg.table import Table

_FIGURES = {
    "claims": "SELECT (COUNT(*) AS ?n) { ?x a kg:Claim }",
    "pieces of evidence": "SELECT (COUNT(*) AS ?n) { ?x a kg:Evidence }",
    "sources with claims": "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?x a kg:Evidence ; kg:source ?s }",
    "entities": "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a kg:Thing FILTER NOT EXISTS { ?x a kg:Event } }",
    "actors": "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a kg:Actor }",
    "events": "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a kg:Event }",
    "names": "SELECT (COUNT(*) AS ?n) { ?x a kg:Name }",
}

_CLASSES = """
SELECT ?class (COUNT(?claim) AS ?claims) {
  VALUES ?class { kg:Fact kg:Denial kg:Plan kg:Hypothesis kg:Demand kg:Report } ?claim a ?class
} GROUP BY ?class ORDER BY DESC(?claims) ?class
"""

_SOURCES = """
SELECT ?source ?title ?published (COUNT(DISTINCT ?claim) AS ?claims) {
  ?source a kg:Source ; kg:title ?title .
  OPTIONAL { ?source kg:published ?published }
  OPTIONAL { ?evidence kg:source ?source ; kg:evidenceFor ?claim }
} GROUP BY ?source ?title ?published ORDER BY ?source
"""

_ACTORS = """
SELECT ?actor ?name (COUNT(DISTINCT ?claim) AS ?claims) (COUNT(DISTINCT ?source) AS ?sources) {
  ?actor a kg:Actor ; kg:name ?name . ?claim kg:involves ?actor ; kg:evidence/kg:source ?source .
} GROUP BY ?actor ?name ORDER BY DESC(?claims) ?actor LIMIT 15
"""


def summary(store: Queryable, title: str, dataset: str) -> Report:
    """Counts of everything, and who is spoken of most."""
    figures = Table.of(("what", "count"), [(name, store.select(query).rows[0][0]) for name, query in _FIGURES.items()])
    return Report(
        "summary",
        title,
        dataset,
        (
            Section("Figures", figures),
            Section("Claims by kind", store.select(_CLASSES)),
            Section("Sources", store.select(_SOURCES)),
            Section("Actors most spoken of", store.select(_ACTORS)),
        ),
        ("A fact is what an author says in the author's own voice: the graph repeats, it does not judge.",),
    )
