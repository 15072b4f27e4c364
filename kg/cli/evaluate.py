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


@evaluate.command()
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--texts", required=True, type=click.Path(exists=True, file_okay=False, path_type=Path), help="Their texts."
)
@click.option(
    "--names", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="CSV of names for this run."
)
@click.option(
    "--docs", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="JSONL: id and date of texts."
)
@click.option("--doc", "only", multiple=True, help="Only this text (its name without ending); may be repeated.")
@click.option("--errors", is_flag=True, help="List misses and false alarms.")
@click.option("--cross-validate", "folds", type=int, metavar="K", help="Rules, linear and both, by K folds over texts.")
@click.option(
    "--also",
    nargs=2,
    multiple=True,
    metavar="GOLD TEXTS",
    type=click.Path(exists=True, path_type=Path),
    help="More annotated texts to train on; may be repeated.",
)
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), default="text", show_default=True)
def extracted(
    gold: Path,
    texts: Path,
    names: Path | None,
    docs: Path | None,
    only: tuple[str, ...],
    errors: bool,
    folds: int | None,
    also: tuple[tuple[Path, Path], ...],
    format_: str,
) -> None:
    """Precision and recall of extraction from TEXTS against GOLD, beside two baselines."""
    from kg.report.evaluation import extracted_report, learned_report

    if folds is None:
        report = extracted_report(gold, texts, names, docs, only, errors)
    else:
        report = learned_report(gold, texts, names, docs, only, folds, also)
    emit(as_text(report, terminal_width()) if format_ == "text" else FORMATS[format_](report))
