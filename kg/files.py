"""Files as words: .txt, .md and .html without their marks, and where their paragraphs stand."""

import re
from itertools import pairwise
from pathlib import Path

from kg.errors import InputError

LONGEST_LINE = 200_000  # characters; parsing a line takes more than its length
LARGEST = 10_000_000  # bytes
HTML = (".html", ".htm", ".xhtml")
MARKDOWN = (".md", ".markdown")
_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_OTHER_FORMATS = {
    b"%PDF": "a PDF; take its text out first, e.g. pdftotext",
    b"PK\x03\x04": "a zipped file such as .docx; save it as text first",
    b"\xd0\xcf\x11\xe0": "an old Office file; save it as text first",
    b"{\\rtf": "RTF; save it as text first",
    b"\xff\xfe": "UTF-16, not UTF-8; convert it: iconv -f UTF-16 -t UTF-8",
    b"\xfe\xff": "UTF-16, not UTF-8; convert it: iconv -f UTF-16 -t UTF-8",
}
FIELD = re.compile(r"(\w+)[ \t]*:[ \t]*(\S.*)")
FIELDS = {
    name: field
    for field, names in {
        "title": "title headline",
        "date": "date published publishdate",
        "author": "author authors by byline",
        "outlet": "outlet source publisher publication site",
        "url": "url link",
    }.items()
    for name in names.split()
}


def read_paragraphs(path: Path) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text of a file and where its paragraphs stand.

    Raises:
        InputError: as for `read_words`.
    """
    text, _ = read_words(path)
    return text, tuple(spans_of(text))


def read_words(path: Path) -> tuple[str, dict[str, str]]:
    """The text without marks, and what a page or front matter tells."""
    text = _decoded(path, _bytes(path))
    meta: dict[str, str] = {}
    ending = path.suffix.casefold()
    if ending in HTML:
        text, meta = _from_html(text, path)
    elif ending in MARKDOWN:
        text, meta = _from_markdown(text)
    if not text.strip("\ufeff \t\r\n\xa0\xad\u200b"):
        raise InputError(f"{path}: empty")
    if (longest := max(map(len, text.splitlines()))) > LONGEST_LINE:
        raise InputError(f"{path}: a line of {longest:,} characters, where {LONGEST_LINE:,} are the most; no article")
    return text, meta


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise InputError(f"{path}: a folder; give its files")
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    if len(raw) > LARGEST:
        raise InputError(f"{path}: larger than {LARGEST // 1_000_000} MB; no article")
    return raw


def _decoded(path: Path, raw: bytes) -> str:
    for mark, told in _OTHER_FORMATS.items():
        if raw.startswith(mark):
            raise InputError(f"{path}: {told}")
    if (place := raw.find(b"\0")) >= 0:
        raise InputError(f"{path}: a binary file, not a text (byte {place} is zero)")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # a page says its encoding in its first bytes
        stated = re.search(rb"<meta[^>]{0,80}charset=[\"']?([\w-]{3,20})", raw[:2048], re.IGNORECASE)
        if path.suffix.casefold() in HTML and stated and stated[1].lower() not in (b"utf-8", b"utf8"):
            try:
                return raw.decode(stated[1].decode())
            except (LookupError, UnicodeDecodeError):
                pass
        # the error counts without the mark that may begin the file
        place = error.start + 3 * raw.startswith(b"\xef\xbb\xbf")
        line = raw.count(b"\n", 0, place) + 1
        raise InputError(
            f"{path}: not UTF-8: byte {place} (line {line}) is 0x{raw[place]:02X}; "
            "convert it, e.g. iconv -f CP1252 -t UTF-8"
        ) from error


def spans_of(text: str) -> list[tuple[int, int]]:
    """Where the lines that are not blank stand; of a text wrapped at a column, the blocks between blank lines."""
    lines = []
    offset = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        start = offset + line.index(words[0]) if words else offset
        lines.append((start, start + len(words)))
        offset += len(line)
    filled = [(start, end) for start, end in lines if end > start]
    if not _is_wrapped([text[start:end] for start, end in lines]):
        return filled
    blocks: list[tuple[int, int]] = []
    for (_, before), (start, end) in pairwise([(0, 0), *lines]):
        if end > start and blocks and blocks[-1][1] == before:
            blocks[-1] = (blocks[-1][0], end)
        elif end > start:
            blocks.append((start, end))
    return blocks if all(end - start <= LONGEST_LINE for start, end in blocks) else filled


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines end at a column, not with a paragraph: most that go on are nearly full, in mid-sentence."""
    widest = max(map(len, lines), default=0)
    going_on = [one for one, following in pairwise(lines) if one and following]
    cut = sum(len(one) > 0.75 * widest and one[-1] not in ".!?:" for one in going_on)
    return 40 <= widest <= 100 and len(going_on) >= 4 and cut >= 0.6 * len(going_on)


def _from_markdown(text: str) -> tuple[str, dict[str, str]]:
    """The text without front matter and marks, a paragraph on a line."""
    text = text.replace("\r\n", "\n")
    meta: dict[str, str] = {}
    if front := _FRONT.match(text):
        for line in front[1].splitlines():
            match = FIELD.fullmatch(line.strip())
            if match and match[1].casefold() in FIELDS:
                value = match[2].strip("[]").replace('"', "").strip("' ")
                meta.setdefault(FIELDS[match[1].casefold()], value)
        text = text[front.end() :]
    text = re.sub(r"!\[[^\]\n]*\]\([^)\n]*\)", "", text)
    text = re.sub(r"\[(?!\^)([^\]\n]*)\]\([^)\n]*\)", r"\1", text)
    text = re.sub(r"(?<=[\w.,;!?”\"])\[\^[^\]\n]{1,20}\](?!:)", "", text)
    text = re.sub(r"(?<!\w)(\*\*|__|\*|_|`)(?=\S)([^\n]+?)(?<=\S)\1(?!\w)", r"\2", text)
    text = re.sub(r"^(?:>|[-*+])[ \t]+", "", text, flags=re.MULTILINE)
    text = re.sub(r"^(#[^\n]*)\n(?=[^\n])", r"\1\n\n", text, flags=re.MULTILINE)
    return re.sub(r"(?<=[^\n])\n(?=[^\n#|\-*>\d\[])", " ", text), meta


def _from_html(text: str, path: Path) -> tuple[str, dict[str, str]]:
    try:
        import trafilatura
    except ImportError as error:
        raise InputError(f"{path}: reading HTML needs trafilatura: pip install 'kg[html]' ({error})") from error
    body = trafilatura.extract(text, include_comments=False, include_tables=False, favor_precision=True)
    if not body or not body.strip():
        raise InputError(f"{path}: HTML without a main text")
    found = trafilatura.extract_metadata(text)
    told = (
        {}
        if found is None
        else {"outlet": found.sitename, **{k: getattr(found, k) for k in ("title", "date", "author", "url")}}
    )
    return body, {key: str(value).replace("; ", " and ") for key, value in told.items() if value}
