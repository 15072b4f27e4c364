from collections.abc import Callable

import pytest

from kg.errors import UsageError
from kg.project import Project
from kg.report.path import path

CLAIMS = (
    "id,subject,relation,object,modality,at\n"
    "o1,ann,meets,bob,,¶1\no2,bob,meets,cy,,¶2\no3,cy,meets,dan,,¶3\no4,ann,meets,dan,planned,¶4\n"
)
ENTITIES = "id,type,name\nann,Person,Ann\nbob,Person,Bob\ncy,Person,Cy\ndan,Person,Dan\neve,Person,Eve\n"


@pytest.fixture
def project(make_project: Callable[..., Project]) -> Project:
    files = {"claims/one.csv": CLAIMS, "claims/two.csv": None, "entities.csv": ENTITIES}
    made = make_project({**files, "events.csv": None, "names.csv": None})
    made.build()
    return made


def test_three_hops_each_with_its_claim_and_place(project: Project) -> None:
    report = path(project.store(), "T", "abc", actor="ann", other="dan")
    assert report.lead == ("3 hops; 1 such path.",)
    (section,) = report.sections
    assert section.heading == "Ann – Bob – Cy – Dan"
    assert [(row[0], row[1]) for row in section.table.rows][2:4] == [
        ("hop 2", "Bob – Cy: 1 claim"),
        ("", "Bob meets Cy"),
    ]
    assert [row[3] for row in section.table.rows if row[4]] == ["one ¶1", "one ¶2", "one ¶3"]


def test_no_path_is_said_and_no_path_leads_to_oneself(project: Project) -> None:
    report = path(project.store(), "T", "abc", actor="ann", other="eve")
    assert report.lead == ("No path: no facts or occasions link the two.",)
    with pytest.raises(UsageError, match="to itself"):
        path(project.store(), "T", "abc", actor="ann", other="ann")


def test_putin_to_mitsui(shipped: Project) -> None:
    report = path(shipped.store(), "T", "abc", actor="putin", other="mitsui")
    hops = [row for row in report.sections[0].table.rows if str(row[0]).startswith("hop")]
    assert len(hops) == 2
    assert all(row[3] for row in report.sections[0].table.rows if row not in hops)
