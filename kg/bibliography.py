"""`sources.bib` ⇄ `Source` records, by way of bibtexparser, which gives a line for every entry and fault."""

import logging
from typing import Any

from bibtexparser import Library, parse_string, write_string
from bibtexparser.model import DuplicateFieldKeyBlock, Entry, Field, ParsingFailedBlock

from kg.errors import Issue, Location
from kg.model import Source


def parse_sources(text: str, file: str) -> tuple[tuple[Source, ...], tuple[Issue, ...]]:
    """Read BibTeX; what cannot be read becomes an issue, the rest is kept."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # its faults are told as issues
    library = parse_string(text, parse_stack=_nothing_but_braces())
    sources = tuple(
        Source(
            entry.key,
            entry.entry_type,
            tuple((field.key.casefold(), str(field.value)) for field in entry.fields),
            Location(file, _line(entry.start_line)),
        )
        for entry in library.entries
    )
    issues = tuple(Issue(Location(file, _line(failed.start_line)), _reason(failed)) for failed in library.failed_blocks)
    return sources, issues


def format_sources(sources: tuple[Source, ...]) -> str:
    """Write BibTeX: the inverse of reading."""
    entries = [
        Entry(source.type, source.key, [Field(name, f"{{{value}}}") for name, value in source.fields])
        for source in sources
    ]
    return str(write_string(Library(entries), unparse_stack=[]))


def _nothing_but_braces() -> list[Any]:
    from bibtexparser.middlewares import RemoveEnclosingMiddleware, ResolveStringReferencesMiddleware

    return [ResolveStringReferencesMiddleware(True), RemoveEnclosingMiddleware(True)]


def _line(start: int | None) -> int:
    return 0 if start is None else start + 1


def _reason(block: ParsingFailedBlock) -> str:
    if isinstance(block, DuplicateFieldKeyBlock):
        return f"the entry has a field twice: {', '.join(sorted(block.duplicate_keys))}"
    if "duplicate" in type(block).__name__.casefold():
        return "a second entry with the same key"
    return f"not readable as BibTeX: {' '.join(str(block.error).split())[:160] or 'a brace or comma is missing'}"
