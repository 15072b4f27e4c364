"""How far a ranking depends on single sources, and on single paragraphs."""

import itertools
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import networkx as nx

from kg.analysis.bare import DIGITS, ranks
from kg.network import FACTS, Material, View, chosen, ties
from kg.table import Table

Measure = Callable[["nx.Graph[str]"], Table]
Scores = Callable[["nx.Graph[str]"], dict[str, float]]
RANGES = ("rank", "tied", "actor", "score", "best", "worst", "moved_by", "gone_without")
REVERSALS = ("higher", "lower", "without")


def ranking(measure: Measure, column: str, largest_first: bool = True) -> Scores:
    """Scores by actor from one column of a measure's table; where the smallest leads, they are negated."""

    def scores(graph: "nx.Graph[str]") -> dict[str, float]:
        if not graph:
            return {}
        table = measure(graph)
        pairs = zip(table.column("actor"), table.column(column), strict=True)
        return {str(actor): float(str(score)) * (1 if largest_first else -1) for actor, score in pairs}

    return scores


class Jackknife:
    """A ranking, and what becomes of it as each source or origin is left out (the jackknife of Tukey 1958).

    Args:
        material: what `kg.network.read` gives.
        view: which network is ranked.
        scores: scores of a graph's actors, the largest first; see `ranking`.
        over: `sources`, or `origins`, which all copies of one report share, `both`, or `nothing`.
    """

    def __init__(
        self,
        material: Material,
        scores: Scores,
        view: View = FACTS,
        over: str = "sources",
    ):
        self.full, self.without = next(_left_out(material, (scores,), view, over))

    @classmethod
    def several(
        cls, material: Material, every: Sequence[Scores], view: View = FACTS, over: str = "sources"
    ) -> "list[Jackknife]":
        """One for each of several rankings of the same networks, which are made once."""
        made = []
        for full, without in _left_out(material, every, view, over):
            one = cls.__new__(cls)
            one.full, one.without = full, without
            made.append(one)
        return made

    def ranges(self) -> Table:
        """Each actor's rank with its range.

        - rank: equal scores share one; tied: how many share it.
        - best, worst: over all rankings with one source left out, and the full one. Who is then not in the network
          ranks after all who are; where nobody is, there is no ranking.
        - moved_by: the source without which the rank changes most; gone_without: those without which the actor is not
          in the network at all.
        """
        full = _ranked(self.full)
        shared = Counter(full.values())
        others = {left: _ranked(scores) for left, scores in self.without.items() if scores}
        rows: list[tuple[Any, ...]] = []
        for actor, rank in full.items():
            found = {left: found.get(actor, len(found) + 1) for left, found in others.items()}
            every = [rank, *found.values()]
            far = max(found, key=lambda left: (abs(found[left] - rank), left), default="")
            gone = " ".join(left for left, scores in self.without.items() if actor not in scores)
            moved = far if far and found[far] != rank else ""
            score = self.full[actor]
            rows.append((rank, shared[rank], actor, score, min(every), max(every), moved, gone))
        return Table.of(RANGES, sorted(rows, key=lambda row: (row[0], row[2])))

    def reversals(self, top: int = 20) -> Table:
        """Neighbours in rank whose order depends on a single source: without it they tie, or swap places.

        Two of equal score, of whom neither is higher, stand there without a source.
        """
        full = _ranked(self.full)
        order = sorted(full, key=lambda actor: (full[actor], actor))[:top]
        rows = []
        for higher, lower in itertools.pairwise(order):
            if full[higher] == full[lower]:
                rows.append((higher, lower, ""))
                continue
            for left, scores in self.without.items():
                one, two = scores.get(higher), scores.get(lower)
                if two is not None and (one is None or round(one, DIGITS) <= round(two, DIGITS)):
                    rows.append((higher, lower, left))
        return Table.of(REVERSALS, rows)


def _left_out(
    material: Material, every: Sequence[Scores], view: View, over: str
) -> Iterator[tuple[dict[str, float], dict[str, dict[str, float]]]]:
    """For each ranking its scores, and those without each source."""
    used = Material(material.actors, tuple(chosen(material.statements, view)))
    named = {"sources": used.sources, "origins": used.origins, "nothing": ()}
    left_out = named.get(over, tuple(sorted({*used.sources, *used.origins})))
    graph = ties(material, view)
    full = [scores(graph) for scores in every]
    without: list[dict[str, dict[str, float]]] = [{} for _ in every]
    for left in left_out:
        graph = ties(material, replace(view, without=view.without | {left}))
        for scores, found in zip(every, without, strict=True):
            found[left] = scores(graph)
    yield from zip(full, without, strict=True)


def _ranked(scores: Mapping[str, float]) -> dict[str, int]:
    return dict(zip(scores, ranks(list(scores.values())), strict=True))


def bootstrap(
    material: Material,
    scores: Scores,
    view: View = FACTS,
    draws: int = 200,
    seed: int = 0,
) -> Table:
    """Each actor's rank with the interval that holds it in 95 % of resamplings of the paragraphs.

    As many paragraphs as there are, are drawn with replacement, each with all the claims that it is first to tell,
    because claims of one paragraph are not independent (the cluster bootstrap: Davison and Hinkley, Bootstrap Methods
    and their Application, 1997, ch. 3.8). `missing` is the share of draws in which the actor was in no tie; there it
    ranks after all who were. Intervals are percentiles (Efron and Tibshirani 1993, ch. 13).
    """
    full = _ranked(scores(ties(material, view)))
    paragraphs = sorted({said.paragraph for said in chosen(material.statements, view)})
    dice = random.Random(seed)  # noqa: S311 draws, not secrets
    found: dict[str, list[int]] = {actor: [] for actor in full}
    missing: Counter[str] = Counter()
    for _ in range(draws if paragraphs else 0):
        drawn = Counter(dice.choices(paragraphs, k=len(paragraphs)))
        again = _ranked(scores(ties(material, view, drawn)))
        for actor, places in found.items():
            places.append(again.get(actor, len(again) + 1))
            missing[actor] += actor not in again
    rows = [
        (rank, actor, *_interval(found[actor] or [rank]), missing[actor] / max(1, draws))
        for actor, rank in full.items()
    ]
    return Table.of(("rank", "actor", "low", "high", "missing"), sorted(rows, key=lambda row: (row[0], row[1])))


def _interval(places: Sequence[int], share: float = 0.95) -> tuple[int, int]:
    ordered = sorted(places)
    cut = int(len(ordered) * (1 - share) / 2)
    return ordered[cut], ordered[-1 - cut]


def concentration(material: Material, view: View = FACTS, over: str = "sources") -> Table:
    """How few sources the claims of a network rest on.

    - claims: those of the view's ties that the source tells; share: its part of all (claim, source) pairs; cumulative:
      that of this source and those above.
    - effective: 1/Σ share², how many sources of equal weight would be as concentrated, on every row (the inverse of
      Herfindahl's index; Laakso and Taagepera, Comparative Political Studies 12, 1979).
    """
    tied = {claim for _, _, said in ties(material, view).edges(data=True) for claim in said["claims"]}
    counts: Counter[str] = Counter()
    for said in chosen(material.statements, view):
        if said.claim in tied:
            counts.update({proof.origin if over == "origins" else proof.source for proof in said.proofs})
    total = counts.total()
    effective = 1 / sum((count / total) ** 2 for count in counts.values()) if total else 0.0
    rows: list[tuple[Any, ...]] = []
    running = 0
    for source, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        running += count
        rows.append((source, count, count / total, running / total, effective))
    return Table.of((over.removesuffix("s"), "claims", "share", "cumulative", "effective"), rows)
