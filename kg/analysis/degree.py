"""How many others an actor is tied to, and how strongly."""

import networkx as nx

from kg.analysis.bare import Bare
from kg.table import Table


def degree(graph: "nx.Graph[str]") -> Table:
    """Degree and strength, in and out.

    - degree: k(v) = number of other actors tied to v, whichever way; not normalised (Freeman, Social Networks 1, 1978).
    - in, out: ties towards v, and from v; in an undirected network both are the degree.
    - strength: s(v) = sum of the `strength` of v's ties; in and out as above (Barrat, Barthélemy, Pastor-Satorras and
      Vespignani, PNAS 101, 2004).
    """
    bare = Bare.of(graph)
    return bare.table(**columns(bare))


def columns(bare: Bare) -> dict[str, list[int]]:
    """Degree and strength by column; those for in and out only where ties have a direction."""
    net, directed = bare.graph, bare.graph.is_directed()

    def strength(mode: str) -> list[int]:
        return [round(value) for value in net.strength(weights="strength", mode=mode)]

    if not directed:
        return {"degree": net.degree(), "strength": strength("all")}
    return {
        "degree": [len(set(net.neighbors(actor, mode="all"))) for actor in range(net.vcount())],
        "in": net.degree(mode="in"),
        "out": net.degree(mode="out"),
        "strength": strength("all"),
        "strength_in": strength("in"),
        "strength_out": strength("out"),
    }
