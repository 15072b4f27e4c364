"""Curation in the terminal: text, rows, a form. Decides nothing itself; the desk does."""

import textwrap
from collections.abc import Callable

from prompt_toolkit.application import Application
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import (
    CompletionsMenu,
    ConditionalContainer,
    Dimension,
    Float,
    FloatContainer,
    FormattedTextControl,
    HSplit,
    Layout,
    VSplit,
    Window,
)

from kg.curate.desk import Curation, paragraphs
from kg.curate.form import Form
from kg.curate.words import shown
from kg.errors import IssuesError, KgError, printable
from kg.model import ClaimRow

HELP = """n, PgDn   next paragraph
p, PgUp   previous paragraph
↓ ↑       next, previous row
space     read on in a long paragraph
a         new row at this paragraph
e, Enter  edit the row marked >
d         delete it (asks)
z         undo the last save or deletion, again and again
q         quit; every saved row is on disk already

In the form:
Tab       take the first proposal, or the one chosen with ↓ ↑; goes on from an empty cell
Enter     next cell; Shift-Tab goes back
Ctrl-O    all cells, or only those in use
Ctrl-S    save
PgDn PgUp next, previous paragraph; a new row goes along
Ctrl-C    leave without saving (asks, if something was typed)"""
BROWSING = "n p paragraph   ↓ ↑ row   a new   e edit   d delete   z undo   ? help   q quit"
WRITING = "Tab complete   Enter next cell   Ctrl-O all cells   Ctrl-S save   Ctrl-C leave"
CONTEXT = 3  # lines shown above what is current
NEAR = 60  # paragraphs and rows that are laid out below it


