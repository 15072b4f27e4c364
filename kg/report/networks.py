"""What the network of signed ties tells: triangles that are out of balance, and who stands between others."""

from collections.abc import Sequence

from kg.analysis.balance import balance as degree_of_balance
from kg.analysis.balance import ties_of, triads
from kg.analysis.brokerage import constraint, roles
from kg.analysis.communities import communities
from kg.analysis.cuts import cuts
from kg.network import LAYERS, View, read, ties
from kg.report import STORY, Report, Section, name_of
from kg.report.absence import absence
from kg.report.told import Told, entry, told
from kg.store import Queryable
from kg.table import Table, Value

WIDEST = "reported"  # the layer with plans, reports, hypotheses and demands, too
CLAIMS = 3  # shown of each side of a tie
TRIADS = 12


def balance(store: Queryable, title: str, dataset: str) -> Report:
    """Triangles of sides tied by cooperation and conflict: which are out of balance, and what makes each sign."""
    material = read(store)
    rows: list[tuple[Value, ...]] = []
    for layer in LAYERS:
        values = degree_of_balance(ties(material, View(layer=layer, by_side=True))).records()
        found = {str(row["what"]): row["value"] for row in values}
        triangles = [int(str(found[kind])) for kind in ("+++", "++-", "+--", "---")]
        rows.append((layer, sum(triangles), found.get("balanced")))
    graph = ties(material, View(layer=WIDEST, by_side=True))
    table = triads(graph)
    shown = Table.of(table.columns, table.rows[:TRIADS])
    involved = sorted({str(actor) for row in shown.records() if not row["balanced"] for actor in _three(row)})
    claims = {item.id: item for item in told(store)}
    behind: list[Sequence[Value]] = []
    for one, two, sign, made, against in ties_of(graph, *involved).rows:
        names = f"{name_of(store, str(one))} – {name_of(store, str(two))}"
        behind.append((str(sign), names, f"{len(str(made).split())} for, {len(str(against).split())} against", "", ""))
        behind += [entry(item, item.when, "") for item in _leading(claims, made)]
        behind += [entry(item, item.when, "against this sign") for item in _leading(claims, against)]
    sections = (
        Section("By layer", Table.of(("layer", "triangles", "share balanced"), rows)),
        Section("Triangles", shown),
        Section("What makes each sign, in triangles out of balance", Table.of(STORY, behind)),
    )
    warnings = (
        "Actors are rolled up to their side. A sign is that of the greater number of claims; one claim can turn it.",
        f"The triangles are those of the layer '{WIDEST}': with plans, what is only reported, possible or demanded.",
    )
    return Report("balance", f"{title}: balance of signed ties", dataset, sections, warnings)


def brokerage(store: Queryable, title: str, dataset: str, *, actor: str = "") -> Report:
    """Who stands between others: constraint, roles between sides, and whose absence cuts which paths."""
    if actor:
        return absence(store, title, dataset, actor)
    graph = ties(read(store))
    sections = [
        Section("Constraint: least first", constraint(graph)),
        Section("Roles between sides", roles(graph)),
        Section("Without whom others lose every path", cuts(graph)),
    ]
    warnings = (
        "Only facts that tie two actors directly count, by number of claims: attention in the texts, not power.",
    )
    return Report("brokerage", f"{title}: brokerage", dataset, tuple(sections), warnings)


def groups(store: Queryable, title: str, dataset: str) -> Report:
    """Communities of actors whom facts tie closely, and how steady they are from run to run."""
    found = communities(ties(read(store)))
    sections = (Section("Communities", found.members), Section("Quality", found.quality))
    warnings = ("A community is a finding of the algorithm in these texts, not an alliance.",)
    return Report("communities", f"{title}: communities", dataset, sections, warnings)


def _three(row: dict[str, Value]) -> list[Value]:
    return [row[name] for name in ("one", "two", "three")]


def _leading(claims: dict[str, Told], ids: Value) -> list[Told]:
    found = [claims[id_] for id_ in str(ids or "").split() if id_ in claims]
    return sorted(found, key=lambda item: (-item.origins, -len(item.proofs), item.id))[:CLAIMS]
