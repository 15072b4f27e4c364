"""Commands that ask: query, search, show."""

import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from kg.cli.options import as_of_option, emit, filter_options, open_project, project_option, terminal_width
from kg.errors import QueryError, UsageError
from kg.filters import Filters
from kg.lookup import require_id
from kg.queries.catalogue import find_query, load_catalogue
from kg.store import OxigraphStore
from kg.view import narrowed

FORMATS = ("table", "csv", "tsv", "json", "xml", "md", "ttl")


@click.command()
@click.argument("query", required=False)
@click.option("--file", "-f", "file", type=click.Path(path_type=Path), help="Read the query from a file.")
@click.option("--list", "list_", is_flag=True, help="Describe the shipped queries.")
@click.option("--param", "params", multiple=True, metavar="NAME=VALUE", help="Bind a parameter of a shipped query.")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Default: table on a terminal, tsv in a pipe.")
@click.option(
    "--timeout",
    type=click.FloatRange(0.01, 86_400),
    default=30.0,
    show_default=True,
    help="Seconds after which the query is given up.",
)
@filter_options
@project_option
def query(
    query: str | None,
    file: Path | None,
    list_: bool,
    params: tuple[str, ...],
    format_: str | None,
    timeout: float,
    filters: Filters,
    folder: Path,
) -> None:
    """Ask the graph: QUERY is SPARQL, the name of a shipped query, or - for stdin.

    \b
    kg query 'SELECT ?how { :norland ?how :sudria }'
    kg query meetings --param actor=berg --param other=sol
    """  # noqa: D301 click wants the backspace
    if list_:
        emit(describe_queries())
        return
    project, text = open_project(folder), _text(query, file)
    with deadline(timeout):
        whole = project.store(filters.as_of)
        emit(_answer(narrowed(whole, filters), _bound(text, params, whole), format_))


def _answer(store: OxigraphStore, sparql: str, chosen: str | None) -> str | bytes:
    format_ = chosen or ("table" if sys.stdout.isatty() else "ttl" if store.makes_triples(sparql) else "tsv")
    if format_ not in ("table", "md"):
        return store.serialize(sparql, format_)
    from kg.report.formats import table_markdown, table_text

    answer = store.answer(sparql)
    if isinstance(answer, bytes):
        return answer
    if not len(answer):
        click.echo("kg: no rows", err=True)
    return table_markdown(answer) if format_ == "md" else table_text(answer, terminal_width())


def _text(query: str | None, file: Path | None) -> str:
    if (query is None) == (file is None):
        raise UsageError("give a query, or -f FILE, or - for stdin (kg query --list names the shipped ones)")
    try:
        if file is not None:
            return file.read_text(encoding="utf-8-sig")
        return sys.stdin.read() if query == "-" else str(query)
    except UnicodeDecodeError as error:
        raise QueryError(f"{file or 'stdin'}: not UTF-8") from error


def _bound(text: str, params: tuple[str, ...], store: OxigraphStore) -> str:
    """The SPARQL to run: a shipped query with its parameters bound, or the text itself."""
    values: dict[str, str] = {}
    for param in params:
        name, equals, value = (part.strip() for part in param.partition("="))
        if not equals or name in values:
            raise UsageError(f"--param reads NAME=VALUE, each name once, not '{param}'")
        values[name] = value
    if re.fullmatch(r"[a-z][a-z0-9-]*", text.strip()):
        shipped = find_query(text.strip())
        sparql = shipped.bind(values, store.base)
        for parameter in shipped.parameters:
            if parameter.kind in ("entity", "source") and parameter.name in values:
                require_id(store, values[parameter.name].removeprefix(":"))
        return sparql
    if values:
        raise UsageError("--param goes with the name of a shipped query")
    return text


def describe_queries() -> str:
    """The shipped queries with their parameters, as lines."""
    lines = []
    for shipped in load_catalogue().values():
        lines.append(f"{shipped.name}: {shipped.summary}")
        lines += (f"    {item.name} ({item.kind}): {item.help}" for item in shipped.parameters)
    return "\n".join(lines)


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Do what follows in a child process, and end it when time is up or the engine breaks.

    Oxigraph cannot be interrupted from Python, and a query that nests too deeply ends its process. Where there is no
    fork, the query runs unwatched.
    """
    child = os.fork() if hasattr(os, "fork") else 0
    if child:
        os._exit(_watch(child, seconds))
    yield


def _watch(child: int, seconds: float) -> int:
    """Wait for the child; its exit code, or that of a failed query."""
    end = time.monotonic() + seconds
    pause = 0.001
    try:
        while time.monotonic() < end:
            done, status = os.waitpid(child, os.WNOHANG)
            if done:
                code = os.waitstatus_to_exitcode(status)
                return code if code >= 0 else _give_up("the query broke the engine: too deep or too large")
            time.sleep(pause)
            pause = min(pause * 1.5, 0.02)
    except KeyboardInterrupt:
        os.kill(child, signal.SIGKILL)
        return 130
    os.kill(child, signal.SIGKILL)
    return _give_up(f"the query took longer than {seconds:g} s and was given up (--timeout)")


def _give_up(reason: str) -> int:
    os.write(2, f"kg: {reason}\n".encode())
    return QueryError.exit_code


@click.command()
@click.argument("text")
@click.option("--limit", default=20, show_default=True, help="At most so many of each.")
@as_of_option
@project_option
def search(text: str, limit: int, as_of: date | None, folder: Path) -> None:
    """Find entities by any of their names, and claims by their text."""
    from kg.lookup import near_ids, search_claims, search_entities
    from kg.report.formats import table_text

    store = open_project(folder).store(as_of)
    entities, claims = search_entities(store, text, limit), search_claims(store, text, limit)
    if not len(entities) and not len(claims):
        near = " or ".join(near_ids(store, text))
        raise UsageError(f"nothing is called or says '{text}'" + (f"; did you mean {near}?" if near else ""))
    for heading, table in (("Entities", entities), ("Claims", claims)):
        if len(table):
            emit(f"{heading}\n{table_text(table, terminal_width())}")


@click.command()
@click.argument("id_", metavar="ID")
@click.option("--format", "format_", type=click.Choice(["text", "md", "csv", "json"]), default="text")
@as_of_option
@project_option
def show(id_: str, format_: str, as_of: date | None, folder: Path) -> None:
    """Show an entity, a claim, its evidence or a source, by ID, with what stands behind it."""
    from kg.report.card import card
    from kg.report.formats import FORMATS as REPORT_FORMATS
    from kg.report.formats import as_text

    project = open_project(folder)
    report = card(project.store(as_of), id_.removeprefix(":"), project.manifest()["dataset"])
    emit(as_text(report, terminal_width()) if format_ == "text" else REPORT_FORMATS[format_](report))
