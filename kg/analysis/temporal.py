"""The same network year by year."""

from collections import defaultdict
from collections.abc import Iterable

from kg.network import FACTS, Material, Statement, View, chosen


def years(said: Statement, last: int) -> range:
    """The years of which a claim holds; none where it bears no date.

    An open end holds on to the year `last`; of an open beginning only the end is known, so it counts in that year.
    """
    first = _year(said.earliest) or _year(said.latest)
    end = _year(said.latest) or max(first, last)
    return range(first, end + 1) if first else range(0)


def by_year(material: Material, view: View = FACTS) -> dict[int, Material]:
    """What of the material a view sees in each year of which a dated claim tells, in order."""
    statements = list(chosen(material.statements, view))
    last = last_year(statements)
    found: dict[int, list[Statement]] = defaultdict(list)
    for said in statements:
        for year in years(said, last):
            found[year].append(said)
    return {year: Material(material.actors, tuple(found[year])) for year in sorted(found)}


def last_year(statements: Iterable[Statement]) -> int:
    """The last year that any of them names."""
    return max((_year(day) for said in statements for day in (said.earliest, said.latest)), default=0)


def _year(day: str) -> int:
    return int(day[:4]) if day[:4].isdecimal() else 0
