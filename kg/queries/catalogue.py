"""Finds, describes and binds the shipped queries.

A query is a file of plain SPARQL that runs anywhere. Comment lines that begin with `#+` describe it:

    #+ summary: Who met whom
    #+ param: actor entity — one who met; left out means anyone
    #+ example: actor=berg -> 1 row

`entity required` says that the query makes no sense without it. A parameter is bound where the query says
`VALUES ?actor { UNDEF }`; values are written as terms, never pasted.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode

from kg.errors import UsageError, did_you_mean
from kg.prefixes import KG_IRI

KINDS = ("entity", "relation", "source", "text", "date", "number")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable that the asker may bind; `kind` says what its value is."""

    name: str
    kind: str
    help: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """Parameters and the number of rows that they give on the shipped graph."""

    values: tuple[tuple[str, str], ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Query:
    """A shipped query."""

    name: str
    summary: str
    parameters: tuple[Parameter, ...]
    examples: tuple[Example, ...]
    sparql: str

    def bind(self, values: Mapping[str, str], base: str) -> str:
        """The query's text with its parameters bound; `base` is the IRI of the project's ids.

        Raises:
            UsageError: an unknown parameter, or a value that is none of its kind.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        missing = [
            parameter.name for parameter in self.parameters if parameter.required and parameter.name not in values
        ]
        if missing:
            raise UsageError(f"{self.name} needs {' and '.join(f'--param {name}=…' for name in missing)}")
        text = self.sparql
        for name, value in values.items():
            if name not in known:
                offered = f"{self.name} takes {', '.join(known) or 'no parameters'}"
                raise UsageError(f"unknown parameter '{name}'{did_you_mean(name, known)} ({offered})")
            unbound = re.compile(rf"VALUES\s+\?{name}\s*\{{\s*UNDEF\s*\}}")
            term = _term(known[name], value, base)
            text = unbound.sub(lambda _, name=name, term=term: f"VALUES ?{name} {{ {term} }}", text)  # type: ignore[misc]
        return text


def _term(parameter: Parameter, value: str, base: str) -> str:
    if parameter.kind in ("entity", "source"):
        if not re.fullmatch(r":?[A-Za-z0-9][A-Za-z0-9.-]*", value):
            raise UsageError(f"{parameter.name}: '{value}' is not an id; kg search {value!r} finds ids")
        return str(NamedNode(base + value.removeprefix(":")))
    if parameter.kind == "relation":
        if not re.fullmatch(r"(kg:)?[A-Za-z]+", value):
            raise UsageError(f"{parameter.name}: '{value}' is not a relation")
        return str(NamedNode(KG_IRI + value.removeprefix("kg:")))
    if parameter.kind == "date":
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            raise UsageError(f"{parameter.name}: '{value}' is not a day; write 2016-05-26")
        return str(Literal(value, datatype=NamedNode("http://www.w3.org/2001/XMLSchema#date")))
    if parameter.kind == "number":
        if not re.fullmatch(r"-?\d{1,9}", value):
            raise UsageError(f"{parameter.name}: '{value}' is not a whole number")
        return str(Literal(int(value)))
    return str(Literal(value))


@lru_cache(maxsize=1)
def load_catalogue() -> dict[str, Query]:
    """All shipped queries by name, in alphabetical order."""
    folder = files("kg.queries")
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".rq"))
    return {
        name.removesuffix(".rq"): parse_query(name.removesuffix(".rq"), (folder / name).read_text("utf-8"))
        for name in names
    }


def find_query(name: str) -> Query:
    """A shipped query by name.

    Raises:
        UsageError: there is none of this name.
    """
    catalogue = load_catalogue()
    if name not in catalogue:
        hint = did_you_mean(name, catalogue) or "; kg query --list names them"
        raise UsageError(f"no shipped query '{name}'{hint}")
    return catalogue[name]


def parse_query(name: str, text: str) -> Query:
    """Read a query file.

    Raises:
        ValueError: it lacks a summary or example, or a header line has not the form above.
    """
    summaries = list(_headers(text, "summary"))
    parameters = tuple(_parameter(line) for line in _headers(text, "param"))
    examples = tuple(_example(line) for line in _headers(text, "example"))
    if len(summaries) != 1 or not examples:
        raise ValueError(f"{name}.rq needs one summary and at least one example")
    for parameter in parameters:
        if not re.search(rf"VALUES\s+\?{parameter.name}\s*\{{\s*UNDEF\s*\}}", text):
            raise ValueError(f"{name}.rq never binds ?{parameter.name}")
    return Query(name, summaries[0], parameters, examples, text)


def _headers(text: str, key: str) -> Iterator[str]:
    prefix = f"#+ {key}:"
    return (line.removeprefix(prefix).strip() for line in text.splitlines() if line.startswith(prefix))


def _parameter(line: str) -> Parameter:
    match = re.fullmatch(r"(\w+) (\w+)( required)? — (.+)", line)
    if not match or match[2] not in KINDS:
        raise ValueError(f"a parameter reads 'name kind — help', kind one of {', '.join(KINDS)}: {line}")
    return Parameter(match[1], match[2], match[4], bool(match[3]))


def _example(line: str) -> Example:
    match = re.fullmatch(r"((?:\S+=\S+ )*)-> (\d+) rows?", line)
    if not match:
        raise ValueError(f"an example reads 'name=value -> N rows': {line}")
    values = tuple((name, value) for name, _, value in (pair.partition("=") for pair in match[1].split()))
    return Example(values, int(match[2]))
