from itertools import combinations

import networkx as nx

from kg.analysis.balance import balance, sign_between, strongest, ties_of, triads, whole


def signed(signs: dict[str, int]) -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.Graph()
    for pair, sign in signs.items():
        claims = tuple(f"{pair}{number}" for number in range(2))
        positive, negative = (claims, ()) if sign > 0 else ((), claims)
        graph.add_edge(*pair, sign=sign, positive=positive, negative=negative, strength=2)
    return graph


def test_the_four_kinds_of_triads() -> None:
    for signs, told in {
        (1, 1, 1): (True, True),
        (1, 1, -1): (False, False),
        (1, -1, -1): (True, True),
        (-1, -1, -1): (False, True),
    }.items():
        table = triads(signed(dict(zip(("ab", "ac", "bc"), signs, strict=True))))
        text = "".join("+" if sign > 0 else "-" for sign in signs)
        assert table.rows == (("a", "b", "c", text, *told),)


def test_the_unbalanced_come_first_and_undecided_ties_form_none() -> None:
    graph = signed({"ab": 1, "ac": 1, "bc": 1, "bd": 1, "cd": -1, "ad": 0})
    assert [row[:4] for row in triads(graph).rows] == [("b", "c", "d", "++-"), ("a", "b", "c", "+++")]
    assert dict(balance(graph).rows) == {"+++": 1, "++-": 1, "+--": 0, "---": 0, "balanced": 0.5, "weakly": 0.5}


def test_claims_that_make_each_sign_and_those_against() -> None:
    graph = signed({"ab": 1, "bc": -1, "cd": 1})
    graph.edges["a", "b"]["negative"] = ("against",)
    assert ties_of(graph, "a", "b", "c").rows == (("a", "b", "+", "ab0 ab1", "against"), ("b", "c", "-", "bc0 bc1", ""))


def test_every_triangle_of_four_told_or_not() -> None:
    graph = signed({"ab": 1, "ac": -1, "bc": 1, "ad": -1, "cd": -1})
    assert whole(graph, "dcba").rows == (
        ("a", "b", "c", "+", "-", "+", "unbalanced", ""),
        ("a", "b", "d", "+", "-", "", "open", "-"),
        ("a", "c", "d", "-", "-", "-", "unbalanced", ""),
        ("b", "c", "d", "+", "", "-", "open", "-"),
    )
    graph.edges["a", "c"]["sign"] = 0
    assert sign_between(graph, "c", "a") == "0"
    told = {row[:3]: row[3:] for row in whole(graph, "abcd").rows}
    assert told["a", "b", "c"] == ("+", "0", "+", "open", "+")
    assert whole(graph, "ab").rows == ()


def test_the_strongest_by_all_their_ties() -> None:
    graph = signed({"ab": 1, "ac": 1, "bd": 1})
    graph.edges["b", "d"]["strength"] = 5
    assert strongest(graph, 3) == ["b", "d", "a"]
    assert strongest(graph, 3, "acd") == ["d", "a", "c"]


def test_closed_forms(make_graph) -> None:  # type: ignore[no-untyped-def]
    for graph in (nx.star_graph(4), nx.path_graph(5)):
        nx.set_edge_attributes(graph, 1, "sign")
        assert dict(balance(make_graph(graph)).rows) == {"+++": 0, "++-": 0, "+--": 0, "---": 0}
    complete = nx.complete_graph(6)
    for one, two in complete.edges:
        complete.edges[one, two]["sign"] = 1 if (one < 3) == (two < 3) else -1  # two camps
    assert dict(balance(make_graph(complete)).rows) == {
        "+++": 2,
        "++-": 0,
        "+--": 18,
        "---": 0,
        "balanced": 1,
        "weakly": 1,
    }
    barbell = nx.barbell_graph(3, 0)
    nx.set_edge_attributes(barbell, -1, "sign")
    assert dict(balance(make_graph(barbell)).rows)["---"] == 2


def test_agrees_with_going_through_all_triples(random_graphs) -> None:  # type: ignore[no-untyped-def]
    for graph in random_graphs:
        if graph.is_directed():
            continue
        for number, (_, _, said) in enumerate(sorted(graph.edges(data=True), key=lambda edge: edge[:2])):
            said["sign"] = (1, -1, 1, 0, -1)[number % 5]
        found = {row[:3]: row[4] for row in triads(graph).rows}
        expected = {}
        for triple in combinations(sorted(graph), 3):
            signs = [graph.edges[pair].get("sign") if graph.has_edge(*pair) else 0 for pair in combinations(triple, 2)]
            if all(signs):
                expected[triple] = signs[0] * signs[1] * signs[2] > 0
        assert found == expected
