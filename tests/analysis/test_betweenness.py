import networkx as nx
import pytest

from kg.analysis.betweenness import betweenness


def test_closed_forms(make_graph) -> None:  # type: ignore[no-untyped-def]
    def of(graph: nx.Graph) -> dict:  # type: ignore[type-arg]
        return dict(betweenness(make_graph(graph)).rows)

    assert of(nx.star_graph(4)) == {"a00": 1, **{f"a0{leaf}": 0 for leaf in range(1, 5)}}
    path = of(nx.path_graph(7))
    assert path["a02"] == pytest.approx(2 * 4 / 15)  # (i)(n-1-i) pairs of (n-1)(n-2)/2
    assert of(nx.barbell_graph(3, 1))["a03"] == pytest.approx(9 / 15)
    assert set(of(nx.complete_graph(5)).values()) == {0}
    assert of(nx.path_graph(3, create_using=nx.DiGraph))["a01"] == pytest.approx(1 / 2)


def test_a_stronger_way_round_is_shorter_than_a_weak_tie(make_graph) -> None:  # type: ignore[no-untyped-def]
    graph = nx.Graph()
    graph.add_edge("a", "b", strength=3, distance=2)
    graph.add_edge("b", "c", strength=3, distance=2)
    graph.add_edge("a", "c", strength=1, distance=6)
    assert betweenness(graph).rows[0] == ("b", 1.0)


def test_agrees_with_networkx(random_graphs) -> None:  # type: ignore[no-untyped-def]
    for graph in random_graphs:
        assert dict(betweenness(graph).rows) == pytest.approx(
            nx.betweenness_centrality(graph, weight="distance"), abs=1e-9
        )


def test_distances_that_outgrow_a_float(make_graph) -> None:  # type: ignore[no-untyped-def]
    graph = make_graph(nx.path_graph(60))
    for number, (_, _, said) in enumerate(graph.edges(data=True), 1):
        said["strength"] = number + 40
    from kg.network import measure

    measure(graph)
    assert graph.graph["multiple"] > 2**53
    assert dict(betweenness(graph).rows) == pytest.approx(nx.betweenness_centrality(graph, weight="distance"), abs=1e-9)
