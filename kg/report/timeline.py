"""What is told of a time, in order of that time: of an actor, a pair or a topic."""

from collections.abc import Sequence

from kg.dates import interval
from kg.report import STORY, Report, Section, ask, name_of
from kg.report.told import Told, counted, entry, extent, gaps, months_between, plural, spark, told
from kg.store import Queryable
from kg.table import Table, Value

LONG = 24  # months: what lasts longer, or has an open end, is no point on a line
LATE = 12  # months after which a report is called late
MARKS = {"Fact": "=", "Report": "≈", "Plan": "○", "Denial": "×", "Hypothesis": "?", "Demand": "!"}


def timeline(
    store: Queryable,
    title: str,
    dataset: str,
    *,
    actor: str = "",
    other: str = "",
    about: str = "",
    source: str = "",
    since: str = "",
    until: str = "",
) -> Report:
    """Dated claims in order of the time that they speak of: gaps, plans and their outcomes, late reports."""
    values = {"actor": actor, "other": other, "about": about, "source": source}
    every = told(store, **values)
    dated = [item for item in told(store, since=since, until=until, **values) if item.when]
    points = sorted((item for item in dated if not lasts(item)), key=lambda item: (day(item), item.latest, item.text))
    lasting = [item for item in dated if lasts(item)]
    who = " and ".join(name_of(store, id_) for id_ in (actor, other, about) if id_) or title
    settled = _settled(store)
    rows: list[Sequence[Value]] = []
    silent = gaps([day(item) for item in points])
    for index, item in enumerate(points):
        if index in silent:
            rows.append(("⋯", f"{silent[index]} months without a dated claim", "", "", ""))
        rows.append(
            entry(item, f"{MARKS[item.cls]} {item.when}", precision(item), settled.get(item.id, ""), late(item))
        )
    sections = [Section("In order", Table.of(STORY, rows))]
    if lasting:
        sections.append(Section("Over a longer time", Table.of(STORY, [entry(item, item.when) for item in lasting])))
    lead = [
        f"{extent(dated, 'dated claim')}: {counted(item.cls for item in dated) or 'none'}.",
        spark(day(item)[:4] for item in points),
        "= fact  ≈ reported  ○ planned  × denied  ? possible  ! demanded",
    ]
    warnings = [
        f"{plural(sum(not item.when for item in every), 'claim')} without a date not shown.",
        "The time is that of the event, as its source tells it; a month or year is all that some sources tell.",
    ]
    return Report("timeline", f"Timeline: {who}", dataset, tuple(sections), tuple(warnings), tuple(filter(None, lead)))


def day(item: Told) -> str:
    """Where it stands in the order of time."""
    return item.earliest or item.latest


def lasts(item: Told) -> bool:
    """Whether it is no point on a line: it goes on for long, or one of its ends is open."""
    return not (item.earliest and item.latest) or months_between(item.earliest, item.latest) >= LONG


def precision(item: Told) -> str:
    """How sure and how fine the time is, where it is not one certain day."""
    unsure = "date uncertain" if any(mark in item.when for mark in "?~%") else ""
    months = months_between(item.earliest, item.latest)
    fine = "" if item.earliest == item.latest else "month only" if not months else "year only" if months == 11 else ""
    return ", ".join(part for part in (fine, unsure) if part)


def _settled(store: Queryable) -> dict[str, str]:
    """By plan: which claim tells what became of it, and where."""
    found: dict[str, str] = {}
    for row in ask(store, "plans").records():
        if row["later"]:
            found.setdefault(str(row["claim"]), f"see {row['later']} ({row['told']})")
    return found


def late(item: Told) -> str:
    """How long after the time the first report came, where that is long."""
    published = min((proof.published for proof in item.proofs if proof.published_from), default="")
    first = interval(published).earliest if published else None
    if not first or not item.latest or first.isoformat() <= item.latest:
        return ""
    months = months_between(item.latest, first.isoformat())
    return f"first reported {months} months later" if months >= LATE else ""
