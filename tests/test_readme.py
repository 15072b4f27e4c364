"""What README tells a reader to type is typed."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

from kg.project import Project

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def commands() -> list[str]:
    """What README and docs/ tell to type; `test_docs` runs the two pages that show output."""
    pages = [path for path in (ROOT / "docs").glob("*.md") if path.name not in ("cookbook.md", "reports.md")]
    text = "".join([README, *(path.read_text("utf-8") for path in sorted(pages))])
    blocks = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
    return list(dict.fromkeys(line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")))


def test_every_kg_command_of_the_readme_and_docs_runs(
    shipped: Project, run_kg: Callable[..., CompletedProcess[str]]
) -> None:
    typed = [shlex.split(line, comments=True)[1:] for line in commands() if line.startswith("kg ")]
    assert len(typed) >= 20
    for args in typed:
        done = run_kg(*args, cwd=shipped.root)
        assert done.returncode == 0, (args, done.stderr)


def test_the_set_up_commands_are_those_of_ci_and_make() -> None:
    assert "$ make\n" in README
    assert "$ make test\n" in README
    assert "make test" in (ROOT / ".ci" / "run").read_text("utf-8")
    outside = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    dry = subprocess.run(["make", "-n"], cwd=ROOT, capture_output=True, text=True, env=outside)
    assert dry.stdout.rstrip().endswith("kg build")


def test_the_wheel_works_away_from_the_checkout(tmp_path: Path) -> None:
    """Built from a copy of the tracked files, unpacked elsewhere, run in a third folder."""
    copy = tmp_path / "copy"
    shutil.copytree(
        ROOT,
        copy,
        ignore=shutil.ignore_patterns(".git", ".venv", "output", "*.egg-info", "build", ".*_cache", ".hypothesis"),
    )
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "wheel", "--no-deps", "-w", str(tmp_path / "dist"), str(copy)], check=True, capture_output=True
    )
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    subprocess.run(
        [*pip, "install", "--no-deps", "--target", str(tmp_path / "site"), str(wheel)], check=True, capture_output=True
    )
    shutil.rmtree(copy)
    away = tmp_path / "away"
    away.mkdir()

    def kg(*args: str) -> str:
        code = f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); import kg; assert 'site' in kg.__file__; from kg.cli import main; main()"
        done = subprocess.run([sys.executable, "-c", code, *args], cwd=away, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    kg("init", "mine")
    kg("build", "--project", "mine")
    assert "True" in kg("query", "ASK { :berg kg:meets :sol }", "--project", "mine", "--format", "md")
    kg("init", "--example", "theirs")
    kg("build", "--project", "theirs")
    assert "True" in kg("query", "ASK { :abe kg:meets :putin }", "--project", "theirs", "--format", "md")
