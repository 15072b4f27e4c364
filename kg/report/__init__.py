"""Named reports: each a title, a few lines, stories and tables, in any format. `registry.REPORTS` names them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.lookup import iri
from kg.queries.catalogue import find_query
from kg.store import Queryable
from kg.table import Table, Value

STORY = ("when", "text", "note", "cite", "claim")
DRAWS = 200  # of a bootstrap, unless told


@dataclass(frozen=True, slots=True)
class Section:
    """A table under a heading. One with the columns of `STORY` is told as entries: when, what, who tells it where.

    `text` is what a terminal shows in its place, where the table is too wide or too long for one.
    """

    heading: str
    table: Table
    text: Table | None = None

    @property
    def story(self) -> bool:
        """Whether it is told rather than tabled."""
        return self.table.columns == STORY


@dataclass(frozen=True, slots=True)
class Report:
    """What a report says. `lead` comes first, in sentences; `warnings` name what the figures cannot tell.

    `filters` tells which claims it was made of, where not of all that a person has seen.
    """

    name: str
    title: str
    dataset: str
    sections: tuple[Section, ...]
    warnings: tuple[str, ...] = field(default=())
    lead: tuple[str, ...] = field(default=())
    parameters: tuple[tuple[str, Value], ...] = field(default=())
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)


Maker = Callable[..., Report]


def ask(store: Queryable, query: str, **values: str) -> Table:
    """The answer of a shipped query; a blank value leaves its parameter open."""
    return store.select(find_query(query).bind({key: value for key, value in values.items() if value}, store.base))


def name_of(store: Queryable, id_: str) -> str:
    """The neutral name of a thing, or its id where it has none."""
    rows = store.select(f"SELECT ?name {{ {iri(id_)} kg:name ?name }}").rows
    return str(rows[0][0]) if rows else id_
