"""A text as the rules read it, and the way back: plain spaces, composed letters, no soft hyphens, no line ends."""

import re
import unicodedata
from dataclasses import dataclass, replace

from kg.extract.candidate import Candidate, End
from kg.extract.document import Document
from kg.extract.furniture import Paragraph

_INVISIBLE = "\xad\u200b\u2060\ufeff"
# any space but a plain one, spaces in a row, invisible marks, a letter with its combining marks
_ODD = re.compile(rf"[^\S ]\s*| \s+|[{_INVISIBLE}]+|\w[\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """The document to read, and for each place in its text the place in the original."""

    document: Document
    original: str
    places: tuple[int, ...] = ()  # empty: the same text

    def back(self, candidate: Candidate) -> Candidate:
        """The candidate with the places and the quote of the original text."""
        if not self.places:
            return candidate
        start, end = self._span(candidate.start, candidate.end)
        return replace(
            candidate,
            start=start,
            end=end,
            quote=self.original[start:end],
            subject=self._end(candidate.subject),
            object=self._end(candidate.object),
        )

    def _span(self, start: int, end: int) -> tuple[int, int]:
        return self.places[start], self.places[end] if end > start else self.places[start]

    def _end(self, end: End) -> End:
        start, stop = self._span(end.start, end.end)
        return replace(end, start=start, end=stop)


def reading(document: Document) -> Reading:
    """The document as the rules read it; most texts are read as they are."""
    text = document.text
    parts: list[str] = []
    places: list[int] = []
    paragraphs = []
    at = length = 0

    def keep(words: str, begin: int, step: int = 1) -> None:
        nonlocal length
        parts.append(words)
        places.extend(range(begin, begin + len(words)) if step else [begin] * len(words))
        length += len(words)

    for paragraph in document.paragraphs:
        keep(text[at : paragraph.start], at)
        start, at = length, paragraph.start
        for match in _ODD.finditer(text, paragraph.start, paragraph.end):
            keep(text[at : match.start()], at)
            keep(_plain(match[0]), match.start(), 0)
            at = match.end()
        keep(text[at : paragraph.end], at)
        at = paragraph.end
        paragraphs.append(Paragraph(start, length, paragraph.kind))
    keep(text[at:], at)
    plain = "".join(parts)
    if plain == text:
        return Reading(document, text)
    return Reading(replace(document, text=plain, paragraphs=tuple(paragraphs)), text, (*places, len(text)))


def _plain(words: str) -> str:
    if not words.strip(_INVISIBLE):
        return ""
    return " " if words.isspace() else unicodedata.normalize("NFC", words)
