"""Stores that answer SPARQL: an Oxigraph folder for use, an rdflib graph in memory to hold it against.

`Queryable` is all that a report or page may ask for; `replace` belongs to those who build.
"""

import re
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import pyoxigraph as ox

from kg.errors import InputError, QueryError
from kg.table import Table, Value

MAX_QUERY = 100_000  # characters
RETRIES = 10
MAX_NESTING = 200  # brackets; Oxigraph's parser ends the process at some thousands

RESULT_FORMATS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}

GRAPH_FORMATS = {"nt": ox.RdfFormat.N_TRIPLES, "ttl": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD}


class Queryable(Protocol):
    """What can be asked."""

    @property
    def base(self) -> str:
        """The IRI that the project's own ids stand on."""
        ...

    def select(self, sparql: str) -> Table:
        """The rows of a SELECT, or the one cell of an ASK; IRIs of known prefixes as short ids."""
        ...


class Store(Queryable, Protocol):
    """What can be asked and written."""

    def replace(self, ntriples: bytes) -> None:
        """Hold exactly these triples from now on."""
        ...

    def dump(self) -> bytes:
        """All triples as sorted N-Triples."""
        ...


class OxigraphStore:
    """An Oxigraph store: in memory, or a folder on disk."""

    def __init__(self, store: ox.Store, prefixes: Mapping[str, str]):
        self._store = store
        self._prefixes = dict(prefixes)

    def replace(self, ntriples: bytes) -> None:
        """Hold exactly these triples from now on."""
        self._store.clear()
        self._store.bulk_load(ntriples, format=ox.RdfFormat.N_TRIPLES)
        self._store.flush()
        self._store.optimize()

    def dump(self) -> bytes:
        """All triples as sorted N-Triples."""
        data = self._store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
        return sorted_lines(data or b"")

    def select(self, sparql: str) -> Table:
        """The rows of a SELECT, or the one cell of an ASK; IRIs of known prefixes as short ids."""
        answer = self.answer(sparql)
        if isinstance(answer, bytes):
            raise QueryError("the query makes triples, not rows")
        return answer

    def answer(self, sparql: str) -> Table | bytes:
        """What the query asks for: rows as a table, or triples as Turtle."""
        results = self._run(sparql)
        with _damage_told():
            if isinstance(results, ox.QueryTriples):
                return self._turtle(results)
            if isinstance(results, ox.QueryBoolean):
                return Table(("answer",), ((bool(results),),))
            columns = tuple(variable.value for variable in results.variables)
            return Table(columns, tuple(tuple(self._value(term) for term in row) for row in results))

    def serialize(self, sparql: str, format_: str) -> bytes:
        """The answer in a W3C format: csv, tsv, json or xml for rows, ttl for triples."""
        results = self._run(sparql)
        if isinstance(results, ox.QueryTriples):
            if format_ != "ttl":
                raise QueryError(f"the query makes triples, which have no form in {format_}; use --format ttl")
            with _damage_told():
                return self._turtle(results)
        if format_ not in RESULT_FORMATS:
            raise QueryError(f"a query for rows cannot be written as {format_}")
        with _damage_told():
            return results.serialize(format=RESULT_FORMATS[format_]) or b""

    def written(self, format_: str, constructs: Sequence[str] = ()) -> bytes:
        """All triples and those that CONSTRUCT queries add, as nt, ttl or jsonld, in a stable order."""
        triples = {quad.triple for quad in self._store}
        for sparql in constructs:
            triples.update(self._run(sparql))
        ordered = sorted(triples, key=str)
        prefixes = self._prefixes if format_ == "ttl" else None
        return ox.serialize(ordered, format=GRAPH_FORMATS[format_], prefixes=prefixes) or b""

    @property
    def base(self) -> str:
        """The IRI that the project's own ids stand on."""
        return self._prefixes[""]

    def makes_triples(self, sparql: str) -> bool:
        """Whether the query is a CONSTRUCT or DESCRIBE; tells without running it to its end."""
        return isinstance(self._run(sparql), ox.QueryTriples)

    def _turtle(self, triples: Iterable[ox.Triple]) -> bytes:
        return ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=self._prefixes) or b""

    def _run(self, sparql: str) -> Any:
        guard(sparql)
        try:
            return self._store.query(sparql, prefixes=self._prefixes)
        except SyntaxError as error:
            raise QueryError(f"the query is not SPARQL: {_reason(error)}") from error
        except ValueError as error:
            raise QueryError(f"the query failed: {_reason(error)}") from error
        except (OSError, RuntimeError) as error:
            raise InputError(f"the store is damaged: {_reason(error)}; run kg build") from error

    def _value(self, term: Any) -> Value:
        if term is None:
            return None
        if isinstance(term, ox.NamedNode):
            return short(term.value, self._prefixes)
        if isinstance(term, ox.Literal):
            return plain_value(term.value, term.datatype.value)
        return str(term)


