"""Who is near the others."""

import math

import networkx as nx

from kg.analysis.bare import Bare
from kg.table import Table


def closeness(graph: "nx.Graph[str]") -> Table:
    """Closeness and harmonic closeness; d is the sum of 1/strength along a shortest path *to* the actor.

    - closeness: r/(n-1) · r/Σd, r the number of others from whom a path leads to the actor, so that actors of
      separate components compare (Wasserman and Faust, Social Network Analysis, 1994, eq. 5.22). Ties of strength 1
      give values from 0 to 1; stronger ties are shorter, so that values may exceed 1.
    - harmonic: Σ 1/d / (n-1), where no path adds 0 (Marchiori and Latora, Physica A 285, 2000; Rochat 2009).
    """
    bare = Bare.of(graph)
    return bare.table(closeness=scores(bare), harmonic=harmonic(bare))


def scores(bare: Bare) -> list[float]:
    """Closeness of each actor, in order of id."""
    count = bare.graph.vcount()
    found = bare.graph.closeness(mode="in", weights="distance", normalized=False)
    return [
        0.0 if not others or math.isnan(score) else score * bare.multiple * others * others / (count - 1)
        for score, others in zip(found, reached(bare), strict=True)
    ]


def harmonic(bare: Bare) -> list[float]:
    """Harmonic closeness of each actor, in order of id."""
    if bare.graph.vcount() < 2:
        return [0.0] * bare.graph.vcount()
    found = bare.graph.harmonic_centrality(mode="in", weights="distance", normalized=True)
    return [0.0 if math.isnan(score) else score * bare.multiple for score in found]


def reached(bare: Bare) -> list[int]:
    """From how many others a path leads to each actor."""
    if bare.graph.is_directed():
        return [size - 1 for size in bare.graph.neighborhood_size(order=bare.graph.vcount(), mode="in")]
    components = bare.graph.connected_components()
    sizes = components.sizes()
    return [sizes[component] - 1 for component in components.membership]
