"""Who is central among the actors that claims tie to each other, and on what that rests."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import networkx as nx

from kg.analysis.betweenness import betweenness
from kg.analysis.centrality import centrality
from kg.analysis.pagerank import pagerank
from kg.analysis.robustness import Jackknife, bootstrap, concentration, ranking
from kg.network import LAYERS, Material, View, read, ties
from kg.report import STORY, Report, Section
from kg.report.told import Told, entry, founded, leading, listed, plural, told
from kg.report.years import Yearly, begins, yearly_ranks
from kg.store import Queryable
from kg.table import Table, Value

WIDEST = list(LAYERS)[-1]
TOP = 20  # actors in a table of the terminal
LEADERS = 3  # actors told of before the table
STRONGEST = 3  # of their ties named; the claim behind the first two is told
NEIGHBOURS = 10  # whose order is held against single sources

RANKING = (
    "By PageRank (score). In brackets: the ranks without any one source or origin. Texts: those that tell of the ties. "
    "Betw.: betweenness"
)
_OUTLETS = "SELECT ?source (MIN(?found) AS ?outlet) { ?source a kg:Source ; kg:outlet ?found } GROUP BY ?source"
LARGE = 1000  # actors: beyond, betweenness is not reckoned anew without each source
_WALK, _BETWEEN = ranking(pagerank, "pagerank"), ranking(betweenness, "betweenness")


def centrality_report(
    store: Queryable,
    title: str,
    dataset: str,
    *,
    top: int = 0,
    resample: int = 0,
    basis: Literal["direct", "occasions", "propositions"] = "direct",
    weight: Literal["claims", "sources", "occasions"] = "claims",
    by_side: bool = False,
    directed: bool = False,
    every_layer: bool = False,
    by_year: bool = False,
) -> Report:
    """Who ties most and on which claims, with the range of each rank without one source; all measures as data."""
    material = read(store)
    view = View(basis, WIDEST if every_layer else "fact", weight, by_side=by_side, directed=directed)
    graph = ties(material, view)
    name = f"{title}: centrality of actors"
    if not graph:
        return Report("centrality", name, dataset, (), _caveats(view), ("No claim ties two actors.",))
    walk, between = (
        Jackknife.several(material, (_WALK, _BETWEEN), view, "both")
        if len(graph) <= LARGE
        else (Jackknife(material, _WALK, view, "both"), Jackknife(material, _BETWEEN, view, "nothing"))
    )
    table = _table(graph, material, walk, between)
    if resample:
        drawn = {str(row["actor"]): row for row in bootstrap(material, _WALK, view, resample).records()}
        columns = ("low", "high", "missing")
        rows = [(*row, *(drawn[str(row[2])][key] for key in columns)) for row in table.rows]
        table = Table.of((*table.columns, *columns), rows)
    table = Table(table.columns, table.rows[:top] if top else table.rows)
    shown = list(table.records())[: top or TOP]
    claims = {item.id: item for item in told(store)}
    sections = [
        Section("Who leads, and the claims that tie", _leaders(graph, shown[:LEADERS], claims)),
        Section(RANKING, table, _shown(shown, graph)),
    ]
    made = len({claim for _, _, said in graph.edges(data=True) for claim in said["claims"]})
    shares = concentration(material, view)
    lead = [f"{plural(made, 'claim')} tie {len(graph)} actors.", _first(shown[0], len(shares) > 1)]
    warnings = [*_caveats(view), *_shaken(shown, walk), *_beyond(shown, graph), *_attention(store, shares)]
    if len(graph) > LARGE:
        warnings.append(f"Ranks by betweenness have no range here: of more than {LARGE} actors it takes minutes.")
    if by_year:
        yearly = Yearly.of(material, view)
        names = {str(row["actor"]): str(row["name"]) for row in shown[:NEIGHBOURS]}
        sections += [yearly_ranks(yearly, pagerank), begins(yearly, names)]
        warnings.append(yearly.caveat())
    if resample:
        warnings.append(
            f"'95 %' is where the rank lies in 95 % of {resample} draws of paragraphs with replacement: the claims of "
            "one paragraph stand or fall together. It tells how few paragraphs there are, not whether they are right."
        )
    return Report("centrality", name, dataset, tuple(sections), tuple(warnings), tuple(filter(None, lead)))


def _table(graph: "nx.Graph[str]", material: Material, walk: Jackknife, between: Jackknife) -> Table:
    """All measures, the sources of each actor's ties, and the ranges of both rankings."""
    measures = centrality(graph)
    measured = {str(row["actor"]): row for row in measures.records()}
    ranges = {str(row["actor"]): row for row in walk.ranges().records()}
    others = {str(row["actor"]): row for row in between.ranges().records()}
    told_by = {said.claim: {proof.source for proof in said.proofs} for said in material.statements}
    plain = [column for column in measures.columns if column not in ("rank", "actor")]
    ranged = ("best", "worst", "moved_by", "gone_without")
    rows = []
    for actor, measures_of in measured.items():
        edges = [said for *_, said in _edges(graph, actor)]
        sources = set().union(*(told_by[claim] for said in edges for claim in said["claims"]))
        rows.append(
            (
                *(ranges[actor]["rank"], ranges[actor]["tied"], actor, graph.nodes[actor]["name"]),
                *(measures_of[column] for column in plain),
                len(sources),
                *(ranges[actor][column] for column in ranged),
                *(others[actor][column] for column in ("rank", "tied")),
                *(others[actor][column] if between.without else None for column in ("best", "worst", "moved_by")),
            )
        )
    names = (*(f"betweenness_{column}" for column in ("rank", "tied", "best", "worst", "moved_by")),)
    return Table.of(("rank", "tied", "actor", "name", *plain, "sources", *ranged, *names), rows)


