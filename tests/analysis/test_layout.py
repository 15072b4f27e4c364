import math
from itertools import combinations

import networkx as nx

from kg.analysis.layout import APART, LABEL, layout


def apart(places: dict[str, tuple[float, float]]) -> bool:
    return all(math.dist(one, two) >= LABEL[1] - 1 for one, two in combinations(places.values(), 2))


def test_the_same_graph_has_the_same_places_and_nobody_stands_on_another() -> None:
    graph = nx.relabel_nodes(nx.barabasi_albert_graph(300, 2, seed=1), str)
    places = layout(graph)
    assert places == layout(graph.copy())
    assert set(places) == set(graph)
    assert apart(places)


def test_who_is_new_comes_beside_its_neighbours_and_moves_nobody() -> None:
    graph = nx.relabel_nodes(nx.barbell_graph(6, 3), str)
    graph.add_edge("far", "away")  # a part of its own
    before = layout(graph)
    graph.add_edge("new", "0")
    graph.add_edge("newer", "new")
    after = layout(graph, known=before)
    assert {actor: after[actor] for actor in before} == before
    assert math.dist(after["new"], after["0"]) < 4 * APART
    assert math.dist(after["newer"], after["new"]) < 4 * APART
    assert apart(after)


def test_places_of_a_few_are_no_reason_to_keep_them() -> None:
    graph = nx.relabel_nodes(nx.path_graph(9), str)
    assert layout(graph, known={"0": (9999.0, 0.0)}) == layout(graph)


def test_an_empty_picture() -> None:
    assert layout(nx.Graph()) == {}
