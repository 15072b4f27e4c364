import networkx as nx

from kg.analysis.layout import layout


def test_the_same_graph_has_the_same_places_within_the_square() -> None:
    graph = nx.relabel_nodes(nx.barbell_graph(6, 3), str)
    places = layout(graph, size=800)
    assert places == layout(graph.copy(), size=800)
    assert set(places) == set(graph)
    assert max(abs(value) for place in places.values() for value in place) <= 400
    assert len(set(places.values())) == len(graph)


def test_an_empty_picture() -> None:
    assert layout(nx.Graph()) == {}
