import networkx as nx
import pytest

from kg.analysis.pagerank import pagerank


def test_closed_forms(make_graph) -> None:  # type: ignore[no-untyped-def]
    def of(graph: nx.Graph) -> dict:  # type: ignore[type-arg]
        return dict(pagerank(make_graph(graph)).rows)

    assert list(of(nx.complete_graph(5)).values()) == pytest.approx([0.2] * 5)
    star = of(nx.star_graph(4))
    centre = (0.15 / 5 + 0.85 * 4 * 0.15 / 5) / (1 - 0.85**2)  # c = 0.03 + 0.85·4·l, l = 0.03 + 0.85·c/4
    assert star["a00"] == pytest.approx(centre)
    assert sum(star.values()) == pytest.approx(1)
    barbell = of(nx.barbell_graph(3, 1))
    assert barbell["a00"] == pytest.approx(barbell["a06"])
    path = of(nx.path_graph(3))
    assert path["a01"] == pytest.approx((0.05 + 0.85 * 2 * 0.05) / (1 - 0.85**2))


def test_agrees_with_networkx(random_graphs) -> None:  # type: ignore[no-untyped-def]
    for graph in random_graphs:
        expected = nx.pagerank(graph, weight="strength", tol=1e-13, max_iter=10_000)
        assert dict(pagerank(graph).rows) == pytest.approx(expected, abs=1e-9)
