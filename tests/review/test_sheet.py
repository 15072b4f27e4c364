import csv
import io
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from kg.errors import IssuesError
from kg.project import Project
from kg.review.desk import Decision, Desk
from kg.review.queue import Item
from kg.review.sheet import COLUMNS, export_sheet, import_sheet

Make = Callable[..., Project]
Find = Callable[[Desk, str], Item]
Lines = dict[str, dict[str, str]]


def lines(desk: Desk) -> Lines:
    """The table by the beginning of its quotes."""
    return {line["quote"]: line for line in csv.DictReader(io.StringIO(export_sheet(desk, desk.items)))}


def write(path: Path, table: Lines, columns: tuple[str, ...] = COLUMNS, encoding: str = "utf-8-sig") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")  # CRLF, as spreadsheets write
        writer.writeheader()
        writer.writerows(table.values())
    return path


def files(project: Project) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in project.seeds.rglob("*.csv")}


def test_the_table_is_the_queue_in_its_order_with_what_is_held(review_project: Make) -> None:
    desk = review_project().desk("me")
    table = list(csv.DictReader(io.StringIO(export_sheet(desk, desk.items))))
    assert [line["evidence"] for line in table] == [item.evidence for item in desk.items]
    assert table[0]["why"] == "contests one-o3 ¶2"
    assert table[0]["held"] == "Sud controls Isle, since 1998 [one-o3 ¶2]\nNord claims Isle [one-o2 ¶2]" or (
        table[0]["held"].startswith("Sud controls Isle")
    )
    (carl,) = [line for line in table if line["quote"].startswith("Carl Osten visited")]
    assert carl["subject"] == "Carl Osten"
    assert carl["new"] == "Carl Osten -> carl-osten (Person) Carl Osten"


def test_a_round_trip_gives_the_files_of_a_session(review_project: Make, find: Find, tmp_path: Path) -> None:
    by_hand, by_sheet = review_project(folder="hand"), review_project(folder="sheet")
    desk = by_hand.desk("me")
    table = lines(by_sheet.desk("me"))
    chosen: Lines = {}

    def verdict(quote: str, letter: str, **cells: str) -> Item:
        item = find(desk, quote)
        chosen[item.row.quote] = {**table[item.row.quote], "verdict": letter, **cells}
        return item

    desk.decide(desk.accept(verdict("Nord annexed", "a")))
    desk.decide(Decision(verdict("Nord threatened", "Rejected").evidence, "rejected"))
    desk.decide(Decision(verdict("Nord attacked", "u", note="who began?").evidence, "unsure", note="who began?"))
    edits = {"relation": "threatens", "when": "2016"}
    desk.decide(desk.accept(verdict("Bob criticized", "accepted", **edits), edits))
    carl = verdict("Carl Osten visited", "a")
    desk.decide(desk.accept(carl, new={"Carl Osten": desk.suggestions["Carl Osten"].entity}))
    desk.decide(desk.accept(verdict("Osten criticized", "a")))
    dora = verdict("Dora Halvorsen visited", "a", new="Dora Halvorsen -> ann")
    desk.decide(desk.accept(dora, new={"Dora Halvorsen": "ann"}))
    desk.decide(desk.accept(verdict("President Dora Halvorsen criticized", "a", new="")))

    counts = import_sheet(by_sheet.desk("me"), write(tmp_path / "q.csv", chosen))
    assert counts == {"accepted": 6, "rejected": 1, "unsure": 1}
    assert files(by_sheet) == files(by_hand)
    # once more changes nothing
    assert sum(import_sheet(by_sheet.desk("me"), tmp_path / "q.csv").values()) == 0
    assert files(by_sheet) == files(by_hand)


def test_ids_of_an_older_table_still_count(review_project: Make, find: Find, tmp_path: Path) -> None:
    project = review_project()
    desk = project.desk("me")
    table = lines(desk)
    desk.decide(
        desk.accept(find(desk, "Carl Osten visited"), new={"Carl Osten": desk.suggestions["Carl Osten"].entity})
    )
    quote = "Osten criticized Nord."
    sheet = write(tmp_path / "q.csv", {quote: {**table[quote], "verdict": "a"}})
    assert import_sheet(project.desk("me"), sheet)["accepted"] == 1
    assert quote not in lines(project.desk("me"))


