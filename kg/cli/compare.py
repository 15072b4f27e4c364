"""The compare command."""

from pathlib import Path

import click

from kg.cli.options import day_option, emit, names_option, open_project, project_option, terminal_width, texts_option
from kg.compare import KINDS
from kg.errors import InputError
from kg.report.formats import FORMATS, as_text

CHOICES = {kind.replace(" ", "-"): kind for kind in KINDS}


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@names_option
@day_option
@click.option(
    "--only", multiple=True, type=click.Choice(list(CHOICES)), help="Only findings of this kind; may be repeated."
)
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@texts_option
@project_option
def compare(
    files: tuple[Path, ...],
    names: Path | None,
    date: str,
    only: tuple[str, ...],
    format_: str,
    texts: Path | None,
    folder: Path,
) -> int:
    """Hold what new FILES say against the graph: known, new, more precise, contradicts, settles a plan.

    Each finding stands with its sentence and what is known; nothing is written. Silence is not agreement:
    the last lines tell what share of the sentences gave a claim.
    """
    from kg.extract.document import Document, read_document
    from kg.report.comparison import comparison_report

    documents: list[Document] = []
    for path in files:
        try:
            documents.append(read_document(path, date))
        except InputError as error:
            click.echo(f"kg: {error}", err=True)
    project = open_project(folder)
    kinds = tuple(CHOICES[name] for name in only)
    folders = project.text_folders(texts)
    report = comparison_report(project.resolved(), project.ontology, documents, names, folders, kinds)
    emit(as_text(report, terminal_width()) if format_ == "text" else FORMATS[format_](report))
    return 3 if len(documents) < len(files) else 0
