import pytest

from kg.table import Table, guarded, unguarded


def test_records_and_columns() -> None:
    table = Table.of(["a", "b"], [[1, "x"], [2, None]])
    assert list(table.records()) == [{"a": 1, "b": "x"}, {"a": 2, "b": None}]
    assert table.column("b") == ("x", None)
    assert len(table) == 2


def test_a_ragged_row_is_refused() -> None:
    with pytest.raises(ValueError, match="2 cells under 1 columns"):
        Table(("a",), ((1, 2),))


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\rx", "'=1", "''@x", "'tis", "a=b", "", "'"])
def test_a_guarded_cell_is_no_formula_and_reads_back(cell: str) -> None:
    assert guarded(cell)[:1] not in ("=", "+", "-", "@", "\t", "\r")
    assert unguarded(guarded(cell)) == cell
