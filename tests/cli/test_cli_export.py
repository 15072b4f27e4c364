import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from kg.export.registry import EXPORTS
from kg.project import Project

Run = Callable[..., "CompletedProcess[str]"]


@pytest.mark.parametrize("format_", EXPORTS)
def test_every_form_on_stdout_and_in_a_file(shipped: Project, run_kg: Run, tmp_path: Path, format_: str) -> None:
    args = ("export", "--format", format_, "--actor", "suga", "-p", str(shipped.root))
    done = run_kg(*args)
    assert (done.returncode, done.stderr) == (0, "")
    assert "suga" in done.stdout
    out = tmp_path / "out"
    assert run_kg(*args, "-o", str(out)).stdout == ""
    assert out.read_text("utf-8").rstrip("\n") == done.stdout.rstrip("\n")


def test_export_gives_what_a_person_has_seen_unless_told(shipped: Project, run_kg: Run) -> None:
    def methods(*args: str) -> set[str]:
        done = run_kg("export", "--format", "jsonl", "-p", str(shipped.root), *args)
        return {json.loads(line)["method"] for line in done.stdout.splitlines()}

    assert methods() == methods("--layer", "plan") == {"curated"}
    assert methods("--method", "extracted") == {"extracted"}
    assert methods("--method", "extracted", "--method", "curated") == {"curated", "extracted"}


def test_what_nothing_passes_is_told_and_what_is_unknown_refused(shipped: Project, run_kg: Run) -> None:
    project = ("-p", str(shipped.root))
    done = run_kg("export", "--format", "csv", "--relation", "meets", "--to", "1700", *project)
    assert (done.returncode, done.stderr) == (0, "kg: no claims pass\n")
    for args in (("export", "--format", "csv"), ("query", "meetings"), ("report", "summary")):
        done = run_kg(*args, "--side", "rusia", *project)
        assert (done.returncode, done.stdout) == (2, "")
        assert "did you mean russia" in done.stderr


def test_queries_and_reports_ask_what_passes(shipped: Project, run_kg: Run) -> None:
    project = ("-p", str(shipped.root))
    count = "SELECT (COUNT(?c) AS ?n) { ?c a kg:Claim }"
    figures = [
        int(run_kg("query", count, "--format", "csv", *args, *project).stdout.split()[1])
        for args in ((), ("--source", "suga2021"), ("--as-of", "2016-11-30", "--actor", "abe"))
    ]
    assert figures[0] > figures[1] > 0 and figures[2] > 0
    done = run_kg("query", count, "--source", "suga2021", "--as-of", "2016-11-30", *project)
    assert done.returncode == 2 and "--source" in done.stderr
    # a parameter may name what no claim that passes speaks of
    done = run_kg("query", "meetings", "--param", "actor=abe", "--relation", "controls", *project)
    assert done.returncode == 0
    assert done.stdout.count("\n") == 1

    report = json.loads(run_kg("report", "summary", "--json", "--layer", "plan", "--side", "japan", *project).stdout)
    assert report["warnings"][0] == "Only what passes --side japan --layer plan."
    kinds = {row["class"]: row["claims"] for row in report["sections"][1]["rows"]}
    assert list(kinds) == ["Plan"]
