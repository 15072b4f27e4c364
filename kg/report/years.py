"""Sections that tell a network year by year."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from kg.analysis.bare import ranks
from kg.analysis.temporal import by_year, last_year
from kg.network import Material, View, chosen, ties
from kg.report import Section
from kg.report.told import counted, plural, spark
from kg.table import Table, Value

FIRST = 4  # actors named of each year
RECENT = 10  # years of a line of marks


@dataclass(frozen=True, slots=True)
class Yearly:
    """The network of each year; `claims` tie in all, `undated` of them stand in no year, `last` ends what is open."""

    graphs: dict[int, "nx.Graph[str]"]
    claims: int
    undated: int
    last: int
    begin: dict[str, str]

    @classmethod
    def of(cls, material: Material, view: View) -> "Yearly":
        """The networks of a view."""
        whole = ties(material, view)
        tying = {claim for _, _, said in whole.edges(data=True) for claim in said["claims"]}
        statements = [said for said in chosen(material.statements, view) if said.claim in tying]
        begin = {said.claim: (said.earliest or said.latest)[:4] for said in statements}
        parts = by_year(Material(material.actors, tuple(statements)), view)
        graphs = {year: ties(part, view) for year, part in parts.items()}
        undated = sum(not year for year in begin.values())
        return cls(graphs, len(tying), undated, last_year(statements), begin)

    def caveat(self) -> str:
        """What the years leave out."""
        return (
            f"By year: {self.undated} of {plural(self.claims, 'claim')} that tie bear no date and stand in no year. "
            f"A span counts in each of its years, an open end until {self.last}, the last year told, an open beginning "
            "only in the year of its end."
        )


def yearly_ranks(yearly: Yearly, measure: Callable[["nx.Graph[str]"], Table]) -> Section:
    """Everybody's rank in each year; a terminal shows the first of each."""
    rows: list[tuple[Value, ...]] = []
    shown: list[tuple[Value, ...]] = []
    for year, graph in yearly.graphs.items():
        table = measure(graph)
        actors, scores = map(str, table.column("actor")), [float(str(score)) for score in table.column("pagerank")]
        places = ranks(scores)
        found = [(place, actor, _name(graph, actor)) for place, actor in zip(places, actors, strict=True)]
        rows += [
            (year, place, actor, name, score, graph.degree(actor))
            for (place, actor, name), score in zip(found, scores, strict=True)
        ]
        first = ", ".join(f"{place}{'=' if places.count(place) > 1 else ''} {name}" for place, _, name in found[:FIRST])
        rest = f" and {len(found) - FIRST} more" if len(found) > FIRST else ""
        claims = {claim for _, _, said in graph.edges(data=True) for claim in said["claims"]}
        shown.append((year, len(claims), first + rest))
    return Section(
        "By PageRank in each year",
        Table.of(("year", "rank", "actor", "name", "pagerank", "ties"), rows),
        Table.of(("year", "claims", "first"), merged(shown)),
    )


def begins(yearly: Yearly, actors: Mapping[str, str]) -> Section:
    """How many claims that tie each of these actors, given with their names, begin in each of the last years."""
    columns, rows = ("actor", "dated", "by year"), []
    for actor, name in actors.items():
        found: dict[str, str] = {}
        for graph in yearly.graphs.values():
            for _, _, said in graph.edges(actor, data=True) if actor in graph else ():
                found |= {claim: yearly.begin[claim] for claim in said["claims"]}
        recent = [year for year in found.values() if int(year) > yearly.last - RECENT]
        rows.append((name, len(found), spark(recent) or counted(recent)))
    return Section(
        f"Dated claims that tie, and how many begin since {yearly.last - RECENT + 1}", Table.of(columns, rows)
    )


def merged(rows: Iterable[tuple[Value, ...]]) -> list[tuple[Value, ...]]:
    """Years that follow each other and tell the same, as one row.

    >>> merged([(2016, "x"), (2017, "x"), (2019, "x")])
    [('2016–2017', 'x'), ('2019', 'x')]
    """
    runs: list[tuple[int, int, tuple[Value, ...]]] = []
    for year, *rest in rows:
        this = int(str(year))
        if runs and runs[-1][1] == this - 1 and runs[-1][2] == tuple(rest):
            runs[-1] = (runs[-1][0], this, runs[-1][2])
        else:
            runs.append((this, this, tuple(rest)))
    return [(f"{first}" if first == last else f"{first}–{last}", *rest) for first, last, rest in runs]


def _name(graph: "nx.Graph[str]", actor: str) -> str:
    return str(graph.nodes[actor]["name"])
