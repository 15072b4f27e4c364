import math

import networkx as nx
import pytest

from kg.analysis.centrality import COLUMNS, centrality
from kg.network import ties


def measured(graph: nx.Graph) -> dict[str, dict[str, float]]:  # type: ignore[type-arg]
    return {str(row["actor"]): row for row in centrality(graph).records()}  # type: ignore[misc]


def weighted(graph: nx.Graph, strength=lambda one, two: 1) -> nx.Graph:  # type: ignore[no-untyped-def, type-arg]
    multi: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    multi.add_nodes_from(map(str, graph))
    for one, two in graph.edges:
        for key in range(strength(one, two)):
            multi.add_edge(str(one), str(two), str(key), cls="Fact")
    return ties(multi)


def test_closed_forms_on_a_star() -> None:
    rows = measured(weighted(nx.star_graph(4)))
    assert rows["0"]["rank"] == 1
    assert rows["0"]["degree"] == 4
    assert rows["0"]["betweenness"] == pytest.approx(1)
    assert rows["1"]["betweenness"] == 0
    assert rows["0"]["closeness"] == pytest.approx(1)
    assert rows["1"]["closeness"] == pytest.approx(4 / 7)
    assert rows["0"]["eigenvector"] == pytest.approx(1 / math.sqrt(2))
    assert {rows[str(leaf)]["rank"] for leaf in range(1, 5)} == {2}


def test_closed_forms_on_path_complete_and_barbell() -> None:
    assert measured(weighted(nx.path_graph(3)))["1"]["betweenness"] == pytest.approx(1)
    complete = measured(weighted(nx.complete_graph(5)))
    assert {round(row["pagerank"], 9) for row in complete.values()} == {0.2}
    assert {row["betweenness"] for row in complete.values()} == {0}
    barbell = measured(weighted(nx.barbell_graph(3, 1)))
    assert barbell["3"]["betweenness"] == pytest.approx(9 / 15)


@pytest.mark.parametrize("seed", range(25))
def test_agrees_with_networkx_on_random_graphs(seed: int) -> None:
    base = nx.gnp_random_graph(18, 0.06 + 0.01 * seed, seed=seed)
    graph = weighted(base, lambda one, two: 1 + (one * 7 + two * 3 + seed) % 4)
    if not graph:
        return
    rows = measured(graph)
    multiple = graph.graph["multiple"]
    expected = {
        "betweenness": nx.betweenness_centrality(graph, weight="distance"),
        "closeness": nx.closeness_centrality(graph, distance="distance"),
        "pagerank": nx.pagerank(graph, weight="strength", tol=1e-13, max_iter=1000),
    }
    for actor, row in rows.items():
        assert row["betweenness"] == pytest.approx(expected["betweenness"][actor], abs=1e-9)
        assert row["closeness"] == pytest.approx(multiple * expected["closeness"][actor], abs=1e-9)
        assert row["pagerank"] == pytest.approx(expected["pagerank"][actor], abs=1e-9)
        assert row["strength"] == graph.degree(actor, weight="strength")
    for members in nx.connected_components(graph):
        vector = nx.eigenvector_centrality_numpy(graph.subgraph(members), weight="strength") if len(members) > 2 else {}
        for actor, value in vector.items():
            assert rows[actor]["eigenvector"] == pytest.approx(abs(value), abs=1e-6)


def test_nobody_gives_an_empty_table() -> None:
    assert centrality(nx.Graph()).columns == COLUMNS
    assert len(centrality(nx.Graph())) == 0
