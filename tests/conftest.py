"""What tests share: the shipped dossier built once, small projects made on the spot, and ../shared."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.project import Project

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The texts and gold beside the checkout; loud where they are missing, and never skipped in CI."""
    if not (SHARED / "articles").is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail("../shared is missing, and CI skips nothing")
        pytest.skip("SKIPPED LOUDLY: ../shared is not here, so nothing was held against the articles")
    return SHARED


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the shipped dossier, built once."""
    folder = tmp_path_factory.mktemp("shipped")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    project = Project.open(folder)
    project.build()
    return project


STARTER = {
    "project.toml": 'title = "T"\nbase = "https://example.org/t/"\n',
    "entities.csv": (
        "id,type,name,side\nann,Person,Ann,nord\nbob,Person,Bob,sud\nnord,State,Nord,\nsud,State,Sud,\n"
        "isle,Place,Isle,\npremier,Position,Premier,nord\npact,Document,Pact,\n"
    ),
    "events.csv": "id,name,type,when,where\ntalks,talks,Event,2016-05,isle\n",
    "names.csv": "entity,name,lang,kind,used_by,source,at\nann,Annie,en,alias,,,\nisle,North Isle,en,contested,nord,one,¶2\n",
    "sources.bib": "@misc{one,\n\ttitle = {One},\n\tdate = {2016-06}\n}\n\n\n@misc{two,\n\ttitle = {Two},\n\tdate = {2017}\n}\n",
    "claims/one.csv": (
        "id,subject,relation,object,about,when,event,polarity,modality,at,according_to\n"
        "o1,ann,meets,bob,,,talks,,,¶1,\n"
        "o2,nord,claims,isle,,,,,,¶2,\n"
        "o3,sud,controls,isle,,1998/..,,,,¶2,\n"
        "o4,ann,hosts,bob,,2016-12,,,planned,¶3,\n"
    ),
    "claims/two.csv": "id,subject,relation,object,event,at,according_to\nt1,bob,meets,ann,talks,¶1,\n",
}


@pytest.fixture
def starter() -> dict[str, str]:
    """The files of the small project."""
    return STARTER


@pytest.fixture
def make_project(tmp_path: Path) -> Callable[..., Project]:
    """Make a small project; keyword-like files replace those of the starter, None leaves one out."""

    def make(files: dict[str, str | bytes | None] | None = None, folder: str = "p") -> Project:
        seeds = tmp_path / folder / "seeds"
        for name, text in {**STARTER, **(files or {})}.items():
            if text is not None:
                path = seeds / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return Project.open(tmp_path / folder)

    return make


@pytest.fixture
def run_kg() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the command as a user does: a process of its own, output in a pipe."""

    def run(*args: str, cwd: Path | None = None, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "kg", *args],
            cwd=cwd,
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            env={**os.environ, "COLUMNS": "80", **env},
        )

    return run
