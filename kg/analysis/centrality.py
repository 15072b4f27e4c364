"""Centrality of actors in an undirected, weighted network."""

import math
from typing import Any

import igraph
import networkx as nx

from kg.table import Table

COLUMNS = (*("rank", "actor", "degree", "strength", "betweenness", "closeness", "eigenvector", "pagerank"),)


def centrality(graph: "nx.Graph[str]") -> Table:
    """All measures of all actors, by PageRank; actors of equal PageRank share a rank.

    - degree: number of other actors tied to; strength: sum of the ties' `strength`.
    - betweenness: share of shortest paths (by `distance`) between two others that pass through, from 0 to 1:
      sum over pairs of σ(s,t|v)/σ(s,t), divided by (n-1)(n-2)/2 (Freeman, Sociometry 40, 1977; Brandes 2001).
    - closeness: (r-1)/Σd · (r-1)/(n-1), r the actors reached, d the sum of 1/strength along a shortest path
      (Wasserman and Faust 1994, eq. 5.22), so that disconnected actors compare.
    - eigenvector: of the strength matrix, within each component, Euclidean norm 1 (Bonacich 1972).
    - pagerank: damping 0.85, ties weighted by strength, sum 1 (Brin and Page 1998).

    Args:
        graph: edges with `strength` and `distance` (whole numbers), as `kg.network.ties` makes them.
    """
    actors = sorted(graph)
    if not actors:
        return Table(COLUMNS)
    index = {actor: number for number, actor in enumerate(actors)}
    edges = sorted((min(index[a], index[b]), max(index[a], index[b]), said) for a, b, said in _edges(graph))
    network = igraph.Graph(len(actors), [(one, two) for one, two, _ in edges])
    network.es["strength"] = [said["strength"] for _, _, said in edges]
    network.es["distance"] = [said["distance"] for _, _, said in edges]
    measures = {
        "degree": network.degree(),
        "strength": [round(strength) for strength in network.strength(weights="strength")],
        "betweenness": _betweenness(network),
        "closeness": _closeness(network, graph.graph.get("multiple", 1)),
        "eigenvector": _eigenvector(network),
        "pagerank": network.pagerank(weights="strength", damping=0.85),
    }
    scores = [round(score, 12) for score in measures["pagerank"]]
    order = sorted(range(len(actors)), key=lambda number: (-scores[number], actors[number]))
    ranks = {score: position for position, score in reversed(list(enumerate(sorted(scores, reverse=True), 1)))}
    return Table.of(
        COLUMNS,
        (
            (
                ranks[scores[number]],
                actors[number],
                *(values[number] for values in measures.values()),
            )
            for number in order
        ),
    )


def _edges(graph: "nx.Graph[str]") -> list[tuple[str, str, dict[str, Any]]]:
    return [(one, two, said) for one, two, said in graph.edges(data=True) if one != two]


def _betweenness(network: igraph.Graph) -> list[float]:
    count = network.vcount()
    pairs = (count - 1) * (count - 2) / 2
    return [score / pairs if pairs else 0.0 for score in network.betweenness(directed=False, weights="distance")]


def _closeness(network: igraph.Graph, multiple: int) -> list[float]:
    count = network.vcount()
    sizes = _component_sizes(network)
    scores = network.closeness(weights="distance", normalized=False)
    return [
        0.0 if size == 1 or math.isnan(score) else score * multiple * (size - 1) * (size - 1) / (count - 1)
        for score, size in zip(scores, sizes, strict=True)
    ]


def _component_sizes(network: igraph.Graph) -> list[int]:
    components = network.connected_components()
    sizes = components.sizes()
    return [sizes[component] for component in components.membership]


def _eigenvector(network: igraph.Graph) -> list[float]:
    scores = [0.0] * network.vcount()
    for members in network.connected_components():
        part = network.induced_subgraph(members)
        values = part.eigenvector_centrality(weights="strength") if len(members) > 1 else [0.0]
        norm = math.hypot(*values) or 1.0
        for member, value in zip(members, values, strict=True):
            scores[member] = value / norm
    return scores
