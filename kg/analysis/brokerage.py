"""Who stands between those who have no tie of their own."""

import math
from collections import Counter
from typing import Any

import networkx as nx

from kg.analysis.bare import DIGITS, Bare
from kg.table import Table

ROLES = ("coordinator", "consultant", "gatekeeper", "representative", "liaison")


def constraint(graph: "nx.Graph[str]") -> Table:
    """Burt's constraint: how far an actor's partners are tied to each other; least for who spans holes.

    c(v) = Σ over other u of (p(v,u) + Σ p(v,w) p(w,u))², p(v,u) the share of v's strength, both ways added, that goes
    to u, w over others (Burt, Structural Holes, 1992, ch. 2). Not normalised: 1 for who has one partner, 1/k for the
    centre of a star of k, above 1 in small closed groups. Who has no tie has none, and is left out.
    """
    bare = Bare.of(graph)
    found = bare.graph.constraint(weights="strength")
    rows = sorted((round(score, DIGITS), actor, score) for actor, score in zip(bare.actors, found, strict=True))
    return Table.of(("actor", "constraint"), ((actor, score) for _, actor, score in rows if not math.isnan(score)))


def roles(graph: "nx.Graph[str]") -> Table:
    """Gould–Fernandez roles between sides: in how many pairs a → b → c without a tie a → c the actor is b.

    By the nodes' `side` (who has none is a side alone): coordinator, all of one side; consultant, a and c of one, b of
    another; gatekeeper, b and c of one; representative, a and b of one; liaison, three sides. Counts, not normalised
    (Gould and Fernandez, Sociological Methodology 19, 1989). Ties without direction count each pair both ways, so
    that gatekeeper and representative are equal.
    """
    directed = graph.is_directed()
    after = {actor: set(graph[actor]) - {actor} for actor in graph}
    before = {actor: set(graph.predecessors(actor)) - {actor} if directed else after[actor] for actor in graph}  # type: ignore[attr-defined]
    sides = {actor: str(graph.nodes[actor].get("side") or f"alone {actor}") for actor in graph}
    rows: list[tuple[Any, ...]] = []
    for actor in graph:
        counts: Counter[str] = Counter()
        for one in before[actor]:
            for two in after[actor] - after[one] - {one}:
                counts[_role(sides[one], sides[actor], sides[two])] += 1
        if counts:
            rows.append((actor, *(counts[role] for role in ROLES), counts.total()))
    rows.sort(key=lambda row: (-row[-1], row[0]))
    return Table.of(("actor", *ROLES, "total"), rows)


def _role(one: str, broker: str, two: str) -> str:
    if one == two:
        return "coordinator" if one == broker else "consultant"
    if broker == two:
        return "gatekeeper"
    return "representative" if one == broker else "liaison"
