"""Structural balance: whether friends of friends are friends, and enemies of enemies."""

from collections import Counter
from collections.abc import Collection, Iterable
from itertools import combinations

import networkx as nx

from kg.analysis.bare import Bare
from kg.table import Table

TRIADS = ("one", "two", "three", "pattern", "balanced", "weakly")
WHOLE = ("one", "two", "three", "first", "second", "third", "state", "closing")
EDGES = ("one", "two", "sign", "claims", "against")


def triads(graph: "nx.Graph[str]") -> Table:
    """All triangles of signed ties, the unbalanced first; `ties_of` gives the claims behind them.

    A triangle is balanced where the product of its signs is positive: `+++` and `+--` (Heider, Journal of Psychology
    21, 1946; Cartwright and Harary, Psychological Review 63, 1956); weakly balanced also where all are negative (Davis,
    Human Relations 20, 1967). Ties of sign 0, of as many claims for as against, form no triad. The
    pattern has the signs in the order one–two, one–three, two–three.

    Args:
        graph: undirected, edges with `sign`, as `kg.network.ties` makes them.
    """
    signed = nx.Graph((one, two) for one, two, said in graph.edges(data=True) if said.get("sign") and one != two)
    bare = Bare.of(signed)
    rows = []
    for triangle in sorted(sorted(found) for found in bare.graph.list_triangles()):
        one, two, three = (bare.actors[number] for number in triangle)
        signs = [graph.edges[ends]["sign"] for ends in ((one, two), (one, three), (two, three))]
        negative = sum(sign < 0 for sign in signs)
        text = "".join("+" if sign > 0 else "-" for sign in signs)
        rows.append((one, two, three, text, negative % 2 == 0, negative != 1))
    return Table.of(TRIADS, sorted(rows, key=lambda row: (row[4], row[:3])))


def balance(graph: "nx.Graph[str]") -> Table:
    """How many triads of each kind, and the share that is balanced: Cartwright and Harary's degree of balance."""
    found = triads(graph)
    kinds = Counter("".join(sorted(str(pattern))) for pattern in found.column("pattern"))
    rows: list[tuple[str, float]] = [(kind, kinds[kind]) for kind in ("+++", "++-", "+--", "---")]
    if found.rows:
        rows += [(name, sum(map(bool, found.column(name))) / len(found)) for name in ("balanced", "weakly")]
    return Table.of(("what", "value"), rows)


def ties_of(graph: "nx.Graph[str]", *actors: str) -> Table:
    """The signed ties among these actors: the claims that make each sign, and those that speak against it."""
    rows = []
    for one, two, said in graph.edges(data=True):
        if {one, two} <= set(actors) and said.get("sign"):
            positive, negative = " ".join(said["positive"]), " ".join(said["negative"])
            claims = (positive, negative) if said["sign"] > 0 else (negative, positive)
            rows.append((min(one, two), max(one, two), "+" if said["sign"] > 0 else "-", *claims))
    return Table.of(EDGES, sorted(rows))


def strongest(graph: "nx.Graph[str]", count: int, among: Collection[str] = ()) -> list[str]:
    """The actors with the most ties, by the sum of their `strength`; of equals the first by id."""
    able = [actor for actor in graph if not among or actor in among]
    return sorted(able, key=lambda actor: (-graph.degree(actor, weight="strength"), actor))[:count]


def whole(graph: "nx.Graph[str]", actors: Iterable[str]) -> Table:
    """Every triangle of these actors, told or not.

    - first, second, third: the signs of one–two, one–three, two–three: `+`, `-`, `0` where as many claims speak for as
      against or none has a sign, blank where no claim ties the two.
    - state: balanced, unbalanced, or open where a sign is lacking.
    - closing: the one sign that would balance it, where just one is lacking: the product of the other two.
    """
    rows = []
    for three in combinations(sorted(actors), 3):
        signs = [sign_between(graph, *pair) for pair in combinations(three, 2)]
        known = [sign for sign in signs if sign in ("+", "-")]
        product = "-" if known.count("-") % 2 else "+"
        state = "open" if len(known) < len(signs) else "balanced" if product == "+" else "unbalanced"
        rows.append((*three, *signs, state, product if len(known) == len(signs) - 1 else ""))
    return Table.of(WHOLE, rows)


def sign_between(graph: "nx.Graph[str]", one: str, two: str) -> str:
    """`+`, `-`, `0` for a tie without a majority, blank for none."""
    if not graph.has_edge(one, two):
        return ""
    sign = graph.edges[one, two]["sign"]
    return "+" if sign > 0 else "-" if sign < 0 else "0"