class MemoryStore:
    """An rdflib graph in memory."""

    def __init__(self, prefixes: Mapping[str, str]):
        import rdflib
        from rdflib.plugins import sparql as engine

        engine.SPARQL_LOAD_GRAPHS = False  # else FROM reads files and the network
        self._graph = rdflib.Graph()
        self._prefixes = dict(prefixes)

    @property
    def base(self) -> str:
        """The IRI that the project's own ids stand on."""
        return self._prefixes[""]

    def replace(self, ntriples: bytes) -> None:
        """Hold exactly these triples from now on."""
        self._graph.remove((None, None, None))
        self._graph.parse(data=ntriples, format="nt")

    def dump(self) -> bytes:
        """All triples as sorted N-Triples."""
        return sorted_lines(self._graph.serialize(format="nt", encoding="utf-8"))

    def select(self, sparql: str) -> Table:
        """The rows of a SELECT, or the one cell of an ASK; IRIs of known prefixes as short ids."""
        guard(sparql)
        import rdflib

        try:
            results = self._graph.query(sparql, initNs=self._prefixes)
            if results.type == "ASK":
                return Table(("answer",), ((bool(results.askAnswer),),))
            rows = [tuple(self._value(term) for term in row) for row in results]  # type: ignore[union-attr]
        except Exception as error:  # rdflib's parser and evaluator raise many kinds
            raise QueryError(f"the query failed: {_reason(error)}") from error
        assert isinstance(results, rdflib.query.Result)  # noqa: S101
        return Table(tuple(str(variable) for variable in results.vars or ()), tuple(rows))

    def _value(self, term: Any) -> Value:
        import rdflib

        if term is None:
            return None
        if isinstance(term, rdflib.URIRef):
            return short(str(term), self._prefixes)
        return plain_value(str(term), str(term.datatype or ""))


def open_store(location: Path | None, prefixes: Mapping[str, str], read_only: bool = True) -> OxigraphStore:
    """Open an Oxigraph folder, or a new store in memory where there is no location.

    Raises:
        InputError: the folder is damaged or held by another process.
    """
    if location is None:
        return OxigraphStore(ox.Store(), prefixes)
    return OxigraphStore(_opened(location, read_only), prefixes)


def _opened(location: Path, read_only: bool) -> ox.Store:
    """Open a folder; a reader tries again for a while, for a build may be putting a new one in its place."""
    for attempt in range(RETRIES):
        try:
            return ox.Store.read_only(str(location)) if read_only else ox.Store(str(location))
        except (OSError, ValueError, RuntimeError) as error:
            if not read_only or attempt == RETRIES - 1:
                raise InputError(f"{location}: the store cannot be opened: {_reason(error)}") from error
            time.sleep(0.02 * attempt)
    raise AssertionError("unreachable")


