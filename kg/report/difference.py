"""Two periods, or two perspectives, held against each other."""

from collections import Counter

from kg.report import Report, Section, name_of
from kg.report.told import Told, filled, plural, told, uttered
from kg.store import Queryable
from kg.table import Table

MOST = 12  # names shown


def difference(
    store: Queryable,
    title: str,
    dataset: str,
    *,
    one: str,
    two: str,
    actor: str = "",
    about: str = "",
    source: str = "",
) -> Report:
    """What two periods (2016, 2017/2019) or two sides do not share: what each alone tells, who comes and goes."""
    values = {"actor": actor, "about": about, "source": source}
    first, second = (_of(store, which, values) for which in (one, two))
    names = (_name(store, one), _name(store, two))
    said = {_says(item) for item in first}, {_says(item) for item in second}
    gone = [item for item in first if _says(item) not in said[1]]
    new = [item for item in second if _says(item) not in said[0]]
    both = [item for item in second if _says(item) in said[0]]
    sections = filled(
        uttered(f"Only {names[1]}", new),
        uttered(f"Only {names[0]}", gone),
        uttered("Both", both),
        Section("Who acts or speaks", _shares(first, second, names, "name")),
        Section("Kinds of relation", _shares(first, second, names, "family")),
        Section("How it is said", _shares(first, second, names, "cls")),
    )
    signs = [f"{name}: {_signs(items)}" for name, items in zip(names, (first, second), strict=True)]
    what = " and ".join(name_of(store, id_) for id_ in (actor, about) if id_)
    lead = (
        f"{names[0]}: {plural(len(first), 'claim')}; {names[1]}: {plural(len(second), 'claim')}; both: {len(both)}.",
        f"Facts of {'; of '.join(signs)}.",
    )
    warnings = (
        "Two claims are the same if subject, relation, object and class are; other words make two of them.",
        "A period holds what its sources date in it: fewer claims may be fewer texts, not fewer events.",
    )
    heading = f"{names[0]} against {names[1]}{f': {what}' if what else ''}"
    return Report("diff", heading, dataset, sections, warnings, lead)


def is_period(which: str) -> bool:
    """Whether it is a time rather than an id."""
    return which[:1].isdigit() or which.startswith(("..", "/"))


def _of(store: Queryable, which: str, values: dict[str, str]) -> list[Told]:
    if is_period(which):
        return told(store, which, which, **values)
    return told(store, side=which, **values)


def _name(store: Queryable, which: str) -> str:
    return which if is_period(which) else name_of(store, which)


def _says(item: Told) -> tuple[str, ...]:
    return item.subject, item.relation, item.object, item.cls


def _signs(items: list[Told]) -> str:
    facts = [item for item in items if item.cls == "Fact"]
    return f"{sum(item.sign > 0 for item in facts)} cooperative, {sum(item.sign < 0 for item in facts)} conflictual"


def _shares(one: list[Told], two: list[Told], names: tuple[str, str], key: str) -> Table:
    """How often each value stands in one and two, the greatest change first."""
    first, second = (Counter(str(getattr(item, key)) for item in items) for items in (one, two))
    changes = sorted({*first, *second}, key=lambda value: (-abs(second[value] - first[value]), value))
    rows = [(value, first[value], second[value], second[value] - first[value]) for value in changes[:MOST]]
    return Table.of(("", names[0], names[1], "change"), rows)
