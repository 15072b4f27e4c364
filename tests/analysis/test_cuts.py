import networkx as nx
import pytest

from kg.analysis.cuts import broken, by_layer, cuts, detours
from kg.network import Material, Statement, View


def test_closed_forms(make_graph) -> None:  # type: ignore[no-untyped-def]
    star = make_graph(nx.star_graph(4))
    assert cuts(star).rows == (("a00", 6, 1.0, 4),)
    assert len(broken(star, "a00")) == 6
    path = cuts(make_graph(nx.path_graph(5)))
    assert path.rows == (("a02", 4, 4 / 6, 2), ("a01", 3, 3 / 6, 2), ("a03", 3, 3 / 6, 2))
    assert len(cuts(make_graph(nx.complete_graph(5)))) == 0
    barbell = cuts(make_graph(nx.barbell_graph(3, 1)))
    assert barbell.rows[0] == ("a03", 9, 9 / 15, 2)
    assert [row[:2] for row in barbell.rows[1:]] == [("a02", 8), ("a04", 8)]


def test_a_directed_cycle_breaks_without_any_of_its_members(make_graph) -> None:  # type: ignore[no-untyped-def]
    graph = make_graph(nx.cycle_graph(4, create_using=nx.DiGraph))
    assert [row[:2] for row in cuts(graph).rows] == [(f"a0{number}", 3) for number in range(4)]
    assert broken(graph, "a00").rows == (("a02", "a01"), ("a03", "a01"), ("a03", "a02"))


def test_agrees_with_networkx(random_graphs) -> None:  # type: ignore[no-untyped-def]
    for graph in random_graphs:
        found = {row[0]: row for row in cuts(graph).rows}
        for actor in graph:
            pairs = broken(graph, actor)
            assert (found[actor][1] if actor in found else 0) == len(pairs)
            for one, two in pairs.rows:
                assert nx.has_path(graph, one, two)
                assert not nx.has_path(graph.subgraph(set(graph) - {actor}), one, two)
        if not graph.is_directed():
            assert set(found) == set(nx.articulation_points(graph))
            for actor, pairs, share, parts in found.values():
                left = nx.number_connected_components(graph.subgraph(set(graph) - {actor}))
                assert parts == 1 + left - nx.number_connected_components(graph)
                assert 0 < share <= 1 and pairs == pytest.approx(pairs)


def test_a_plan_may_hold_together_what_facts_do_not() -> None:
    facts = (Statement("c1", "a", "b"), Statement("c2", "b", "c"))
    material = Material({}, (*facts, Statement("c3", "a", "c", cls="Plan"), Statement("c4", "c", "d", cls="Report")))
    assert by_layer(material, "b").rows == (("fact", 1, 1), ("plans", 0, 1), ("reported", 0, 3))
    assert by_layer(material, "b", View(directed=True)).rows[0] == ("fact", 2, 2)
    assert by_layer(material, "nobody").rows[0] == ("fact", 0, 3)


def test_a_way_round_is_longer(make_graph, random_graphs) -> None:  # type: ignore[no-untyped-def]
    ring = make_graph(nx.cycle_graph(5))
    assert detours(ring, "a00").rows == (("a01", "a04", 2, 3),)
    assert len(detours(make_graph(nx.star_graph(4)), "a00")) == len(detours(ring, "nobody")) == 0
    cycle = make_graph(nx.cycle_graph(4, create_using=nx.DiGraph))
    cycle.add_edges_from((("a00", "a04"), ("a04", "a05"), ("a05", "a02")))
    assert detours(cycle, "a01").rows == (("a00", "a02", 2, 3), ("a00", "a03", 3, 4), ("a03", "a02", 3, 4))
    for graph in random_graphs:
        actor = min(graph)
        others = graph.subgraph(set(graph) - {actor})
        for one, two, before, after in detours(graph, actor).rows:
            assert nx.shortest_path_length(graph, one, two) == before < after
            assert nx.shortest_path_length(others, one, two) == after
