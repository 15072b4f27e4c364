"""Whether the triangles of sides are in balance, and which claims make each sign."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from kg.analysis.balance import balance as degree_of_balance
from kg.analysis.balance import sign_between, strongest, ties_of, triads, whole
from kg.lookup import iri
from kg.network import LAYERS, Material, View, read, ties
from kg.report import STORY, Report, Section
from kg.report.told import Told, entry, filled, founded, leading, listed, plural, told
from kg.report.years import Yearly, merged
from kg.store import Queryable
from kg.table import Table, Value

WIDEST = View(layer=list(LAYERS)[-1], by_side=True)
SIDES = 4  # those with the most ties, all of whose triangles are told
CLAIMS = 3  # told for a sign, and against it
NEAREST = 4  # claims that speak of two whom nothing ties
TRIADS = 12
_MARK = {"+": "+", "-": "−", "0": "0", "": "not told"}

_BOTH = """
SELECT ?claim (COUNT(DISTINCT ?thing) AS ?things) {{
  ?claim a kg:Claim ; kg:involves/kg:side? {one} ; kg:involves/kg:side? {two} ; kg:involves ?thing
  FILTER NOT EXISTS {{ ?claim a kg:Candidate }}
}} GROUP BY ?claim ORDER BY ?things ?claim
"""


@dataclass(frozen=True, slots=True)
class _Signed:
    """The network of signed ties between sides, and the claims behind it."""

    store: Queryable
    material: Material
    graph: "nx.Graph[str]"
    claims: Mapping[str, Told]

    def name(self, actor: Value) -> str:
        return self.material.actors.get(str(actor), {}).get("name") or str(actor)

    def pair(self, one: Value, two: Value) -> str:
        return f"{self.name(one)} – {self.name(two)}"

    def both(self, one: str, two: str) -> list[Told]:
        """The claims that speak of two, those that speak of the fewest other things first."""
        rows = self.store.select(_BOTH.format(one=iri(one), two=iri(two))).rows
        found = [self.claims[str(claim)] for claim, _ in rows if str(claim) in self.claims]
        things = {str(claim): int(str(count)) for claim, count in rows}
        return sorted(found, key=lambda item: (things[item.id], -item.origins, item.id))


def balance(store: Queryable, title: str, dataset: str) -> Report:
    """Triangles of sides tied by cooperation and conflict: which are out of balance, and what makes each sign."""
    material = read(store)
    graph = ties(material, WIDEST)
    signed = _Signed(store, material, graph, {item.id: item for item in told(store)})
    states = {about["side"] for about in material.actors.values()} - {""}
    sides = strongest(graph, SIDES, states)
    main, table = whole(graph, sides), triads(graph)
    told_too = {tuple(row[:3]) for row in main.rows}
    out = [row for row in table.rows if not row[4] and row[:3] not in told_too]
    pairs = {pair for three in [*told_too, *(row[:3] for row in out[:TRIADS])] for pair in combinations(three, 2)}
    yearly = Yearly.of(material, WIDEST)
    sections = filled(
        Section(f"The triangles of the {len(sides)} sides with most ties", main, _triangles(signed, main)),
        Section("What makes each sign", _signs(signed, sorted((str(one), str(two)) for one, two in pairs))),
        Section("All triangles", Table.of(table.columns, table.rows[:TRIADS])),
        Section("By layer", _layers(material)),
        Section("Signs by year", *_signs_by_year(signed, yearly, sides)),
        Section("Triangles by year", *_triangles_by_year(yearly)),
    )
    warnings = (
        "Actors are rolled up to their side. A sign is that of the greater number of claims, 0 where as many speak for "
        "as against; one claim can turn it.",
        f"Triangles are of the layer '{WIDEST.layer}': with plans, what is only reported, possible or demanded.",
        "An open triangle lacks a sign. What would balance it follows from the theory, not from a source.",
        *([yearly.caveat()] if yearly.graphs else []),
    )
    return Report("balance", f"{title}: balance of signed ties", dataset, sections, warnings, _lead(signed, main))


def _lead(signed: _Signed, main: Table) -> tuple[str, ...]:
    sides = sorted({str(row[place]) for row in main.rows for place in range(3)})
    states = list(main.column("state"))
    counts = ", ".join(f"{states.count(state)} {state}" for state in ("unbalanced", "balanced", "open"))
    lacking = [pair for pair in combinations(sides, 2) if sign_between(signed.graph, *pair) not in ("+", "-")]
    told_of = [f"{plural(len(states), 'triangle')} of {listed([signed.name(side) for side in sides])}: {counts}."]
    names = "; ".join(listed([signed.name(side) for side in pair]) for pair in lacking)
    told_of += [f"No signed tie is told between {names}."] if lacking else []
    return tuple(told_of) if sides else ("Fewer than three sides are tied: no triangle.",)


def _triangles(signed: _Signed, main: Table) -> Table:
    """As entries of a terminal: the state, the three, their signs."""
    rows: dict[str, list[Sequence[Value]]] = {"unbalanced": [], "open": [], "balanced": []}
    for row in main.records():
        three = [row["one"], row["two"], row["three"]]
        signs = [str(row[place]) for place in ("first", "second", "third")]
        told_signs = [
            f"{signed.pair(*pair)}: {_MARK[sign]}" for pair, sign in zip(combinations(three, 2), signs, strict=True)
        ]
        closing = [f"{_MARK[str(row['closing'])]} would balance it"] if row["closing"] else []
        rows[str(row["state"])].append(
            (row["state"], listed([signed.name(side) for side in three]), " · ".join(told_signs + closing), "", "")
        )
    return Table.of(STORY, [entry for found in rows.values() for entry in found])


def _signs(signed: _Signed, pairs: Iterable[tuple[str, str]]) -> Table:
    """For each pair the claims that make its sign and those against it; for a pair without one, what comes nearest."""
    made = {row[:2]: row[3:] for row in ties_of(signed.graph, *{end for pair in pairs for end in pair}).rows}
    rows: list[Sequence[Value]] = []
    for one, two in pairs:
        sign = sign_between(signed.graph, one, two)
        if (one, two) in made:
            for_it, against = (str(ids or "").split() for ids in made[one, two])
            rows.append((_MARK[sign], signed.pair(one, two), f"{len(for_it)} for, {len(against)} against", "", ""))
            rows += [entry(item, item.when, founded(item)) for item in leading(signed.claims, for_it, CLAIMS)]
            rows += [
                entry(item, item.when, founded(item), "against this sign")
                for item in leading(signed.claims, against, CLAIMS)
            ]
            continue
        tying = signed.graph.edges[one, two]["claims"] if sign else ()
        found = leading(signed.claims, tying, CLAIMS) or signed.both(one, two)
        how = "claims for and against in balance, or none with a sign" if sign else "no direct tie told"
        more = f"{plural(len(found), 'claim')} of any kind speak of both, first those that speak of least else"
        rows.append((sign or "open", signed.pair(one, two), f"{how}{'' if sign else f'; {more}'}", "", ""))
        rows += [
            entry(item, item.when, "" if sign else "speaks of both, does not tie them") for item in found[:NEAREST]
        ]
    return Table.of(STORY, rows)


def _layers(material: Material) -> Table:
    rows = [(layer, *_shares(ties(material, View(layer=layer, by_side=True)))) for layer in LAYERS]
    return Table.of(("layer", "triangles", "share balanced"), rows)


def _shares(graph: "nx.Graph[str]") -> tuple[int, Value]:
    """How many signed triangles there are, and the share that is balanced."""
    found = {str(row["what"]): row["value"] for row in degree_of_balance(graph).records()}
    return sum(int(str(found[kind])) for kind in ("+++", "++-", "+--", "---")), found.get("balanced")


def _triangles_by_year(yearly: Yearly) -> tuple[Table, Table]:
    rows = [(year, *_shares(graph)) for year, graph in yearly.graphs.items()]
    columns = ("year", "triangles", "share balanced")
    return Table.of(columns, rows), Table.of(columns, merged(rows))


def _signs_by_year(signed: _Signed, yearly: Yearly, sides: Sequence[str]) -> tuple[Table, Table]:
    """The sign of each pair of sides in each year; a terminal joins the years that are alike."""
    rows: list[tuple[Value, ...]] = []
    shown: list[tuple[Value, ...]] = []
    for one, two in combinations(sorted(sides), 2):
        of_pair = []
        for year, graph in yearly.graphs.items():
            if sign := sign_between(graph, one, two):
                said = graph.edges[one, two]
                of_pair.append((year, sign))
                rows.append((year, one, two, sign, len(said["positive"]), len(said["negative"])))
        signs = ", ".join(f"{years} {_MARK[str(sign)]}" for years, sign in merged(of_pair))
        shown.append((signed.pair(one, two), signs or "no dated tie"))
    columns = ("year", "one", "two", "sign", "positive", "negative")
    return Table.of(columns, rows), Table.of(("sides", "sign in each year"), shown)