def _edges(graph: "nx.Graph[str]", actor: str) -> Iterator[tuple[str, Mapping[str, Sequence[str]]]]:
    """Each tie of an actor, whichever way, with the other one."""
    for _, other, said in graph.edges(actor, data=True):
        yield other, said
    if isinstance(graph, nx.DiGraph):
        for other, _, said in graph.in_edges(actor, data=True):
            yield other, said


def place(rank: Value, tied: Value, best: Value, worst: Value) -> str:
    """A rank as it is written: `3= (2–7)` is shared, and lies between 2 and 7 without any one source.

    >>> place(3, 2, 2, 7), place(1, 1, 1, 1)
    ('3= (2–7)', '1')
    """
    shared = "=" if int(str(tied)) > 1 else ""
    return f"{rank}{shared}" + (f" ({best}–{worst})" if best != worst else "")


def _shown(rows: Sequence[Mapping[str, Value]], graph: "nx.Graph[str]") -> Table:
    """The table of a terminal."""
    resampled, directed = "low" in rows[0], graph.is_directed()
    columns = ["rank", *(["95 %"] if resampled else []), "actor", "score"]
    columns += [*(["in", "out"] if directed else ["ties"]), "texts", "betw.", "by it"]
    told_rows = [
        (
            place(*(row[key] for key in ("rank", "tied", "best", "worst"))),
            *(["–".join(dict.fromkeys((str(row["low"]), str(row["high"]))))] if resampled else []),
            *(row["name"], row["pagerank"]),
            *([row["in"], row["out"]] if directed else [row["degree"]]),
            *(row["sources"], row["betweenness"]),
            place(*(row[f"betweenness_{key}"] for key in ("rank", "tied", "best", "worst"))),
        )
        for row in rows
    ]
    return Table.of(columns, told_rows)


def _leaders(graph: "nx.Graph[str]", rows: Iterable[Mapping[str, Value]], claims: Mapping[str, Told]) -> Table:
    """The first actors, whom they are tied to, and a claim of each of their strongest ties."""
    entries: list[Sequence[Value]] = []
    seen: set[str] = set()
    for row in rows:
        actor = str(row["actor"])
        together: dict[str, set[str]] = defaultdict(set)
        for other, said in _edges(graph, actor):
            together[other].update(said["claims"])
        strongest = sorted(together, key=lambda other: (-len(together[other]), other))
        names = [f"{graph.nodes[other]['name']} ({plural(len(together[other]), 'claim')})" for other in strongest]
        ties_told = f"tied to {plural(len(strongest), 'actor')} in {plural(int(str(row['sources'])), 'source')}"
        with_whom = f"most with {listed(names[:STRONGEST])}" if len(names) > 1 else f"with {names[0]}"
        rank = f"{row['rank']}{'=' if int(str(row['tied'])) > 1 else ''}"
        entries.append((rank, str(row["name"]), f"{ties_told}, {with_whom}", "", ""))
        for other in strongest[: STRONGEST - 1]:
            for item in leading(claims, together[other] - seen, 1):
                entries.append(entry(item, item.when, founded(item), f"tie with {graph.nodes[other]['name']}"))
                seen.add(item.id)
    return Table.of(STORY, entries)


