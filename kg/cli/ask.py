"""Commands that ask: query, search, show."""

import os
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from kg.cli.options import as_of_option, emit, open_project, project_option, terminal_width
from kg.errors import QueryError, UsageError
from kg.queries.catalogue import find_query, load_catalogue
from kg.store import OxigraphStore

FORMATS = ("table", "csv", "tsv", "json", "xml", "md", "ttl")


@click.command()
@click.argument("query", required=False)
@click.option("--file", "-f", "file", type=click.Path(path_type=Path), help="Read the query from a file.")
@click.option("--list", "list_", is_flag=True, help="Describe the shipped queries.")
@click.option("--param", "params", multiple=True, metavar="NAME=VALUE", help="Bind a parameter of a shipped query.")
@click.option("--format", "format_", type=click.Choice(FORMATS), help="Default: table on a terminal, tsv in a pipe.")
@click.option("--timeout", default=30.0, show_default=True, help="Seconds after which the query is given up.")
@as_of_option
@project_option
def query(
    query: str | None,
    file: Path | None,
    list_: bool,
    params: tuple[str, ...],
    format_: str | None,
    timeout: float,
    as_of: date | None,
    folder: Path,
) -> None:
    r"""Ask the graph: QUERY is SPARQL, the name of a shipped query, or - for stdin.

    \b
    kg query 'SELECT ?how { :norland ?how :sudria }'
    kg query meetings --param actor=berg --param other=sol
    """
    if list_:
        emit(describe_queries())
        return
    project = open_project(folder)
    sparql = _bound(_text(query, file), params, project.settings.base)
    with deadline(timeout):
        emit(_answer(project.store(as_of), sparql, format_))


def _answer(store: OxigraphStore, sparql: str, chosen: str | None) -> str | bytes:
    format_ = chosen or ("table" if sys.stdout.isatty() else "ttl" if store.makes_triples(sparql) else "tsv")
    if format_ not in ("table", "md"):
        return store.serialize(sparql, format_)
    from kg.report.formats import table_markdown, table_text

    answer = store.answer(sparql)
    if isinstance(answer, bytes):
        return answer
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


def _bound(text: str, params: tuple[str, ...], base: str) -> str:
    """The SPARQL to run: a shipped query with its parameters bound, or the text itself."""
    values = {}
    for param in params:
        name, equals, value = param.partition("=")
        if not equals:
            raise UsageError(f"--param reads NAME=VALUE, not '{param}'")
        values[name.strip()] = value.strip()
    if re.fullmatch(r"[a-z][a-z0-9-]*", text.strip()):
        return find_query(text.strip()).bind(values, base)
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
    """End the process with exit code 4 when time is up: Oxigraph cannot be interrupted from Python."""

    def give_up() -> None:
        sys.stderr.write(f"kg: the query took longer than {seconds:g} s and was given up (--timeout)\n")
        sys.stderr.flush()
        os._exit(QueryError.exit_code)

    timer = threading.Timer(seconds, give_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@click.command()
@click.argument("text")
@click.option("--limit", default=20, show_default=True, help="At most so many of each.")
@as_of_option
@project_option
def search(text: str, limit: int, as_of: date | None, folder: Path) -> None:
    """Find entities by any of their names, and claims by their text."""
    from kg.lookup import search_claims, search_entities
    from kg.report.formats import table_text

    store = open_project(folder).store(as_of)
    entities, claims = search_entities(store, text, limit), search_claims(store, text, limit)
    if not len(entities) and not len(claims):
        raise UsageError(f"nothing is called or says '{text}'")
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
