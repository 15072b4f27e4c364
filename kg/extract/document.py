"""Documents: .txt, .md and .html as text with paragraphs, and what the file tells of title, date, outlet and author."""

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

from kg.extract.furniture import Paragraph, paragraphs
from kg.extract.when import find_dates
from kg.files import FIELD, FIELDS, read_words, spans_of

_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d-\d\d-\d\d)(?!\d)")
_BYLINE = re.compile(r"by ((?:[^\W\d_][\w.'’-]*(?: |, | and |$)){2,8})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Document:
    """A text to extract from. Offsets count code points of `text`."""

    name: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    date: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""

    @property
    def published(self) -> datetime.date | None:
        """The day of publication, if it is known to the day."""
        try:
            return datetime.date.fromisoformat(self.date)
        except ValueError:
            return None


def read_document(path: Path, date: str = "") -> Document:
    """Read a file by its ending. The text of .txt is kept as it is; that of .md and .html is without marks.

    Raises:
        InputError: it is binary, empty, not UTF-8, far larger than any article, or HTML without text.
    """
    text, meta = read_words(path)
    return from_text(text, path.name, date, meta)


def from_text(text: str, name: str = "text", date: str = "", meta: dict[str, str] | None = None) -> Document:
    """A document from a string; `date` goes before what the text and its name tell."""
    spans = spans_of(text)
    told, fields = _head(text, spans)
    meta = {**told, **(meta or {})}
    found = paragraphs(text, spans)
    if fields:
        found = tuple(Paragraph(p.start, p.end, "boilerplate") if n < fields else p for n, p in enumerate(found))
    if not meta.get("title") and len(found) > 1 and found[fields : fields + 1] and found[fields].kind == "heading":
        meta["title"] = text[found[fields].start : found[fields].end].lstrip("# ")
    in_name = _DATE.search(name)
    day = date or _day(meta.get("date", "")) or (in_name[1] if in_name else "")
    meta = {
        key: " ".join(meta.get(key, "").replace("\xad", "").split()) for key in ("title", "outlet", "author", "url")
    }
    return Document(name, text, found, date=day, **meta)


def _head(text: str, spans: list[tuple[int, int]]) -> tuple[dict[str, str], int]:
    """What the first lines tell: "Key: value" lines and how many, or a byline and a date that stand alone."""
    meta: dict[str, str] = {}
    fields = 0
    for start, end in spans[:8]:
        match = FIELD.fullmatch(text[start:end])
        if not match or match[1].casefold() not in FIELDS:
            break
        meta.setdefault(FIELDS[match[1].casefold()], match[2].strip("\"'"))
        fields += 1
    for start, end in spans[fields : fields + 5]:
        words = text[start:end]
        if len(words) > 80:
            continue
        byline, day = _BYLINE.match(words), _day(words)
        if byline:
            author, comma, outlet = byline[1].strip(" ,").partition(", ")
            if comma and day and " and " not in byline[1]:  # `By Jane Doe, The Weekly, 3 March 2020`
                meta.setdefault("outlet", outlet)
            else:
                author = byline[1].strip(" ,")
            meta.setdefault("author", author)
        if day and (byline or len(words) < 40):
            meta.setdefault("date", day)
    return meta, fields


def _day(words: str) -> str:
    """The first whole day that stands in some words; a month or a year where they tell no more."""
    if iso := _DATE.search(words):
        return iso[1]
    if re.fullmatch(r"(?:19|20)\d\d(?:-\d\d)?", words.strip()):
        return words.strip()
    days = (value for _, _, value in find_dates(words, 0, len(words), None))
    return next((day for day in days if re.fullmatch(r"\d{4}-\d\d-\d\d", day)), "")
