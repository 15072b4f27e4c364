"""The rules of the house, kept by tests."""

import ast
import re
from pathlib import Path

import pytest

from kg.cli import COMMANDS
from kg.queries.catalogue import load_catalogue
from kg.report.registry import REPORTS

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted(path for path in (ROOT / "kg").rglob("*.py"))
TESTS = {path.stem for path in (ROOT / "tests").rglob("test_*.py")}


def names_of_the_domain() -> set[str]:
    relations = set(
        re.findall(r"^kg:(\w+) a kg:Relation", (ROOT / "ontology" / "relations.ttl").read_text("utf-8"), re.M)
    )
    ids = {
        line.split(",")[0]
        for name in ("entities.csv", "events.csv")
        for line in (ROOT / "seeds" / name).read_text("utf-8").splitlines()[1:]
    }
    return relations | ids


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_module_is_long_and_none_names_the_domain(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 400
    words = set(re.findall(r"\bkg:(\w+)|\bKG\.(\w+)|['\"]:?([\w-]+)['\"]|(?<![\w:]):([a-z][\w-]*)", text))
    named = {word for group in words for word in group if word} & names_of_the_domain()
    assert named <= {"claims"}  # the folder claims/ and a column share the name of a relation


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_module_that_does_something_has_its_tests(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    does = any(isinstance(node, ast.FunctionDef) for node in tree.body)
    if does and path.parent.name != "cli" and path.stem != "__init__":
        assert {f"test_{path.stem}", f"test_{path.stem}_{path.parent.name}", f"test_{path.stem}_page"} & TESTS


def test_the_command_line_is_a_small_share_of_the_code() -> None:
    lines = {path: len(path.read_text("utf-8").splitlines()) for path in MODULES}
    share = sum(count for path, count in lines.items() if path.parent.name == "cli") / sum(lines.values())
    assert share < 0.15


def test_every_command_query_and_report_stands_in_the_docs() -> None:
    text = "".join(path.read_text("utf-8") for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))])
    for name in COMMANDS:
        assert f"kg {name}" in text, name
    for name in [*load_catalogue(), *REPORTS]:
        assert f"`{name}`" in text or f"{name} " in text, name


def test_nothing_names_a_package_registry() -> None:
    hosts = ("pypi" + ".org", "npmjs" + ".org", "pythonhosted" + ".org", "deb" + ".debian.org")
    for path in ROOT.rglob("*"):
        inside = not {".git", ".venv", "output", "node_modules"} & set(path.relative_to(ROOT).parts)
        if (
            inside
            and path.is_file()
            and path.suffix in (".py", ".cfg", ".toml", ".md", ".csv", ".bib", ".ttl", ".rq", ".txt", "")
        ):
            text = path.read_text("utf-8", errors="replace")
            assert not [host for host in hosts if host in text], path


def runs_of_eight(line: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", line.casefold())
    return {tuple(words[i : i + 8]) for i in range(len(words) - 7)}


def test_no_run_of_eight_words_of_an_article_stands_in_the_project(shared: Path) -> None:
    """Titles in sources.bib and names in names.csv aside."""
    assert runs_of_eight("a b c d e f g h i") == {tuple("abcdefgh"), tuple("bcdefghi")}
    articles = [path.read_text("utf-8") for path in (shared / "articles").glob("*.txt")]
    known = set().union(*(runs_of_eight(line) for text in articles for line in text.splitlines()))
    assert len(known) > 8000
    found: list[str] = []
    kinds = {".py", ".md", ".csv", ".bib", ".ttl", ".rq", ".txt", ".toml", ".cfg", ".html", ".js"}
    for path in ROOT.rglob("*"):
        top = path.relative_to(ROOT).parts[0]
        if top in (".git", ".venv", "output") or path.suffix not in kinds or path.name == "names.csv":
            continue
        text = path.read_text("utf-8")
        if path.name == "sources.bib":
            text = re.sub(r"^\s*title\s*=.*$", "", text, flags=re.MULTILINE)
        found += [f"{path.name}: {line}" for line in text.splitlines() if runs_of_eight(line) & known]
    assert not found
