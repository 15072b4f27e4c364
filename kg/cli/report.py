"""The report command."""

from datetime import date
from pathlib import Path

import click

from kg.cli.options import as_of_option, emit, open_project, project_option, terminal_width
from kg.report.formats import FORMATS, as_text
from kg.report.registry import REPORTS


@click.command()
@click.argument("name", type=click.Choice(list(REPORTS)))
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@click.option("--json", "as_json_", is_flag=True, help="Short for --format json.")
@as_of_option
@project_option
def report(name: str, format_: str, as_json_: bool, as_of: date | None, folder: Path) -> None:
    """Print the report NAME."""
    project = open_project(folder)
    made = REPORTS[name](project.store(as_of), project.settings.title, project.manifest()["dataset"])
    chosen = "json" if as_json_ else format_
    emit(as_text(made, terminal_width()) if chosen == "text" else FORMATS[chosen](made))
