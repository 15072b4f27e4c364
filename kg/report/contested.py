"""What is contested: each party's names and claims beside each other, and claims that do not agree."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.report import STORY, Report, Section, ask, name_of
from kg.report.told import Told, by_utterance, counted, entry, filled, plural, told
from kg.store import Queryable
from kg.table import Table, Value

_PAIRS = """
SELECT DISTINCT ?type ?one ?two ?note ?by {
  ?conflict a kg:Conflict ; kg:conflictType ?type ; kg:conflictBy ?by ; kg:conflictOf ?one , ?two .
  FILTER (STR(?one) < STR(?two))
  OPTIONAL { ?conflict kg:note ?note }
} ORDER BY ?type ?one ?two
"""
_SIDES = "SELECT ?claim ?name { ?claim kg:perspective ?side . ?side kg:name ?name } ORDER BY ?claim ?name"
FIRST = "contradiction"


def contested(store: Queryable, title: str, dataset: str, *, about: str = "", source: str = "") -> Report:
    """Things with a name for each party, with what each holds of them; then claims that do not agree, in pairs."""
    every = {item.id: item for item in told(store, source=source)}
    involved = {item.id for item in told(store, about=about)} if about else set(every)
    named = party_names(store, about)
    sections: list[Section] = []
    lead: list[str] = []
    for thing, names in named.items():
        if len(names) > 1 or about:
            lead.append(f"{name_of(store, thing)}: {_both(store, names)}.")
            sections += islands(store, thing, names, every)
    pairs = [row for row in opposed(store, every) if {row["one"], row["two"]} & involved]
    sides: dict[str, list[str]] = defaultdict(list)
    for claim, side in store.select(_SIDES).rows:
        sides[str(claim)].append(str(side))
    for type_ in dict.fromkeys(row["type"] for row in pairs):
        found = [row for row in pairs if row["type"] == type_]
        rows: list[Sequence[Value]] = []
        for number, row in enumerate(found, 1):
            told_by = "" if row["by"] == "curated" else "by rule"
            rows.append((f"{number}", row["note"] or "do not agree", told_by, "", ""))
            rows += [_pole(mark, every[row[end]], sides) for mark, end in (("+", "one"), ("−", "two"))]
        sections.append(Section(f"{type_.capitalize()} ({plural(len(found), 'pair')})", Table.of(STORY, rows)))
    lead.insert(0, f"{plural(len(pairs), 'pair')} of claims do not agree: {counted(row['type'] for row in pairs)}.")
    warnings = (
        "The mark + or − only tells the two apart; which of them holds, the graph does not judge.",
        "A position is a side's where one of its own says it, or an author that one of its own wants or holds it.",
        "A claim may be of both sides.",
    )
    where = f": {name_of(store, about)}" if about else ""
    return Report("contested", f"Contested{where or f' in {title}'}", dataset, filled(*sections), warnings, tuple(lead))


def opposed(store: Queryable, every: Mapping[str, Told]) -> list[dict[str, str]]:
    """Pairs of these claims that do not agree: `type`, `one`, `two`, `note` and `by`; contradictions first."""
    rows = [{key: str(value or "") for key, value in row.items()} for row in store.select(_PAIRS).records()]
    found = [row for row in rows if row["one"] in every and row["two"] in every]
    return sorted(found, key=lambda row: (row["type"] != FIRST, row["type"]))


def _pole(mark: str, item: Told, sides: dict[str, list[str]]) -> tuple[Value, ...]:
    view = f"view of {', '.join(sides[item.id])}" if sides.get(item.id) else "told by the author"
    return entry(item, f"{mark} {item.uttered[1]}", view)


def party_names(store: Queryable, about: str = "") -> dict[str, dict[str, list[str]]]:
    """By thing and party: what the party calls it."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in ask(store, "names-by-party", entity=about).records():
        names = found[str(row["entity"])][str(row["party"])]
        if row["name"] not in names:
            names.append(str(row["name"]))
    return {thing: dict(names) for thing, names in found.items()}


def _both(store: Queryable, names: dict[str, list[str]]) -> str:
    parties = sorted(names)
    return "; ".join(
        f"{name_of(store, party)} says {' or '.join(f'“{name}”' for name in names[party])}" for party in parties
    )


def islands(
    store: Queryable,
    thing: str,
    names: dict[str, list[str]],
    every: dict[str, Told],
    wanted: frozenset[str] = frozenset(),
) -> list[Section]:
    """A section for each side that names a thing or holds a view of it: what it calls it, and what it claims."""
    held = views(store, thing, every)
    parties = sorted(party for party in {*names, *held} if not wanted or party in wanted)
    neutral, sections = name_of(store, thing), []
    for party in parties:
        called = f" — “{names[party][0]}”" if party in names else ""
        rows = [entry(item, item.uttered[1]) for item in held.get(party, ())]
        sections.append(Section(f"{neutral}, as {name_of(store, party)} has it{called}", Table.of(STORY, rows)))
    return sections


def views(store: Queryable, thing: str, every: Mapping[str, Told]) -> dict[str, list[Told]]:
    """By side: what it holds of a thing, in the order in which it was said or so."""
    held: dict[str, dict[str, Told]] = defaultdict(dict)
    for row in ask(store, "perspectives", entity=thing).records():
        if item := every.get(str(row["claim"])):
            held[str(row["side"])][item.id] = item
    return {side: by_utterance(found.values()) for side, found in held.items()}


def perspectives(
    store: Queryable, title: str, dataset: str, *, about: str, side: str = "", other: str = "", source: str = ""
) -> Report:
    """One thing as each side names and holds it, beside each other; two sides, or all."""
    every = {item.id: item for item in told(store, source=source)}
    wanted = frozenset(party for party in (side, other) if party)
    names = party_names(store, about).get(about, {})
    neutral = name_of(store, about)
    chosen = {party: found for party, found in names.items() if not wanted or party in wanted}
    sections = islands(store, about, chosen, every, wanted)
    lead = [_both(store, chosen) + "."] if chosen else [f"No party has a name of its own for {neutral}."]
    lead += [f"{section.heading}: {plural(len(section.table), 'claim')}." for section in sections]
    warning = (
        "A view is a side's where one of its own says it, or an author that one of its own wants, holds or does it."
    )
    heading = f"{neutral} by perspective"
    return Report("perspectives", heading, dataset, filled(*sections), (warning,), tuple(lead))
