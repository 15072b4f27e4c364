"""A page for each source: its claims paragraph by paragraph, with its text and their marks where that is at hand."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise

from kg.claims import PlaceError, parse_place
from kg.model import Source
from kg.pages.claims import Shown
from kg.pages.frame import file_name, render, template_text
from kg.pages.site import Site
from kg.texts import Text

MOST = 3000  # paragraphs told one by one though they have no claim


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a text: the claims whose words it is part of, and those of which it is the end."""

    text: str
    claims: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


@dataclass(slots=True)
class Paragraph:
    """A paragraph of a source: its claims in order, those told first elsewhere, or why there are none.

    Where its text is at hand and there are several claims, `numbers` tell which words belong to which.
    """

    number: int
    pieces: list[Piece] = field(default_factory=list)
    claims: list[Shown] = field(default_factory=list)
    also: list[Shown] = field(default_factory=list)
    reason: str = ""
    numbers: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Told:
    """What a source brings: claims, those of them that no other origin tells, and whose voices."""

    source: Source
    claims: list[Shown]
    alone: int
    voices: int
    share: float

    @property
    def sound(self) -> int:
        """Claims that count."""
        return len(self.claims) - self.proposed

    @property
    def proposed(self) -> int:
        """Claims that only rules propose."""
        return sum(claim.cls == "Candidate" for claim in self.claims)


def told_by(site: Site) -> dict[str, Told]:
    """What each source brings, in order of date."""
    found: dict[str, list[Shown]] = defaultdict(list)
    for claim in site.claims.values():
        for key in claim.sources:
            found[key].append(claim)
    counted = sum(claim.cls != "Candidate" for claim in site.claims.values()) or 1
    made = {}
    for key, source in site.sources.items():
        sound = [claim for claim in found[key] if claim.cls != "Candidate"]
        proofs = [proof for claim in sound for proof in claim.evidence if proof.source == key]
        voices = len({proof.voice for proof in proofs if not proof.own})
        alone = sum(claim.origins == 1 and len(claim.sources) == 1 for claim in sound)
        made[key] = Told(source, found[key], alone, voices, len(sound) / counted)
    return made


def marked(text: Text, number: int, spans: Iterable[tuple[int, int, str]]) -> list[Piece]:
    """A paragraph in pieces, cut wherever the words of a claim begin or end.

    Args:
        text: the source's.
        number: of the paragraph.
        spans: start, end and claim, in code points of the text.
    """
    first, last = text.spans[number - 1]
    inside = [(max(start, first), min(end, last), claim) for start, end, claim in spans if start < last and end > first]
    cuts = sorted({first, last, *(cut for start, end, _ in inside for cut in (start, end))})
    begins: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for start, end, claim in inside:
        begins[start].append((end, claim))
    pieces: list[Piece] = []
    open_: list[tuple[int, str]] = []
    for start, end in pairwise(cuts):
        open_ = [*(span for span in open_ if span[0] > start), *begins[start]]
        ends = (claim for stop, claim in open_ if stop == end)
        claims = tuple(dict.fromkeys(claim for _, claim in open_))
        pieces.append(Piece(text.content[start:end], claims, tuple(dict.fromkeys(ends))))
    return pieces


def _spans(claims: Iterable[Shown], key: str, text: Text) -> Iterator[tuple[int, int, str]]:
    """Where each claim's quote stands in the text, or the sentence that names both its ends."""
    for claim in claims:
        for proof in claim.evidence:
            if proof.source != key:
                continue
            if proof.start is not None and proof.end is not None and proof.end <= len(text.content):
                yield proof.start, proof.end, claim.id
            elif proof.sentence and (found := text.find(proof.sentence, proof.paragraphs)):
                yield *found, claim.id


def _reasons(site: Site) -> dict[str, dict[int, str]]:
    """By source and paragraph: why it has no claim."""
    found: dict[str, dict[int, str]] = defaultdict(dict)
    for item in site.dossier.paragraphs:
        with suppress(PlaceError):  # told by `kg check`
            for number in parse_place(item.at).paragraphs:
                found[item.source][number] = ": ".join(filter(None, (item.kind, item.note)))
    return found


