"""Documents: .txt, .md and .html as paragraphs with their places in code points, and what kind each is."""

import datetime
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError

LONGEST_LINE = 2_000_000
LARGEST = 50_000_000
_DATE = re.compile(r"\b((?:19|20)\d\d-\d\d-\d\d)\b")
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_BOILERPLATE = re.compile(
    r"^(?:subscribe|sign up|share (?:this|on)|read (?:more|also|next)|related (?:articles|stories|posts)|"
    r"all rights reserved|copyright|©|follow us|advertisement|cookie|click here|newsletter|"
    r"photo(?: credit)?:|image(?: credit)?:|tags?:|filed under)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of the text: heading, body, boilerplate, pull quote or note."""

    start: int
    end: int
    kind: str


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

    @property
    def published(self) -> datetime.date | None:
        """The day of publication, if it is known to the day."""
        try:
            return datetime.date.fromisoformat(self.date)
        except ValueError:
            return None


def read_document(path: Path, date: str = "") -> Document:
    """Read a file by its ending.

    Raises:
        InputError: it is binary, empty, not UTF-8, has a line of millions of characters, or is HTML without text.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f"{path}: larger than {LARGEST // 1_000_000} MB")
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    if b"\0" in raw[:65536]:
        raise InputError(f"{path}: a binary file, not a text")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path}: not UTF-8 (byte {error.start}); convert it, e.g. iconv -f LATIN1 -t UTF-8"
        ) from error
    if not text.strip():
        raise InputError(f"{path}: empty")
    meta: dict[str, str] = {}
    if path.suffix.casefold() in (".html", ".htm", ".xhtml"):
        text, meta = _from_html(text, path)
    elif path.suffix.casefold() in (".md", ".markdown"):
        text, meta = _from_markdown(text)
    if max(map(len, text.splitlines()), default=0) > LONGEST_LINE:
        raise InputError(f"{path}: has a line of more than {LONGEST_LINE // 1_000_000} million characters; no article")
    return from_text(text, path.name, date or meta.get("date", ""), meta)


def from_text(text: str, name: str = "text", date: str = "", meta: dict[str, str] | None = None) -> Document:
    """A document from a string."""
    spans = []
    offset = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = offset + line.index(words[0])
            spans.append((start, start + len(words)))
        offset += len(line)
    repeated = Counter(text[start:end] for start, end in spans)
    paragraphs = tuple(
        Paragraph(start, end, _kind(text, start, end, number, repeated)) for number, (start, end) in enumerate(spans)
    )
    meta = meta or {}
    found = date or next((m[1] for m in [_DATE.search(name)] if m), "")
    return Document(
        name, text, paragraphs, meta.get("title", ""), found, meta.get("outlet", ""), meta.get("author", "")
    )


def _kind(text: str, start: int, end: int, number: int, repeated: Counter[str]) -> str:
    words = text[start:end]
    if words.startswith("#"):
        return "heading"
    if (
        re.match(r"(?:\[\d+\]|\d+\.?|\^)\s", words)
        and number
        and text[:start].count("\n") > 3
        and re.search(r"https?://|\bpp?\.|ibid", words)
    ):
        return "note"
    if _BOILERPLATE.match(words) and len(words) < 200:
        return "boilerplate"
    if len(words) < 120 and not re.search(r"[.!?…:;][\"”’')\]]*$", words):
        return "heading"
    if repeated[words] > 1 or (len(words) < 400 and text.count(words.strip('"“”')) > 1):
        return "pull quote" if text.find(words.strip('"“”')) < start or repeated[words] == 1 else "body"
    return "body"


def _from_markdown(text: str) -> tuple[str, dict[str, str]]:
    """Front matter out, marks blanked so that places stay."""
    meta: dict[str, str] = {}
    if front := _FRONT.match(text):
        for line in front[1].splitlines():
            key, _, value = line.partition(":")
            meta[key.strip().casefold()] = value.strip().strip("\"'")
        text = "\n" * front[0].count("\n") + text[front.end() :]
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"(?<!\w)(\*\*|__|\*|_|`)(?=\S)(.+?)(?<=\S)\1(?!\w)", r"\2", text)
    text = re.sub(r"^(?:>|[-*+])\s+", "", text, flags=re.MULTILINE)
    return _joined_lines(text), meta


def _joined_lines(text: str) -> str:
    """Paragraphs on one line: a single line end inside one is a space."""
    return re.sub(r"(?<=[^\n])\n(?=[^\n#|\-*>\d])", " ", text)


def _from_html(text: str, path: Path) -> tuple[str, dict[str, str]]:
    try:
        import trafilatura
    except ImportError as error:
        raise InputError(f"{path}: reading HTML needs trafilatura: pip install 'kg[html]'") from error
    body = trafilatura.extract(text, include_comments=False, include_tables=False, favor_precision=True)
    if not body or not body.strip():
        raise InputError(f"{path}: HTML without a main text")
    found = trafilatura.extract_metadata(text)
    meta = {}
    if found is not None:
        for key, value in (
            ("title", found.title),
            ("date", found.date),
            ("outlet", found.sitename),
            ("author", found.author),
        ):
            if value:
                meta[key] = str(value)
    return body, meta
