"""The texts of sources: their paragraphs, counted as extraction counts them, and their places in code points."""

import hashlib
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.files import HTML, MARKDOWN, read_paragraphs
from kg.model import Evidence, Source


@dataclass(frozen=True, slots=True)
class Text:
    """A stored text; `spans` are the start and end of each paragraph, paragraph 1 first."""

    path: Path
    content: str
    spans: tuple[tuple[int, int], ...]

    def paragraph(self, number: int) -> str:
        """The words of one paragraph, counted from 1.

        Raises:
            IndexError: the text has no such paragraph.
        """
        if not 1 <= number <= len(self.spans):
            raise IndexError(f"{self.path.name} has {len(self.spans)} paragraphs")
        start, end = self.spans[number - 1]
        return self.content[start:end]

    def find(self, quote: str, paragraphs: Iterable[int] = ()) -> tuple[int, int] | None:
        """Where the quote stands, in one of the paragraphs given or else anywhere; None if nowhere."""
        spans = [self.spans[number - 1] for number in paragraphs if 1 <= number <= len(self.spans)]
        for start, end in spans or [(0, len(self.content))]:
            found = self.content.find(quote, start, end)
            if found >= 0:
                return found, found + len(quote)
        return None


def read_text(path: Path) -> Text:
    """Read a text as extraction reads it: a page or Markdown without its marks, line ends of .txt as they are.

    Raises:
        InputError: the file cannot be read.
    """
    return Text(path, *read_paragraphs(path))


def text_of(folder: Path, name: str) -> Path:
    """The file of that name, or of a source of that key."""
    endings = ("", ".txt", *MARKDOWN, *HTML)
    return next((path for ending in endings if (path := folder / f"{name}{ending}").is_file()), folder / name)


def find_text(source: Source, folders: Iterable[Path]) -> Path | None:
    """The file of a source in these folders: by its `text` field, its key, or the sha256 of its bytes."""
    wanted = source.get("sha256").casefold()
    for folder in folders:
        for name in (source.get("text"), f"{source.key}.txt"):
            if name and len(name) < 200 and Path(name).name == name and (folder / name).is_file():
                return folder / name
        if wanted and folder.is_dir():
            for path in sorted(folder.iterdir()):
                if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == wanted:
                    return path
    return None


def locate_quotes(
    sources: Iterable[Source], evidence: Iterable[Evidence], folders: Iterable[Path]
) -> dict[str, tuple[int, int]]:
    """Where each quote stands in its source's text, by evidence id, for the texts that are at hand."""
    folders, texts = tuple(folders), {}
    for source in sources:
        if path := find_text(source, folders):
            with suppress(InputError):  # told by the check of texts
                texts[source.key] = read_text(path)
    spans = {}
    for item in evidence:
        text = texts.get(item.source)
        if item.proposal:
            spans[item.id] = item.proposal.span
        elif item.quote and text and (span := text.find(item.quote, item.paragraphs)):
            spans[item.id] = span
    return spans


def fold(text: str) -> str:
    """Text without case and accents, for comparing."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
