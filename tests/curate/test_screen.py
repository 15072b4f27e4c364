import os
import signal
import sys
from collections.abc import Callable
from subprocess import CompletedProcess

import pexpect
import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.formatted_text import fragment_list_to_text
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from kg.curate.screen import HELP, Screen
from kg.errors import errors_in
from kg.project import Project

TAB, ENTER, SAVE, ALL, LEAVE, CLEAR, DOWN = "\t", "\r", "\x13", "\x0f", "\x03", "\x15", "\x1b[B"
PAGE_DOWN = "\x1b[6~"


class Watched(Screen):
    """Remembers what is shown after each key that does something."""

    def __init__(self, project: Project, key: str = "one"):
        super().__init__(project.curation(key))
        self.seen: list[str] = []

    def _do(self, act: Callable[[], object]) -> None:
        super()._do(act)
        said = [self.form.said(name) for name in self.form.buffers]
        shown = [self._text(), self._rows(), *said, self._status()]
        self.seen.append("\n".join([self._title(), *(fragment_list_to_text(part) for part in shown)]))


def press(project: Project, keys: str, key: str = "one") -> Watched:
    """A session in which these keys are pressed."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        screen = Watched(project, key)
        pipe.send_text(keys)
        screen.run()
    return screen


def lines(project: Project, key: str = "one") -> list[str]:
    return (project.seeds / "claims" / f"{key}.csv").read_text("utf-8").splitlines()


def test_a_session_writes_exactly_what_was_saved_and_kg_check_accepts_it(curated: Project) -> None:
    before = lines(curated)
    screen = press(
        curated,
        # two rows with type-ahead, the second at the next paragraph, with a cell that is at fault at first
        f"aannie{TAB}{ENTER}meets{TAB}{ENTER}bob{TAB}{SAVE}"
        f"nasud{ENTER}claims{ENTER}north is{TAB}{ENTER}"
        f"{ALL}{ENTER}{ENTER}{ENTER}May 2016{SAVE}{CLEAR}2016-05{SAVE}"
        # the first is edited, o3 deleted after a question that was first answered with no
        f"p{DOWN}e{ALL}{ENTER * 6}2015{SAVE}"
        f"n{DOWN}dxdy"
        # a row too many, taken back; another is left without saving
        f"abob{ENTER}visits{ENTER}isle{SAVE}z"
        f"aann{LEAVE}y?xq",
    )
    assert lines(curated) == [
        *before[:3],
        before[4],
        "o5,ann,meets,bob,,2015,,,,¶1,",
        "o6,sud,claims,isle,,2016-05,,,,¶2,",
    ]
    told = "\n".join(screen.seen)
    assert "! when: " in told and "not saved: something is to be mended" in told
    for part in ("saved o5", "saved o6", "delete o3 (", "deleted o3", "saved o7", "taken back: new row o7", HELP):
        assert part in told, part
    assert not errors_in(curated.check())


def test_the_paragraph_is_marked_and_its_rows_stand_beside_it(curated: Project) -> None:
    start, _, end = press(curated, f"n{PAGE_DOWN}{PAGE_DOWN}q").seen[:3]
    assert "¶2 of 3 · 4 rows" in start and "▶¶2 Nord claims" in start and ">o2 ¶2  nord claims isle" in start
    assert "¶3 of 3" in end and ">o4 ¶3" in end
    (back,) = press(curated, "pq").seen[:1]
    assert "¶1 of 3" in back


def test_a_new_row_goes_along_with_the_paragraph_and_proposals_can_be_chosen(curated: Project) -> None:
    press(curated, f"aann{ENTER}meets{ENTER}bob{PAGE_DOWN}{SAVE}q")
    assert lines(curated)[-1] == "o5,ann,meets,bob,,,,,,¶2,"
    screen = press(curated, f"a{PAGE_DOWN}{LEAVE}q")  # nothing typed: nothing asked
    assert "leave without saving" not in "".join(screen.seen)
    assert len(lines(curated)) == 6


def test_without_a_text_the_rows_alone_are_curated(curated: Project) -> None:
    screen = press(curated, f"abob{ENTER}visits{ENTER}isle{SAVE}q", "two")
    assert "no text at hand" in screen.seen[0]
    assert lines(curated, "two")[1:] == ["t1,bob,meets,ann,talks,¶1,", "t2,bob,visits,isle,,¶1,"]
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        assert Screen(curated.curation("two")).message.startswith("no text of two is at hand")


def test_a_session_goes_on_when_the_file_cannot_be_written(curated: Project) -> None:
    class Broken(Watched):
        def _save(self) -> None:
            (curated.seeds / "claims" / "one.csv").write_text("a;b\n")
            super()._save()

    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        screen = Broken(curated)
        pipe.send_text(f"aann{ENTER}meets{ENTER}bob{SAVE}{LEAVE}yq")
        screen.run()
    assert "not done: seeds/claims/one.csv:1: columns are separated" in "".join(screen.seen)


def test_away_from_a_terminal_one_line_says_so(
    curated: Project, run_kg: Callable[..., "CompletedProcess[str]"]
) -> None:
    for key, message in (
        ("one", "kg: kg curate wants a terminal; "),
        ("onn", "kg: no source 'onn' in sources.bib; did"),
    ):
        done = run_kg("curate", key, "--project", str(curated.root))
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(message) and done.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")
def test_a_session_that_is_killed_has_lost_no_saved_row(curated: Project) -> None:
    terminal = pexpect.spawn(
        sys.executable,
        ["-m", "kg", "curate", "one", "--project", str(curated.root)],
        dimensions=(40, 120),
        encoding="utf-8",
        timeout=30,
        env={**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"},
    )
    terminal.expect("q quit")
    terminal.send(f"aannie{TAB}{ENTER}visits{ENTER}north is{TAB}{SAVE}")
    terminal.expect("saved o5")
    terminal.send("abob")
    os.kill(terminal.pid, signal.SIGKILL)
    terminal.close()
    assert lines(curated)[-1] == "o5,ann,visits,isle,,,,,,¶1,"
    assert not errors_in(curated.check())
