"""The curate command."""

import sys
from pathlib import Path

import click

from kg.cli.options import open_project, project_option, texts_option
from kg.errors import UsageError


@click.command()
@click.argument("key")
@texts_option
@project_option
def curate(key: str, texts: Path | None, folder: Path) -> None:
    """Write the claims of the source KEY beside its text: type-ahead, checks as you type, the same CSV.

    Every saved row is in seeds/claims/KEY.csv at once.
    """
    project = open_project(folder)
    desk = project.curation(key, texts)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(f"kg curate wants a terminal; elsewhere write seeds/claims/{key}.csv and run kg check")
    with project.reviewing():
        from kg.curate.screen import Screen

        desk.reload()
        count = Screen(desk).run()
    click.echo(f"{count} rows in seeds/claims/{key}.csv; kg build puts them into the graph", err=True)
