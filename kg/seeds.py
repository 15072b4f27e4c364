"""`seeds/` ⇄ records. Reading and writing are inverses; whatever cannot be read is an issue with file and line.

A file's columns are known by name, in any order, and left out where unused. `SCHEMAS` is the one place that
says which columns a file may have.
"""

import csv
import io
import os
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import Issue, IssuesError, Location, UsageError, did_you_mean
from kg.model import NOWHERE, ClaimRow, Dossier, Entity, Event, Judgement, Link, Name, Paragraph
from kg.settings import decode, read_settings

Record = TypeVar("Record", bound=Any)


@dataclass(frozen=True, slots=True)
class Schema:
    """The columns of one kind of CSV file, in canonical order, and the record that a row becomes."""

    record: type[Any]
    columns: tuple[str, ...]
    required: tuple[str, ...]
    lists: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)  # column → field, where the names differ
    synonyms: Mapping[str, str] = field(default_factory=dict)  # other headings that people use → column

    def field_of(self, column: str) -> str:
        """The record's field for a column."""
        return self.fields.get(column, column)

    def column(self, heading: str) -> str:
        """The column that a heading means, its own text if none."""
        name = heading.strip().casefold().replace(" ", "_")
        return self.synonyms.get(name, name)


ENTITIES = Schema(
    Entity,
    ("id", "type", "name", "side", "wikidata", "note"),
    required=("id", "type", "name"),
    lists=("type",),
    fields={"type": "types"},
)
NAMES = Schema(Name, ("entity", "name", "lang", "kind", "used_by", "when", "source", "at"), required=("entity", "name"))
EVENTS = Schema(Event, ("id", "name", "type", "when", "where", "part_of", "note"), required=("id", "name"))
PARAGRAPHS = Schema(Paragraph, ("source", "at", "kind", "note"), required=("source", "at", "kind"))
CLAIMS = Schema(
    ClaimRow,
    (
        *("id", "subject", "relation", "object", "addressee", "about", "when", "where", "event", "polarity"),
        *("modality", "condition", "at", "according_to", "wording", "said", "origin", "quote", "note"),
    ),
    required=("subject", "relation", "object"),
    lists=("about",),
    synonyms={"recipient": "addressee"},
)
CONFLICTS = Schema(Link, ("first", "second", "type", "note"), required=("first", "second", "type"))
JUDGEMENTS = Schema(Judgement, ("evidence", "verdict", "by", "on", "note"), required=("evidence", "verdict"))
TABLES = {
    "entities.csv": ENTITIES,
    "names.csv": NAMES,
    "events.csv": EVENTS,
    "paragraphs.csv": PARAGRAPHS,
    "conflicts.csv": CONFLICTS,
    "judgements.csv": JUDGEMENTS,
}
PROPOSED = re.compile(r"x[0-9a-f]{8}")  # the id of a row that an extractor proposed


def read_dossier(folder: Path) -> tuple[Dossier, tuple[Issue, ...]]:
    """Read a whole `seeds/` folder; files are named in issues as `seeds/…`."""
    from kg.bibliography import parse_sources  # 0.1 s to import, and queries need only the settings

    issues: list[Issue] = []
    tables: dict[str, tuple[Any, ...]] = {}
    for name, schema in TABLES.items():
        path = folder / name
        tables[name], found = read_csv(path, schema, _shown(folder, path)) if path.is_file() else ((), ())
        issues += found
    rows: list[ClaimRow] = []
    for path in sorted((folder / "claims").glob("*.csv")):
        read, found = read_csv(path, CLAIMS, _shown(folder, path), source=path.stem)
        issues += found
        rows += fill_ids(read)
        unnamed = [row for row in read if not row.id]
        if unnamed:
            count = "a row has" if len(unnamed) == 1 else f"{len(unnamed)} rows have"
            issues.append(Issue(unnamed[0].location, f"{count} no id yet; kg fmt writes them", "warning"))
    settings, found = read_settings(folder)
    issues += (*found, *_stray_files(folder))
    bibliography = folder / "sources.bib"
    text, found = decode(bibliography, _shown(folder, bibliography)) if bibliography.is_file() else ("", ())
    sources, failed = parse_sources(text, _shown(folder, bibliography))
    issues += [*found, *failed]
    return (
        Dossier(
            settings=settings,
            entities=tables["entities.csv"],
            names=tables["names.csv"],
            events=tables["events.csv"],
            paragraphs=tables["paragraphs.csv"],
            conflicts=tables["conflicts.csv"],
            judgements=tables["judgements.csv"],
            sources=sources,
            rows=tuple(rows),
        ),
        tuple(issues),
    )