class Screen:
    """A session. `mode` is browse, form, ask or help."""

    def __init__(self, desk: Curation):
        self.desk = desk
        self.mode, self.message = "browse", ""
        self.paragraph, self.scroll = 1, 0
        self.row: ClaimRow | None = None  # the one that is marked
        self.asked: tuple[str, Callable[[], None], str] = ("", lambda: None, "")
        self.form = Form(desk)
        self.rows_control = FormattedTextControl(self._rows, focusable=True, show_cursor=False)
        self.app: Application[None] = Application(
            Layout(self._container(), self.rows_control), key_bindings=self._bindings(), full_screen=True
        )
        self._move(0)
        if desk.text is None:
            self.message = f"no text of {desk.key} is at hand (--texts DIR, or its text in seeds/texts/): rows alone"

    def run(self) -> int:
        """Curate until the person quits; how many rows the source has then."""
        self.app.run()
        return len(self.desk.rows)

    # --- what is shown -----------------------------------------------------------------------------------------

    def _container(self) -> FloatContainer:
        form = Condition(lambda: bool(self.form.first))
        beside = Condition(lambda: self.mode != "help")
        half = Dimension(preferred=20, weight=1)
        top = VSplit(
            [
                Window(FormattedTextControl(self._text), wrap_lines=True, width=half),
                ConditionalContainer(Window(width=1, char="│"), beside),
                ConditionalContainer(Window(self.rows_control, wrap_lines=True, width=half), beside),
            ],
            height=Dimension(min=4, weight=1),
        )
        lines = [
            Window(FormattedTextControl(self._title), height=1, style="reverse"),
            top,
            ConditionalContainer(Window(height=1, char="─"), form),
            ConditionalContainer(self.form.container(), form),
            Window(FormattedTextControl(self._status), dont_extend_height=True, wrap_lines=True, style="bold"),
            Window(
                FormattedTextControl(lambda: WRITING if self.mode == "form" else BROWSING), height=1, style="reverse"
            ),
        ]
        return FloatContainer(HSplit(lines), [Float(CompletionsMenu(max_height=8), xcursor=True, ycursor=True)])

    def _title(self) -> str:
        desk = self.desk
        at = f"¶{self.paragraph} of {desk.count} · {len(desk.rows)} rows"
        return f" {desk.key} · {at} · {printable(desk.source.title)}"

    def _status(self) -> StyleAndTextTuples:
        whole = self.form.said("") if self.mode == "form" else []
        return [*whole, ("", "\n" if whole and self.message else ""), ("", self.message)]

    def _text(self) -> StyleAndTextTuples:
        if self.mode == "help":
            return [("", HELP)]
        text = self.desk.text
        if text is None:
            return [("italic", "\n  no text at hand")]
        width, parts = self._width(), []
        for number in range(max(1, self.paragraph - 1), min(self.paragraph + NEAR, len(text.spans)) + 1):
            mark = "▶" if number == self.paragraph else " "
            lines = _wrapped(f"{mark}¶{number} {printable(text.paragraph(number), 10**6)}", width)
            parts.append(("bold" if number == self.paragraph else "", lines, number == self.paragraph))
        return _from(parts, self.scroll)

    def _rows(self) -> StyleAndTextTuples:
        width, parts = self._width(), []
        rows = self.desk.rows
        current = rows.index(self.row) if self.row in rows else self._place()
        for row in rows[max(0, current - CONTEXT) : current + NEAR]:
            marked = row == self.row
            here = self.paragraph in paragraphs(row.at)
            wrong = "! " if row.location in self.desk.faulty else ""
            line = f"{'>' if marked else ' '}{wrong}{row.id} {row.at}  {shown(row)}"
            style = "reverse" if marked and here else "bold" if here else "underline" if marked else ""
            parts.append((style, _wrapped(line, width), row == rows[min(current, len(rows) - 1)]))
        return _from(parts) or [("italic", "\n  no row yet; a writes one")]

    def _width(self) -> int:
        return max(20, self.app.output.get_size().columns // 2 - 1)

    # --- moving ------------------------------------------------------------------------------------------------

    def _move(self, by: int) -> None:
        """To another paragraph; its first row is marked."""
        self.paragraph = max(1, min(self.desk.count, self.paragraph + by))
        self.scroll = 0
        if self.mode == "form":
            self.form.move(self.paragraph)
        else:
            rows = self.desk.rows
            self.row = next((row for row in rows if self.paragraph in paragraphs(row.at)), None)

    def _step(self, by: int) -> None:
        """To another row; the paragraph goes along."""
        rows = self.desk.rows
        if not rows:
            return
        index = rows.index(self.row) + by if self.row in rows else self._place() - (by < 0)
        self._mark(rows[max(0, min(len(rows) - 1, index))])

    def _place(self) -> int:
        """How many rows stand before the current paragraph."""
        return sum(min(paragraphs(row.at), default=10**9) < self.paragraph for row in self.desk.rows)

    def _mark(self, row: ClaimRow | None) -> None:
        self.row = row
        if row and (numbers := paragraphs(row.at)) and self.paragraph not in numbers:
            self.paragraph, self.scroll = min(numbers[0], self.desk.count), 0

    # --- the form ----------------------------------------------------------------------------------------------

    def _open(self, row: ClaimRow | None) -> None:
        self.form.open(row, self.paragraph)
        self.mode = "form"

    def _close(self) -> None:
        self.form.close()
        self.mode = "browse"
        self.app.layout.focus(self.rows_control)

    def _leave(self) -> None:
        if self.form.touched():
            self._ask("leave without saving?", self._close)
        else:
            self._close()

    def _save(self) -> None:
        row = self.form.save()
        if row is None:
            self.message = "not saved: something is to be mended"
            return
        self._close()
        self._mark(self.desk.row(row.id))
        self.message = f"saved {row.id}"

    # --- asking, doing -----------------------------------------------------------------------------------------

    def _ask(self, question: str, act: Callable[[], None]) -> None:
        self.asked = (question, act, self.mode)
        self.mode, self.message = "ask", f"{question} y yes, any other key no"
        self.app.layout.focus(self.rows_control)

    def _answer(self, yes: bool) -> None:
        _, act, mode = self.asked
        self.mode, self.message = mode, ""
        if mode == "form":
            self.app.layout.focus_last()
        if yes:
            act()

    def _delete(self) -> None:
        row, rows = self.row, self.desk.rows
        if row is None or row not in rows:
            self.message = "no row is marked"
            return
        index = rows.index(row)

        def act() -> None:
            self.desk.delete(row)
            left = self.desk.rows
            self._mark(left[min(index, len(left) - 1)] if left else None)
            self.message = f"deleted {row.id}; z brings it back"

        self._ask(f"delete {row.id} ({shown(row)})?", act)

    def _undo(self) -> None:
        done = self.desk.undo()
        id_ = done.rpartition(" ")[2]
        self._mark(next((row for row in self.desk.rows if row.id == id_), None))
        self.message = f"taken back: {done}" if done else "nothing to undo"

    def _do(self, act: Callable[[], object]) -> None:
        """Do it; what fails is told and nothing is lost."""
        self.message = ""
        try:
            act()
        except IssuesError as error:
            self.message = printable(f"not done: {error}; {error.consequence}")
        except (KgError, OSError) as error:
            self.message = printable(f"not done: {error}")

    # --- keys --------------------------------------------------------------------------------------------------

    def _bindings(self) -> KeyBindings:
        bindings = KeyBindings()

        def bind(mode: str, keys: str, act: Callable[[], object]) -> None:
            for key in keys.split():

                @bindings.add(key, filter=Condition(lambda: self.mode == mode), eager=mode == "form")
                def _(event: KeyPressEvent) -> None:
                    self._do(act)

        bind("browse", "n pagedown right", lambda: self._move(1))
        bind("browse", "p pageup left", lambda: self._move(-1))
        bind("browse", "down j", lambda: self._step(1))
        bind("browse", "up k", lambda: self._step(-1))
        bind("browse", "space", self._read_on)
        bind("browse", "a", lambda: self._open(None))
        bind("browse", "e enter c-j", lambda: self._open(self.row) if self.row else self._open(None))
        bind("browse", "d", self._delete)
        bind("browse", "z", self._undo)
        bind("browse", "?", lambda: setattr(self, "mode", "help"))
        bind("browse", "q c-c c-d", lambda: self.app.exit())
        bind("help", "<any> c-c", lambda: setattr(self, "mode", "browse"))
        bind("ask", "y", lambda: self._answer(True))
        bind("ask", "<any> c-c enter", lambda: self._answer(False))
        bind("form", "c-s", self._save)
        bind("form", "c-c escape", self._leave)
        bind("form", "c-o", self.form.toggle)
        bind("form", "enter c-j", lambda: self.form.enter(self.app.current_buffer))
        bind("form", "tab", lambda: self.form.take(self.app.current_buffer))
        bind("form", "s-tab", lambda: self.form.step(-1))
        bind("form", "pagedown", lambda: self._move(1))
        bind("form", "pageup", lambda: self._move(-1))
        bind("form", "down", lambda: self.form.choose(1))
        bind("form", "up", lambda: self.form.choose(-1))
        return bindings

    def _read_on(self) -> None:
        self.scroll += 5


def _wrapped(line: str, width: int) -> list[str]:
    return textwrap.wrap(line, width, subsequent_indent="   ", break_on_hyphens=False) or [line]


def _from(parts: list[tuple[str, list[str], bool]], scroll: int = 0) -> StyleAndTextTuples:
    """Lines from a little above the part that is current."""
    lines = [(style, f"{line}\n", current) for style, wrapped, current in parts for line in wrapped]
    first = next((i for i, (_, _, current) in enumerate(lines) if current), 0)
    top = max(0, min(first - CONTEXT + scroll, len(lines) - 1))
    return [(style, line) for style, line, _ in lines[top:]]
