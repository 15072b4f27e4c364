"""Query rows → networkx: decides what is a node, what an edge, and what `strength` and `distance` mean.

`strength` is more for closer ties; `distance` is its inverse as a whole number (least common multiple of all
strengths divided by the strength), because shortest paths over floats break ties at random.
"""

from math import lcm

import networkx as nx

from kg.store import Queryable

_ACTORS = """
SELECT ?actor ?name ?side ?type WHERE {
  ?actor a kg:Actor ; kg:name ?name .
  OPTIONAL { ?actor kg:side ?side }
  OPTIONAL { VALUES ?type { kg:Company kg:Organization kg:Person kg:State } ?actor a ?type }
}
ORDER BY ?actor ?type
"""

_TIES = """
SELECT DISTINCT ?claim ?one ?two ?relation ?class ?family ?sign ?when ?text ?origin WHERE {
  ?claim kg:between ?one , ?two ; rdf:subject ?one ; rdf:object ?two ; rdf:predicate ?relation ; a ?class ;
         kg:text ?text ; kg:evidence/kg:origin ?origin .
  VALUES ?class { kg:Fact kg:Plan kg:Denial kg:Hypothesis kg:Demand kg:Report }
  ?relation kg:family ?family ; kg:sign ?sign .
  OPTIONAL { ?claim kg:when ?when }
  FILTER (?one != ?two)
}
ORDER BY ?claim ?origin
"""

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


def actor_network(store: Queryable) -> "nx.MultiDiGraph[str]":
    """All actors, and an edge for each claim between two of them; the edge's key is the claim's id.

    Nodes carry `name`, `side` and `type`; edges `relation`, `cls` (Fact, Plan …), `family`, `sign`, `when`, `text`
    and `origins` (the independent origins that the claim rests on). A symmetric claim is one edge.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in store.select(_ACTORS).records():
        if row["actor"] not in network:  # of several types, the first in order of name
            network.add_node(str(row["actor"]), name=row["name"], side=row["side"] or "", type=row["type"] or "Actor")
    for row in store.select(_TIES).records():
        claim, one, two = str(row["claim"]), str(row["one"]), str(row["two"])
        if not network.has_edge(one, two, claim):
            said = {key: row[key] for key in ("relation", "family", "sign", "when", "text")}
            network.add_edge(one, two, claim, **said, cls=row["class"], origins=())
        edge = network.edges[one, two, claim]
        edge["origins"] = (*edge["origins"], row["origin"])
    return network


def ties(network: "nx.MultiDiGraph[str]", classes: tuple[str, ...] = ("Fact",)) -> "nx.Graph[str]":
    """The network as a simple, undirected graph of those actors that any claim of these classes ties.

    `strength` is the number of claims of a pair. Actors without a tie are left out.
    """
    graph: nx.Graph[str] = nx.Graph()
    for one, two, said in sorted(network.edges(data=True), key=lambda edge: (edge[0], edge[1])):
        if said["cls"] in classes:
            strength = graph.edges[one, two]["strength"] + 1 if graph.has_edge(one, two) else 1
            graph.add_edge(one, two, strength=strength)
    for actor in graph:
        graph.nodes[actor].update(network.nodes[actor])
    multiple = lcm(*(said["strength"] for _, _, said in graph.edges(data=True)))
    for _, _, said in graph.edges(data=True):
        said["distance"] = multiple // said["strength"]
    graph.graph["multiple"] = multiple
    return graph


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