def _stray_files(folder: Path) -> Iterator[Issue]:
    """Files that would be passed over in silence, and folders where a file is expected."""
    known = (*TABLES, "sources.bib", "project.toml")
    for path in sorted(folder.iterdir()):
        location = Location(_shown(folder, path))
        if path.name in known and not path.is_file():
            yield Issue(location, "is not a file")
        elif path.is_file() and path.name not in known and path.suffix.casefold() in (".csv", ".bib", ".toml"):
            yield Issue(location, f"no file of this name is read{did_you_mean(path.name, known)}")
    claims = folder / "claims"
    if claims.exists() and not claims.is_dir():
        yield Issue(Location(_shown(folder, claims)), "is not a folder")
    for path in sorted(claims.iterdir()) if claims.is_dir() else ():
        if path.suffix != ".csv" and not path.name.startswith((".", "__")):
            yield Issue(Location(_shown(folder, path)), "only files that end in .csv are read here")


def read_csv(path: Path, schema: Schema, shown: str, **constants: str) -> tuple[tuple[Any, ...], tuple[Issue, ...]]:
    """Read one CSV file into records; `constants` are fields that the file's place gives."""
    text, issues = decode(path, shown)
    return ((), issues) if issues else parse_csv(text, schema, shown, **constants)


def parse_csv(text: str, schema: Schema, file: str, **constants: str) -> tuple[tuple[Any, ...], tuple[Issue, ...]]:
    """Parse CSV text into records, each with its line; rows that cannot be understood become issues."""
    records, issues = [], []
    try:
        lines = list(_lines(text))
    except csv.Error as error:
        return (), (Issue(Location(file, int(error.args[1])), f"not readable as CSV: {error.args[0]}"),)
    if not lines:
        return (), (Issue(Location(file, 1), f"empty; the first line names the columns: {','.join(schema.columns)}"),)
    headings, heading_issues = _headings(lines[0][1], schema, file)
    if heading_issues:
        return (), heading_issues
    for line, cells in lines[1:]:
        location = Location(file, line)
        if len(cells) > len(headings) and any(cells[len(headings) :]):
            issues.append(
                Issue(location, f"{len(cells)} cells under {len(headings)} columns; quote a cell with a comma")
            )
            continue
        values = {name: _clean(name, cell) for name, cell in zip(headings, cells, strict=False)}
        if not any(values.values()):
            continue
        missing = [name for name in schema.required if not _field(schema, name, values.get(name, ""))]
        if missing:
            issues.append(Issue(location, f"no {' and no '.join(missing)} in this row"))
            continue
        issues += (
            Issue(location, f"a control character in {name}")
            for name, value in values.items()
            if any(unicodedata.category(character) == "Cc" and character not in "\n\t" for character in value)
        )
        fields = {schema.field_of(name): _field(schema, name, value) for name, value in values.items() if value}
        records.append(schema.record(**constants, **fields, location=location))
    return tuple(records), tuple(issues)


def format_csv(records: Iterable[Any], schema: Schema, columns: Sequence[str] = ()) -> str:
    """Write records as CSV: the canonical form, of which reading is the inverse.

    Columns that no record fills are left out, unless required or named in `columns`.
    """
    rows = [{name: _cell(getattr(record, schema.field_of(name))) for name in schema.columns} for record in records]
    kept = [
        name for name in schema.columns if name in schema.required or name in columns or any(row[name] for row in rows)
    ]
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(kept)
    writer.writerows([row[name] for name in kept] for row in rows)
    return output.getvalue()


def format_file(path: Path, folder: Path) -> tuple[str | None, tuple[Issue, ...]]:
    """The canonical text of a CSV file of `seeds/`, with missing ids filled; None if it cannot be read whole."""
    shown = _shown(folder, path)
    in_claims = path.parent.name == "claims"
    schema = CLAIMS if in_claims else TABLES[path.name]
    records, issues = read_csv(path, schema, shown, **({"source": path.stem} if in_claims else {}))
    if issues:
        return None, issues
    return format_csv(fill_ids(records) if in_claims else records, schema, columns_of(path, schema)), ()


def change_file(
    path: Path, folder: Path, add: Sequence[Any] = (), drop: Callable[[Any], bool] = lambda _: False
) -> None:
    """Add records to a CSV file of `seeds/` and drop others; all else stays. What stands already is not doubled.

    Raises:
        IssuesError: the file cannot be read whole; it is left as it is.
    """

    def change(records: tuple[Any, ...]) -> list[Any]:
        kept = [record for record in records if not drop(record)]
        return [*kept, *(record for record in dict.fromkeys(add) if record not in kept)]

    rewrite_file(path, folder, change)


