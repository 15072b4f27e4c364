import networkx as nx

from kg.analysis.centrality import COLUMNS, centrality


def test_equal_scores_share_a_rank(make_graph) -> None:  # type: ignore[no-untyped-def]
    table = centrality(make_graph(nx.star_graph(4)))
    assert table.columns == COLUMNS
    assert [row[:4] for row in table.rows] == [(1, "a00", 4, 4), *((2, f"a0{leaf}", 1, 1) for leaf in range(1, 5))]


def test_directed_networks_tell_in_and_out_at_the_end(make_graph) -> None:  # type: ignore[no-untyped-def]
    table = centrality(make_graph(nx.path_graph(3, create_using=nx.DiGraph)))
    assert table.columns == (*COLUMNS, "in", "out", "strength_in", "strength_out")
    assert table.rows[0][:3] == (1, "a02", 1)
    assert table.rows[0][-4:] == (1, 0, 1, 0)


def test_nobody_gives_an_empty_table() -> None:
    assert centrality(nx.Graph()).columns == COLUMNS
    assert len(centrality(nx.Graph())) == 0
