"""Take one actor out: which paths break?"""

from dataclasses import replace
from itertools import combinations, permutations
from math import inf
from typing import Any

import networkx as nx

from kg.analysis.bare import Bare
from kg.analysis.closeness import reached
from kg.network import FACTS, LAYERS, Material, View, ties
from kg.table import Table


def cuts(graph: "nx.Graph[str]") -> Table:
    """The actors without whom others lose every path to each other, by how many pairs do.

    - pairs: pairs of others between whom a path leads only through the actor; where ties have no direction such an
      actor is an articulation point (Hopcroft and Tarjan, Communications of the ACM 16, 1973).
    - share: these, of all pairs of others with a path; from 0 to 1.
    - parts: into how many pieces what the actor held together falls, direction aside.
    """
    bare = Bare.of(graph)
    directed = graph.is_directed()
    everyone = reached(bare)
    every = sum(everyone)
    rows: list[tuple[Any, ...]] = []
    for number in range(len(bare.actors)) if directed else bare.graph.articulation_points():
        left = bare.graph.copy()
        left.delete_vertices(number)
        outward = bare.graph.neighborhood_size(number, order=len(bare.actors), mode="out") - 1
        before = every - everyone[number] - outward
        lost = before - sum(reached(Bare(bare.actors, left, 1)))
        if lost:
            parts = 1 + len(left.connected_components(mode="weak")) - len(bare.graph.connected_components(mode="weak"))
            pairs = lost if directed else lost // 2
            rows.append((bare.actors[number], pairs, lost / before, parts))
    rows.sort(key=lambda row: (-row[1], row[0]))
    return Table.of(("actor", "pairs", "share", "parts"), rows)


def broken(graph: "nx.Graph[str]", actor: str) -> Table:
    """The pairs that have a path, and none without the actor; ordered, where ties have a direction."""
    before, after = _paths(graph), _paths(graph.subgraph(other for other in graph if other != actor))
    lost = sorted(pair for pair in before - after if actor not in pair)
    return Table.of(("one", "two"), (pair for pair in lost if graph.is_directed() or pair[0] < pair[1]))


def detours(graph: "nx.Graph[str]", actor: str) -> Table:
    """The pairs of others that keep a path without the actor, but one of more ties: how many before and then."""
    bare = Bare.of(graph)
    if actor not in bare.actors:
        return Table(("one", "two", "hops", "without"))
    number = bare.actors.index(actor)
    left = bare.graph.copy()
    left.delete_edges(left.incident(number, mode="all"))
    before, after = bare.graph.distances(), left.distances()
    pairs = (
        permutations(range(len(bare.actors)), 2) if graph.is_directed() else combinations(range(len(bare.actors)), 2)
    )
    rows = [
        (bare.actors[one], bare.actors[two], int(before[one][two]), int(after[one][two]))
        for one, two in pairs
        if number not in (one, two) and before[one][two] < after[one][two] < inf
    ]
    return Table.of(("one", "two", "hops", "without"), rows)


def by_layer(material: Material, actor: str, view: View = FACTS) -> Table:
    """In each layer, how many pairs lose their last path without the actor; `held` are all pairs of others with one."""
    rows: list[tuple[Any, ...]] = []
    for layer in LAYERS:
        graph = ties(material, replace(view, layer=layer))
        held = {pair for pair in _paths(graph) if actor not in pair}
        rows.append((layer, len(broken(graph, actor)), len(held) // (1 if view.directed else 2)))
    return Table.of(("layer", "pairs", "held"), rows)


def _paths(graph: "nx.Graph[str]") -> set[tuple[str, str]]:
    if not graph.is_directed():
        return {pair for part in nx.connected_components(graph) for pair in permutations(part, 2)}
    return {(one, two) for one in graph for two in nx.descendants(graph, one)}