def rewrite_file(path: Path, folder: Path, change: Callable[[tuple[Any, ...]], Sequence[Any]]) -> None:
    """Write what a change makes of the records of a CSV file of `seeds/`; a file left without records is removed.

    The file is read anew, so what a person has changed meanwhile is kept.

    Raises:
        IssuesError: the file cannot be read whole; it is left as it is.
    """
    in_claims = path.parent.name == "claims"
    schema = CLAIMS if in_claims else TABLES[path.name]
    records: tuple[Any, ...] = ()
    if path.is_file():
        shown = _shown(folder, path)
        records, issues = read_csv(path, schema, shown, **({"source": path.stem} if in_claims else {}))
        if issues:
            raise IssuesError(issues, f"{shown} was left as it is")
    wanted = change(records)
    if records and not wanted:
        path.unlink()
    elif list(wanted) != list(records):
        write_file(path, format_csv(wanted, schema, columns_of(path, schema) if path.is_file() else ()))


def as_read(record: Record, schema: Schema, location: Location = NOWHERE, **constants: str) -> Record:
    """A record as it will be read from its file, so that memory and files agree.

    Raises:
        UsageError: a cell holds what no file may.
    """
    records, issues = parse_csv(format_csv([record], schema), schema, "", **constants)
    if issues:
        raise UsageError("; ".join(issue.message for issue in issues))
    read: Record = replace(records[0], location=location)
    return read


def write_file(path: Path, text: str) -> None:
    """Write a file so that a kill at any point leaves the old or the new one whole; a link stays a link."""
    real = path.resolve()
    real.parent.mkdir(parents=True, exist_ok=True)
    temporary = real.with_name(f".{real.name}.new")
    with temporary.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    if real.exists():
        shutil.copymode(real, temporary)
    temporary.replace(real)


def columns_of(path: Path, schema: Schema) -> list[str]:
    """The columns of a CSV file that can be read, in its order."""
    headings = next(csv.reader(io.StringIO(decode(path, path.name)[0], newline="")))
    return [schema.column(heading) for heading in headings]


def csv_files(folder: Path) -> Iterator[Path]:
    """The CSV files of a `seeds/` folder that have a schema."""
    yield from (folder / name for name in TABLES if (folder / name).is_file())
    yield from sorted((folder / "claims").glob("*.csv"))


def fill_ids(rows: Sequence[ClaimRow]) -> tuple[ClaimRow, ...]:
    """Give rows without an id the next free number after the file's own prefix."""
    own = [row.id for row in rows if not PROPOSED.fullmatch(row.id)]
    numbered = [match for id_ in own if (match := re.fullmatch(r"([a-z]+)([0-9]{1,9})", id_))]
    prefix = numbered[0][1] if numbered else next((row.source[:1].casefold() for row in rows), "c")
    prefix = prefix if re.fullmatch("[a-z]+", prefix) else "c"
    number = max((int(match[2]) for match in numbered if match[1] == prefix), default=0)
    filled = []
    for row in rows:
        number += not row.id
        filled.append(row if row.id else replace(row, id=f"{prefix}{number}"))
    return tuple(filled)


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each CSV row with the number of the line it begins on."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begin = 1
    try:
        for cells in reader:
            if cells:
                yield begin, cells
            begin = reader.line_num + 1
    except csv.Error as error:
        raise csv.Error(str(error), begin) from error


def _headings(cells: list[str], schema: Schema, file: str) -> tuple[list[str], tuple[Issue, ...]]:
    location = Location(file, 1)
    if len(cells) == 1 and any(mark in cells[0] for mark in ";\t"):
        return [], (Issue(location, "columns are separated by semicolons or tabs; save with commas"),)
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    headings = [schema.column(cell) for cell in cells]
    issues = [
        Issue(location, f"unknown column '{cell.strip()}'{did_you_mean(heading, schema.columns)}")
        for cell, heading in zip(cells, headings, strict=True)
        if heading not in schema.columns
    ]
    issues += (
        Issue(location, f"column '{name}' stands twice") for name in sorted(set(headings)) if headings.count(name) > 1
    )
    if not issues:
        issues = [Issue(location, f"no column '{name}'") for name in schema.required if name not in headings]
    return headings, tuple(issues)


def _clean(column: str, cell: str) -> str:
    """A cell without space around it and in Unicode's composed form; a quotation keeps the form of its text."""
    text = cell.replace("\r\n", "\n").strip()
    return text if column == "quote" else unicodedata.normalize("NFC", text)


def _field(schema: Schema, column: str, value: str) -> str | tuple[str, ...]:
    if column not in schema.lists:
        return value
    return tuple(part for part in (part.strip() for part in value.split("|")) if part)


def _cell(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else "|".join(value)


def _shown(folder: Path, path: Path) -> str:
    return f"{folder.name}/{path.relative_to(folder).as_posix()}"
