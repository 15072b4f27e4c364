from collections.abc import Callable

from kg.project import Project
from kg.report.coverage import coverage


def test_paragraphs_are_covered_set_aside_or_neither(make_project: Callable[..., Project]) -> None:
    bibliography = "@misc{one, title = {One}, paragraphs = {6}}\n@misc{two, title = {Two}}\n"
    aside = "source,at,kind,note\none,¶1,heading,has a claim too\none,¶4,heading,\n"
    project = make_project({"sources.bib": bibliography, "paragraphs.csv": aside})
    project.build()
    report = coverage(project.store(), "T", "abc")
    rows = {row["source"]: row for row in report.sections[0].table.records()}
    assert [rows["one"][name] for name in ("claims", "paragraphs", "with a claim", "set aside", "neither")] == [
        5,
        6,
        3,
        1,
        2,
    ]
    assert rows["two"]["neither"] is None
    assert report.sections[1].table.rows[0] == ("one", 4, 0, 1, 0, 0, 0)
    assert ("one", "author-of-one", "author of one (not named)", 5) in report.sections[2].table.rows


def test_no_paragraph_of_the_shipped_sources_is_left_over(shipped: Project) -> None:
    table = coverage(shipped.store(), "T", "abc").sections[0].table
    assert len(table) == 5
    assert set(table.column("neither")) == {0}
