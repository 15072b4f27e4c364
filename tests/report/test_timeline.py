from collections.abc import Callable

from kg.project import Project
from kg.report.timeline import timeline

CLAIMS = (
    "id,subject,relation,object,when,polarity,modality,at\n"
    "o1,ann,meets,bob,2016-05-26,,,¶1\n"
    "o2,ann,meets,bob,2016-06,,planned,¶1\n"
    "o3,ann,meets,bob,2018,,,¶1\n"
    "o4,sud,controls,isle,1998/..,,,¶2\n"
    "o5,ann,supports,bob,,,,¶3\n"
)


def test_gaps_plans_precision_and_late_reports(make_project: Callable[..., Project]) -> None:
    bib = "@misc{one, title = {One}, date = {2020-02}}"
    project = make_project({"claims/one.csv": CLAIMS, "claims/two.csv": None, "sources.bib": bib, "names.csv": None})
    project.build()
    report = timeline(project.store(), "T", "abc", actor="ann")
    rows = [row[:3] for row in report.sections[0].table.rows]
    assert [row[0] for row in rows] == ["= 2016-05-26", "○ 2016-06", "⋯", "= 2018"]
    assert "outcome: unknown" in str(rows[1][2])
    assert "month only" in str(rows[1][2])
    assert rows[2][1] == "19 months without a dated claim"
    assert rows[3][2] == "year only · first reported 14 months later"
    assert report.warnings[0].startswith("1 claim without a date")
    assert report.lead[1] == "2016█ 17· 18▄"
    everything = timeline(project.store(), "T", "abc", until="2016")
    assert [section.heading for section in everything.sections] == ["In order", "Over a longer time"]
    assert len(everything.sections[0].table) == 2


def test_a_plan_leads_to_the_claim_that_tells_what_became_of_it(shipped: Project) -> None:
    report = timeline(shipped.store(), "T", "abc", actor="abe", other="putin")
    notes = [str(row[2]) for row in report.sections[0].table.rows if str(row[0]).startswith("○ 2016-12")]
    assert notes
    assert all("outcome: happened" in text and "see " in text and "(steps2017)" in text for text in notes)
