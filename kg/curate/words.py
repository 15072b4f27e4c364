"""What may stand in a cell, nearest first: type-ahead for entities, relations, rows, paragraphs and sentences."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.errors import printable
from kg.model import MODALITIES, POLARITIES, WORDINGS, ClaimRow, Dossier, Entity
from kg.textcheck import name_patterns, plain
from kg.texts import Text, fold
from kg.vocabulary import Vocabulary

SHOWN = 30
FIXED = {"polarity": POLARITIES, "modality": MODALITIES, "wording": WORDINGS}
TAKES: dict[str, tuple[str, ...]] = {
    "subject": (),  # as the relation says
    "object": (),
    "addressee": ("Actor",),
    "about": (),
    "where": ("Place",),
    "event": ("Event",),
    "according_to": ("Actor", "Document"),
}
REFERRING = ("subject", "object", "condition")


@dataclass(frozen=True, slots=True)
class Word:
    """A proposal: what stands in the cell for the last `typed` characters, and what it means."""

    text: str
    meaning: str
    typed: int


class Words:
    """Completion for the cells of one source."""

    def __init__(self, dossier: Dossier, vocabulary: Vocabulary, rows: tuple[ClaimRow, ...], text: Text | None):
        self.dossier, self.vocabulary, self.rows, self.text = dossier, vocabulary, rows, text
        self.types = {thing.id: thing.types if isinstance(thing, Entity) else (thing.type,) for thing in dossier.things}
        self.names = {thing.id: thing.name for thing in dossier.things}
        self.forms: dict[str, dict[str, str]] = defaultdict(dict)  # id → folded form → form
        for id_, form in (*self.names.items(), *((name.entity, name.name) for name in dossier.names)):
            self.forms[id_].setdefault(fold(form), form)

    def near(self, column: str, typed: str, cells: Mapping[str, str], paragraph: int) -> tuple[Word, ...]:
        """What may be meant by what is typed in a cell, beside the other cells, at a paragraph."""
        if typed.startswith("#") and column in REFERRING:
            found = self._references(typed)
        elif column in TAKES:
            found = self._things(column, typed, cells, paragraph)
        elif column == "relation":
            found = self._relations(typed, cells)
        elif column in FIXED:
            found = (Word(word, "", len(typed)) for word in FIXED[column] if word.startswith(typed.casefold()))
        elif column == "at":
            found = self._places(typed, paragraph)
        else:
            found = self._quotes(typed, paragraph) if column == "quote" else iter(())
        return tuple(word for word, _ in zip(found, range(SHOWN), strict=False))

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return name_patterns(self.dossier)

    def _named(self, paragraph: int) -> dict[str, int]:
        """Where a paragraph names each thing."""
        words = plain(self._paragraph(paragraph))
        found = {id_: match.start() for id_, pattern in self._patterns.items() if (match := pattern.search(words))}
        return found if words else {}

    def _paragraph(self, number: int) -> str:
        return self.text.paragraph(number) if self.text and 1 <= number <= len(self.text.spans) else ""

    def _things(self, column: str, typed: str, cells: Mapping[str, str], paragraph: int) -> Iterator[Word]:
        last = typed.rpartition("|")[2].lstrip() if column == "about" else typed
        wanted, found = fold(last), []
        relation = self.vocabulary.relations.get(cells.get("relation", ""))
        allowed = relation.takes(column) if relation and column in ("subject", "object") else TAKES[column]
        named = {} if wanted else self._named(paragraph)
        for id_, types in self.types.items():
            unfit = bool(allowed) and not self.vocabulary.fits(types, allowed)
            scores = [(_score(wanted, folded), form) for folded, form in self.forms[id_].items()]
            score, form = min([*scores, (_score(wanted, id_), "")]) if wanted else (0, "")
            if score < _NONE if wanted else id_ in named:
                found.append((unfit, score, named.get(id_, 0), id_, form))
        for *_, id_, form in sorted(found):
            also = f" ({form})" if form not in ("", self.names[id_]) else ""
            yield Word(id_, f"{self.names[id_]}{also} · {', '.join(self.types[id_])}", len(last))

    def _relations(self, typed: str, cells: Mapping[str, str]) -> Iterator[Word]:
        wanted, found = fold(typed), []
        for relation in self.vocabulary.relations.values():
            unfit = any(
                (types := self.types.get(cells.get(place, "")))
                and not self.vocabulary.fits(types, relation.takes(place))
                for place in ("subject", "object")
            )
            score = min(_score(wanted, fold(relation.name)), _score(wanted, fold(relation.label)))
            if score < _NONE or wanted in fold(relation.definition):
                found.append((unfit, score, relation.name, relation.definition or relation.label))
        for *_, name, meaning in sorted(found):
            yield Word(name, meaning, len(typed))

    def _references(self, typed: str) -> Iterator[Word]:
        for row in self.rows:
            said = shown(row)
            if row.id.startswith(typed[1:]) or fold(typed[1:]) in fold(said):
                yield Word(f"#{row.id}", said, len(typed))

    def _places(self, typed: str, paragraph: int) -> Iterator[Word]:
        number = typed.lstrip("¶p").strip()
        count = len(self.text.spans) if self.text else 0
        for here in sorted(range(1, count + 1), key=lambda here: (here != paragraph, here)):
            if str(here).startswith(number):
                yield Word(f"¶{here}", printable(self._paragraph(here), 60), len(typed))

    def _quotes(self, typed: str, paragraph: int) -> Iterator[Word]:
        """The rest of the sentence that is being quoted; sentences, where nothing is typed."""
        words = self._paragraph(paragraph)
        for sentence in re.split(r"(?<=[.!?])\s+", words):
            if sentence and (start := sentence.find(typed)) >= 0:
                yield Word(sentence[start:], printable(sentence, 60), len(typed))


_NONE = 4


def _score(wanted: str, form: str) -> int:
    """How well a folded form answers: whole, from its beginning, from a word of it, somewhere, not at all."""
    if wanted == form:
        return 0
    if form.startswith(wanted):
        return 1
    return 2 if re.search(rf"\b{re.escape(wanted)}", form) else 3 if wanted in form else _NONE


def shown(row: ClaimRow) -> str:
    """A row on one line."""
    more = (row.polarity, row.modality, row.when, row.where, row.event, row.according_to)
    about = f"about {', '.join(row.about)}" if row.about else ""
    to = f"→ {row.addressee}" if row.addressee else ""
    parts = [f"{row.subject} {row.relation} {row.object}", to, about, *more]
    return printable(" · ".join(part for part in parts if part))
