"""Registering a text as a source: an entry at the end of `sources.bib`, and whose copy it is, if of any."""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kg.bibliography import format_sources, parse_sources
from kg.claims import ID_FORM, RESERVED, root_origins
from kg.dates import DateError, interval
from kg.duplicates import SHARE, Alike, near_duplicates
from kg.errors import InputError, Issue, IssuesError, Location, UsageError
from kg.extract.document import Document, read_document
from kg.files import HTML, MARKDOWN
from kg.model import Dossier, Source
from kg.project import Project
from kg.settings import is_web_address
from kg.texts import find_text, fold

FIELDS = ("title", "author", "date", "organization", "url")


@dataclass(frozen=True, slots=True)
class Added:
    """What was registered: the entry as written, the texts it is like, and where the text was copied to."""

    source: Source
    entry: str
    alike: tuple[Alike, ...] = ()
    shipped: Path | None = None


def add_source(
    project: Project, file: Path, given: Mapping[str, str], key: str = "", ship: bool = False, texts: Path | None = None
) -> Added:
    """Register a file; nothing of `sources.bib` that stands there already is touched.

    Args:
        project: whose `sources.bib`.
        file: a text, Markdown or HTML.
        given: fields of FIELDS that go before what the file tells.
        key: its key; made of surname, outlet or title and the year if blank.
        ship: copy the text into `seeds/texts/<key>.txt`; a page or Markdown without its marks.
        texts: a folder with texts that may not be shipped.

    Raises:
        InputError: the file cannot be read.
        IssuesError: `sources.bib` cannot be read, or has this file already.
        UsageError: a field is missing or wrong, or the key is taken.
    """
    document = read_document(file)
    original = file.read_bytes()
    without_marks = document.text.encode() if file.suffix.casefold() in (*HTML, *MARKDOWN) else original
    stored = without_marks if ship else original
    dossier, unreadable = project.read()
    bibliography = project.seeds / "sources.bib"
    failed = [issue for issue in unreadable if issue.location.file.endswith("/sources.bib")]
    if failed:
        raise IssuesError(failed, "nothing was added")
    _refuse_twice(dossier, {_hash(original), _hash(without_marks)}, project.text_folders(texts))
    fields = _fields(document, given)
    key = _key(key, fields, dossier)
    known = _known_texts(dossier, project.text_folders(texts), file)
    alike = tuple(near_duplicates(_wording(document), known))
    fields["text"] = f"{key}.txt" if ship else file.name
    fields["sha256"] = _hash(stored)
    if alike and alike[0].of_new >= SHARE:
        fields["origin"] = root_origins(dossier.sources)[alike[0].key]
    source = Source(key, "misc", tuple((name, value) for name, value in fields.items() if value))
    entry = format_sources((source,)).strip()
    target = project.seeds / "texts" / f"{key}.txt"
    if ship and target.exists():
        raise UsageError(f"{target} is there already; choose another --key")
    text = _appended(bibliography, entry, (*dossier.sources, source))
    if ship:
        target.parent.mkdir(exist_ok=True)
        write_atomically(target, stored)
    write_atomically(bibliography, text.encode())
    return Added(source, entry, alike, target if ship else None)


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; a link is followed, and the file keeps its mode."""
    path = path.resolve()
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    now = os.umask(0)
    os.umask(now)
    return now


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _refuse_twice(dossier: Dossier, hashes: set[str], folders: Iterable[Path]) -> None:
    folders = tuple(folders)
    for source in dossier.sources:
        stated = source.get("sha256").casefold()
        path = None if stated else find_text(source, folders)
        if (stated or (_hash(path.read_bytes()) if path else "")) in hashes:
            message = f"this very text is registered already, as {source.key}"
            raise IssuesError([Issue(source.location, message)], "nothing was added")


def _fields(document: Document, given: Mapping[str, str]) -> dict[str, str]:
    """The fields of the entry; braces would end a field of BibTeX."""
    told = {
        "organization": document.outlet,
        **{name: getattr(document, name) for name in FIELDS if name != "organization"},
    }
    fields = {}
    for name in FIELDS:
        value = given.get(name) or told[name]
        fields[name] = " ".join(re.sub(r"[{}\\]", "", value).split())
    if not fields["title"]:
        raise UsageError(f"{document.name} tells no title; give --title")
    if not re.search(r"\sand\s", fields["author"]) and all(" " in name.strip() for name in fields["author"].split(",")):
        fields["author"] = re.sub(r"\s*,\s*", " and ", fields["author"])
    if given.get("url") and not is_web_address(fields["url"]):
        raise UsageError(f"--url {fields['url']}: not an http(s) address")
    if not is_web_address(fields["url"]):
        fields["url"] = ""
    try:
        interval(fields["date"]) if fields["date"] else None
    except DateError as error:
        raise UsageError(f"--date {fields['date']}: {error}") from error
    return fields


def _key(key: str, fields: Mapping[str, str], dossier: Dossier) -> str:
    """The key that was asked for, or surname, outlet or title with the year; b, c … where that is taken."""
    taken = {thing.id for thing in dossier.things} | {source.key for source in dossier.sources}
    if key:
        if not ID_FORM.fullmatch(key) or RESERVED.match(key):
            raise UsageError(f"'{key}' is no key; write small letters, digits and hyphens, a letter first")
        if key in taken:
            raise UsageError(f"the key '{key}' is taken; choose another")
        return key
    first = fields["author"].split(" and ")[0]
    surname = (first.split(",")[0] if "," in first else first.rpartition(" ")[2]) or fields["organization"]
    words = [re.sub(r"[^a-z0-9]", "", fold(word)) for word in (surname or fields["title"]).split()]
    longer = [word for word in words if len(word) > 3] or [word for word in words if word] or ["source"]
    name = longer[0] if longer[0][0].isalpha() else f"s{longer[0]}"
    year = re.search(r"(?<!\d)\d{4}(?!\d)", fields["date"])
    made = name[:20] + (str(year[0]) if year else "")
    endings = ("", *"bcdefghijklmnopqrstuvwxyz", *(f"-{number}" for number in range(27, len(taken) + 29)))
    free: list[str] = [made + ending for ending in endings if made + ending not in taken]
    return free[0]


def _known_texts(dossier: Dossier, folders: Iterable[Path], new: Path) -> dict[str, str]:
    """The wording of each source whose text is at hand and readable."""
    folders, known = tuple(folders), {}
    for source in dossier.sources:
        path = find_text(source, folders)
        if path and path.resolve() != new.resolve():
            with suppress(InputError):
                known[source.key] = _wording(read_document(path))
    return known


def _wording(document: Document) -> str:
    """What the article itself says: two texts of one outlet share their boilerplate."""
    body = [document.text[p.start : p.end] for p in document.paragraphs if p.kind == "body"]
    return "\n".join(body) or document.text


def _appended(path: Path, entry: str, expected: tuple[Source, ...]) -> str:
    """The bibliography with the entry at its end, read again to be sure that it says what was meant."""
    old = path.read_bytes().decode("utf-8") if path.is_file() else ""
    end = "\r\n" if "\r\n" in old else "\n"
    gap = "" if not old else end if old.endswith("\n") else 2 * end
    new = old + gap + entry.replace("\n", end) + end
    if parse_sources(new.removeprefix("\ufeff"), path.name)[0] != expected:
        issue = Issue(Location(f"seeds/{path.name}"), "the entry would not be read as it was meant")
        raise IssuesError([issue], "nothing was added")
    return new
