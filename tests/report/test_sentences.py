from collections.abc import Callable
from pathlib import Path

from kg.project import Project
from kg.report.registry import make_report
from kg.report.sentences import Sentences, with_sentences

TEXT = "Ann came [sic]. Annie met Bob \x1b[31m twice. Nobody else did.\n\nNord speaks of Isle. Nord wants Isle.\n"


def test_the_one_sentence_that_names_both_ends(make_project: Callable[..., Project], tmp_path: Path) -> None:
    project = make_project()
    project.build()
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    sentences = Sentences(project.read()[0], (folder,))
    assert sentences.naming(("ann", "bob", "a phrase"), "one", (1, 9)) == ["Annie met Bob \x1b[31m twice."]
    assert sentences.naming(("ann",), "two", (1,)) == sentences.naming(("a phrase",), "one", (1,)) == []
    report = with_sentences(
        make_report("pair", project.store(), "T", "", {"actor": "ann", "other": "bob"}), project.store(), sentences
    )
    assert report.sections[0].table.rows[0][2] == "text: “Annie met Bob \x1b[31m twice.”"
    nord = with_sentences(make_report("actor", project.store(), "T", "", {"actor": "nord"}), project.store(), sentences)
    assert not any("text:" in str(row) for section in nord.sections for row in section.table.rows)  # two would do
    assert nord.warnings[-1].startswith("What stands after 'text:'")


def test_a_sentence_that_names_one_end_only_is_not_that_of_both(
    make_project: Callable[..., Project], tmp_path: Path
) -> None:
    project = make_project()
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    sentences = Sentences(project.read()[0], (folder,))
    assert sentences.both(("ann", "bob"), "one", (1,)) == ["Annie met Bob \x1b[31m twice."]
    assert sentences.both(("bob", "a phrase"), "one", (1,)) == sentences.both(("bob", "bob"), "one", (1,)) == []
