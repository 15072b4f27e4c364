"""What kind each paragraph of a text is: heading, body, boilerplate, pull quote or note; only body is extracted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.duplicates import repeated_parts

SHORT = 120
PULLED = 400
_ENDED = re.compile(r"[.!?…:;][\"”’»')\]]*$")
_SHARED = r"(?:facebook|twitter|x|whatsapp|linkedin|telegram|reddit|pinterest|e-?mail|copy link|print|share|tweet)"
_LINE = re.compile(
    r"^(?:[•▪◦|>–—*-]\s*)*(?:"
    + "|".join(
        (
            rf"{_SHARED}(?:[\s|•·,/]+{_SHARED})*$|share (?:this|on|via)|follow us|comments?$|click here",
            r"subscribe|sign up|(?:our |the )?newsletter|advertisement|view profile|listen to this",
            r"read (?:more|also|next|the full|the original)|see also:|related:|available in:",
            r"all rights reserved|copyright|©|republished |(?:the )?(?:views|opinions) expressed",
            r"this (?:article|piece|commentary) (?:was )?(?:first|originally) ",
            r"cookie (?:policy|settings|notice|preferences)|(?:we|this site) uses? cookies",
            r"photo(?: credit)?:|image(?: credit)?:|tags?:|topics?:|filed under|(?:last )?updated:?\s|published:?\s",
            r"\d+ (?:min|minutes?) read$",
        )
    )
    + ")",
    re.IGNORECASE,
)
# what opens the tail of a page: nothing of the article comes after it
_TAIL = re.compile(
    "^(?:"
    + "|".join(
        (
            r"related$|related (?:articles?|content|stories|posts?|topics|reading|cent(?:er|re)s|news|links)\b",
            r"more (?:from|on|stories|articles|news|like this)\b",
            r"(?:explore|discover|see|browse) (?:all )?(?:our|more)\b",
            r"you (?:may|might) also|recommended(?: for you| reading| articles| stories)?:?$|trending\b",
            r"most (?:read|popular|viewed)\b|latest (?:news|stories|articles|from)\b",
            r"further reading\b|(?:read|up) next\b",
            r"about the authors?\b|our newsletter|(?:get|join|sign up (?:for|to)) our ",
            r"leave a (?:comment|reply)|comments?(?: \(\d+\))?$",
        )
    )
    + ")",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"^#*\s*(?:(?:foot|end)?notes?(?: and references)?|references|bibliography|works cited):?$", re.IGNORECASE
)
_NUMBERED = re.compile(r"^(?:\[\^?(\d{1,3})\]:?|\^?(\d{1,3})[.)]?)\s")
_CITES = re.compile(r"https?://|\bpp?\.\s?\d|\bibid|\bop\. cit|\b(?:19|20)\d\d\b.{0,3}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of the text: heading, body, boilerplate, pull quote or note."""

    start: int
    end: int
    kind: str


def paragraphs(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Paragraph, ...]:
    """The paragraphs at these places, each with its kind."""
    parts = [text[start:end] for start, end in spans]
    kinds = [_own_kind(part, number == 0) for number, part in enumerate(parts)]
    for number in repeated_parts(parts, share=0.6, shortest=8):
        if kinds[number] in ("body", "heading") and len(parts[number]) < PULLED:
            kinds[number] = "pull quote"
    _cut_tail(parts, kinds)
    _find_notes(parts, kinds)
    return tuple(Paragraph(start, end, kind) for (start, end), kind in zip(spans, kinds, strict=True))


def _own_kind(words: str, first: bool) -> str:
    """The kind that a paragraph shows by itself."""
    if words.startswith("#"):
        return "heading"
    if _LINE.match(words) and len(words) < 2 * SHORT:
        return "boilerplate"
    if len(words) < SHORT and not _ENDED.search(words):
        return "heading"
    if first and len(words) < 2 * SHORT and words.endswith("?"):
        return "heading"
    return "body"


def _cut_tail(parts: list[str], kinds: list[str]) -> None:
    """From "Related articles" on, all is boilerplate, with the headings that end the text.

    Only in its last half, and unless a section with paragraphs of its own follows: teasers stand one to a heading.
    """
    whole = sum(len(part) for part, kind in zip(parts, kinds, strict=True) if kind == "body")
    read = 0
    for number, part in enumerate(parts):
        opens = 0 < whole <= 2 * read and kinds[number] != "body" and _TAIL.match(part.lstrip("#•> "))
        if opens and ("body", "body") not in pairwise(kinds[number:]):
            kinds[number:] = ["note" if kind == "note" else "boilerplate" for kind in kinds[number:]]
            break
        read += len(part) * (kinds[number] == "body")
    last = max((n for n, kind in enumerate(kinds) if kind in ("body", "pull quote")), default=len(kinds))
    for number in range(last + 1, len(kinds)):
        if kinds[number] == "heading" and not _NOTES.match(parts[number]):
            kinds[number] = "boilerplate"


def _find_notes(parts: list[str], kinds: list[str]) -> None:
    """Numbered paragraphs that cite, those that count on from them, and all below a heading such as "Notes"."""
    below, before = False, 0
    for number, part in enumerate(parts):
        if _NOTES.match(part):
            kinds[number], below = "heading", number * 2 > len(parts)
            continue
        numbered = _NUMBERED.match(part)
        count = int(numbered[1] or numbered[2]) if numbered else 0
        cites = bool(numbered) and number > 2 and bool(_CITES.search(part) or (before and count == before + 1))
        if kinds[number] != "boilerplate" and (below or cites):
            kinds[number] = "note"
        before = count if cites else 0
