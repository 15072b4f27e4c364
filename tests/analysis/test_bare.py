import networkx as nx

from kg.analysis import eigenvector, pagerank
from kg.analysis.bare import Bare, ranks


def test_actors_are_in_order_of_id_and_loops_are_left_out() -> None:
    graph: nx.Graph[str] = nx.Graph([("c", "a"), ("b", "b")])
    bare = Bare.of(graph)
    assert bare.actors == ("a", "b", "c")
    assert bare.graph.get_edgelist() == [(0, 2)]
    assert bare.table(score=[0.1, 0.3, 0.3]).rows == (("b", 0.3), ("c", 0.3), ("a", 0.1))


def test_scores_that_differ_by_the_order_of_additions_are_ties() -> None:
    assert ranks([0.1 + 0.2, 0.3, 1.0]) == [2, 2, 1]


def test_solvers_that_start_at_random_start_alike() -> None:
    graph = nx.gnm_random_graph(40, 90, seed=1)
    bare = Bare.of(nx.relabel_nodes(graph, {node: f"a{node}" for node in graph}))
    assert len({tuple(pagerank.scores(bare)) for _ in range(20)}) == 1
    assert len({tuple(eigenvector.scores(bare)) for _ in range(20)}) == 1