def test_only_the_columns_that_are_there_are_read(review_project: Make, tmp_path: Path) -> None:
    project = review_project()
    table = lines(project.desk("me"))
    quote = "Nord annexed Isle."
    sheet = write(tmp_path / "q.csv", {quote: {**table[quote], "verdict": "a"}}, ("evidence", "verdict"), "utf-8")
    assert import_sheet(project.desk("me"), sheet) == {"accepted": 1, "rejected": 0, "unsure": 0}


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"verdict": "acepted"}, "verdict 'acepted' is not one of accepted, rejected, unsure (a, r, u); did you mean"),
        ({"verdict": "a", "evidence": "two-x00000000"}, "no proposal 'two-x00000000' waits"),
        ({"verdict": "a", "when": "May-16"}, "when: "),
        ({"verdict": "a", "relation": "annexxes"}, "did you mean annexes"),
        ({"verdict": "a", "quote": "Nord did not."}, "quote is what the text has"),
        ({"verdict": "a", "subject": "ann\x07"}, "control character"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_nothing_is_imported(
    review_project: Make, tmp_path: Path, cells: dict[str, str], words: str
) -> None:
    project = review_project()
    before = files(project)
    table = lines(project.desk("me"))
    chosen = {quote: {**table[quote], "verdict": "a"} for quote in ("Nord attacked Sud.", "Nord annexed Isle.")}
    chosen["Nord annexed Isle."] |= cells
    with pytest.raises(IssuesError) as caught:
        import_sheet(project.desk("me"), write(tmp_path / "q.csv", chosen))
    (issue,) = caught.value.issues
    assert str(issue.location) == "q.csv:3" and words in issue.message
    assert files(project) == before


def test_new_names_are_read_strictly(review_project: Make, tmp_path: Path) -> None:
    project = review_project()
    table = lines(project.desk("me"))
    wrong = ("Carl Osten = osten", "Carl Osten -> nobody", "Carl Osten -> Osten (Person)", "Carl Osten -> c (Persona)")
    told = []
    for new in wrong:
        quote = "Carl Osten visited Isle."
        with pytest.raises(IssuesError) as caught:
            import_sheet(
                project.desk("me"),
                write(tmp_path / "q.csv", {quote: {**table[quote], "verdict": "a", "new": new}}),
            )
        told.append(caught.value.issues[0].message)
    assert "is to be: name -> id" in told[0]
    assert "id 'Osten'" in told[2]
    assert "did you mean Person" in told[3]


def test_the_command_exports_imports_and_points_to_it_without_a_terminal(
    review_project: Make, run_kg: Callable[..., "CompletedProcess[str]"], tmp_path: Path
) -> None:
    project = review_project()
    where = ("--project", str(project.root), "--by", "me")
    plain = run_kg("review", *where)
    assert plain.returncode == 2 and "--export" in plain.stderr
    assert "did you mean isle" in run_kg("review", *where, "--export", "-", "--entity", "isl").stderr
    done = run_kg("review", *where, "--export", "-", "--relation", "annexes", "--limit", "1")
    (line,) = csv.DictReader(io.StringIO(done.stdout))
    sheet = write(tmp_path / "q.csv", {"": {**line, "verdict": "r"}})
    done = run_kg("review", *where, "--import", str(sheet))
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("0 accepted, 1 rejected, 0 unsure; ")
    assert b",rejected,me," in files(project)["judgements.csv"]
    sheet.write_text("evidence,verdict\ntwo-x00000000,a\n")
    done = run_kg("review", *where, "--import", str(sheet))
    assert (done.returncode, done.stderr.splitlines()[-1]) == (1, "kg: 1 error; nothing was imported")
    assert done.stderr.startswith("q.csv:2: no proposal")


def test_cells_that_begin_like_a_formula_are_guarded_and_read_back(review_project: Make, tmp_path: Path) -> None:
    text = {"texts/two.txt": "@Nord annexed Isle.\n\n=1 Nord attacked Sud.\n"}
    by_hand, by_sheet = review_project(text, "hand"), review_project(text, "sheet")
    desk = by_hand.desk("me")
    table = lines(by_sheet.desk("me"))
    assert sorted(quote[:2] for quote in table) == ["'=", "'@"]
    assert all(cell[:1] not in ("=", "+", "-", "@") for line in table.values() for cell in line.values())
    for line in table.values():
        line |= {"verdict": "a", "note": "=seen"}
    for item in desk.items:
        desk.decide(desk.accept(item, note="=seen"))
    assert import_sheet(by_sheet.desk("me"), write(tmp_path / "q.csv", table))["accepted"] == 2
    assert files(by_sheet) == files(by_hand)
