"""Rows held against the texts of their sources, where those are at hand: paragraphs, quotes, parties."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from kg.claims import ID_FORM, PlaceError, evidence_id, parse_place
from kg.errors import InputError, Issue, Location
from kg.model import ClaimRow, Dossier, Source
from kg.texts import Text, find_text, read_text

# What may stand for a party that a paragraph does not name.
_PERSON = re.compile(r"\b(he|him|his|himself|she|her|hers|herself|I|my|me)\b", re.IGNORECASE)
_OTHER = re.compile(r"\b(it|its|itself|they|them|their|both|the two|this|these|that|those|we|us|our)\b", re.IGNORECASE)


def check_texts(dossier: Dossier, folders: Iterable[Path]) -> Iterator[Issue]:
    """Errors where a paragraph or quote is not in its text; warnings where a party goes unnamed there."""
    folders = tuple(folders)
    checker = _TextChecker(dossier)
    for source in dossier.sources:
        path = find_text(source, folders)
        if path is None:
            continue
        try:
            text = read_text(path)
        except InputError as error:
            yield Issue(Location(str(path)), str(error).removeprefix(f"{path}: "))
            continue
        wanted = source.get("sha256").casefold()
        if wanted and hashlib.sha256(path.read_bytes()).hexdigest() != wanted:
            yield Issue(source.location, f"{path.name} is not the text that sha256 names", "warning")
        yield from checker.places(source, text)
        yield from checker.parties(source, text)
        yield from checker.silent_paragraphs(source, text)


def name_patterns(dossier: Dossier) -> dict[str, re.Pattern[str]]:
    """For each thing, what finds any of its names as whole words in a `plain` text."""
    forms = defaultdict(set)
    for thing in dossier.things:
        forms[thing.id].add(thing.name)
    for name in dossier.names:
        forms[name.entity].add(name.name)
    return {
        id_: re.compile("|".join(rf"(?<!\w){re.escape(plain(form))}(?!\w)" for form in sorted(found)), re.IGNORECASE)
        for id_, found in forms.items()
    }


class _TextChecker:
    def __init__(self, dossier: Dossier):
        self.dossier = dossier
        self.persons = {entity.id for entity in dossier.entities if "Person" in entity.types}

    @cached_property
    def forms(self) -> dict[str, re.Pattern[str]]:
        """For each thing, what finds any of its names."""
        return name_patterns(self.dossier)

    def places(self, source: Source, text: Text) -> Iterator[Issue]:
        """Paragraphs that the text does not have, quotes that are not in it."""
        written = [(row.at, row.quote, row.location) for row in self._rows(source)]
        written += [(name.at, "", name.location) for name in self.dossier.names if name.source == source.key]
        written += [(item.at, "", item.location) for item in self.dossier.paragraphs if item.source == source.key]
        for at, quote, location in written:
            paragraphs = _paragraphs(at)
            beyond = [number for number in paragraphs if number > len(text.spans)]
            if beyond:
                having = f"which has {len(text.spans)} paragraphs"
                yield Issue(location, f"¶{beyond[0]} is not in {text.path.name}, {having}")
            elif quote and text.find(quote, paragraphs) is None:
                where = f"¶{', ¶'.join(map(str, paragraphs))} of " if paragraphs else ""
                yield Issue(location, f"the quote is not in {where}{text.path.name}")

    def parties(self, source: Source, text: Text) -> Iterator[Issue]:
        """Parties of a row whom its paragraph neither names nor may mean by a pronoun."""
        for row in self._rows(source):
            numbers = [number for number in _paragraphs(row.at) if number <= len(text.spans)]
            words = plain(" ".join(text.paragraph(number) for number in numbers))
            for party in (row.subject, row.object, row.addressee) if words else ():
                if not ID_FORM.fullmatch(party) or party not in self.forms or self.forms[party].search(words):
                    continue
                if not (_PERSON if party in self.persons else _OTHER).search(words):
                    yield Issue(row.location, f"{row.id}: {row.at} does not name '{party}'", "warning")

    def silent_paragraphs(self, source: Source, text: Text) -> Iterator[Issue]:
        """Paragraphs of a curated source without a claim, of which paragraphs.csv does not say why."""
        rows, reviewed = self._rows(source), self.dossier.judged("accepted")
        if all(evidence_id(row) in reviewed for row in rows):  # nobody has curated the text as a whole
            return
        spoken = {number for row in rows for number in _paragraphs(row.at)}
        explained = {
            number for item in self.dossier.paragraphs if item.source == source.key for number in _paragraphs(item.at)
        }
        for number in range(1, len(text.spans) + 1):
            if number not in spoken | explained:
                message = f"¶{number} of {source.key} has no claim, and paragraphs.csv does not say why"
                yield Issue(source.location, message, "warning")

    def _rows(self, source: Source) -> list[ClaimRow]:
        return [row for row in self.dossier.rows if row.source == source.key]


def _paragraphs(at: str) -> tuple[int, ...]:
    try:
        return parse_place(at).paragraphs
    except PlaceError:  # told with the row
        return ()


def plain(text: str) -> str:
    """Typographic quotation marks and dashes as typed ones."""
    return text.translate(str.maketrans("’‘“”–—\u00a0", "''\"\"-- "))
