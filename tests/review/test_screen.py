import csv
import io
import os
import re
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from kg.errors import errors_in
from kg.project import Project
from kg.review.desk import Desk
from kg.review.queue import Item
from kg.review.screen import HELP, KEYS, Screen, marked
from kg.review.sheet import export_sheet, import_sheet

Make = Callable[..., Project]
Find = Callable[[Desk, str], Item]
CLEAR = "\x15"  # Ctrl-U empties the line


def press(desk: Desk, keys: str, shown: list[str] | None = None) -> Screen:
    """A session in which these keys are pressed; what it says is added to `shown`."""
    screen = Screen(desk, desk.items)
    if shown is not None:
        screen._say = lambda text, style="": shown.append(text)  # type: ignore[method-assign]
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(keys)
        screen.run()
    return screen


def verdicts(project: Project) -> list[tuple[str, str]]:
    return [(item.evidence, item.verdict) for item in project.read()[0].judgements]


def test_each_key_does_what_the_help_says(review_project: Make) -> None:
    assert all(re.search(rf"^{re.escape(key)}  ", HELP, re.M) for key in KEYS if key != "?")
    project = review_project()
    desk = project.desk("me")
    first, second, third, fourth = (item.evidence for item in desk.items[:4])
    screen = press(desk, "aruz?sq")
    assert verdicts(project) == [(first, "accepted"), (second, "rejected")]
    assert screen.skipped == {third}
    assert screen.counts == {"accepted": 1, "rejected": 1, "unsure": 0}
    shown: list[str] = []
    press(desk, "zzz\x03", shown)  # Ctrl-C quits
    assert verdicts(project) == []
    assert "\nnothing to undo" in shown
    assert fourth not in desk.dossier.judged("unsure")


def test_what_is_unsure_or_skipped_does_not_come_again_in_the_session(review_project: Make) -> None:
    project = review_project({"texts/two.txt": "Nord annexed Isle. Bob criticized Ann. Nord attacked Sud.\n"})
    desk = project.desk("me")
    press(desk, "usr")  # and the queue is empty
    assert [verdict for _, verdict in verdicts(project)] == ["unsure", "rejected"]
    assert [item.why for item in project.desk("me").items][-1] == "unsure before"


def test_an_edit_that_no_check_would_pass_is_told_and_can_be_mended(review_project: Make) -> None:
    project = review_project({"texts/two.txt": "Nord annexed Isle.\n"})
    desk = project.desk("me")
    shown: list[str] = []
    press(desk, "ewMay-16\r\rbq", shown)
    assert verdicts(project) == []
    assert [text for text in shown if text.startswith("\nnot accepted: when: ")]
    press(desk, f"eo{CLEAR}isle|\r\ro{CLEAR}isle\rw{CLEAR}2016-05\rnseen\r\r")
    (row,) = [row for row in project.read()[0].rows if row.source == "two" and row.id.startswith("x")]
    assert (row.object, row.when) == ("isle", "2016-05")
    assert project.read()[0].judgements[0].note == "seen"


def test_filters_narrow_and_widen_the_queue(review_project: Make, find: Find) -> None:
    project = review_project()
    desk = project.desk("me")
    press(desk, "fentity=isle relation=annexes\rrf\rq")
    assert verdicts(project) == [(find(desk, "Nord annexed").evidence, "rejected")]
    shown: list[str] = []
    press(desk, "fcolour=red\rfrelation=praises\rq", shown)
    assert {"\nnot understood: colour=red", "\nnone is left of these; the filter stays as it was"} <= set(shown)


def test_a_session_goes_on_when_a_file_cannot_be_written(review_project: Make) -> None:
    project = review_project()
    desk = project.desk("me")
    (project.seeds / "judgements.csv").write_text("evidence;verdict\n")
    shown: list[str] = []
    press(desk, "rq", shown)
    assert any("not written: seeds/judgements.csv:1" in text for text in shown)


