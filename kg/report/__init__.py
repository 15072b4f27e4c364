"""Named reports: each a title, a few lines and tables, in any format. `REPORTS` is the registry."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kg.store import Queryable
from kg.table import Table


@dataclass(frozen=True, slots=True)
class Section:
    """A table under a heading."""

    heading: str
    table: Table


@dataclass(frozen=True, slots=True)
class Report:
    """What a report says. `warnings` name what the figures cannot tell."""

    name: str
    title: str
    dataset: str
    sections: tuple[Section, ...]
    warnings: tuple[str, ...] = field(default=())


Maker = Callable[[Queryable, str, str], Report]
