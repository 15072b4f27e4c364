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
