from collections.abc import Callable

from kg.project import Project
from kg.report.quality import quality


def test_what_the_claims_lack(make_project: Callable[..., Project]) -> None:
    project = make_project()
    project.build()
    report = quality(project.store(), "T", "abc")
    rows = {row[0]: row[1] for row in report.sections[0].table.rows}
    assert rows["no time told"] == 2
    assert rows["one origin only"] == 4
    assert rows["no quotation"] == 5
    assert rows["plans of unknown outcome"] == 1
    assert rows["in another's voice only"] == 0
    assert [section.heading for section in report.sections][1] == "Plans of which no source tells the outcome"
    assert any("cannot tell which of them is right" in warning for warning in report.warnings)


def test_an_empty_answer_is_no_error(shipped: Project) -> None:
    report = quality(shipped.store(), "T", "abc", about="kurils", source="dispute-backgrounder")
    assert report.lead[0].startswith("Of 0 claims")
