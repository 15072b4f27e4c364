"""Who lies between others."""

import networkx as nx

from kg.analysis.bare import Bare
from kg.table import Table


def betweenness(graph: "nx.Graph[str]") -> Table:
    """Share of shortest paths between two others that lead through an actor, from 0 to 1.

    b(v) = Σ σ(s,t|v) / σ(s,t) over pairs s, t other than v, σ the number of shortest paths by `distance`; divided by
    the number of pairs, (n-1)(n-2)/2, or (n-1)(n-2) where ties have a direction (Freeman, Sociometry 40, 1977;
    computed after Brandes, Journal of Mathematical Sociology 25, 2001).
    """
    bare = Bare.of(graph)
    return bare.table(betweenness=scores(bare))


def scores(bare: Bare) -> list[float]:
    """The measure of each actor, in order of id."""
    count, directed = bare.graph.vcount(), bare.graph.is_directed()
    pairs = (count - 1) * (count - 2) / (1 if directed else 2)
    found = bare.graph.betweenness(directed=directed, weights="distance")
    return [score / pairs if pairs > 0 else 0.0 for score in found]
