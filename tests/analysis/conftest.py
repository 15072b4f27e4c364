"""Graphs that measures are held against: those with closed forms, and 200 random ones."""

import random
from collections.abc import Callable

import networkx as nx
import pytest

from kg.network import measure


def weighted(graph: "nx.Graph[int]", dice: random.Random | None = None) -> "nx.Graph[str]":
    """Names for numbers, whole strengths (1 where there are no dice), distances from them."""
    named = nx.relabel_nodes(graph, {node: f"a{node:02}" for node in graph})
    for _, _, said in named.edges(data=True):
        said["strength"] = dice.randint(1, 6) if dice else 1
    measure(named)
    return named


@pytest.fixture(scope="session")
def make_graph() -> Callable[..., "nx.Graph[str]"]:
    """Make the weighted, named graph of a plain one."""
    return weighted


@pytest.fixture(scope="session")
def random_graphs() -> list["nx.Graph[str]"]:
    """200: every other one directed, every third without weights, from broken into parts to dense."""
    made = []
    for seed in range(200):
        dice = random.Random(seed)
        size, density = dice.randint(3, 16), dice.choice((0.05, 0.1, 0.2, 0.4, 0.8))
        graph = nx.gnp_random_graph(size, density, seed=seed, directed=bool(seed % 2))
        made.append(weighted(graph, dice if seed % 3 else None))
    connected = [nx.is_connected(graph.to_undirected(as_view=True)) for graph in made]
    assert 50 < sum(connected) < 150
    return made
