"""Which actors are tied more closely to each other than to the rest, and how sure that is."""

import random
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean

import igraph
import networkx as nx

from kg.analysis.bare import Bare
from kg.table import Table

SEEDS = 20


@dataclass(frozen=True, slots=True)
class Communities:
    """`members`: the best partition, and how steady each actor's place in it is; `quality`: of the whole."""

    members: Table
    quality: Table


def communities(graph: "nx.Graph[str]", seeds: int = SEEDS) -> Communities:
    """Communities by the Leiden algorithm, which maximises modularity and gives connected communities.

    - modularity: Q = 1/2m · Σ (w(u,v) - s(u) s(v) / 2m) over pairs of one community, w and s strengths, 2m their sum;
      from -1/2 to 1 (Newman, Physical Review E 70, 2004; Leiden: Traag, Waltman and van Eck, Scientific Reports 9,
      2019). Direction is dropped, and strengths of both ways added.
    - stability: the algorithm is run with each seed and the best run shown; `adjusted_rand` and `nmi` are the means
      over all pairs of runs (Hubert and Arabie, Journal of Classification 2, 1985; Danon et al. 2005): 1 where every
      run agrees. `steady` is the mean over runs of the Jaccard overlap of the actor's community with that shown.

    Communities are numbered by size, then by their first actor.
    """
    plain = _undirected(graph)
    bare = Bare.of(plain)
    if not bare.graph.ecount():
        alone = ((actor, number, 1, 1.0) for number, actor in enumerate(bare.actors, 1))
        quality = [("communities", len(bare.actors)), ("modularity", 0.0), ("seeds", 0)]
        return Communities(Table.of(_MEMBERS, alone), Table.of(_QUALITY, quality))
    runs = [_leiden(bare, seed) for seed in range(seeds)]
    scores = [bare.graph.modularity(run, weights="strength") for run in runs]
    best = runs[max(range(len(runs)), key=lambda number: (round(scores[number], 12), -number))]
    quality = [
        ("communities", len(set(best))),
        ("modularity", max(scores)),
        ("adjusted_rand", _agreement(runs, "adjusted_rand")),
        ("nmi", _agreement(runs, "nmi")),
        ("seeds", len(runs)),
    ]
    return Communities(_members(bare, best, runs), Table.of(_QUALITY, quality))


_MEMBERS = ("actor", "community", "size", "steady")
_QUALITY = ("what", "value")


def _undirected(graph: "nx.Graph[str]") -> "nx.Graph[str]":
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(graph)
    for one, two, said in graph.edges(data=True):
        before = plain.edges[one, two]["strength"] if plain.has_edge(one, two) else 0
        plain.add_edge(one, two, strength=before + said.get("strength", 1))
    return plain


def _leiden(bare: Bare, seed: int) -> list[int]:
    igraph.set_random_number_generator(random.Random(seed))  # noqa: S311 a partition, not a secret
    found = bare.graph.community_leiden(objective_function="modularity", weights="strength", n_iterations=-1)
    groups: dict[int, int] = {}
    return [groups.setdefault(group, len(groups)) for group in found.membership]


def _agreement(runs: list[list[int]], method: str) -> float:
    """Mean over pairs of runs; 1 where two runs are equal, also where a measure is not defined for them."""
    alike = [
        1.0 if one == two else igraph.compare_communities(one, two, method=method) for one, two in combinations(runs, 2)
    ]
    return fmean(alike or [1.0])


def _members(bare: Bare, best: list[int], runs: list[list[int]]) -> Table:
    groups = [_groups(run) for run in runs]
    shown = _groups(best)
    numbers = sorted(shown, key=lambda group: (-len(shown[group]), min(shown[group])))
    rows = []
    for number, group in enumerate(numbers, 1):
        for actor in sorted(shown[group]):
            overlaps = []
            for run, parts in zip(runs, groups, strict=True):
                other = parts[run[actor]]
                overlaps.append(len(shown[group] & other) / len(shown[group] | other))
            rows.append((bare.actors[actor], number, len(shown[group]), fmean(overlaps)))
    return Table.of(_MEMBERS, rows)


def _groups(run: list[int]) -> dict[int, set[int]]:
    groups: dict[int, set[int]] = {}
    for actor, group in enumerate(run):
        groups.setdefault(group, set()).add(actor)
    return groups
