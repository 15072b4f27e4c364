import networkx as nx
import pytest

from kg.analysis.communities import communities


def quality(graph: nx.Graph) -> dict:  # type: ignore[type-arg]
    return dict(communities(graph).quality.rows)


def test_a_barbell_falls_into_its_two_bells(make_graph) -> None:  # type: ignore[no-untyped-def]
    graph = make_graph(nx.barbell_graph(5, 0))
    found = communities(graph)
    assert {row["actor"]: row["community"] for row in found.members.records()} == {
        actor: 1 if actor < "a05" else 2 for actor in graph
    }
    assert set(found.members.column("steady")) == {1.0}
    # two bells of 10 ties and half of the one between: 2 · (10/21 - (21/42)²)
    assert dict(found.quality.rows) == {
        "communities": 2,
        "modularity": pytest.approx(2 * (10 / 21 - 1 / 4)),
        "adjusted_rand": 1.0,
        "nmi": 1.0,
        "seeds": 20,
    }


def test_star_complete_and_path(make_graph) -> None:  # type: ignore[no-untyped-def]
    assert quality(make_graph(nx.complete_graph(6)))["communities"] == 1
    assert quality(make_graph(nx.star_graph(4)))["modularity"] == pytest.approx(0)
    assert quality(make_graph(nx.path_graph(4)))["modularity"] == pytest.approx(2 * (1 / 3 - 1 / 4))


def test_nobody_is_tied(make_graph) -> None:  # type: ignore[no-untyped-def]
    found = communities(make_graph(nx.empty_graph(2)))
    assert found.members.rows == (("a00", 1, 1, 1.0), ("a01", 2, 1, 1.0))
    assert dict(found.quality.rows)["communities"] == 2


def test_where_runs_differ_agreement_is_below_one_and_the_same_each_time(make_graph) -> None:  # type: ignore[no-untyped-def]
    graph = make_graph(nx.gnp_random_graph(60, 0.1, seed=1))
    first = communities(graph)
    assert first == communities(graph)
    told = dict(first.quality.rows)
    assert 0 < told["adjusted_rand"] < 1 and 0 < told["nmi"] < 1
    assert min(first.members.column("steady")) < 1


def test_modularity_agrees_with_networkx(random_graphs) -> None:  # type: ignore[no-untyped-def]
    for graph in random_graphs:
        if not graph.edges:
            continue
        plain = nx.Graph()
        plain.add_nodes_from(graph)
        for one, two, said in graph.edges(data=True):
            before = plain.edges[one, two]["strength"] if plain.has_edge(one, two) else 0
            plain.add_edge(one, two, strength=before + said["strength"])
        found = communities(graph, seeds=3)
        parts: dict[int, set[str]] = {}
        for row in found.members.records():
            parts.setdefault(row["community"], set()).add(row["actor"])
        expected = nx.community.modularity(plain, parts.values(), weight="strength")
        assert dict(found.quality.rows)["modularity"] == pytest.approx(expected, abs=1e-9)
