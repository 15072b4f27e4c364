import math
from itertools import permutations

import networkx as nx
import pytest

from kg.analysis.brokerage import ROLES, constraint, roles


def test_closed_forms_of_constraint(make_graph) -> None:  # type: ignore[no-untyped-def]
    def of(graph: nx.Graph) -> dict:  # type: ignore[type-arg]
        return dict(constraint(make_graph(graph)).rows)

    assert of(nx.star_graph(4)) == pytest.approx({"a00": 1 / 4, **{f"a0{leaf}": 1 for leaf in range(1, 5)}})
    assert of(nx.path_graph(4)) == pytest.approx({"a00": 1, "a01": 1 / 2, "a02": 1 / 2, "a03": 1})
    size = 5  # complete: (n-1) · (1/(n-1) + (n-2)/(n-1)²)²
    assert of(nx.complete_graph(size))["a00"] == pytest.approx((size - 1) * (1 / 4 + 3 / 16) ** 2)
    assert constraint(make_graph(nx.barbell_graph(4, 1))).rows[0] == ("a04", pytest.approx(1 / 2))


def test_constraint_agrees_with_networkx(random_graphs) -> None:  # type: ignore[no-untyped-def]
    for graph in random_graphs:
        expected = {
            actor: score for actor, score in nx.constraint(graph, weight="strength").items() if not math.isnan(score)
        }
        assert dict(constraint(graph).rows) == pytest.approx(expected, abs=1e-9)


def with_sides(graph: nx.Graph) -> nx.Graph:  # type: ignore[type-arg]
    for number, actor in enumerate(sorted(graph)):
        graph.nodes[actor]["side"] = ("nord", "sud", "")[number % 3]
    return graph


def test_roles_of_a_star_and_of_a_path(make_graph) -> None:  # type: ignore[no-untyped-def]
    graph = make_graph(nx.path_graph(3, create_using=nx.DiGraph))
    for sides, role in zip(("nnn", "nsn", "nss", "nns", "nso"), ROLES, strict=True):
        for actor, side in zip(sorted(graph), sides, strict=True):
            graph.nodes[actor]["side"] = side
        row = next(roles(graph).records())
        assert (row["actor"], row[role], row["total"]) == ("a01", 1, 1)
    assert roles(make_graph(nx.star_graph(4))).rows == (("a00", 0, 0, 0, 0, 12, 12),)  # nobody shares a side
    assert len(roles(make_graph(nx.complete_graph(4)))) == 0
    assert {row[0] for row in roles(make_graph(nx.barbell_graph(3, 1))).rows} == {"a02", "a03", "a04"}


def test_roles_agree_with_going_through_all_triples(random_graphs) -> None:  # type: ignore[no-untyped-def]
    for graph in map(with_sides, random_graphs):
        found = {row["actor"]: row for row in roles(graph).records()}
        totals = dict.fromkeys(graph, 0)
        inside = dict.fromkeys(graph, 0)
        for one, broker, two in permutations(graph, 3):
            if graph.has_edge(one, broker) and graph.has_edge(broker, two) and not graph.has_edge(one, two):
                totals[broker] += 1
                sides = {graph.nodes[actor]["side"] or actor for actor in (one, broker, two)}
                inside[broker] += len(sides) == 1
        assert {actor: row["total"] for actor, row in found.items()} == {a: n for a, n in totals.items() if n}
        for actor, row in found.items():
            assert row["coordinator"] == inside[actor]
            assert row["total"] == sum(int(row[role]) for role in ROLES)
            if not graph.is_directed():
                assert row["gatekeeper"] == row["representative"]
