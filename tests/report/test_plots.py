from collections import Counter
from xml.etree import ElementTree as ET

import pytest

from kg.errors import UsageError
from kg.project import Project
from kg.report import STORY, Report, Section
from kg.report.bundle import write_report
from kg.report.plots import BY_YEAR, RANKED, bars, columns, plot
from kg.report.registry import make_report
from kg.table import Table

SVG = "{http://www.w3.org/2000/svg}"
NEEDS = {
    "actor": {"actor": "putin"},
    "pair": {"actor": "abe", "other": "putin"},
    "position": {"side": "russia", "about": "peace-treaty"},
}


def boxes(svg: str) -> list[tuple[float, float]]:
    """Width and height of each rectangle."""
    return [
        (float(box.get("width", "")), float(box.get("height", ""))) for box in ET.fromstring(svg).iter(f"{SVG}rect")
    ]


def test_a_bar_is_as_long_as_its_row_and_parts_stand_side_by_side() -> None:
    key_one, key_two, *drawn = boxes(bars("T", ("a", "b"), [("x", (3, 1)), ("y", (2, 0))]))
    assert key_one == key_two == (10, 10)
    widths = [round(width / drawn[1][0], 2) for width, _ in drawn]
    assert widths == [3, 1, 2, 0]


def test_a_column_for_each_year_and_a_gap_for_one_without() -> None:
    svg = columns("T", Counter({2016: 4, 2018: 1}))
    assert [round(height) for _, height in boxes(svg)] == [160, 40]
    assert [text.text for text in ET.fromstring(svg).iter(f"{SVG}text")] == ["4", "2016", "2017", "1", "2018"]
    assert len(boxes(columns("T", Counter({1855: 1, 2021: 1})))) == 2


@pytest.mark.parametrize("name", [*RANKED, *BY_YEAR])
def test_every_chart_is_told_in_words_and_has_no_script(name: str, shipped: Project) -> None:
    svg = plot(make_report(name, shipped.store(), "T", "abc", NEEDS.get(name, {})))
    root = ET.fromstring(svg)
    assert root.get("role") == "img" and root.get("aria-labelledby") == "title desc"
    assert root.findtext(f"{SVG}title") and root.findtext(f"{SVG}desc")
    assert {child.tag.removeprefix(SVG) for child in root} == {"title", "desc", "style", "rect", "text"}
    assert "currentColor" in svg and "prefers-color-scheme" in svg
    wide, high = float(root.get("width", "")), float(root.get("height", ""))
    for box in root.iter(f"{SVG}rect"):
        assert float(box.get("x", "")) + float(box.get("width", "")) <= wide
        assert float(box.get("y", "")) + float(box.get("height", "")) <= high


def test_labels_are_data() -> None:
    hostile = "</text><script>alert(1)</script>\x1b[31m\ufffe"
    table = Table(("class", "claims"), ((hostile, 2),))
    svg = plot(Report("summary", hostile, "", (Section("S", table),)))
    assert "<script>" not in svg and "\x1b" not in svg
    ET.fromstring(svg)


def test_what_cannot_be_drawn_has_no_chart() -> None:
    assert plot(Report("path", "T", "", ())) == plot(Report("centrality", "T", "", ())) == ""
    story = Table(STORY, (("2016", "a", "", "", "claim-1"), ("⋯", "2017 gap", "", "", "")))
    assert plot(Report("timeline", "T", "", (Section("In order", story),))) == ""


def test_a_chart_stands_beside_its_page(tmp_path, shipped: Project, run_kg) -> None:  # type: ignore[no-untyped-def]
    done = run_kg("report", "sources", "--plots", "-o", str(tmp_path / "m"), "-p", str(shipped.root))
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "m").iterdir()) == ["sources.md", "sources.svg"]
    assert "](sources.svg)" in (tmp_path / "m" / "sources.md").read_text("utf-8")
    told = run_kg("report", "sources", "--plots", "-p", str(shipped.root))
    assert told.returncode == 2 and "-o DIR" in told.stderr
    report = make_report("quality", shipped.store(), "T", "abc", {})
    assert write_report(report, tmp_path, plots=True) == ["quality.md"]
    assert write_report(report, tmp_path, format_="json") == ["quality.json"]
    with pytest.raises(UsageError, match="--format md"):
        write_report(report, tmp_path, plots=True, format_="csv")
