"""Reports and tables as text, Markdown, CSV or JSON. Texts of sources are data: no markup in them is obeyed."""

import csv
import io
import json
import re
from collections.abc import Callable
from shutil import get_terminal_size
from textwrap import fill

from kg.report import STORY, Report
from kg.report.story import Footnotes, story_markdown, story_text
from kg.table import Table, Value, guarded

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# Bidirectional overrides can make a line read as another; they are made visible.
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


NUMBER_HEADING = 6
FOLDED = 16  # columns that a text needs at least


def clean(value: Value) -> str:
    """A value as one printable line: no control characters, no escape codes, no direction overrides."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.3f}"
    text = _CONTROLS.sub("", str(value).replace("\n", " ").replace("\t", " "))
    return _BIDI.sub("\N{REPLACEMENT CHARACTER}", text)


def table_text(table: Table, width: int | None = None) -> str:
    """A table for a terminal, wrapped to its width."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    output = io.StringIO()
    console = Console(file=output, width=width, no_color=True, highlight=False, markup=False, emoji=False)
    numeric = [
        all(isinstance(row[index], int | float | None) for row in table.rows) for index in range(len(table.columns))
    ]
    widths = [max(map(len, map(clean, column))) for column in zip(table.columns, *table.rows, strict=True)]
    # text folds: a table is tight if numbers leave no room for some words of each text
    least = [width if number else min(width, FOLDED) for width, number in zip(widths, numeric, strict=True)]
    tight = sum(least) + 3 * len(widths) > console.width
    grid = RichTable(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name, is_number in zip(table.columns, numeric, strict=True):
        if is_number:  # in a tight table a long heading over short numbers is cut rather than the numbers
            cut = tight and len(name) > NUMBER_HEADING
            heading = f"{name[: NUMBER_HEADING - 1]}…" if cut else name
            grid.add_column(Text(heading), justify="right", no_wrap=True)
        else:
            grid.add_column(Text(name), overflow="fold")
    for row in table.rows:
        grid.add_row(*(Text(clean(value)) for value in row))
    console.print(grid)
    return "\n".join(line.rstrip() for line in output.getvalue().splitlines()) + "\n"


def escaped(value: Value) -> str:
    """A value that Markdown takes for plain text."""
    return re.sub(r"([\\`*_\[\]<>|~^$@&])", r"\\\1", clean(value))


def table_markdown(table: Table) -> str:
    """A table in Markdown."""
    lines = [
        f"| {' | '.join(escaped(name) for name in table.columns)} |",
        f"| {' | '.join('---' for _ in table.columns)} |",
        *(f"| {' | '.join(escaped(value) for value in row)} |" for row in table.rows),
    ]
    return "\n".join(lines) + "\n"


def as_text(report: Report, width: int | None = None) -> str:
    """A report for a terminal: first what it says, then what its figures cannot tell."""
    data = f" · data {report.dataset[:12]}" if report.dataset else ""
    wide = width or get_terminal_size().columns
    parts = [fill(clean(report.title) + data, width or 10_000)]
    parts += [fill(clean(line), wide) for line in report.lead]
    parts[-1] += "\n"
    for section in report.sections:
        shown = section.text or section.table
        make = story_text(shown, width, clean) if shown.columns == STORY else table_text(shown, width)
        parts.append(f"{fill(clean(section.heading), wide)}\n{make}")
    parts += [fill(clean(warning), wide, initial_indent="! ", subsequent_indent="  ") for warning in report.warnings]
    return "\n".join(parts).rstrip() + "\n"


def as_markdown(report: Report, chart: str = "") -> str:
    """A report in Markdown, with its chart's file where it has one; what a story cites stands in footnotes."""
    parts = [f"# {escaped(report.title)}\n", *([f"Data: `{report.dataset[:12]}`\n"] if report.dataset else [])]
    parts += [f"{escaped(line)}\n" for line in report.lead]
    parts += [f"![{escaped(report.title)}]({chart})\n"] if chart else []
    footnotes = Footnotes(re.sub(r"\W+", "-", "-".join([report.name, *(str(value) for _, value in report.parameters)])))
    for section in report.sections:
        table = section.table
        told = story_markdown(table, escaped, clean, footnotes) if section.story else table_markdown(table)
        parts += [f"## {escaped(section.heading)}\n", told]
    parts += ["## Notes\n"] if report.warnings else []
    parts += [f"- {escaped(warning)}" for warning in report.warnings]
    parts += ["", *footnotes.lines()]
    return "\n".join(parts).rstrip() + "\n"


def as_csv(report: Report) -> str:
    """A report as one CSV; where it has several sections, a first column names the section."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    if len(report.sections) == 1:
        table = report.sections[0].table
        writer.writerow(table.columns)
        writer.writerows([_cell(value) for value in row] for row in table.rows)
        return output.getvalue()
    columns = list(dict.fromkeys(name for section in report.sections for name in section.table.columns))
    writer.writerow(["section", *columns])
    for section in report.sections:
        for record in section.table.records():
            writer.writerow([section.heading, *(_cell(record.get(name)) for name in columns)])
    return output.getvalue()


def _cell(value: Value) -> Value:
    return guarded(value) if isinstance(value, str) else value


def as_json(report: Report) -> str:
    """A report as JSON, with its schema's name and version, the data's hash, the filters and the warnings."""
    data = {
        "schema": f"kg.{report.name}/1",
        "title": report.title,
        "dataset": report.dataset,
        "parameters": dict(report.parameters),
        "filters": dict(report.filters),
        "lead": report.lead,
        "warnings": report.warnings,
        "sections": [
            {"heading": section.heading, "rows": list(section.table.records())} for section in report.sections
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


FORMATS: dict[str, Callable[[Report], str]] = {
    "text": as_text,
    "md": as_markdown,
    "csv": as_csv,
    "json": as_json,
}
