"""The review command."""

import getpass
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import emit, open_project, project_option, texts_option
from kg.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from kg.review.desk import Desk


@click.command()
@click.option("--source", default="", help="Only proposals from this source.")
@click.option("--entity", default="", help="Only proposals that name this entity.")
@click.option("--relation", default="", help="Only proposals of this relation.")
@click.option("--min-confidence", default=0.0, type=click.FloatRange(0, 1), help="Only proposals at least so sure.")
@click.option("--limit", type=click.IntRange(1), help="At most so many, the first of the ranking.")
@click.option("--by", default="", help="Who reviews (default: user.name of git, or your login).")
@click.option("--export", "export", type=click.Path(path_type=Path), help="Write the queue as CSV (- for stdout).")
@click.option(
    "--import",
    "import_",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Read verdicts and edits from such a CSV.",
)
@texts_option
@project_option
def review(
    source: str,
    entity: str,
    relation: str,
    min_confidence: float,
    limit: int | None,
    by: str,
    export: Path | None,
    import_: Path | None,
    texts: Path | None,
    folder: Path,
) -> None:
    """Decide on what extraction proposes: accept, reject, edit, one sentence at a time; or in a spreadsheet.

    Decisions go to seeds/judgements.csv at once, accepted claims to seeds/claims/; kg build puts them into the graph.
    """
    from kg.review.queue import select
    from kg.review.sheet import export_sheet, import_sheet

    if export and import_:
        raise UsageError("either --export or --import")
    if not export and not import_ and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("kg review wants a terminal; elsewhere: kg review --export FILE.csv, then --import FILE.csv")
    project = open_project(folder)
    if export:
        desk = project.desk(by or _reviewer(folder), texts)
        _require(desk, source, entity, relation)
        items = select(desk.items, source, entity, relation, min_confidence, limit)
        if str(export) == "-":
            emit(export_sheet(desk, items))
        else:
            # a spreadsheet knows UTF-8 by its mark
            export.write_text(export_sheet(desk, items), encoding="utf-8-sig", newline="")
            click.echo(
                f"{len(items)} proposals in {export}; fill in verdict, then: kg review --import {export}", err=True
            )
        return
    with project.reviewing():
        desk = project.desk(by or _reviewer(folder), texts)
        if finished := desk.finish():
            click.echo(f"{finished} decisions of a review that was cut short are finished", err=True)
        if import_:
            counts = import_sheet(desk, import_)
        else:
            from kg.review.screen import Screen

            _require(desk, source, entity, relation)
            items = select(desk.items, source, entity, relation, min_confidence, limit)
            counts = Screen(desk, items).run()
    told = ", ".join(f"{count} {verdict}" for verdict, count in counts.items())
    click.echo(
        f"{told}; {len(desk.undecided(desk.items))} wait. kg build puts what is accepted into the graph", err=True
    )


def _require(desk: "Desk", source: str, entity: str, relation: str) -> None:
    """Refuse a filter that nothing can match."""
    things = {thing.id for thing in desk.dossier.things} | set(desk.suggestions)
    known = (
        ("source", source, {item.key for item in desk.dossier.sources}),
        ("entity", entity, things),
        ("relation", relation, set(desk.vocabulary.relations)),
    )
    for what, value, values in known:
        if value and value not in values:
            raise UsageError(f"no {what} '{value}'{did_you_mean(value, values)}")


def _reviewer(folder: Path) -> str:
    """Who reviews, as git knows it, or by login."""
    try:
        told = subprocess.run(
            ["git", "config", "user.name"],  # noqa: S607 the git of the person
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        ).stdout.strip()
    except OSError:
        told = ""
    return told or getpass.getuser()
