import networkx as nx
import pytest

from kg.analysis.closeness import closeness


def test_closed_forms(make_graph) -> None:  # type: ignore[no-untyped-def]
    def of(graph: nx.Graph) -> dict:  # type: ignore[type-arg]
        return {row[0]: pytest.approx(row[1:]) for row in closeness(make_graph(graph)).rows}

    star = of(nx.star_graph(4))
    assert star["a00"] == (1, 1)
    assert star["a01"] == (4 / 7, (1 + 3 / 2) / 4)
    assert of(nx.path_graph(4))["a00"] == (3 / 6, (1 + 1 / 2 + 1 / 3) / 3)
    assert of(nx.complete_graph(5))["a00"] == (1, 1)
    assert of(nx.barbell_graph(3, 1))["a03"] == (6 / 10, (2 + 4 / 2) / 6)
    assert of(nx.empty_graph(1))["a00"] == (0, 0)


def test_a_path_must_lead_to_the_actor(make_graph) -> None:  # type: ignore[no-untyped-def]
    table = closeness(make_graph(nx.path_graph(3, create_using=nx.DiGraph)))
    assert {row[0]: row[1] for row in table.rows} == {"a02": pytest.approx(2 / 3), "a01": 0.5, "a00": 0}


def test_agrees_with_networkx(random_graphs) -> None:  # type: ignore[no-untyped-def]
    for graph in random_graphs:
        multiple = graph.graph["multiple"]
        near = nx.closeness_centrality(graph, distance="distance", wf_improved=True)
        harmonic = nx.harmonic_centrality(graph, distance="distance")
        others = max(1, len(graph) - 1)
        for actor, score, mean in closeness(graph).rows:
            assert score == pytest.approx(multiple * near[actor], abs=1e-9)
            assert mean == pytest.approx(multiple * harmonic[actor] / others, abs=1e-9)