def open_dataset(location: Path, prefixes: Mapping[str, str]) -> Any:
    """An rdflib `Dataset` over an Oxigraph folder, read-only; prefixes bound."""
    import rdflib
    from oxrdflib import OxigraphStore as RdflibStore

    dataset = rdflib.Dataset(store=RdflibStore(store=_opened(location, read_only=True)))
    for prefix, namespace in prefixes.items():
        dataset.bind(prefix, namespace, override=True, replace=True)
    return dataset


def guard(sparql: str) -> None:
    """Refuse what could call the network, write, or end the process.

    Oxigraph has no switch for SERVICE, and no two parsers agree on where a keyword may hide; so the word may not stand
    in a query at all, not even in a string, and ASCII may not be written as an escape. FROM is harmless, for Oxigraph
    ignores it, and refused because it would give an empty answer.

    Raises:
        QueryError: the query is refused, with the reason.
    """
    if len(sparql) > MAX_QUERY:
        raise QueryError(f"the query is longer than {MAX_QUERY} characters")
    if "service" in sparql.casefold():
        raise QueryError(
            "SERVICE is refused: a query asks this graph and no other (nor may the word stand in a string)"
        )
    if re.search(r"\\(u00[0-7]|U000000[0-7])", sparql):
        raise QueryError("ASCII characters are to be written as such, not as \\u escapes")
    bare = _QUIET.sub(" ", sparql)
    if _first_word(bare) in _UPDATES:
        raise QueryError("updates are refused: a query only reads")
    if re.search(r"(?<![?$:\w])from\s*(named\s*)?(<|\w*:)", _COMMENT.sub(" ", sparql), re.IGNORECASE):
        raise QueryError("FROM is refused: all claims stand in one graph")
    depth = deepest = 0
    for character in bare:
        depth = max(0, depth + (character in "{([") - (character in "})]"))
        deepest = max(deepest, depth)
    if deepest > MAX_NESTING:
        raise QueryError(f"the query nests brackets more than {MAX_NESTING} deep")


_COMMENT = re.compile(r"(^|\s)#[^\n\r]*")
# Strings, IRIs and comments, as far as can be told without parsing: enough for hints, not for safety.
_QUIET = re.compile(r'''"""(?s:.*?)"""|\'{3}(?s:.*?)\'{3}|<[^<>"{}|^`\s]*>|#[^\n\r]*|"[^"\n\r]*"|\'[^\'\n\r]*\'''')


@contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise InputError(f"the store is damaged: {_reason(error)}; run kg build") from error


_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")


def _first_word(sparql: str) -> str:
    """The query's form: its first word after prefixes, comments and IRIs being blanked."""
    text = re.sub(r"^\s*((prefix\s+[^\s:]*:|base)\s*)*", "", sparql, flags=re.IGNORECASE)
    match = re.match(r"[A-Za-z]+", text)
    return match[0].upper() if match else ""


def sorted_lines(data: bytes) -> bytes:
    """N-Triples in a stable order: the same triples, the same bytes."""
    return b"".join(sorted({line + b"\n" for line in data.split(b"\n") if line.strip()}))


def short(iri: str, prefixes: Mapping[str, str]) -> str:
    """An IRI as a person speaks of it: the project's own and `kg:` ids bare, others with their prefix."""
    fitting = [item for item in prefixes.items() if iri.startswith(item[1]) and len(iri) > len(item[1])]
    if not fitting:
        return iri
    prefix, namespace = max(fitting, key=lambda item: len(item[1]))
    return iri[len(namespace) :] if prefix in ("", "kg") else f"{prefix}:{iri[len(namespace) :]}"


_NUMBERS = ("integer", "decimal", "double", "float", "int", "long", "nonNegativeInteger")


def plain_value(text: str, datatype: str) -> Value:
    """A literal as a plain value: numbers and truth values as such, the rest as text."""
    kind = datatype.removeprefix("http://www.w3.org/2001/XMLSchema#")
    if kind == "boolean":
        return text in ("true", "1")
    if kind in _NUMBERS and len(text) < 100:
        try:
            return int(text) if kind not in ("decimal", "double", "float") else float(text)
        except ValueError:
            return text
    return text


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:300]
