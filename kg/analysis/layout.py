"""Places of actors in a picture: the same graph, the same places, and no two actors on one spot.

The most important are laid out by forces; all others come beside those that they are tied to. So a picture of the
first is as clear as if there were no others, and who is new moves nobody.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

import igraph
import networkx as nx

Place = tuple[float, float]
CORE = 80  # that many are laid out by forces
ROOM = 84.0  # side of the square that each of the core has for itself
WIDE = 1.25  # wider than high, as screens are
APART = 64.0  # the least distance of who comes beside them
LABEL = (124.0, 46.0)  # in the core, the room of a dot with its label
_ROUNDS = 400
_TURN = math.pi * (3 - math.sqrt(5))  # the golden angle: points of a spiral that fill a disc evenly


def layout(
    graph: "nx.Graph[str]", order: Sequence[str] = (), known: Mapping[str, Place] | None = None, core: int = CORE
) -> dict[str, Place]:
    """A place for each actor, around 0.

    Args:
        graph: who is tied to whom.
        order: the actors by importance; by id unless told.
        known: places of before, which are kept if at least half of the actors have one.
        core: how many are laid out by forces.
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
        for actor, place in _by_forces(graph.subgraph(ranked[:core])).items():
            spots.take(actor, place)
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
    """Springs as long as the paths (Kamada and Kawai 1989), part by part; small parts stand around the largest."""
    found: dict[str, Place] = {}
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    reach = 0.0
    for number, part in enumerate(parts):
        places = _springs(graph, part)
        wide = max(math.hypot(*place) for place in places.values())
        turn = number * _TURN
        far = reach * 0.95 if number else 0.0
        for actor, (x, y) in places.items():
            found[actor] = ((x + far * math.cos(turn)) * WIDE, y + far * math.sin(turn))
        reach = max(reach, wide)
    return _pushed_apart(found)


def _pushed_apart(places: Mapping[str, Place]) -> dict[str, Place]:
    """Each with room for its label: two that are too close move apart, the shorter way."""
    wide, high = LABEL
    actors = sorted(places)
    x, y = ([places[actor][axis] for actor in actors] for axis in (0, 1))
    for _ in range(_ROUNDS):
        close = False
        for one, two in combinations(range(len(actors)), 2):
            over_x, over_y = wide - abs(x[one] - x[two]), high - abs(y[one] - y[two])
            if over_x > 0.1 and over_y > 0.1:
                close = True
                line, over = (x, over_x) if over_x / wide < over_y / high else (y, over_y)
                first, second = (one, two) if (line[one], one) < (line[two], two) else (two, one)
                line[first] -= over / 2
                line[second] += over / 2
        if not close:
            break
    return {actor: (round(x[number], 1), round(y[number], 1)) for number, actor in enumerate(actors)}


def _springs(graph: "nx.Graph[str]", part: Sequence[str]) -> dict[str, Place]:
    """Places around their middle, from a circle in order of id."""
    index = {actor: number for number, actor in enumerate(part)}
    edges = sorted((index[one], index[two]) for one, two in graph.edges(part))
    network = igraph.Graph(len(part), edges)
    places = list(network.layout_kamada_kawai(maxiter=60 * len(part) + 100))
    x, y = (_even([place[axis] for place in places]) for axis in (0, 1))
    half = ROOM * math.sqrt(len(part)) / 2
    return {actor: (x[number] * half, y[number] * half) for actor, number in index.items()}


def _even(values: Sequence[float]) -> list[float]:
    """Values around 0, to 1 at most; in part by their order, so that the middle is not cramped for those far out."""
    low, high = min(values), max(values)
    half = (high - low) / 2 or 1.0
    order = {number: rank for rank, number in enumerate(sorted(range(len(values)), key=values.__getitem__))}
    ranked = [2 * (order[number] + 0.5) / len(values) - 1 for number in range(len(values))]
    return [0.6 * (value - low - half) / half + 0.4 * share for value, share in zip(values, ranked, strict=True)]
