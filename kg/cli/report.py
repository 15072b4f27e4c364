"""The report command."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from textwrap import fill
from typing import Any

import click

from kg.cli.options import emit, filter_options, open_project, project_option, terminal_width, texts_option
from kg.errors import UsageError, did_you_mean
from kg.filters import Filters
from kg.project import Project
from kg.report import Report
from kg.report.formats import FORMATS, as_text
from kg.report.registry import REPORTS, make_report, parameters
from kg.store import Queryable


def _described() -> str:
    """The reports with what they tell, as lines of the help."""
    told = {name: (maker.__doc__ or "").strip().splitlines()[0] for name, maker in REPORTS.items()}
    lines = [fill(f"  {name:15}{text}", 78, subsequent_indent=" " * 17) for name, text in told.items()]
    return "\b\nReports:\n" + "\n".join(lines)


def _sentences(project: Project, store: Queryable, texts: Path) -> Callable[[Report], Report]:
    from kg.report.sentences import Sentences, with_sentences

    sentences = Sentences(project.read()[0], project.text_folders(texts))
    return lambda made: with_sentences(made, store, sentences)


def _own(name: str, filters: Filters) -> tuple[dict[str, str], Filters]:
    """What of the filters is a parameter of the report, and the filters without it."""
    taken = {key for each in (REPORTS if name == "all" else (name,)) for key in parameters(each)}
    values: dict[str, str] = {}
    left: dict[str, Any] = {}
    for key in sorted(taken & {"actor", "side", "about", "source", "since", "until"}):
        given = getattr(filters, key)
        if isinstance(given, tuple) and len(given) > 1:
            raise UsageError(f"{name} takes one --{key}")
        if given:
            values[key] = given if isinstance(given, str) else given[0]
            left[key] = "" if isinstance(given, str) else ()
    return values, replace(filters, **left)


@click.command(epilog=_described())
@click.argument("name", metavar="NAME")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--other", default="", help="The other one of a pair.")
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), help="Default: text; md into a folder.")
@click.option("--json", "as_json_", is_flag=True, help="Short for --format json.")
@click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path), help="Write into this folder.")
@click.option("--plots", is_flag=True, help="With -o: charts as SVG beside the pages.")
@texts_option
@filter_options
@project_option
def report(
    name: str,
    ids: tuple[str, ...],
    other: str,
    format_: str | None,
    as_json_: bool,
    output: Path | None,
    plots: bool,
    texts: Path | None,
    filters: Filters,
    folder: Path,
) -> None:
    """Print the report NAME; IDs stand for its options, in order. An option that it has no use for filters the claims.

    \b
    kg report position --side sudria --about harbour
    kg report path berg sol
    kg report centrality --plots -o memo
    kg report all -o memo --actor berg --other sol
    """  # noqa: D301 click wants the backspace
    if plots and output is None:
        raise UsageError("--plots writes charts beside a page: give a folder with -o DIR")
    if name not in (*REPORTS, "all"):
        near = did_you_mean(name, [*REPORTS, "all"]) or "; kg report --help names them"
        raise UsageError(f"no report '{name}'{near}")
    project = open_project(folder)
    values, filters = _own(name, filters)
    values |= {"other": other} if other else {}
    store, dataset = project.view(filters), project.manifest()["dataset"]
    sentences = _sentences(project, store, texts) if texts else lambda made: made

    def tell(made: Report) -> Report:
        made = sentences(made)
        only = (f"Only what passes {filters}.",) if str(filters) else ()
        return replace(made, filters=filters.given(), warnings=(*only, *made.warnings))

    if name == "all":
        from kg.report.bundle import write_bundle

        if output is None or ids:
            raise UsageError("kg report all writes into a folder: kg report all -o DIR (and takes options, not ids)")
        title, chosen = project.settings.title, format_ or "md"
        written, left = write_bundle(store, title, dataset, values, output, project.seeds, tell, plots, chosen)
        click.echo(f"kg: wrote {', '.join(written)} to {output}", err=True)
        for line in left:
            click.echo(f"kg: left out {line}", err=True)
        return
    free = [parameter for parameter in parameters(name) if parameter not in values]
    if len(ids) > len(free):
        raise UsageError(f"{name} takes {len(free)} ids here, not {len(ids)}")
    made = make_report(name, store, project.settings.title, dataset, {**values, **dict(zip(free, ids, strict=False))})
    made = tell(made)
    chosen = "json" if as_json_ else format_ or ("text" if output is None else "md")
    if output is not None:
        from kg.report.bundle import write_report

        click.echo(f"kg: wrote {', '.join(write_report(made, output, plots, chosen))} to {output}", err=True)
        return
    emit(as_text(made, terminal_width()) if chosen == "text" else FORMATS[chosen](made))
