"""Take one actor out of the network: which ties go, which pairs lose every path, whose way grows longer; by layer."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from kg.analysis.brokerage import constraint, roles
from kg.analysis.cuts import broken, by_layer, cuts, detours
from kg.network import LAYERS, Material, View, read, ties
from kg.report import STORY, Report, Section, name_of
from kg.report.told import entry, filled, plural, told
from kg.store import Queryable
from kg.table import Table, Value

TIES = {"direct": "a claim ties two directly", "propositions": "one says, wants or does what involves the other"}
BY = {"direct": "direct", "propositions": "spoken of"}
MOST = 12  # rows shown
NAMED = 4
CLAIMS = 2  # shown of each tie
Pairs = dict[tuple[str, str], tuple[Value, ...]]


def absence(store: Queryable, title: str, dataset: str, actor: str) -> Report:
    """What becomes of the network without an actor."""
    material = read(store)
    name = name_of(store, actor)
    names = {id_: about["name"] for id_, about in material.actors.items()}
    counts: list[Sequence[Value]] = []
    lost: Pairs = {}
    longer: Pairs = {}
    lead = [f"Without {name}:"]
    for basis, told_of in TIES.items():
        found = []
        for layer, pairs, held in by_layer(material, actor, View(basis=basis)).rows:
            graph = ties(material, View(basis=basis, layer=str(layer)))
            ways = detours(graph, actor).rows
            counts.append((BY[basis], layer, len(graph[actor]) if actor in graph else 0, pairs, len(ways), held))
            found.append(f"{layer} {pairs} of {held}")
            for one, two in broken(graph, actor).rows:
                lost.setdefault((str(one), str(two)), (BY[basis], layer))
            for one, two, *hops in ways:
                longer.setdefault((str(one), str(two)), (BY[basis], layer, *hops))
        lead.append(f"Pairs that lose every path, where {told_of}: {', '.join(found)}.")
    cut_off = _cut_off(lost, names)
    detoured = sorted(longer.items(), key=lambda item: (int(str(item[1][2])) - int(str(item[1][3])), item[0]))
    round_about = [(names[one], names[two], *how) for (one, two), how in detoured]
    graph = ties(material)
    sections = (
        Section(
            f"Without {name}: by tie and layer",
            Table.of(("tie", "layer", "its ties", "pairs", "longer", "held"), counts),
        ),
        Section("Who is cut off from whom", Table.of(("who", "from", "named", "tie", "layer"), cut_off[:MOST])),
        Section(
            "Whose shortest way grows",
            Table.of(("one", "two", "tie", "layer", "hops", "then"), round_about[:MOST]),
        ),
        Section("Its direct ties, which go", _own_ties(store, material, actor)),
        Section("Constraint", _only(constraint(graph), actor)),
        Section("Roles between sides", _only(roles(graph), actor)),
        Section("Paths of others that lead only through it", _only(cuts(graph), actor)),
    )
    hidden = f"{plural(max(0, len(cut_off) - MOST), 'actor')} cut off, {max(0, len(round_about) - MOST)} longer ways"
    warnings = (
        "'pairs' lose every path, 'longer' take more hops than before, 'held' are all pairs of others with a path. "
        "A pair stands under the first tie and layer where it is so.",
        f"Not shown: {hidden}. Who is cut off from others stands once, where most pairs are lost.",
        "A path is made of what these texts tell: attention in the texts, not power.",
    )
    return Report("brokerage", f"{title}: without {name}", dataset, filled(*sections), warnings, tuple(lead))


def _cut_off(lost: Pairs, names: Mapping[str, str]) -> list[tuple[Value, ...]]:
    """Lost pairs by the actor that loses most, each pair once."""
    rows: list[tuple[Value, ...]] = []
    left = dict(lost)
    while left:
        counts = Counter((end, how) for pair, how in left.items() for end in pair)
        (who, how), _ = min(counts.items(), key=lambda item: (-item[1], str(item[0])))
        pairs = [pair for pair, found in left.items() if who in pair and found == how]
        others = sorted(names[one if two == who else two] for one, two in pairs)
        more = f" and {len(others) - NAMED} more" if len(others) > NAMED else ""
        rows.append((names[who], len(others), ", ".join(others[:NAMED]) + more, *how))
        for pair in pairs:
            del left[pair]
    order = [*BY.values(), *LAYERS]
    return sorted(rows, key=lambda row: (order.index(str(row[3])), order.index(str(row[4])), -int(str(row[1]))))


def _own_ties(store: Queryable, material: Material, actor: str) -> Table:
    """Each neighbour with the best attested claims that tie it: facts before plans before the rest."""
    items = {item.id: item for item in told(store)}
    tied: dict[str, list[str]] = defaultdict(list)
    for said in material.statements:
        if actor in (said.one, said.two) and said.one and said.two and said.one != said.two and said.claim in items:
            tied[said.two if said.one == actor else said.one].append(said.claim)
    order = {cls: number for number, cls in enumerate(LAYERS["reported"])}
    rows: list[Sequence[Value]] = []
    for other in sorted(tied, key=lambda other: (-len(tied[other]), other)):
        claims = [items[claim] for claim in tied[other] if items[claim].cls in order]
        claims.sort(key=lambda item: (order[item.cls], -item.origins, -len(item.proofs), item.id))
        if claims:
            rows.append(("", f"{material.actors[other]['name']}: {plural(len(claims), 'claim')}", "", "", ""))
            rows += [entry(item, item.when) for item in claims[:CLAIMS]]
    return Table.of(STORY, rows)


def _only(table: Table, actor: str) -> Table:
    return Table(table.columns, tuple(row for row in table.rows if row[0] == actor))