def paragraphs(site: Site, told: Told, reasons: dict[int, str]) -> tuple[list[Paragraph], dict[str, list[Shown]]]:
    """The paragraphs of a source, and by place the claims that stand in none.

    A claim that stands in several paragraphs is shown in the first and named in the others.
    """
    key = told.source.key
    at, elsewhere = _placed(told.claims, key)
    declared = told.source.get("paragraphs")
    numbers = {*reasons, *(number for found in at.values() for number in found)}
    last = max(0, int(declared) if declared.isdecimal() and len(declared) < 6 else 0, *numbers)
    numbers |= set(range(1, min(last, MOST) + 1))
    found = {number: Paragraph(number, reason=reasons.get(number, "")) for number in numbers}
    for claim in told.claims:
        for index, number in enumerate(at.get(claim.id, ())):
            (found[number].also if index else found[number].claims).append(claim)
    for paragraph in found.values():
        paragraph.claims.sort(key=lambda claim: _place(claim, key))
    if text := site.sentences.texts.get(key):
        _add_text(found, text, _spans(told.claims, key, text))
    return [found[number] for number in sorted(found)], dict(sorted(elsewhere.items()))


def _placed(claims: Iterable[Shown], key: str) -> tuple[dict[str, list[int]], dict[str, list[Shown]]]:
    """By claim: its paragraphs in a source; by place: the claims that have none there."""
    at: dict[str, list[int]] = {}
    elsewhere: dict[str, list[Shown]] = defaultdict(list)
    for claim in claims:
        proofs = [proof for proof in claim.evidence if proof.source == key]
        if numbers := sorted({number for proof in proofs for number in proof.paragraphs}):
            at[claim.id] = numbers
        else:
            elsewhere[next((proof.place for proof in proofs if proof.place), "no place told")].append(claim)
    return at, elsewhere


def _add_text(found: dict[int, Paragraph], text: Text, spans: Iterable[tuple[int, int, str]]) -> None:
    """Give each paragraph its words with their marks, and numbers to its claims where there are several."""
    touched: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    starts = [start for start, _ in text.spans]
    for span in spans:
        for number in _touched(starts, text, span):
            touched[number].append(span)
    for number in range(1, len(text.spans) + 1):
        paragraph = found.setdefault(number, Paragraph(number))
        if len(paragraph.claims) > 1:
            paragraph.numbers = {claim.id: place for place, claim in enumerate(paragraph.claims, 1)}
        places = paragraph.numbers
        spans_here = sorted(touched[number], key=lambda span: places.get(span[2], 0))
        paragraph.pieces = marked(text, number, spans_here)


def _touched(starts: list[int], text: Text, span: tuple[int, int, str]) -> Iterator[int]:
    number = max(bisect_right(starts, span[0]), 1)
    while number <= len(starts) and text.spans[number - 1][0] < span[1]:
        yield number
        number += 1


def _place(claim: Shown, key: str) -> tuple[int, str]:
    """Where its words begin in the text, then the id of its evidence, as the curator wrote it."""
    proofs = [proof for proof in claim.evidence if proof.source == key]
    return min(proof.start or 0 for proof in proofs), _natural(min(proof.id for proof in proofs))


def _natural(text: str) -> str:
    """An id whose numbers sort as numbers do."""
    head = text.rstrip("0123456789")
    return f"{head}{text[len(head) :]:0>9}"


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """The list of sources, and a page for each."""
    told, reasons = told_by(site), _reasons(site)
    styles = [template_text("reading.css"), template_text("sources.css")]
    yield (
        "sources.html",
        render(
            "sources.html",
            scripts=[template_text("tables.js")],
            styles=styles,
            heading="Sources",
            here="sources.html",
            site=site,
            told=told,
        ),
    )
    for key, found in told.items():
        numbered, elsewhere = paragraphs(site, found, reasons.get(key, {}))
        yield (
            f"sources/{file_name(key)}.html",
            render(
                "source.html",
                styles=styles,
                heading=found.source.title or key,
                here="sources.html",
                up="../",
                site=site,
                key=key,
                found=found,
                text=key in site.sentences.texts,
                paragraphs=numbered,
                elsewhere=elsewhere,
            ),
        )
