from kg.project import Project
from kg.report.silence import silence


def test_each_source_on_each_topic_and_who_is_never_heard(shipped: Project) -> None:
    report = silence(shipped.store(), "T", "abc", actor="putin")
    counts = report.sections[0].table
    assert counts.columns[1:] == ("abiru2021", "brink2016", "eyal2017", "steps2017", "suga2021")
    rows = {str(row[0]): row[1:] for row in counts.rows}
    assert rows["Japan–Russia peace treaty"] == (5, 8, 17, 3, 0)
    assert any(line.startswith("suga2021") and "peace treaty" in line for line in report.lead)
    assert len(report.sections[1].table) > 5


def test_one_source_shows_only_what_it_leaves_out(shipped: Project) -> None:
    report = silence(shipped.store(), "T", "abc", source="suga2021")
    assert set(report.sections[0].table.column("suga2021")) == {0}
    assert len(report.lead) == 1


def test_a_topic_that_nobody_tells_of_with_an_actor_is_said_to_be_so(shipped: Project) -> None:
    report = silence(shipped.store(), "T", "abc", actor="mitsui", about="kurils")
    assert report.lead[-1].startswith("No source has a claim on")
