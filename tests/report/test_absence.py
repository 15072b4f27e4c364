from kg.project import Project
from kg.report.absence import _cut_off, absence
from kg.report.formats import as_text


def test_ties_and_paths_go_in_each_layer(make_project) -> None:  # type: ignore[no-untyped-def]
    head = "id,subject,relation,object,modality,at\n"
    facts = "o1,ann,meets,nord,,¶1\no2,nord,allyOf,sud,,¶1\no3,sud,meets,bob,,¶2\n"
    plan = "o4,ann,meets,bob,planned,¶3\n"
    claims = {"claims/one.csv": head + facts + plan, "claims/two.csv": None, "names.csv": None}
    project: Project = make_project(claims)
    project.build()
    report = absence(project.store(), "T", "abc", "nord")
    tables = {section.heading: section.table for section in report.sections}
    counts = {(row[0], row[1]): row[2:] for row in tables["Without Nord: by tie and layer"].rows}
    # of the others sud and bob are tied by a fact, ann to both through nord alone; a plan leads round it
    assert counts["direct", "fact"] == (2, 2, 0, 3)
    assert counts["direct", "plans"] == (2, 0, 0, 3)
    assert tables["Who is cut off from whom"].rows[0] == ("Ann", 2, "Bob, Sud", "direct", "fact")
    ties = [row[1] for row in tables["Its direct ties, which go"].rows]
    assert ties[0] == "Ann: 1 claim" and "Nord is an ally of Sud" in ties


def test_whom_most_pairs_lose_stands_first_and_each_pair_once() -> None:
    how = ("direct", "fact")
    lost = {("a", "x"): how, ("b", "x"): how, ("c", "x"): how, ("a", "b"): how, ("a", "c"): ("direct", "plans")}
    rows = _cut_off(lost, {name: name.upper() for name in "abcx"})
    assert rows == [("X", 3, "A, B, C", *how), ("A", 1, "B", *how), ("A", 1, "C", "direct", "plans")]


def test_without_the_united_states_the_network_of_the_dossier_holds(shipped: Project) -> None:
    report = absence(shipped.store(), "T", "abc", "united-states")
    assert len(report.lead) == 3 and "fact 0 of" in report.lead[1]
    assert max(map(len, as_text(report, 80).splitlines())) <= 80


def test_who_has_no_tie_takes_nothing_along(make_project) -> None:  # type: ignore[no-untyped-def]
    project: Project = make_project()
    project.build()
    report = absence(project.store(), "T", "abc", "premier")
    assert {row[2:5] for row in report.sections[0].table.rows} == {(0, 0, 0)}
