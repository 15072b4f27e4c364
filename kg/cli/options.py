"""Options that several commands share, and how they print."""

import datetime
import os
import sys
from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from pathlib import Path
from typing import Any

import click

from kg.errors import UsageError
from kg.filters import LAYERS, Filters
from kg.model import METHODS
from kg.project import Project

project_option: Callable[[Any], Any] = click.option(
    "--project",
    "-p",
    "folder",
    default=".",
    envvar="KG_PROJECT",
    type=click.Path(path_type=Path),
    help="The project's folder: the one that holds seeds/.",
)
texts_option: Callable[[Any], Any] = click.option(
    "--texts",
    envvar="KG_TEXTS",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with texts of sources that may not be shipped.",
)


as_of_option: Callable[[Any], Any] = click.option(
    "--as-of",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=lambda _context, _option, day: day.date() if day else None,
    help="Show what the sources published by that day (YYYY-MM-DD) say.",
)

_SEVERAL = {
    "actor": ("ID", "in which it is subject, object or addressee"),
    "side": ("ID", "in which someone of that side is subject, object or addressee"),
    "about": ("ID", "that speak of it at all"),
    "relation": ("NAME", "of that relation"),
    "source": ("KEY", "of that source; no other's evidence counts"),
    "perspective": ("ID", "that are the view of that side"),
    "layer": ("NAME", f"of that layer: {', '.join(LAYERS)}"),
    "method": ("NAME", f"of that method: {', '.join(METHODS)} (the first two unless told)"),
}


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The filter vocabulary, given to the command as `filters`; an option that is repeated gives alternatives."""

    @wraps(command)
    def filtered(**given: Any) -> Any:
        asked = {item.name: given.pop(item.name) for item in fields(Filters)}
        return command(filters=Filters(**asked), **given)

    several = [
        click.option(f"--{name}", multiple=True, metavar=metavar, help=f"Only claims {text}.")
        for name, (metavar, text) in _SEVERAL.items()
    ]
    since = click.option(
        "--from", "since", default="", metavar="DATE", help="Only claims whose own time is from then on."
    )
    until = click.option("--to", "until", default="", metavar="DATE", help="Only claims whose own time is until then.")
    origins = click.option(
        "--min-sources",
        type=click.IntRange(0),
        default=0,
        metavar="N",
        help="Only claims that rest on so many independent sources.",
    )
    for option in reversed([*several, since, until, as_of_option, origins]):
        filtered = option(filtered)
    return filtered


def _day(_context: click.Context, _option: click.Parameter, day: str) -> str:
    try:
        return datetime.date.fromisoformat(day).isoformat() if day else ""
    except ValueError as error:
        raise UsageError(f"--date {day}: not a day (YYYY-MM-DD)") from error


day_option: Callable[[Any], Any] = click.option(
    "--date",
    default="",
    metavar="YYYY-MM-DD",
    callback=_day,
    help="Day of publication, where the file does not tell.",
)
names_option: Callable[[Any], Any] = click.option(
    "--names",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="CSV of more names: name; id, type, aliases (with |), lang, kind.",
)


def open_project(folder: Path) -> Project:
    """The project of the --project option."""
    return Project.open(folder)


def emit(text: str | bytes) -> None:
    """Print data on stdout; a reader that has seen enough is no error."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data if data.endswith(b"\n") else data + b"\n")
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None


def terminal_width() -> int | None:
    """None on a terminal, where the width can be asked for; in a pipe that of COLUMNS, or 80."""
    columns = os.environ.get("COLUMNS", "")
    return None if sys.stdout.isatty() else int(columns) if columns.isdecimal() and int(columns) > 20 else 80
