from kg.project import Project
from kg.report.conditions import conditions


def test_what_would_have_to_hold_and_who_is_in_the_way(shipped: Project) -> None:
    report = conditions(shipped.store(), "T", "abc", about="peace-treaty")
    sections = {section.heading: section.table for section in report.sections}
    assert {"Requires", "Only if", "Who blocks it, or what does"} <= set(sections)
    assert any("against “" in str(row[2]) for row in sections["Requires"].rows)
    assert not any("denied" in str(row[2]) for row in sections["Who blocks it, or what does"].rows)
    assert "Russia (1)" in report.lead[1]


def test_a_source_narrows_it(shipped: Project) -> None:
    report = conditions(shipped.store(), "T", "abc", about="peace-treaty", source="suga2021")
    assert {str(row[3])[:8] for section in report.sections for row in section.table.rows} == {"suga2021"}
