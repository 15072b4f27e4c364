import pytest

from kg.project import Project
from kg.report.standing import corroboration, sources


def test_claims_of_several_origins_come_with_all_their_places(shipped: Project) -> None:
    report = corroboration(shipped.store(), "T", "abc", about="kurils")
    best = report.sections[0].table.rows[0]
    assert best[0] == "5 origins"
    assert [part.split()[0] for part in str(best[3]).split("; ")] == [
        "abiru2021",
        "brink2016",
        "eyal2017",
        "steps2017",
        "suga2021",
    ]
    shares = report.sections[1].table
    assert sum(float(str(share)) for share in shares.column("share")) == pytest.approx(1)


def test_sources_tell_what_rests_on_the_largest_and_which_are_copies(shipped: Project) -> None:
    report = sources(shipped.store(), "T", "abc")
    assert report.lead[-1].startswith("Claims by year of publication: 2016█")
    assert report.sections[0].table.column("source")[0] == "brink2016"
    assert "comes from brink2016 and suga2021" in report.lead[1]
    assert "abiru2021-briefing repeats abiru2021" in report.warnings
    assert "Jonathan Eyal" in report.sections[1].table.column("author")
