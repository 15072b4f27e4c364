import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

from kg.extract.document import from_text
from kg.project import Project
from kg.report import Report
from kg.report.comparison import comparison_report
from kg.report.formats import as_text

Make = Callable[..., Project]
Run = Callable[..., "CompletedProcess[str]"]

OLD = "Ann said little.\n\nThe weather was fine. Sud controls the Isle again. So be it.\n"
TEXT = "Sud controls the Isle. Ann met Bob in May 2016. The weather was fine.\n"
FILES = {
    "names.csv": "entity,name,kind\nisle,the Isle,alias\n",
    "claims/two.csv": (
        "id,subject,relation,object,at,according_to,quote\n"
        't1,bob,meets,ann,¶1,sud,"They met, Bob says."\nt2,sud,allyOf,nord,¶1,,\n'
    ),
}


def made(make_project: Make, text: str = TEXT, texts: str = "", **more: tuple[str, ...]) -> Report:
    project = make_project({**FILES, **({"texts/one.txt": texts} if texts else {})})
    document = from_text(text, "new.txt", "2017-01-01")
    return comparison_report(project.resolved(), project.ontology, [document], None, project.text_folders(), **more)


def rows(report: Report, heading: str) -> list[dict[str, object]]:
    return [
        dict(record) for section in report.sections if section.heading == heading for record in section.table.records()
    ]


def test_both_sides_stand_with_their_sentences(make_project: Make) -> None:
    found = rows(made(make_project, "Sud is not an ally of Nord. Ann met Bob.\n", OLD), "Contradicts the graph")
    assert [(row["side"], row["sentence"], row["at"]) for row in found] == [
        ("text", "Sud is not an ally of Nord.", "new.txt ¶1"),
        ("graph", "", "two ¶1"),
    ]
    assert found[1]["says"] == "Nord is an ally of Sud"


def test_a_known_sentence_is_the_quote_or_found_in_the_text_at_hand(make_project: Make) -> None:
    found = rows(made(make_project, "Sud controls the Isle. Ann met Bob.\n", OLD), "Known")
    assert [(row["side"], row["sentence"], row["voice"]) for row in found] == [
        ("text", "Sud controls the Isle.", ""),
        ("graph", "Sud controls the Isle again.", ""),
        ("text", "Ann met Bob.", ""),
        ("graph", "They met, Bob says.", "sud"),
    ]


def test_counts_the_share_of_sentences_and_the_kinds_asked_for(make_project: Make) -> None:
    report = made(make_project, only=("known",))
    counts = {row["what"]: row["count"] for row in rows(report, "Texts")}
    assert counts["sentences"] == 3
    assert set(counts) == {"sentences", "sentences that gave a claim", "known"}
    assert [section.heading for section in report.sections] == ["Texts", "Known"]
    assert "Silence is not agreement" in report.warnings[0]
    assert "of 3 sentences (" in as_text(report, 80)


def test_a_text_in_which_nothing_is_heard(make_project: Make) -> None:
    report = made(make_project, "The weather was fine today.\n")
    assert [section.heading for section in report.sections] == ["Texts"]
    assert "0 of 1 sentences (0 %)" in report.warnings[0]


def test_the_command(make_project: Make, run_kg: Run, tmp_path: Path) -> None:
    project = make_project(FILES)
    (tmp_path / "new.txt").write_text("Sud is not an ally of Nord. Ann met Bob in May 2016.\n", encoding="utf-8")
    at = ("-p", str(project.root), "--date", "2017-01-01")
    done = run_kg("compare", str(tmp_path / "new.txt"), *at, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    report = json.loads(done.stdout)
    assert report["schema"] == "kg.compare/1"
    assert [section["heading"] for section in report["sections"]] == ["Texts", "Contradicts the graph", "Known"]
    assert not (project.root / "output").exists()
    only = run_kg("compare", str(tmp_path / "new.txt"), *at, "--only", "more-precise")
    assert "more precise" in only.stdout and "Known" not in only.stdout
    some = run_kg("compare", str(tmp_path / "no.txt"), str(tmp_path / "new.txt"), *at)
    assert some.returncode == 3 and "no.txt" in some.stderr and "Known" in some.stdout
    assert run_kg("compare", str(tmp_path / "new.txt"), "-p", str(project.root), "--date", "May").returncode == 2
