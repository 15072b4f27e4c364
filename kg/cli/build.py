"""The build command."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from kg.cli.options import emit, open_project, project_option, terminal_width, texts_option
from kg.project import STEPS, Progress


@click.command()
@project_option
@texts_option
@click.option("--keep-going", is_flag=True, help="Leave out what has errors instead of refusing to build.")
@click.option("--quiet", "-q", is_flag=True, help="Do not print the summary.")
def build(folder: Path, texts: Path | None, keep_going: bool, quiet: bool) -> None:
    """Build output/: graph.nt, store/, reports/, site/. A refused or killed build leaves the old one whole."""
    project = open_project(folder)
    with progress_bar() as progress:
        built = project.build(texts, keep_going, progress)
    for issue in built.issues:
        click.echo(str(issue), err=True)
    if not quiet:
        from kg.report.formats import as_text
        from kg.report.registry import REPORTS

        emit(as_text(REPORTS["summary"](project.store(), project.settings.title, built.dataset), terminal_width()))
    click.echo(f"built {project.output}: graph.nt, store/, reports/summary.md, site/index.html", err=True)


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """A bar on stderr where that is a terminal; nothing otherwise."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=STEPS)

        def step(name: str) -> None:
            bar.update(task, description=name, advance=1)

        yield step