def test_mentions_are_marked_and_nothing_in_a_text_steers_the_terminal() -> None:
    parts = marked("Ann \x1b[31mmet Bob.", [(0, 3), (13, 16)], 40)
    text = "".join(part[1] for part in parts)
    assert "[Ann]" in text and "[Bob]" in text and "\x1b" not in text
    assert [part[1] for part in parts if part[0]] == ["[Ann]", "[Bob]"]


# What is pressed for the proposals whose quotes begin so, and what comes of each.
PLAN = {
    "Sud does not control": ("a", "accepted"),
    "Ann hosted": ("a", "accepted"),
    "Nord annexed": ("r", "rejected"),
    "Nord claims": ("a", "accepted"),
    "Bob criticized": ("ew2016\r\r", "accepted"),
    "Bob visited": ("u", "unsure"),
    "Sud invaded": ("az", "rejected"),  # taken back, shown again, and then rejected
    "Nord attacked": ("a", "accepted"),
    "Sud sanctioned": ("u", "unsure"),
    "Nord cooperates": ("a", "accepted"),
    "Ann warned": (f"er{CLEAR}criticizes\r\r", "accepted"),
    "Ann visited": ("a", "accepted"),
    "Carl Osten visited": ("a", "accepted"),
    "Nord threatened": ("r", "rejected"),
    "Peru supports": ("a", "accepted"),
    "Nord sanctioned": ("a", "accepted"),
    "Foreign Minister Carl": ("a", "accepted"),
    "Nord rejected": ("a", "accepted"),
    "The Harbour Group met": ("a", "rejected"),
    "President Dora Halvorsen met": ("a", "accepted"),
    "Prime Minister Anna": ("a", "accepted"),
    "Bob threatened the Harbour": ("a", "rejected"),
    "The Harbour Group criticized": ("a", "rejected"),
    "Osten criticized": ("a", "accepted"),
    "Sud supports": ("r", "rejected"),
    "President Dora Halvorsen criticized": ("a", "accepted"),
    "Dora Halvorsen visited": ("u", "unsure"),
    "Peru criticized": ("s", ""),
    "Anna Nordstrom visited": ("a", "accepted"),
}
NEW = {  # and when a new name is asked about
    "Carl Osten": "a",
    "Peru": "a",
    "Harbour Group": "r",
    "Dora Halvorsen": "mann\r",
    "Anna Nordstrom": f"e{CLEAR}nordstrom\r\r{CLEAR}A. Nordstrom\r",
    "A. Nordstrom": "a",
}
SHEET = {"Bob criticized": {"when": "2016"}, "Ann warned": {"relation": "criticizes"}}  # the same in a spreadsheet
NEW_IN_SHEET = {
    "Dora Halvorsen -> dora-halvorsen (Person) Dora Halvorsen": "Dora Halvorsen -> ann",
    "Anna Nordstrom -> anna-nordstrom (Person) Anna Nordstrom": "Anna Nordstrom -> nordstrom (Person) A. Nordstrom",
}


def planned(quote: str) -> str:
    return next(start for start in PLAN if quote.startswith(start))


