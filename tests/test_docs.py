"""The docs show what the commands print."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from kg.project import Project

DOCS = Path(__file__).resolve().parent.parent / "docs"
spec = importlib.util.spec_from_file_location("regenerate", DOCS / "regenerate.py")
assert spec and spec.loader
regenerate = importlib.util.module_from_spec(spec)
spec.loader.exec_module(regenerate)


@pytest.mark.parametrize("page", [DOCS / "cookbook.md", DOCS / "reports.md"], ids=lambda page: page.name)
def test_every_output_in_the_docs_is_real(
    page: Path, shipped: Project, run_kg: Callable[..., "CompletedProcess[str]"]
) -> None:
    def run(arguments: list[str]) -> str:
        done = run_kg(*arguments, cwd=shipped.root)
        assert done.returncode == 0, (arguments, done.stderr)
        return done.stdout

    text = page.read_text("utf-8")
    assert regenerate.BLOCK.search(text) or regenerate.REPORT.search(text)
    assert regenerate.regenerate(text, run) == text, "run make docs"


def test_an_output_is_replaced_and_the_rest_is_kept() -> None:
    text = "# A\n\n```console\n$ kg query x --format md\n```\n\n| old |\n| --- |\n\nAfter.\n"
    new = regenerate.regenerate(text, lambda arguments: f"| {' '.join(arguments)} |\n")
    assert new == "# A\n\n```console\n$ kg query x --format md\n```\n\n| query x --format md |\n\nAfter.\n"


def test_a_report_stands_in_its_block_without_the_hash_of_the_data() -> None:
    text = "```console\n$ kg report x --side y\nold\n```\n\n```console\n$ make\n```\n"
    new = regenerate.regenerate(text, lambda _: "T · data 0123456789ab\nNew\n")
    assert new == "```console\n$ kg report x --side y\nT\nNew\n```\n\n```console\n$ make\n```\n"
