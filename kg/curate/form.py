"""The form for one row: a cell a line, proposals as you type, and what the checks say below each."""

import shutil
from collections.abc import Callable, Iterable

from prompt_toolkit.application import get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import (
    BufferControl,
    ConditionalContainer,
    Dimension,
    FormattedTextControl,
    HSplit,
    ScrollablePane,
    VSplit,
    Window,
)

from kg.curate.desk import ALWAYS, FORM, Curation, Told
from kg.errors import printable
from kg.model import ClaimRow


class Form:
    """The cells of one row while they are written; `old` is the row that they are to replace."""

    def __init__(self, desk: Curation):
        self.desk, self.paragraph = desk, 1
        self.old: ClaimRow | None = None
        self.first: dict[str, str] = {}  # the cells as the form opened
        self.told: tuple[Told, ...] = ()
        self.all_cells = self.tried = self.filling = False
        self.buffers = {name: self._buffer(name) for name in FORM}

    def container(self) -> ScrollablePane:
        """All cells that are in use, below each other."""
        return ScrollablePane(
            HSplit([part for name in FORM for part in self._field(name)]),
            height=lambda: Dimension(preferred=self._height(), max=self._height()),
            show_scrollbar=False,
        )

    def open(self, row: ClaimRow | None, paragraph: int) -> None:
        """Show the cells of a row, or of a new one at a paragraph.

        Raises:
            UsageError: the row does not stand in its file any more.
        """
        self.desk.reload()  # the files may have changed since they were read
        self.old = self.desk.row(row.id) if row else None
        self.paragraph, self.first = paragraph, self.desk.cells(self.old, paragraph)
        self.tried, self.all_cells, self.filling = bool(row), False, True
        for name, buffer in self.buffers.items():
            buffer.set_document(Document(self.first[name]), bypass_readonly=True)
        self.filling = False
        self._check()
        self.focus()

    def focus(self, column: str = FORM[0]) -> None:
        """Go to a cell."""
        get_app().layout.focus(self.buffers[column])

    def close(self) -> None:
        """Show nothing."""
        self.first, self.told = {}, ()

    def touched(self) -> bool:
        """Whether something would be lost."""
        cells = self.cells()
        return cells != self.first and bool(self.old or any(cells[name] for name in FORM if name != "at"))

    def save(self) -> ClaimRow | None:
        """Save the row; None if the checks refuse it, and the first cell at fault is gone to.

        Raises:
            UsageError: the file was changed meanwhile.
        """
        self.tried = True
        self._check()
        wrong = [item for item in self.told if item.severity == "error"]
        if not wrong:
            return self.desk.save(self.cells(), self.old)
        self.focus(next((item.column for item in wrong if item.column), FORM[0]))
        return None

    def move(self, paragraph: int) -> None:
        """Read another paragraph; the place of a new row goes along, unless it was edited."""
        if self.old is None and self.buffers["at"].text == f"¶{self.paragraph}":
            self.buffers["at"].text = f"¶{paragraph}"
        self.paragraph = paragraph

    def _field(self, name: str) -> list[ConditionalContainer]:
        line = VSplit(
            [
                Window(FormattedTextControl(f"{name}: "), width=15, style="bold"),
                Window(BufferControl(self.buffers[name]), height=1),
            ]
        )
        told = Window(FormattedTextControl(lambda: self.said(name)), dont_extend_height=True, wrap_lines=True)
        visible = Condition(lambda: name in self._visible())
        return [
            ConditionalContainer(line, visible),
            ConditionalContainer(told, visible & Condition(lambda: bool(self.said(name)))),
        ]

    def _height(self) -> int:
        visible = self._visible()
        wanted = len(visible) + sum(2 for name in visible if self.said(name))
        return max(4, min(wanted, shutil.get_terminal_size().lines * 3 // 5))

    def _visible(self) -> list[str]:
        focus = get_app().layout.has_focus
        return [
            name
            for name in FORM
            if self.all_cells or name in ALWAYS or self.buffers[name].text or focus(self.buffers[name])
        ]

    def said(self, column: str) -> StyleAndTextTuples:
        """What the checks say of a cell, or of the row as a whole."""
        told = [item for item in self.told if item.column == column]
        if not self.tried:  # a form that was just opened is no heap of errors
            told = [item for item in told if self.buffers[column].text] if column else told
        style = "fg:ansired" if any(item.severity == "error" for item in told) else "fg:ansiyellow"
        return [(style, "  ! " + "; ".join(printable(item.message) for item in told))] if told else []

    def _buffer(self, name: str) -> Buffer:
        completer = _Completer(lambda typed: self._near(name, typed))
        return Buffer(
            completer=completer, complete_while_typing=True, multiline=False, on_text_changed=lambda _: self._check()
        )

    def _near(self, name: str, typed: str) -> Iterable[Completion]:
        for word in self.desk.words.near(name, typed, self.cells(), self.paragraph):
            yield Completion(word.text, -word.typed, printable(word.text, 40), printable(word.meaning, 70))

    def cells(self) -> dict[str, str]:
        """What is written."""
        return {name: buffer.text for name, buffer in self.buffers.items()}

    def _check(self) -> None:
        if not self.filling:
            self.told = self.desk.check(self.cells(), self.old)

    def step(self, by: int) -> None:
        """To the next or previous cell that is shown."""
        visible = self._visible()
        here = next((i for i, name in enumerate(visible) if get_app().layout.has_focus(self.buffers[name])), 0)
        self.focus(visible[(here + by) % len(visible)])

    def take(self, buffer: Buffer) -> None:
        """Take the chosen proposal or else the first; in an empty cell go on to the next."""
        chosen = buffer.complete_state and buffer.complete_state.current_completion
        buffer.complete_state = None
        if not buffer.text:
            self.step(1)
        elif not chosen:  # asked for anew, for the menu may lag behind the typing
            found = buffer.completer.get_completions(buffer.document, CompleteEvent(completion_requested=True))
            if first := next(iter(found), None):
                buffer.apply_completion(first)

    def toggle(self) -> None:
        """All cells, or only those in use."""
        self.all_cells = not self.all_cells

    def enter(self, buffer: Buffer) -> None:
        """Keep what was chosen, or go to the next cell."""
        if buffer.complete_state and buffer.complete_state.current_completion:
            buffer.complete_state = None
        else:
            buffer.cancel_completion()
            self.step(1)

    def choose(self, by: int) -> None:
        """The next proposal of the menu, or the next cell."""
        buffer = get_app().current_buffer
        if not buffer.complete_state:
            self.step(by)
        elif by > 0:
            buffer.complete_next()
        else:
            buffer.complete_previous()


class _Completer(Completer):
    def __init__(self, near: Callable[[str], Iterable[Completion]]):
        self.near = near

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """Proposals for what stands before the cursor."""
        return self.near(document.text_before_cursor)
