import math

import networkx as nx
import pytest

from kg.analysis.eigenvector import eigenvector


def test_closed_forms(make_graph) -> None:  # type: ignore[no-untyped-def]
    def of(graph: nx.Graph) -> dict:  # type: ignore[type-arg]
        return dict(eigenvector(make_graph(graph)).rows)

    star = of(nx.star_graph(4))
    assert star["a00"] == pytest.approx(1 / math.sqrt(2))
    assert star["a01"] == pytest.approx(1 / math.sqrt(8))
    path = of(nx.path_graph(5))
    norm = math.hypot(*(math.sin(k * math.pi / 6) for k in range(1, 6)))
    assert [path[f"a0{k - 1}"] for k in range(1, 6)] == pytest.approx(
        [math.sin(k * math.pi / 6) / norm for k in range(1, 6)]
    )
    assert of(nx.complete_graph(4))["a00"] == pytest.approx(1 / 2)
    assert list(of(nx.cycle_graph(4, create_using=nx.DiGraph)).values()) == pytest.approx([1 / 2] * 4)
    barbell = of(nx.barbell_graph(3, 0))
    assert barbell["a02"] == pytest.approx(barbell["a03"]) and barbell["a02"] > barbell["a00"]


def test_each_component_by_itself_and_nobody_alone(make_graph) -> None:  # type: ignore[no-untyped-def]
    apart = dict(eigenvector(make_graph(nx.disjoint_union(nx.complete_graph(4), nx.path_graph(2)))).rows)
    assert apart["a00"] == pytest.approx(1 / 2) and apart["a04"] == pytest.approx(1 / math.sqrt(2))
    assert set(dict(eigenvector(make_graph(nx.path_graph(3, create_using=nx.DiGraph))).rows).values()) == {0}


def test_agrees_with_networkx(random_graphs) -> None:  # type: ignore[no-untyped-def]
    for graph in random_graphs:
        found = dict(eigenvector(graph).rows)
        parts = nx.strongly_connected_components if graph.is_directed() else nx.connected_components
        for members in parts(graph):
            if len(members) > 1:
                part = graph.subgraph(members)
                expected = nx.eigenvector_centrality(part, weight="strength", tol=1e-13, max_iter=100_000)
                assert {actor: found[actor] for actor in members} == pytest.approx(expected, abs=1e-9)
