"""Places of actors in a picture: the same graph, the same places, and no two actors on one spot.

The most important are laid out by forces; all others come beside those that they are tied to. So a picture of the
first is as clear as if there were no others, and who is new moves nobody.
"""

import math
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence

import igraph
import networkx as nx

Place = tuple[float, float]
CORE = 80  # that many are laid out by forces
ROOM = 118.0  # side of the square that each of the core has for itself
APART = 64.0  # the least distance between two
_TURN = math.pi * (3 - math.sqrt(5))  # the golden angle: points of a spiral that fill a disc evenly


def layout(
    graph: "nx.Graph[str]", order: Sequence[str] = (), known: Mapping[str, Place] | None = None
) -> dict[str, Place]:
    """A place for each actor, around 0.

    Args:
        graph: who is tied to whom.
        order: the actors by importance; by id unless told.
        known: places of before, which are kept if at least half of the actors have one.
    """
    ranked = list(order) or sorted(graph)
    kept = {actor: place for actor, place in (known or {}).items() if actor in graph}
    if 2 * len(kept) < len(ranked) or not kept:
        kept = {}
    spots = _Spots()
    for actor in ranked:
        if actor in kept:
            spots.take(actor, kept[actor])
    if not kept:
        for actor, place in _by_forces(graph.subgraph(ranked[:CORE])).items():
            spots.put(actor, place)
    for actor in _from_the_inside(graph, ranked, spots.places):
        beside = [spots.places[other] for other in graph[actor] if other in spots.places]
        spots.put(actor, _middle(beside) if beside else spots.edge())
    return {actor: spots.places[actor] for actor in ranked}


class _Spots:
    """What is taken; a new place is the nearest free one on a spiral around what was wished for."""

    def __init__(self) -> None:
        self.places: dict[str, Place] = {}
        self._cells: dict[tuple[int, int], list[Place]] = defaultdict(list)
        self._tried: dict[tuple[int, int], int] = defaultdict(int)
        self._reach = 0.0

    def take(self, actor: str, place: Place) -> None:
        self.places[actor] = place
        self._cells[self._cell(place)].append(place)
        self._reach = max(self._reach, math.hypot(*place))

    def put(self, actor: str, wish: Place) -> None:
        around = round(wish[0] / APART / 6), round(wish[1] / APART / 6)
        step = self._tried[around]
        while True:
            far, turn = APART * 0.6 * math.sqrt(step), step * _TURN
            place = (round(wish[0] + far * math.cos(turn), 1), round(wish[1] + far * math.sin(turn), 1))
            if self._free(place):
                break
            step += 1
        self._tried[around] = step  # the next around here need not look where nothing was free
        self.take(actor, place)

    def edge(self) -> Place:
        """Where one belongs who is tied to nobody in the picture."""
        turn = len(self.places) * _TURN
        far = self._reach + APART if self.places else 0.0
        return far * math.cos(turn) / 1.2, far * math.sin(turn) / 1.2

    def _free(self, place: Place) -> bool:
        column, row = self._cell(place)
        near = (
            other
            for x in (column - 1, column, column + 1)
            for y in (row - 1, row, row + 1)
            for other in self._cells.get((x, y), ())
        )
        return all(math.dist(place, other) >= APART for other in near)

    @staticmethod
    def _cell(place: Place) -> tuple[int, int]:
        return math.floor(place[0] / APART), math.floor(place[1] / APART)


def _from_the_inside(graph: "nx.Graph[str]", ranked: Sequence[str], placed: Mapping[str, Place]) -> list[str]:
    """Those without a place, first who is tied to one that has one, then who is tied to these."""
    rank = {actor: number for number, actor in enumerate(ranked)}
    seen = set(placed)
    ring = sorted(seen, key=lambda actor: rank.get(actor, 0))
    found: list[str] = []
    for start in [None, *ranked]:
        if start is not None and start not in seen:
            seen.add(start)
            found.append(start)
            ring = [start]
        while ring:
            ring = sorted({other for actor in ring for other in graph[actor]} - seen, key=rank.__getitem__)
            seen |= set(ring)
            found += ring
    return found


def _middle(places: Sequence[Place]) -> Place:
    return sum(x for x, _ in places) / len(places), sum(y for _, y in places) / len(places)


def _by_forces(graph: "nx.Graph[str]") -> dict[str, Place]:
    """Fruchterman and Reingold 1991, from places that a seeded generator draws in order of id; wider than high."""
    actors = sorted(graph)
    if not actors:
        return {}
    index = {actor: number for number, actor in enumerate(actors)}
    edges = sorted((index[one], index[two]) for one, two in graph.edges())
    network = igraph.Graph(len(actors), edges)
    generator = random.Random(0)  # noqa: S311 places, not secrets
    start = [(generator.uniform(-1, 1), generator.uniform(-1, 1)) for _ in actors]
    igraph.set_random_number_generator(random.Random(0))  # noqa: S311
    places = network.layout_fruchterman_reingold(niter=1500, seed=start, grid=False)
    x, y = _even([place[0] for place in places]), _even([place[1] for place in places])
    side = ROOM * math.sqrt(len(actors))
    return {actor: (x[number] * side * 0.62, y[number] * side * 0.46) for actor, number in index.items()}


def _even(values: Sequence[float]) -> list[float]:
    """Values from -1 to 1; those far out come nearer, so that the middle is not cramped for their sake."""
    low, high = min(values), max(values)
    half = (high - low) / 2 or 1.0
    order = {number: rank for rank, number in enumerate(sorted(range(len(values)), key=values.__getitem__))}
    ranked = [2 * (order[number] + 0.5) / len(values) - 1 for number in range(len(values))]
    return [0.55 * (value - low - half) / half + 0.45 * share for value, share in zip(values, ranked, strict=True)]
