import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from kg.errors import UsageError
from kg.project import Project
from kg.report.bundle import write_bundle


def test_every_citation_stands_in_the_bibliography_beside_it(shipped: Project, tmp_path: Path) -> None:
    values = {"actor": "putin", "other": "mitsui", "side": "russia", "about": "peace-treaty"}
    written, left = write_bundle(shipped.store(), "T", "abc", values, tmp_path, shipped.seeds)
    assert {"position.md", "path.md", "contested.md", "sources.bib", "index.md"} <= set(written)
    assert left == ["diff: needs ONE and TWO"]
    keys = set(re.findall(r"@\w+\{([^,]+),", (tmp_path / "sources.bib").read_text("utf-8")))
    marks: list[str] = []
    for page in sorted(tmp_path.glob("*.md")):
        text = page.read_text("utf-8")
        assert set(re.findall(r"(?<!\\)@([\w-]+)", text)) <= keys
        used, noted = re.findall(r"(\[\^[^\]]+\])(?!:)", text), re.findall(r"^(\[\^[^\]]+\]):", text, re.MULTILINE)
        assert set(used) == set(noted)
        marks += noted
    assert len(marks) == len(set(marks)) > 50  # pages can be pasted into one memo


def test_without_parameters_what_needs_one_is_left_out(make_project: Callable[..., Project], tmp_path: Path) -> None:
    project = make_project()
    project.build()
    written, left = write_bundle(project.store(), "T", "abc", {}, tmp_path / "memo", project.seeds)
    assert "timeline.md" in written
    assert "position: needs --side and --about" in left
    with pytest.raises(UsageError, match="did you mean ann"):
        write_bundle(project.store(), "T", "abc", {"actor": "anne"}, tmp_path / "other", project.seeds)
    assert not (tmp_path / "other").exists()


def test_the_command_writes_a_folder_and_says_so(
    shipped: Project, tmp_path: Path, run_kg: Callable[..., "CompletedProcess[str]"]
) -> None:
    done = run_kg("report", "all", "-o", str(tmp_path / "m"), "-p", str(shipped.root))
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "left out position: needs --side and --about" in done.stderr
    assert run_kg("report", "all", "-p", str(shipped.root)).returncode == 2
