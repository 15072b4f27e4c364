"""Commands on what people write: init, check, fmt."""

import json
from pathlib import Path

import click

from kg.cli.options import emit, open_project, project_option, texts_option
from kg.errors import IssuesError, UsageError, errors_in


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--example", is_flag=True, help="Begin with a copy of the shipped Japan-Russia dossier.")
@click.option("--empty", is_flag=True, help="Begin with nothing but the files and their columns.")
def init(folder: Path, example: bool, empty: bool) -> None:
    """Make a new project in FOLDER: a seeds/ folder with a small invented example to replace."""
    from kg.project import init_project

    if example and empty:
        raise UsageError("either --example or --empty")
    init_project(folder, example, empty)
    first = f"kg source add FILE --project {folder}; " if empty else ""
    emit(f"{folder}/seeds is yours to edit; then: {first}kg build --project {folder}")


@click.command()
@project_option
@texts_option
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def check(folder: Path, texts: Path | None, format_: str) -> None:
    """Tell all that is wrong in what people wrote, with file and line; exit 1 if anything is."""
    issues = open_project(folder).check(texts)
    if format_ == "json":
        rows = [
            {
                "file": issue.location.file,
                "line": issue.location.line,
                "severity": issue.severity,
                "message": issue.message,
            }
            for issue in issues
        ]
        emit(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for issue in issues:
            emit(str(issue))
        errors = len(errors_in(issues))
        click.echo(f"{errors} error{'' if errors == 1 else 's'}, {len(issues) - errors} warnings", err=True)
    if errors_in(issues):
        raise SystemExit(1)


@click.command()
@project_option
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 if a file is not canonical.")
def fmt(folder: Path, only_check: bool) -> None:
    """Write the CSV files of seeds/ in canonical form, with missing ids filled. A file with issues is left alone."""
    from kg.project import format_seeds

    changed, issues = format_seeds(open_project(folder), write=not only_check)
    for path in changed:
        emit(f"{'to be formatted' if only_check else 'formatted'}: {path}")
    if issues:
        raise IssuesError(issues, "such files were left as they are")
    if only_check and changed:
        raise SystemExit(1)
