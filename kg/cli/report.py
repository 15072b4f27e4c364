"""The report command."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from pathlib import Path
from textwrap import fill
from typing import Any

import click

from kg.cli.options import emit, filter_options, open_project, project_option, terminal_width, texts_option
from kg.errors import UsageError, did_you_mean
from kg.filters import Filters
from kg.network import BASES, WEIGHTS
from kg.project import Project
from kg.report import DRAWS, Report
from kg.report.formats import FORMATS, as_text
from kg.report.registry import REPORTS, make_report, parameters, switches
from kg.store import Queryable
from kg.table import Value


def _described() -> str:
    """The reports with what they tell, as lines of the help."""
    told = {name: (maker.__doc__ or "").strip().splitlines()[0] for name, maker in REPORTS.items()}
    lines = [fill(f"  {name:15}{text}", 78, subsequent_indent=" " * 17) for name, text in told.items()]
    return "\b\nReports:\n" + "\n".join(lines)


def _sentences(project: Project, store: Queryable, texts: Path) -> Callable[[Report], Report]:
    from kg.report.sentences import Sentences, with_sentences

    sentences = Sentences(project.read()[0], project.text_folders(texts))
    return lambda made: with_sentences(made, store, sentences)


_SWITCHES = {
    "top": click.option("--top", type=click.IntRange(1), metavar="N", help="How many actors to rank."),
    "resample": click.option(
        "--resample",
        type=click.IntRange(1, 10_000),
        is_flag=False,
        flag_value=DRAWS,
        metavar="[N]",
        help=f"Draw the paragraphs anew N times ({DRAWS}) and tell how far ranks then vary.",
    ),
    "basis": click.option("--basis", type=click.Choice(BASES), help="What ties two actors: direct unless told."),
    "weight": click.option("--weight", type=click.Choice(WEIGHTS), help="What makes a tie strong: claims unless told."),
    "by_side": click.option("--by-side", is_flag=True, help="Roll actors up to their side."),
    "directed": click.option("--directed", is_flag=True, help="Tell who acts from who is acted on."),
    "every_layer": click.option(
        "--every-layer", is_flag=True, help="Also what is planned, reported, possible or demanded ties."
    ),
    "by_year": click.option("--by-year", is_flag=True, help="Add the ranking of each year."),
}


def _switch_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that only some reports have, given to the command as `own`."""

    @wraps(command)
    def switched(**given: Any) -> Any:
        asked = {name: given.pop(name) for name in _SWITCHES}
        return command(own={name: value for name, value in asked.items() if value}, **given)

    for option in reversed(_SWITCHES.values()):
        switched = option(switched)
    return switched


def _own(name: str, filters: Filters) -> tuple[dict[str, Value], Filters]:
    """What of the filters is a parameter of the report, and the filters without it.

    Where claims are filtered by layer, all that pass may tie.
    """
    taken = {key for each in (REPORTS if name == "all" else (name,)) for key in parameters(each)}
    values: dict[str, Value] = {"every_layer": True} if filters.layer and "every_layer" in taken else {}
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
@_switch_options
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
    own: dict[str, Value],
    filters: Filters,
    folder: Path,
) -> None:
    """Print the report NAME; IDs stand for its options, in order. An option that it has no use for filters the claims.

    \b
    kg report position --side sudria --about harbour
    kg report path berg sol
    kg report centrality --top 10 --resample
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
    values |= own | ({"other": other} if other else {})
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
    free = [parameter for parameter in parameters(name) if parameter not in {*values, *switches(name)}]
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
