"""All centralities of all actors in one table; each is explained in its own module."""

from collections.abc import Sequence
from typing import Any

import networkx as nx

from kg.analysis import betweenness, closeness, degree, eigenvector, pagerank
from kg.analysis.bare import Bare, ranks
from kg.table import Table

COLUMNS = (
    *("rank", "actor", "degree", "strength"),
    *("betweenness", "closeness", "harmonic", "eigenvector", "pagerank"),
)
_OF_DIRECTED = ("in", "out", "strength_in", "strength_out")


def centrality(graph: "nx.Graph[str]") -> Table:
    """All measures of all actors, by PageRank; actors of equal PageRank share a rank.

    Args:
        graph: edges with `strength` and `distance` (whole numbers), as `kg.network.ties` makes them. Where ties have
            a direction, degree and strength are told in and out as well, at the end.
    """
    if not graph:
        return Table(COLUMNS)
    bare = Bare.of(graph)
    ties = degree.columns(bare)
    further = {name: ties.pop(name) for name in _OF_DIRECTED if name in ties}
    ranking = pagerank.scores(bare)
    measures: dict[str, Sequence[Any]] = {
        "rank": ranks(ranking),
        "actor": bare.actors,
        **ties,
        "betweenness": betweenness.scores(bare),
        "closeness": closeness.scores(bare),
        "harmonic": closeness.harmonic(bare),
        "eigenvector": eigenvector.scores(bare),
        "pagerank": ranking,
        **further,
    }
    rows: list[tuple[Any, ...]] = sorted(zip(*measures.values(), strict=True), key=lambda row: row[:2])
    return Table.of(tuple(measures), rows)
