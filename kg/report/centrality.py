"""Who is central among the actors that facts tie to each other."""

from kg.analysis.centrality import centrality
from kg.network import read, ties
from kg.report import Report, Section
from kg.store import Queryable

_SHARES = """
SELECT ?source (COUNT(DISTINCT ?claim) AS ?claims) {
  ?claim a kg:Fact ; kg:between ?actor ; kg:evidence/kg:source ?source
} GROUP BY ?source ORDER BY DESC(?claims) ?source
"""


def centrality_report(store: Queryable, title: str, dataset: str) -> Report:
    """Seven measures of each actor, over claims of class Fact between two actors."""
    graph = ties(read(store))
    table = centrality(graph)
    claims = sum(said["strength"] for _, _, said in graph.edges(data=True))
    warnings = [
        f"{claims} claims tie {len(graph)} actors; plans, denials, hypotheses, demands and reports are left out.",
        "Only direct ties count: who is spoken of inside a proposition is not tied by it.",
    ]
    shares = store.select(_SHARES).rows
    total = sum(int(str(count)) for _, count in shares)
    if total:
        top = sum(int(str(count)) for _, count in shares[:2])
        warnings.append(
            f"{100 * top // total} % of these claims come from {min(2, len(shares))} sources: "
            "this measures attention in the texts, not power."
        )
    return Report("centrality", f"{title}: centrality of actors", dataset, (Section("Actors", table),), tuple(warnings))
