"""A networkx graph as igraph sees it: whole numbers for actors, the heavy work in C."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import igraph
import networkx as nx

from kg.table import Table

EXACT = 2**53  # beyond, a float is no whole number any more
DIGITS = 12  # scores that agree so far are equal: what differs after them is the order of additions


def same_start() -> None:
    """Let igraph's solvers, which start at random, start alike: the same network gives the same scores."""
    igraph.set_random_number_generator(random.Random(0))  # noqa: S311 a start, not a secret


@dataclass(frozen=True, slots=True)
class Bare:
    """Actors in order of id, and the same graph in igraph; `multiple` is what distances were multiplied by."""

    actors: tuple[str, ...]
    graph: Any
    multiple: float

    @classmethod
    def of(cls, graph: "nx.Graph[str]") -> "Bare":
        """Convert a simple graph; edges have `strength` and `distance`, as `kg.network.ties` makes them, or else 1.

        Loops are left out. Where whole distances outgrow a float, igraph gets 1/strength and its own tolerance.
        """
        actors = tuple(sorted(graph))
        index = {actor: number for number, actor in enumerate(actors)}
        edges = sorted(
            (_order(index[one], index[two], graph.is_directed()), said.get("strength", 1), said.get("distance", 1))
            for one, two, said in graph.edges(data=True)
            if one != two
        )
        made = igraph.Graph(len(actors), [ends for ends, _, _ in edges], directed=graph.is_directed())
        multiple = graph.graph.get("multiple", 1)
        exact = multiple * max(1, len(actors)) < EXACT
        made.es["strength"] = [strength for _, strength, _ in edges]
        made.es["distance"] = [distance if exact else 1 / strength for _, strength, distance in edges]
        return cls(actors, made, multiple if exact else 1)

    def table(self, **columns: Sequence[Any]) -> Table:
        """A row for each actor, the largest value of the first column first."""
        first = next(iter(columns.values()))
        order = sorted(range(len(self.actors)), key=lambda number: (-round(first[number], DIGITS), self.actors[number]))
        rows = ((self.actors[number], *(values[number] for values in columns.values())) for number in order)
        return Table.of(("actor", *columns), rows)


def _order(one: int, two: int, directed: bool) -> tuple[int, int]:
    return (one, two) if directed or one < two else (two, one)


def ranks(scores: Sequence[float]) -> list[int]:
    """The rank of each score, the largest first; equal scores share the best rank of theirs.

    >>> ranks([0.5, 2, 0.5, 0.1])
    [2, 1, 2, 4]
    """
    near = [round(score, DIGITS) for score in scores]
    best: dict[float, int] = {}
    for position, score in enumerate(sorted(near, reverse=True), 1):
        best.setdefault(score, position)
    return [best[score] for score in near]
