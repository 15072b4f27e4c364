"""What a side holds on a topic, as a story: each utterance in order of time, and what it changes."""

from collections import defaultdict
from collections.abc import Sequence

from kg.report import STORY, Report, Section, ask, name_of
from kg.report.told import Told, bounds, by_utterance, counted, entry, extent, plural, spark, told
from kg.store import Queryable
from kg.table import Table, Value

_NAMES = """
SELECT DISTINCT ?claim ?name {
  ?claim a kg:Claim ; kg:involves ?thing . ?thing kg:name ?name FILTER NOT EXISTS { ?claim a kg:Candidate }
} ORDER BY ?claim ?name
"""
STAGES = {"Denial": "denial", "Demand": "demand", "Hypothesis": "condition or possibility", "Plan": "plan"}


def position(
    store: Queryable,
    title: str,
    dataset: str,
    *,
    side: str,
    about: str,
    source: str = "",
    since: str = "",
    until: str = "",
) -> Report:
    """Every utterance of a side on a topic in order: who, when, how near to the words, what is new in it, where."""
    first, last = bounds(since, until)
    items = by_utterance(told(store, side=side, about=about, source=source))
    if first or last:
        items = [item for item in items if first <= item.uttered[0] <= (last or "9999") and item.uttered[0]]
    changes = _changes(store, items, {side, about})
    years: dict[str, list[Sequence[Value]]] = defaultdict(list)
    for item in items:
        day, when = item.uttered
        years[day[:4] or "no date"].append(entry(item, when, *changes[item.id]))
    sections = [
        Section(f"{year} ({plural(len(rows), 'claim')})", Table.of(STORY, rows)) for year, rows in years.items()
    ]
    who = [speaker(item) for item in items]
    words = counted(proof.wording or "not told" for item in items for proof in item.proofs[:1])
    lead = [
        f"{extent(items)}.",
        f"Who speaks, or is spoken for: {counted(who)}.",
        f"How near to the words: {words}.",
        spark(item.uttered[0][:4] for item in items),
    ]
    warnings = (
        "A date in brackets is that of the report: the source does not tell when it was said or held.",
        "'Brings in' names what the side's claims on this topic had not spoken of before in these sources.",
        f"{sum(item.origins == 1 for item in items)} of {len(items)} rest on one origin.",
    )
    name = f"{name_of(store, side)} on {name_of(store, about)}"
    if not items:
        return Report("position", name, dataset, (), (), (lead[0],))
    return Report("position", name, dataset, tuple(sections), warnings, tuple(filter(None, lead)))


def speaker(item: Told) -> str:
    """Who says or holds it: the subject of a claim of speech or stance, else the voice that tells it."""
    return item.name if item.attitude else next((proof.by for proof in item.proofs if not proof.author), item.name)


def _changes(store: Queryable, items: Sequence[Told], known: set[str]) -> dict[str, list[str]]:
    """By claim: what it speaks of for the first time, what it says against earlier ones, first demand or denial."""
    names: dict[str, list[str]] = defaultdict(list)
    for claim, name in store.select(_NAMES).rows:
        names[str(claim)].append(str(name))
    against = opposed_texts(store)
    seen = {name_of(store, id_) for id_ in known}
    earlier: dict[str, str] = {}
    stages: set[str] = set()
    changes: dict[str, list[str]] = {}
    for item in items:
        new = [name for name in names[item.id] if name not in (*seen, item.name)]
        found = [f"brings in {', '.join(new)}"] if new else []
        if item.cls in STAGES and item.cls not in stages:
            found.append(f"first {STAGES[item.cls]}")
        found += [f"against “{text}” of {earlier[text]}" for text in against.get(item.text, ()) if text in earlier]
        seen.update(new)
        stages.add(item.cls)
        earlier[item.text] = item.uttered[1]
        changes[item.id] = found
    return changes


def opposed_texts(store: Queryable) -> dict[str, list[str]]:
    """By text of a claim: the texts of those that do not agree with it."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in ask(store, "conflicts").records():
        for one, two in ((str(row["text"]), str(row["against"])), (str(row["against"]), str(row["text"]))):
            if two not in found[one]:
                found[one].append(two)
    return dict(found)
