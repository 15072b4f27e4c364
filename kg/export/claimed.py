"""The things that claims join, as a networkx graph: what network files hold."""

import networkx as nx

from kg.filters import layer_of
from kg.store import Queryable
from kg.table import Value

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
SELECT DISTINCT ?claim ?one ?two ?relation ?class ?polarity ?modality ?sign ?when ?earliest ?latest ?text
                ?source ?own WHERE {
  ?claim rdf:subject ?one ; rdf:object ?two ; rdf:predicate ?relation ; a ?class ; kg:text ?text ;
         kg:polarity ?polarity ; kg:modality ?modality ; kg:evidence ?evidence .
  ?evidence kg:source ?source ; kg:voice ?voice .
  VALUES ?class { kg:Fact kg:Plan kg:Denial kg:Hypothesis kg:Demand kg:Report kg:Candidate }
  ?one a kg:Thing . ?two a kg:Thing .
  OPTIONAL { ?relation kg:sign ?told }
  BIND (COALESCE(?told, 0) AS ?sign)
  BIND (EXISTS { ?source kg:author ?voice } AS ?own)
  OPTIONAL { ?claim kg:when ?when }
  OPTIONAL { ?claim kg:earliest ?earliest }
  OPTIONAL { ?claim kg:latest ?latest }
}
ORDER BY ?claim DESC(?own) ?source
"""


def claim_network(store: Queryable) -> "nx.MultiDiGraph[str]":
    """All things that are subject or object of a claim between two things, and an edge for each; its key is the claim.

    Nodes carry `name`, `side` and `type` (the narrowest, with `|` between several); edges `relation`, `class`, `layer`,
    `sign`, `weight` (how many sources tell it), `when` with its `earliest` and `latest` day, `sources` (with `|`) and
    `text`. From subject to object, also where the relation is symmetric.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    types: dict[str, list[str]] = {}
    sources: dict[str, set[str]] = {}
    for row in store.select(NARROWEST_TYPES).records():
        types.setdefault(str(row["thing"]), []).append(str(row["type"]))
    named = {str(row["thing"]): row for row in store.select(_THINGS).records()}
    for row in store.select(_CLAIMS).records():
        claim, one, two = (str(row[name]) for name in ("claim", "one", "two"))
        for thing in (one, two):
            told = named[thing]
            network.add_node(thing, name=told["name"], side=told["side"] or "", type="|".join(types[thing]))
        sources.setdefault(claim, set()).add(str(row["source"]))
        if not network.has_edge(one, two, claim):
            said: dict[str, Value] = {
                key: row[key] or "" for key in ("relation", "class", "when", "earliest", "latest", "text")
            }
            # the author's own voice comes first
            said |= {"layer": layer_of(row, own=row["own"] is True), "sign": row["sign"]}
            network.add_edge(one, two, claim, **said)
    for _, _, claim, said in network.edges(keys=True, data=True):
        said |= {"sources": "|".join(sorted(sources[claim])), "weight": len(sources[claim])}
    return network
