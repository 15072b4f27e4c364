import json
from collections.abc import Callable
from subprocess import CompletedProcess

import pytest

from kg.errors import UsageError
from kg.project import Project
from kg.report.formats import as_text
from kg.report.registry import REPORTS, make_report, missing, option, parameters, switches

NEEDS = {
    "position": {"side": "russia", "about": "peace-treaty"},
    "actor": {"actor": "putin"},
    "pair": {"actor": "abe", "other": "putin"},
    "path": {"actor": "putin", "other": "mitsui"},
    "conditions": {"about": "peace-treaty"},
    "perspectives": {"about": "kurils"},
    "diff": {"one": "2016", "two": "japan"},
}
HOSTILE = "An[sic]n [/b] [red]x[/red] `y` *z*"


def test_every_report_has_a_description() -> None:
    assert set(REPORTS) >= {"summary", "centrality"}
    assert all(maker.__doc__ for maker in REPORTS.values())


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_fits_80_columns(name: str, shipped: Project) -> None:
    report = make_report(name, shipped.store(), "T", "abc", NEEDS.get(name, {}))
    assert report.name == name
    assert dict(report.parameters) == NEEDS.get(name, {})
    assert report.warnings
    assert max(map(len, as_text(report, 80).splitlines())) <= 80


def test_parameters_and_what_is_missing() -> None:
    assert parameters("path") == {"actor": True, "other": True}
    assert missing("position", {"side": "x"}) == ["about"]
    assert (option("since"), option("by_side")) == ("--from", "--by-side")
    assert switches("path") == {}
    assert switches("centrality")["top"] is int and switches("centrality")["by_year"] is bool


@pytest.mark.parametrize(
    ("name", "values", "told"),
    [
        ("actor", {"actor": "putim"}, "did you mean putin"),
        ("actor", {}, "actor needs --actor"),
        ("path", {"actor": "abe", "other": "putin", "side": "japan"}, "does not take --side"),
        ("timeline", {"since": "May-16"}, "--from: .*did you mean 2016-05"),
        ("diff", {"one": "2016-99", "two": "2017"}, "ONE: "),
        ("centrality", {"basis": "hearsay"}, "--basis is one of direct, occasions, propositions"),
        ("timeline", {"by_year": True}, "does not take --by-year"),
        ("position", {"side": "russia} UNION {", "about": "x"}, "no id"),
    ],
)
def test_wrong_questions_are_told(name: str, values: dict[str, str | bool], told: str, shipped: Project) -> None:
    with pytest.raises(UsageError, match=told):
        make_report(name, shipped.store(), "T", "abc", values)


def test_ids_stand_for_options_and_json_carries_them(
    shipped: Project, run_kg: Callable[..., "CompletedProcess[str]"]
) -> None:
    done = run_kg("report", "path", ":putin", "mitsui", "--json", cwd=shipped.root)
    assert done.returncode == 0, done.stderr
    data = json.loads(done.stdout)
    assert data["schema"] == "kg.path/1"
    assert data["parameters"] == {"actor": "putin", "other": "mitsui"}
    assert len(data["dataset"]) == 64
    assert run_kg("report", "path", "putin", "mitsui", "abe", cwd=shipped.root).returncode == 2
    assert "did you mean position?" in run_kg("report", "positon", cwd=shipped.root).stderr
    assert "  quality        What the graph cannot tell" in run_kg("report", "--help").stdout


def test_hostile_names_come_through_a_pipe_unharmed(
    make_project: Callable[..., Project], run_kg: Callable[..., "CompletedProcess[str]"]
) -> None:
    entities = (
        f"id,type,name,side\nann,Person,{HOSTILE},nord\nbob,Person,Bob,sud\nnord,State,Nord,\nsud,State,Sud,\n"
        "isle,Place,Isle,\npremier,Position,Premier,nord\npact,Document,Pact,\n"
    )
    project = make_project({"entities.csv": entities})
    project.build()
    for name, ids in (("timeline", ()), ("actor", ("ann",)), ("pair", ("ann", "bob")), ("path", ("ann", "bob"))):
        done = run_kg("report", name, *ids, cwd=project.root, NO_COLOR="1", COLUMNS="80")
        assert done.returncode == 0, done.stderr
        assert max(map(len, done.stdout.splitlines())) <= 80
        assert HOSTILE in " ".join(done.stdout.split())
        assert "\x1b" not in done.stdout