class Person:
    """Sits at a terminal and does what the plan says, as each card is shown."""

    def __init__(self, project: Project, quotes: dict[str, str]):
        self.quotes, self.taken_back = quotes, False
        self.terminal = pexpect.spawn(
            sys.executable,
            ["-m", "kg", "review", "--by", "me", "--project", str(project.root)],
            dimensions=(50, 120),
            encoding="utf-8",
            timeout=30,
            env={**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"},
        )

    def see(self) -> str:
        """The evidence id of the next card, once its keys are shown; '' when the session is over."""
        while (seen := self.terminal.expect(["q quit", "name it   b back", pexpect.EOF])) == 1:
            self.terminal.send(NEW[re.findall(r"New: ([^(]+) \(", self.terminal.before)[-1]])
        if seen == 2:
            return ""
        assert "underline" not in self.terminal.before
        return str(re.findall(r"(two-x[0-9a-f]{8}) · rule", self.terminal.before)[-1])

    def decide(self, evidence: str) -> None:
        """Press the keys for a card."""
        keys = PLAN[planned(self.quotes[evidence])][0]
        if keys == "az" and self.taken_back:
            keys = "r"
        elif keys == "az":
            self.terminal.send("a")
            self.see()
            keys, self.taken_back = "z", True
        self.terminal.send(keys)


def quotes_of(project: Project) -> dict[str, str]:
    return {item.evidence: item.row.quote for item in project.desk("me").items}


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")
def test_a_review_that_is_killed_and_taken_up_again_holds_exactly_the_decisions_made(
    review_project: Make, tmp_path: Path
) -> None:
    project, other = review_project(folder="terminal"), review_project(folder="sheet")
    quotes = quotes_of(project)
    person = Person(project, quotes)
    evidence = person.see()
    while len(verdicts(project)) < 9:
        person.decide(evidence)
        evidence = person.see()  # by now the decision is on disk
    os.kill(person.terminal.pid, signal.SIGKILL)
    person.terminal.close()
    done = {quotes[key]: verdict for key, verdict in verdicts(project)}
    assert done == {quote: PLAN[planned(quote)][1] for quote in done} and len(done) == 9
    assert not errors_in(project.check())

    quotes |= quotes_of(project)
    again = Person(project, quotes)
    again.taken_back = person.taken_back
    while evidence := again.see():
        again.decide(evidence)
    assert re.search(r"\d+ accepted, \d+ rejected, \d+ unsure; \d+ wait", again.terminal.before)

    dossier = project.read()[0]
    judged = {planned(quotes[item.evidence]): item.verdict for item in dossier.judgements}
    wanted = {quote: verdict for quote, (_, verdict) in PLAN.items() if verdict}
    assert judged == wanted
    rows = {planned(row.quote): row for row in dossier.rows if row.quote}
    assert set(rows) == {quote for quote, verdict in wanted.items() if verdict == "accepted"}
    assert len([row for row in dossier.rows if row.quote]) == len(rows)
    assert (rows["Bob criticized"].when, rows["Ann warned"].relation) == ("2016", "criticizes")
    assert rows["President Dora Halvorsen met"].subject == "ann"
    assert {entity.id for entity in dossier.entities[7:]} == {"carl-osten", "peru", "nordstrom"}
    assert sorted((name.entity, name.name) for name in dossier.names[2:]) == [
        ("ann", "Dora Halvorsen"),
        ("nordstrom", "Anna Nordstrom"),
    ]
    assert not errors_in(project.check())

    # the same in a spreadsheet, line by line in the order of the decisions
    desk = other.desk("me")
    table = {line["quote"]: line for line in csv.DictReader(io.StringIO(export_sheet(desk, desk.items)))}
    with (tmp_path / "q.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(next(iter(table.values()))))
        writer.writeheader()
        for item in dossier.judgements:
            quote = quotes[item.evidence]
            new = NEW_IN_SHEET.get(table[quote]["new"], table[quote]["new"])
            edits = {**SHEET.get(planned(quote), {}), "new": new}
            writer.writerow({**table[quote], "verdict": item.verdict[0], **edits})
    import_sheet(desk, tmp_path / "q.csv")
    by_quote = {table[quote]["evidence"]: key for key, quote in quotes.items() if key in dict(verdicts(project))}
    for path in sorted(project.seeds.rglob("*.csv")):
        text = (other.seeds / path.relative_to(project.seeds)).read_text("utf-8")
        for old, new in by_quote.items():  # ids change when a name has become an entity in between
            text = text.replace(old, new).replace(old.removeprefix("two-"), new.removeprefix("two-"))
        assert path.read_text("utf-8") == text, path.name
