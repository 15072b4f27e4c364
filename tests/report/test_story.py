import pytest

from kg.report import STORY, Report, Section
from kg.report.formats import as_csv, as_json, as_markdown, as_text, clean, escaped
from kg.report.story import Footnotes, cite_markdown, story_markdown, story_text
from kg.table import Table

HOSTILE = "he said [sic] [/b] [red]x[/red] \x1b[31mred\x1b[0m \x07 | <script> \u202etxt @key ^up^ 領土 " + "long" * 40
TABLE = Table(
    STORY,
    (("2016-05?", HOSTILE, f"“{HOSTILE}”", "one ¶3, ¶7; odd&,key p. 2", "claim-1"), ("⋯", "14 months", "", "", "")),
)
REPORT = Report("r", f"T {HOSTILE}", "", (Section(HOSTILE, TABLE),), (HOSTILE,), (HOSTILE,), (("actor", "ann"),))


@pytest.mark.parametrize("width", [80, 40])
def test_text_keeps_brackets_but_no_escape_codes_and_fits(width: int) -> None:
    text = as_text(REPORT, width)
    assert max(map(len, text.splitlines())) <= width
    assert text.count("[sic]") == text.count("[/b]") == 6
    assert "[red]x[/red]" in text
    assert not any(mark in text for mark in "\x1b\x07\u202e")
    assert "[sic]" in story_text(TABLE, width, clean)


def test_markdown_cites_in_footnotes_and_obeys_no_markup() -> None:
    page = as_markdown(REPORT)
    assert "[^r-ann-1]: [@one, ¶3, ¶7; @{odd&,key}, p. 2], `claim-1`" in page
    assert "- **⋯** 14 months\n" in page
    assert "<script>" not in page.replace("\\<script\\>", "").replace("# T " + clean(HOSTILE), "").partition("## ")[0]
    assert "\\@key" in page
    assert "\\[sic\\]" in page


def test_one_footnote_serves_all_that_cite_the_same() -> None:
    table = Table(STORY, (("", "a", "", "one ¶1", "c"), ("", "b", "", "one ¶1", "c"), ("", "c", "", "two", "")))
    notes = Footnotes("x")
    assert story_markdown(table, escaped, clean, notes) == "- a[^x-1]\n- b[^x-1]\n- c[^x-2]\n"
    assert notes.lines() == ["[^x-1]: [@one, ¶1], `c`", "[^x-2]: [@two]"]
    assert cite_markdown("a.b-2016 ¶1") == "[@a.b-2016, ¶1]"


def test_json_and_csv_hold_the_rows_and_guard_formulas() -> None:
    assert '"parameters": {\n  "actor": "ann"\n }' in as_json(REPORT)
    report = Report("r", "T", "", (Section("S", Table(("x",), (("=1+1",), (-2,)))),))
    assert as_csv(report) == "x\n'=1+1\n-2\n"
