"""What the graph holds: figures, kinds of claims, sources, the actors most spoken of."""

from kg.report import Report, Section
from kg.store import Queryable
from kg.table import Table

_FIGURES = {
    "claims": "SELECT (COUNT(*) AS ?n) { ?x a kg:Claim FILTER NOT EXISTS { ?x a kg:Candidate } }",
    "curated": "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x kg:evidence/kg:method kg:curated }",
    "reviewed only": """SELECT (COUNT(DISTINCT ?x) AS ?n) {
        ?x kg:evidence/kg:method kg:reviewed FILTER NOT EXISTS { ?x kg:evidence/kg:method kg:curated } }""",
    "pieces of evidence": "SELECT (COUNT(?x) AS ?n) { ?x kg:method ?method FILTER (?method != kg:extracted) }",
    "extracted, not reviewed": "SELECT (COUNT(?x) AS ?n) { ?x kg:method kg:extracted }",
    "of these confirmed by another origin": "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x kg:confirmedBy ?claim }",
    "sources with claims": """SELECT (COUNT(DISTINCT ?source) AS ?n) {
        ?x kg:source ?source ; kg:method ?method FILTER (?method != kg:extracted) }""",
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
SELECT ?source ?title ?published (COUNT(DISTINCT ?claim) AS ?claims) (COUNT(DISTINCT ?proposed) AS ?extracted) {
  ?source a kg:Source ; kg:title ?title .
  OPTIONAL { ?source kg:published ?published }
  OPTIONAL { ?claim kg:evidence/kg:source ?source FILTER NOT EXISTS { ?claim a kg:Candidate } }
  OPTIONAL { ?proposed kg:source ?source ; kg:method kg:extracted }
} GROUP BY ?source ?title ?published ORDER BY ?source
"""

_ACTORS = """
SELECT ?actor ?name (COUNT(DISTINCT ?claim) AS ?claims) (COUNT(DISTINCT ?source) AS ?sources) {
  ?actor a kg:Actor ; kg:name ?name . ?claim kg:involves ?actor ; kg:evidence/kg:source ?source .
  FILTER NOT EXISTS { ?claim a kg:Candidate }
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
        (
            "Extracted claims are proposed by rules and seen by nobody: they count in no other figure.",
            "A fact is what an author says in the author's own voice: the graph repeats, it does not judge.",
        ),
    )
