from collections.abc import Callable, Mapping

import pytest

from kg.project import Project
from kg.report import Report
from kg.report.centrality import centrality_report, place
from kg.report.formats import as_csv, as_json, as_text
from kg.store import Queryable

ENTITIES = (
    "id,type,name,side\nann,Person,Ann,nord\nbob,Person,Bob,sud\ncid,Person,Cid,nord\ndan,Person,Dan,nord\neve,Person,Eve,sud\n"
    "nord,State,Nord,\nsud,State,Sud,\nisle,Place,Isle,\npremier,Position,Premier,nord\npact,Document,Pact,\n"
)
COLUMNS = "id,subject,relation,object,when,event,modality,at\n"
# ann is tied to cid and eve by two alone: without two, bob is first
ONE = (
    COLUMNS
    + "o1,bob,meets,dan,2016-01,,,¶1\no2,bob,meets,eve,,,,¶2\no3,ann,meets,dan,,,,¶3\no4,ann,hosts,bob,,,planned,¶4\n"
)
TWO = COLUMNS + "t1,ann,meets,cid,2016,,,¶1\nt2,ann,meets,eve,2017,,,¶2\n"


def small(make_project: Callable[..., Project]) -> Queryable:
    project = make_project({"entities.csv": ENTITIES, "claims/one.csv": ONE, "claims/two.csv": TWO})
    project.build()
    return project.store()


def rows(report: Report) -> dict[str, Mapping[str, object]]:
    return {str(row["actor"]): row for row in report.sections[1].table.records()}


def test_a_source_that_reverses_two_ranks_is_named(make_project: Callable[..., Project]) -> None:
    report = centrality_report(small(make_project), "T", "d")
    assert report.lead == ("5 claims tie 5 actors.", "Ann is first by PageRank, and falls to rank 3 without two.")
    ann, bob, cid = (rows(report)[name] for name in ("ann", "bob", "cid"))
    assert [ann[key] for key in ("rank", "best", "worst", "moved_by")] == [1, 1, 3, "two"]
    assert (bob["best"], ann["sources"], bob["sources"], ann["degree"]) == (1, 2, 1, 3)
    assert (cid["gone_without"], cid["worst"]) == ("two", 5)
    assert any("one: Bob and Dan; two: Cid" in line for line in report.warnings)
    assert any("60 % of these claims come from 1 of 2 sources (one)" in line for line in report.warnings)


def test_equal_ranks_and_orders_that_hang_on_one_source_are_told(make_project: Callable[..., Project]) -> None:
    text = as_text(centrality_report(small(make_project), "T", "d"), 80)
    assert "1 (1–3)" in text
    assert "3= " in text or "2= " in text
    report = centrality_report(small(make_project), "T", "d")
    assert any(line.startswith("A rank with = is shared") and "Dan and Eve" in line for line in report.warnings)
    assert any(line.startswith("Order of neighbours") and "Ann before Bob (two)" in line for line in report.warnings)


def test_it_leads_with_who_and_the_claims_that_tie(make_project: Callable[..., Project]) -> None:
    told = centrality_report(small(make_project), "T", "d").sections[0].table.rows
    assert told[0][:3] == (
        "1",
        "Ann",
        "tied to 3 actors in 2 sources, most with Cid (1 claim), Dan (1 claim) and Eve (1 claim)",
    )
    assert told[1][1] == "Ann meets Cid, 2016" and "tie with Cid" in str(told[1][2])
    claims = [row[4] for row in told if row[4]]
    assert len(claims) == len(set(claims)) >= 4


def test_layers_sides_directions_and_years(make_project: Callable[..., Project]) -> None:
    store = small(make_project)
    wide = centrality_report(store, "T", "d", every_layer=True)
    assert wide.lead[0] == "6 claims tie 5 actors."
    assert len(centrality_report(store, "T", "d", by_side=True).sections[1].table) == 2
    directed = centrality_report(store, "T", "d", directed=True, top=2)
    assert len(directed.sections[1].table) == 2 and "strength_in" in directed.sections[1].table.columns
    assert " in   out " in as_text(directed, 80)
    yearly = centrality_report(store, "T", "d", by_year=True)
    by_year, begun = yearly.sections[2:]
    assert [(row["year"], row["actor"], row["rank"]) for row in by_year.table.records() if row["year"] == 2017] == [
        (2017, "ann", 1),
        (2017, "eve", 1),
    ]
    assert (by_year.text or by_year.table).rows[-1] == ("2017", 1, "1= Ann, 1= Eve")
    assert begun.table.rows[0] == ("Ann", 2, "2016█ 17█")
    assert any("2 of 5 claims that tie bear no date" in line for line in yearly.warnings)


def test_resampling_repeats_itself(make_project: Callable[..., Project]) -> None:
    store = small(make_project)
    report = centrality_report(store, "T", "d", resample=50)
    assert as_json(report) == as_json(centrality_report(store, "T", "d", resample=50))
    cid = rows(report)["cid"]
    assert int(str(cid["low"])) <= 5 <= int(str(cid["high"])) and 0.1 < float(str(cid["missing"])) < 0.6
    assert "95 %" in as_text(report, 80)


def test_nothing_to_rank_and_one_source_alone(make_project: Callable[..., Project]) -> None:
    project = make_project({"claims/one.csv": COLUMNS, "claims/two.csv": TWO, "entities.csv": ENTITIES})
    project.build()
    report = centrality_report(project.store(), "T", "d")
    assert report.lead[1] == "Ann is first by PageRank. All rests on one source, so no rank has a range."
    assert "All of these claims come from two" in report.warnings[-1]
    empty = make_project({"claims/one.csv": COLUMNS, "claims/two.csv": COLUMNS, "entities.csv": ENTITIES}, "empty")
    empty.build()
    assert centrality_report(empty.store(), "T", "d", by_year=True, resample=5).lead == ("No claim ties two actors.",)


def test_a_place_is_written_with_its_range() -> None:
    assert [place(1, 1, 1, 1), place(3, 2, 2, 7)] == ["1", "3= (2–7)"]


def test_the_shipped_ranking_in_text_and_as_data(shipped: Project) -> None:
    report = centrality_report(shipped.store(), "T", "abc")
    table = report.sections[1].table
    assert set(table.column("actor")[:4]) >= {"russia", "japan"}
    assert abs(sum(float(str(value)) for value in table.column("pagerank")) - 1) < 1e-9
    assert any("% of these claims come from 2 of 5 sources" in warning for warning in report.warnings)
    assert any(warning.startswith("PageRank holds up small groups") for warning in report.warnings)
    assert len(report.sections[1].text or ()) == 20 < len(table)
    text = as_text(report, 80)
    assert max(map(len, text.splitlines())) <= 80
    assert "eigenvector" in as_csv(report) and "eigenvector" not in text


def test_a_large_network_goes_without_the_slow_range_and_says_so(
    shipped: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.report.centrality.LARGE", 10)
    report = centrality_report(shipped.store(), "t", "d")
    table = next(section.table for section in report.sections if "betweenness_best" in section.table.columns)
    assert set(table.column("betweenness_best")) == {None}
    assert any("have no range here" in warning for warning in report.warnings)
    assert all(isinstance(best, int) for best in table.column("best"))
