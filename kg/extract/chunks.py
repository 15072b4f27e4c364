"""Phrases: runs of tagged words that stand for one thing (noun phrases) or one act (verb groups)."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.extract.lexicon import Words
from kg.extract.sentences import Token


@dataclass(slots=True)
class Phrase:
    """A chunk: `kind` is NP, VG, or the tag of a single word. `first` and `last` are places of words, inclusive."""

    kind: str
    first: int
    last: int
    head: int
    of: "Phrase | None" = None
    passive: bool = False
    negated: bool = False
    infinitive: bool = False
    form: str = ""
    modal: str = ""
    auxiliaries: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = field(default=())


@dataclass(slots=True)
class Clause:
    """One act: `place` is that of its verb group among the phrases; `reduced` is a participle after its noun."""

    place: int
    verb: Phrase
    lemma: str
    subject: list[Phrase] = field(default_factory=list)
    objects: list[Phrase] = field(default_factory=list)
    oblique: list[tuple[str, list[Phrase]]] = field(default_factory=list)
    governor: int = -1
    link: str = ""
    passive: bool = False
    conditional: bool = False
    end: int = 0
    lead: str = ""  # the noun that opens an infinitive: `its decision to …`

    def with_particle(self, particle: str, tokens: Sequence[Token]) -> "Clause | None":
        """The clause read as a phrasal verb: `cut off X`, `cut X off`; nothing if the particle is not there."""
        if not self.objects and self.oblique and self.oblique[0][0] == particle:
            return replace(self, objects=self.oblique[0][1], oblique=self.oblique[1:])
        after = [self.verb.last, *[phrase.last for phrase in self.objects[-1:]]]
        near = [*tokens[self.verb.head + 1 : self.verb.last + 1], *[t for k in after for t in tokens[k + 1 : k + 2]]]
        return self if any(token.lemma == particle for token in near) else None


_NOMINAL = ("DET", "ADJ", "NUM", "N", "NAME", "POS", "%", "$", "€", "£")
_SKIPPED = ("[", "]", "'")


def without_brackets(tokens: Sequence[Token]) -> list[Token]:
    """The words outside short round brackets, and without marks that carry no structure."""
    kept: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.tag == "(":
            close = next((k for k in range(place + 1, min(place + 14, len(tokens))) if tokens[k].tag == ")"), None)
            if close is not None:
                place = close + 1
                continue
        if token.tag not in _SKIPPED:
            kept.append(token)
        place += 1
    return kept


def chunk(tokens: Sequence[Token], words: Words) -> list[Phrase]:
    """The phrases of a sentence from left to right; `of` hangs on the noun phrase before it."""
    found: list[Phrase] = []
    place = 0
    while place < len(tokens):
        tag = tokens[place].tag
        if tag in ("V", "AUX", "TO") or (
            tag == "NEG" and place + 1 < len(tokens) and tokens[place + 1].tag in ("V", "TO")
        ):
            phrase = _verb_group(tokens, place, words)
        elif tag == "PRON":
            phrase = Phrase("NP", place, place, place)
        elif tag in _NOMINAL and tag != "POS":
            phrase = _noun_phrase(tokens, place, words)
        else:
            phrase = Phrase(tag, place, place, place)
        place = phrase.last + 1
        if (
            phrase.kind == "NP"
            and len(found) >= 2
            and found[-1].kind == "PREP"
            and tokens[found[-1].first].lemma == "of"
            and found[-2].kind == "NP"
        ):
            found.pop()
            deepest = found[-1]
            deepest.last = phrase.last
            while deepest.of is not None:
                deepest = deepest.of
                deepest.last = phrase.last
            deepest.of = phrase
        else:
            found.append(phrase)
    return found


def _joins_adjectives(tokens: Sequence[Token], place: int) -> bool:
    """`a small but wealthy state`."""
    near = tokens[place - 1 : place + 3]
    return len(near) == 4 and [t.tag for t in near[:3]] == ["ADJ", "CC", "ADJ"] and near[3].tag in _NOMINAL


def _noun_phrase(tokens: Sequence[Token], start: int, words: Words) -> Phrase:
    end = start
    while end + 1 < len(tokens) and (tokens[end + 1].tag in _NOMINAL or _joins_adjectives(tokens, end + 1)):
        following = tokens[end + 1]
        if (
            following.tag == "DET"
            and tokens[end].tag not in ("DET", "NUM")
            and following.lemma not in ("few", "several")
        ):
            break
        after = tokens[end + 2].tag if end + 2 < len(tokens) else "."
        if tokens[end].tag == "NAME" and words.has("predicate", following.lemma) and after not in _NOMINAL:
            break  # `held X hostage`
        if tokens[end].tag == "NAME" and following.tag in ("NUM", "$", "€", "£") and after in ("N", "NUM", "ADJ"):
            break  # `gave X 20 million dollars`
        if tokens[end].form == "pl" and following.tag == "NUM" and after == "N":
            break  # `gave the envoys 48 hours`
        end += 1
    head = end
    while head > start and tokens[head].tag == "POS":
        head -= 1
    return Phrase("NP", start, end, head)


def _keeps_passive(tokens: Sequence[Token], place: int) -> bool:
    """`remain stationed`, `got arrested`."""
    return (
        tokens[place].lemma in ("remain", "stay", "get")
        and place + 1 < len(tokens)
        and tokens[place + 1].tag == "V"
        and tokens[place + 1].form in ("part", "both")
    )


def _verb_group(tokens: Sequence[Token], start: int, words: Words) -> Phrase:  # noqa: C901 one branch a kind of word
    auxiliaries: list[str] = []
    adverbs: list[str] = []
    negated = infinitive = False
    modal, place = "", start
    main = -1
    while place < len(tokens):
        token = tokens[place]
        if token.tag == "TO" and place == start:
            infinitive = True
        elif token.tag == "AUX" and main < 0:
            auxiliaries.append(token.lemma)
            if token.lemma not in ("be", "have", "do"):
                modal = token.lemma
        elif token.tag == "NEG":
            negated = True
        elif token.tag == "ADV" or (token.tag == "DATE" and main < 0):
            adverbs.append(token.lemma)
        elif token.tag == "V" and main < 0 and _keeps_passive(tokens, place):
            auxiliaries.append("be")
        elif token.tag == "V" and main < 0:
            main = place
            break
        elif token.tag == "TO" and main < 0 and auxiliaries and place + 1 < len(tokens):  # `is to visit`, `has to go`
            modal = modal or ("must" if auxiliaries[-1] == "have" else "will")
            auxiliaries.append("to")
        else:
            break
        place += 1
    if main < 0:
        k = place - 1
        while k > start and tokens[k].tag in ("ADV", "DATE"):
            k -= 1
        lemma_at = next((n for n in range(k, start - 1, -1) if tokens[n].tag == "AUX"), start)
        form = "base" if modal or infinitive else "past"
        return Phrase(
            "VG", start, k, lemma_at, negated=negated, infinitive=infinitive, form=form, modal=modal,
            auxiliaries=tuple(auxiliaries), adverbs=tuple(adverbs),
        )  # fmt: skip
    form = tokens[main].form
    last_aux = next((aux for aux in reversed(auxiliaries) if aux != "to"), "")
    passive = last_aux == "be" and form in ("part", "both") and auxiliaries[-1] == "be"
    last = main
    while (
        last + 1 < len(tokens)
        and tokens[last + 1].tag == "ADV"
        and tokens[last + 1].lemma in ("out", "up", "down", "off", "back", "over")
    ):
        last += 1
    if auxiliaries or infinitive:
        form = "finite" if not infinitive and not (auxiliaries[:1] == ["be"] and False) else "infinitive"
    return Phrase(
        "VG", start, last, main, passive=passive, negated=negated, infinitive=infinitive, form=form, modal=modal,
        auxiliaries=tuple(auxiliaries), adverbs=tuple(adverbs),
    )  # fmt: skip
