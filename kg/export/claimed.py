"""The things that claims join, as a networkx graph: what network files hold."""

import networkx as nx

from kg.store import Queryable

_THINGS = "SELECT ?thing ?name ?side WHERE { ?thing a kg:Thing ; kg:name ?name OPTIONAL { ?thing kg:side ?side } }"

# of the types of a thing those of which it has no narrower one
NARROWEST_TYPES = """
SELECT DISTINCT ?thing ?type WHERE {
  ?thing a kg:Thing , ?type . ?type a rdfs:Class .
  FILTER NOT EXISTS { ?thing a ?narrower . ?narrower rdfs:subClassOf+ ?type FILTER (?narrower != ?type) }
}
ORDER BY ?thing ?type
"""

_CLAIMS = """
SELECT DISTINCT ?claim ?one ?two ?relation ?class ?sign ?when ?text ?source WHERE {
  ?claim rdf:subject ?one ; rdf:object ?two ; rdf:predicate ?relation ; a ?class ; kg:text ?text ;
         kg:evidence/kg:source ?source .
  VALUES ?class { kg:Fact kg:Plan kg:Denial kg:Hypothesis kg:Demand kg:Report kg:Candidate }
  ?one a kg:Thing . ?two a kg:Thing .
  OPTIONAL { ?relation kg:sign ?told }
  BIND (COALESCE(?told, 0) AS ?sign)
  OPTIONAL { ?claim kg:when ?when }
}
ORDER BY ?claim ?source
"""


def claim_network(store: Queryable) -> "nx.MultiDiGraph[str]":
    """All things that are subject or object of a claim between two things, and an edge for each; its key is the claim.

    Nodes carry `name`, `side` and `type` (the narrowest, with `|` between several); edges `relation`, `class`, `sign`,
    `when`, `sources` (with `|`) and `text`. From subject to object, also where the relation is symmetric.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    types: dict[str, list[str]] = {}
    for row in store.select(NARROWEST_TYPES).records():
        types.setdefault(str(row["thing"]), []).append(str(row["type"]))
    named = {str(row["thing"]): row for row in store.select(_THINGS).records()}
    for row in store.select(_CLAIMS).records():
        claim, one, two = (str(row[name]) for name in ("claim", "one", "two"))
        for thing in (one, two):
            told = named[thing]
            network.add_node(thing, name=told["name"], side=told["side"] or "", type="|".join(types[thing]))
        if network.has_edge(one, two, claim):
            network.edges[one, two, claim]["sources"] += f"|{row['source']}"
        else:
            said = {key: row[key] for key in ("relation", "class", "sign", "when", "text")}
            network.add_edge(one, two, claim, **{**said, "when": row["when"] or "", "sources": row["source"]})
    return network
