import pytest

from kg.table import Table


def test_records_and_columns() -> None:
    table = Table.of(["a", "b"], [[1, "x"], [2, None]])
    assert list(table.records()) == [{"a": 1, "b": "x"}, {"a": 2, "b": None}]
    assert table.column("b") == ("x", None)
    assert len(table) == 2


def test_a_ragged_row_is_refused() -> None:
    with pytest.raises(ValueError, match="2 cells under 1 columns"):
        Table(("a",), ((1, 2),))
