"""Stories: entries with their time, how they are said, and footnotes that Pandoc reads as citations."""

import io
import re
from collections.abc import Callable

from kg.table import Table, Value

Clean = Callable[[Value], str]
WHEN = 19  # columns for the time


def cite_markdown(text: str) -> str:
    """`one2016 ¶3; two2018 ¶1` as Pandoc's `[@one2016, ¶3; @two2018, ¶1]`.

    >>> cite_markdown("one2016 ¶3, ¶7; two2018")
    '[@one2016, ¶3, ¶7; @two2018]'
    """
    parts = []
    for part in text.split("; "):
        key, _, places = part.partition(" ")
        simple = re.fullmatch(r"\w+([:.#$%&+?<>~/-]\w+)*", key)
        parts.append(f"@{key if simple else '{' + key + '}'}" + (f", {places}" if places else ""))
    return f"[{'; '.join(parts)}]"


def story_text(table: Table, width: int | None, clean: Clean) -> str:
    """Entries for a terminal: the time at the left, below the claim how it is said and where it stands."""
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    output = io.StringIO()
    console = Console(file=output, width=width, no_color=True, highlight=False, markup=False, emoji=False)
    grid = RichTable.grid(padding=(0, 2, 0, 0), pad_edge=False)
    longest = max((len(clean(row[0])) for row in table.rows), default=0)
    if longest:
        grid.add_column(width=min(longest, WHEN), overflow="fold")
    grid.add_column(overflow="fold", ratio=1)
    for when, *rest in table.rows:
        text, note, cite, claim = (clean(cell) for cell in rest)
        lines = [text, note, " · ".join(part for part in (cite, claim) if part)]
        body = Text("\n".join(line for line in lines if line))
        grid.add_row(*([Text(clean(when))] if longest else []), body)
    console.print(grid)
    return "\n".join(line.rstrip() for line in output.getvalue().splitlines()) + "\n"


class Footnotes:
    """Numbers citations through a page; the label keeps two pages in one memo apart."""

    def __init__(self, label: str):
        self.label = label
        self.notes: list[str] = []

    def mark(self, cite: str, claim: str) -> str:
        """The mark in the text, and its note for the end of the page."""
        if not cite:
            return ""
        note = cite_markdown(cite) + (f", `{claim}`" if claim else "")
        if note not in self.notes:
            self.notes.append(note)
        return f"[^{self.label}-{self.notes.index(note) + 1}]"

    def lines(self) -> list[str]:
        """The notes themselves."""
        return [f"[^{self.label}-{number}]: {note}" for number, note in enumerate(self.notes, 1)]


def story_markdown(table: Table, escape: Clean, clean: Clean, footnotes: Footnotes) -> str:
    """Entries as a list, each with its footnote."""
    lines = []
    for when, text, note, cite, claim in table.rows:
        begin = f"**{escape(when)}** " if when else ""
        how = f" ({escape(note)})" if note else ""
        lines.append(f"- {begin}{escape(text)}{how}{footnotes.mark(clean(cite), clean(claim))}")
    return "\n".join(lines) + "\n"
