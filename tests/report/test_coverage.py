from collections.abc import Callable

from kg.project import Project
from kg.report.coverage import coverage
from kg.report.formats import as_text


def test_paragraphs_are_covered_set_aside_or_neither(make_project: Callable[..., Project]) -> None:
    bibliography = "@misc{one, title = {One}, paragraphs = {6}}\n@misc{two, title = {Two}}\n"
    aside = "source,at,kind,note\none,¶1,heading,has a claim too\none,¶4,heading,\n"
    project = make_project({"sources.bib": bibliography, "paragraphs.csv": aside})
    project.build()
    report = coverage(project.store(), "T", "abc")
    paragraphs, claims, kinds, voices, set_aside = (section.table for section in report.sections)
    assert paragraphs.rows == (("one", 6, 3, 1, 2), ("two", None, 1, 0, None))
    assert claims.rows[0][:2] == ("one", 5)
    assert kinds.rows[0] == ("one", 4, 0, 1, 0, 0, 0)
    assert ("one", "author-of-one", "author of one (not named)", 5) in voices.rows
    assert set_aside.rows == (("one", "heading", 2, "1, 4"),)
    assert report.lead[0] == "Of 6 paragraphs of 1 source: 3 with a claim, 1 set aside with a reason, 2 neither."
    assert report.lead[1].startswith("Of 1 source nobody")


def test_no_paragraph_of_the_shipped_sources_is_left_over(shipped: Project) -> None:
    table = coverage(shipped.store(), "T", "abc").sections[0].table
    assert len(table) == 5
    text = as_text(coverage(shipped.store(), "T", "abc"), 80)
    assert "…" not in text and max(map(len, text.splitlines())) <= 80
    assert set(table.column("neither")) == {0}
