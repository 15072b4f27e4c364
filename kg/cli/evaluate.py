"""The evaluate commands."""

from pathlib import Path

import click

from kg.cli.options import emit, open_project, project_option, terminal_width
from kg.report.formats import FORMATS, as_text


@click.group()
def evaluate() -> None:
    """Hold claims against annotated gold."""


@evaluate.command()
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--names", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="CSV: name, aliases.")
@click.option("--misses", is_flag=True, help="List what was missed.")
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@project_option
def curated(gold: Path, names: Path | None, misses: bool, format_: str, folder: Path) -> None:
    """Recall of the curated claims against GOLD, strict and relaxed, by article and relation."""
    from kg.report.evaluation import curated_report

    project = open_project(folder)
    report = curated_report(project.resolved(), gold, names, misses)
    emit(as_text(report, terminal_width()) if format_ == "text" else FORMATS[format_](report))
