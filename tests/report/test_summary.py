from kg.project import Project
from kg.report.summary import summary


def test_figures_are_those_of_the_graph(make_project) -> None:  # type: ignore[no-untyped-def]
    project: Project = make_project()
    project.build()
    report = summary(project.store(), "T", "abc")
    figures = dict(report.sections[0].table.rows)
    assert figures == {
        "claims": 5,
        "curated": 5,
        "reviewed only": 0,
        "pieces of evidence": 6,
        "extracted, not reviewed": 0,
        "of these confirmed by another origin": 0,
        "sources with claims": 2,
        "entities": 7,
        "actors": 4,
        "events": 1,
        "names": 2,
    }
    assert dict(report.sections[1].table.rows) == {"Fact": 4, "Plan": 1}
    assert [row[0] for row in report.sections[2].table.rows] == ["one", "two"]
