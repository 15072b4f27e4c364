import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from kg.report import STORY, Report, Section
from kg.report.formats import as_csv, as_json, as_markdown, as_text, clean, table_markdown, table_text
from kg.table import Table

HOSTILE = "he said [sic] [/b] [red]x[/red] \x1b[31mred\x1b[0m \x07 | <script> \u202etxt.exe"
TABLE = Table(("name", "count"), ((HOSTILE, 3), ("long " * 60, None)))
REPORT = Report("r", "Title [sic]", "abc", (Section("One", TABLE), Section("Two", Table(("x",), ((1,),)))), ("warned",))


def test_text_fits_80_columns_and_keeps_brackets_but_no_escape_codes() -> None:
    text = as_text(REPORT, 80)
    assert max(map(len, text.splitlines())) <= 80
    assert "[sic]" in text
    assert "[/b]" in text
    assert not any(mark in text for mark in "\x1b\x07\u202e")


@given(st.text(max_size=200))
def test_any_text_becomes_one_printable_line(text: str) -> None:
    assert not any(mark in clean(text) for mark in "\n\x1b\r\x00\u202e")
    table_text(Table(("x",), ((text,),)), 40)
    assert table_markdown(Table(("x", "y"), ((text, 1),))).count("\n") == 3


def test_markdown_is_one_row_a_line_whatever_the_cells_hold() -> None:
    lines = table_markdown(TABLE).splitlines()
    assert len(lines) == 4
    assert "\\| \\<script\\>" in lines[2]
    assert as_markdown(REPORT).startswith("# Title")


def test_csv_of_several_sections_names_the_section() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(REPORT))))
    assert rows[0] == ["section", "name", "count", "x"]
    assert rows[1] == ["One", HOSTILE, "3", ""]
    assert rows[3] == ["Two", "", "", "1"]


def test_a_terminal_shows_a_shorter_table_where_there_is_one() -> None:
    wide = Section("One", Table(("name", "measure"), (("a", 1),)), Table(("name",), (("short",),)))
    report = Report("r", "T", "", (wide, Section("Two", wide.table, Table(STORY, (("2016", "told", "", "", ""),)))))
    assert "short" in as_text(report, 80) and "measure" not in as_text(report, 80)
    assert "2016  told" in as_text(report, 80)
    for format_ in (as_csv, as_json, as_markdown):
        assert "measure" in format_(report) and "short" not in format_(report)


def test_csv_guards_text_that_begins_like_a_formula_and_no_numbers() -> None:
    table = Table(("text", "count"), (("=1+1", -3),))
    for sections in ((Section("One", table),), (Section("One", table), Section("Two", table))):
        rows = list(csv.reader(io.StringIO(as_csv(Report("r", "T", "", sections)))))
        assert rows[1][-2:] == ["'=1+1", "-3"]


def test_json_is_versioned_and_carries_hash_and_warnings() -> None:
    data = json.loads(as_json(REPORT))
    assert (data["schema"], data["dataset"], data["warnings"]) == ("kg.r/1", "abc", ["warned"])
    assert data["sections"][0]["rows"][0]["name"] == HOSTILE
