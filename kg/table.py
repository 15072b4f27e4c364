"""`Table`: named columns and rows of plain values in a stable order, the answer to every question."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Value = str | int | float | bool | None

_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe before what begins like one.

    >>> guarded("=1+1"), guarded("a=b")
    ("'=1+1", 'a=b')
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """What a cell held before `guarded`.

    >>> unguarded("'=1+1"), unguarded("'tis")
    ('=1+1', "'tis")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of plain values under named columns.

    Raises:
        ValueError: a row has more or fewer cells than there are columns.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...] = ()

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"a row of {len(row)} cells under {len(self.columns)} columns: {row!r}")

    @classmethod
    def of(cls, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> "Table":
        """A table from any iterables."""
        return cls(tuple(columns), tuple(tuple(row) for row in rows))

    def records(self) -> Iterator[dict[str, Value]]:
        """Each row as a mapping from column to value."""
        for row in self.rows:
            yield dict(zip(self.columns, row, strict=True))

    def column(self, name: str) -> tuple[Value, ...]:
        """All values of one column."""
        index = self.columns.index(name)
        return tuple(row[index] for row in self.rows)

    def __len__(self) -> int:
        return len(self.rows)
