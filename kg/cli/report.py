"""The report command."""

from dataclasses import replace
from pathlib import Path

import click

from kg.cli.options import emit, filter_options, open_project, project_option, terminal_width
from kg.filters import Filters
from kg.report.formats import FORMATS, as_text
from kg.report.registry import REPORTS


@click.command()
@click.argument("name", type=click.Choice(list(REPORTS)))
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@click.option("--json", "as_json_", is_flag=True, help="Short for --format json.")
@filter_options
@project_option
def report(name: str, format_: str, as_json_: bool, filters: Filters, folder: Path) -> None:
    """Print the report NAME."""
    project = open_project(folder)
    made = REPORTS[name](project.view(filters), project.settings.title, project.manifest()["dataset"])
    if str(filters):
        made = replace(made, warnings=(f"Only what passes {filters}.", *made.warnings))
    chosen = "json" if as_json_ else format_
    emit(as_text(made, terminal_width()) if chosen == "text" else FORMATS[chosen](made))
