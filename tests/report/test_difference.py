import pytest

from kg.project import Project
from kg.report.difference import difference, is_period


def test_two_periods(shipped: Project) -> None:
    report = difference(shipped.store(), "T", "abc", one="2016", two="2018/2021", actor="putin")
    assert report.title == "2016 against 2018/2021: Vladimir Putin"
    tables = {section.heading: section.table for section in report.sections}
    assert {"Only 2016", "Only 2018/2021", "Kinds of relation"} <= set(tables)
    assert not set(tables["Only 2016"].column("claim")) & set(tables["Only 2018/2021"].column("claim"))
    changes = [abs(int(str(change))) for change in tables["Kinds of relation"].column("change")]
    assert changes == sorted(changes, reverse=True)


def test_two_sides(shipped: Project) -> None:
    report = difference(shipped.store(), "T", "abc", one="japan", two="russia", about="kurils")
    headings = [section.heading for section in report.sections]
    assert headings[:2] == ["Only Russia", "Only Japan"]
    assert report.lead[0].startswith("Japan: ")


@pytest.mark.parametrize(("which", "period"), [("2016", True), ("../2016", True), ("japan", False)])
def test_a_period_is_told_from_a_side(which: str, period: bool) -> None:
    assert is_period(which) is period