def _first(row: Mapping[str, Value], others: bool) -> str:
    if int(str(row["tied"])) > 1:
        return f"{row['tied']} actors share the first rank by PageRank, {row['name']} among them."
    if not others:
        return f"{row['name']} is first by PageRank. All rests on one source, so no rank has a range."
    if row["worst"] == 1:
        return f"{row['name']} is first by PageRank, whichever source or origin is left out."
    return f"{row['name']} is first by PageRank, and falls to rank {row['worst']} without {row['moved_by']}."


def _caveats(view: View) -> tuple[str, ...]:
    """What the network leaves out, in words."""
    layer = {
        "fact": "Only facts tie: plans, denials, hypotheses, demands and what is only reported do not.",
        WIDEST: "What is planned, reported, possible or demanded ties like a fact; denials do not.",
    }
    basis = {
        "direct": "Only direct ties count: who is spoken of inside a proposition is not tied by it.",
        "occasions": "Who took part in one occasion is tied, whether or not they dealt with each other.",
        "propositions": "Who speaks of someone is tied to them, whatever is said.",
    }
    return layer[view.layer], basis[view.basis]


def _shaken(rows: Sequence[Mapping[str, Value]], walk: Jackknife) -> Iterator[str]:
    """Which ranks are shared, which neighbours owe their order to one source, and who rests on one source."""
    names = {str(row["actor"]): str(row["name"]) for row in rows}
    equal: dict[Value, list[str]] = defaultdict(list)
    alone: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if int(str(row["tied"])) > 1:
            equal[row["rank"]].append(str(row["name"]))
        if row["gone_without"]:
            alone[str(row["gone_without"])].append(str(row["name"]))
    if equal:
        groups = (f"{rank}= {listed(found)}" for rank, found in equal.items())
        yield f"A rank with = is shared, its order is that of ids: {'; '.join(groups)}."
    pairs: dict[tuple[str, str], list[str]] = defaultdict(list)
    for higher, lower, left in walk.reversals(min(len(rows), NEIGHBOURS)).rows:
        if left:
            pairs[str(higher), str(lower)].append(str(left))
    if pairs:
        told_pairs = (f"{names[one]} before {names[two]} ({listed(left)})" for (one, two), left in pairs.items())
        yield f"Order of neighbours that hangs on one source, without which they tie or swap: {'; '.join(told_pairs)}."
    if alone:
        groups = (f"{key.replace(' ', ' or ')}: {listed(found)}" for key, found in sorted(alone.items()))
        yield f"Not in the network at all without one source — {'; '.join(groups)}."


def _beyond(rows: Sequence[Mapping[str, Value]], graph: "nx.Graph[str]") -> Iterator[str]:
    """Whom no tie joins to the others, and how many are not shown."""
    parts = sorted(nx.connected_components(nx.Graph(graph)), key=lambda part: (-len(part), min(part)))
    if apart := [str(row["name"]) for row in rows if row["actor"] not in parts[0]]:
        yield f"PageRank holds up small groups that no tie joins to the largest: {listed(apart)}."
    if len(graph) > len(rows):
        yield f"Told of are {len(rows)} of {len(graph)} actors: --top N tells of N, --format csv without it of all."


def _attention(store: Queryable, shares: Table) -> Iterator[str]:
    """How few sources, or outlets where these are fewer, tell what ties."""
    outlets = {str(source): str(outlet) for source, outlet in store.select(_OUTLETS).rows}
    counts: dict[str, int] = defaultdict(int)
    for row in shares.records():
        counts[outlets.get(str(row["source"]), str(row["source"]))] += int(str(row["claims"]))
    what = "outlets" if len(counts) < len(shares) else "sources"
    first = sorted(counts, key=lambda key: (-counts[key], key))[: 1 if len(counts) == 2 else 2]
    part = 100 * sum(counts[key] for key in first) // sum(counts.values())
    if len(counts) == 1:
        yield f"All of these claims come from {first[0]}: this measures attention in the texts, not power."
    else:
        yield (
            f"{part} % of these claims come from {len(first)} of {len(counts)} {what} ({listed(first)}): this measures "
            "attention in the texts, not power."
        )
