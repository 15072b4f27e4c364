import networkx as nx

from kg.analysis.degree import degree


def test_closed_form_on_a_star(make_graph) -> None:  # type: ignore[no-untyped-def]
    table = degree(make_graph(nx.star_graph(4)))
    assert table.columns == ("actor", "degree", "strength")
    assert table.rows == (("a00", 4, 4), ("a01", 1, 1), ("a02", 1, 1), ("a03", 1, 1), ("a04", 1, 1))


def test_closed_forms_on_path_barbell_and_complete_graph(make_graph) -> None:  # type: ignore[no-untyped-def]
    def of(graph: nx.Graph) -> list:  # type: ignore[type-arg]
        return [row["degree"] for row in degree(make_graph(graph)).records()]

    assert of(nx.path_graph(4)) == [2, 2, 1, 1]
    assert of(nx.barbell_graph(3, 1)) == [3, 3, 2, 2, 2, 2, 2]
    assert of(nx.complete_graph(5)) == [4] * 5


def test_in_and_out_of_a_directed_path(make_graph) -> None:  # type: ignore[no-untyped-def]
    graph = make_graph(nx.path_graph(3, create_using=nx.DiGraph))
    graph.add_edge("a01", "a00", strength=2)
    rows = {row["actor"]: tuple(row.values())[1:] for row in degree(graph).records()}
    assert rows == {"a00": (1, 1, 1, 3, 2, 1), "a01": (2, 1, 2, 4, 1, 3), "a02": (1, 1, 0, 1, 1, 0)}


def test_agrees_with_networkx(random_graphs) -> None:  # type: ignore[no-untyped-def]
    for graph in random_graphs:
        for row in degree(graph).records():
            actor = row["actor"]
            assert row["strength"] == graph.degree(actor, weight="strength")
            assert row["degree"] == len(set(nx.all_neighbors(graph, actor)))
            if graph.is_directed():
                assert (row["in"], row["out"]) == (graph.in_degree(actor), graph.out_degree(actor))
                assert row["strength_in"] == graph.in_degree(actor, weight="strength")
                assert row["strength_out"] == graph.out_degree(actor, weight="strength")
