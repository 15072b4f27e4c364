import json
import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import click
import pytest
from click.testing import CliRunner

from kg.cli.render import render
from kg.pages.registry import PAGES
from kg.project import Project

Run = Callable[..., "CompletedProcess[str]"]


def claims_of(path: Path) -> list[str]:
    match = re.search(r'<script type="application/json" id="data">(.*?)</script>', path.read_text("utf-8"), re.S)
    assert match
    return [claim["id"] for claim in json.loads(match[1])["claims"]]


def test_a_page_of_what_passes_names_its_filters(shipped: Project, run_kg: Run, tmp_path: Path) -> None:
    done = run_kg("render", "graph", "-o", str(tmp_path), "--source", "suga2021", "-p", str(shipped.root))
    assert (done.returncode, done.stdout) == (0, "")
    assert [path.name for path in tmp_path.iterdir()] == ["graph.html"]
    text = (tmp_path / "graph.html").read_text("utf-8")
    assert "only <code>--source suga2021</code>" in text
    built = shipped.output / "site" / "graph.html"
    assert 0 < len(claims_of(tmp_path / "graph.html")) < len(claims_of(built))
    assert set(claims_of(tmp_path / "graph.html")) < set(claims_of(built))


def test_without_filters_the_site_is_that_of_the_build(shipped: Project, run_kg: Run, tmp_path: Path) -> None:
    done = run_kg("render", "-o", str(tmp_path / "new" / "site"), "-p", str(shipped.root))
    assert done.returncode == 0
    assert "wrote" in done.stderr
    for name in PAGES:
        made = tmp_path / "new" / "site" / f"{name}.html"
        assert made.read_bytes() == (shipped.output / "site" / f"{name}.html").read_bytes()


def test_a_page_or_a_value_that_there_is_not_is_refused(shipped: Project, run_kg: Run, tmp_path: Path) -> None:
    project = ("-o", str(tmp_path / "x"), "-p", str(shipped.root))
    assert run_kg("render", "grahp", *project).returncode == 2
    done = run_kg("render", "--side", "rusia", *project)
    assert done.returncode == 2
    assert "did you mean russia" in done.stderr
    assert not (tmp_path / "x").exists()


def test_the_first_page_opens(shipped: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    args = ["graph", "-o", str(tmp_path), "--open", "-p", str(shipped.root)]
    assert CliRunner().invoke(render, args).exit_code == 0
    assert opened == [(tmp_path / "graph.html").as_uri()]


def test_nothing_passes_and_a_page_is_still_made(shipped: Project, run_kg: Run, tmp_path: Path) -> None:
    done = run_kg(
        "render", "graph", "-o", str(tmp_path), "--relation", "meets", "--to", "1700", "-p", str(shipped.root)
    )
    assert done.returncode == 0
    assert "no claims pass" in done.stderr
    assert claims_of(tmp_path / "graph.html") == []
