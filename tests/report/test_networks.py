from kg.project import Project
from kg.report.networks import brokerage, groups


def test_brokerage_tells_whose_absence_cuts(shipped: Project) -> None:
    report = brokerage(shipped.store(), "T", "d", actor="russia")
    assert report.sections[0].heading.startswith("Without ")
    held = list(report.sections[0].table.records())
    assert all(int(str(row["pairs"])) <= int(str(row["held"])) for row in held) and int(str(held[0]["pairs"])) > 0


def test_communities_are_numbered(shipped: Project) -> None:
    assert len(groups(shipped.store(), "T", "d").sections[0].table) > 10
