"""What words around a clause or a noun make of it: imagined, wanted, denied; read off the phrases of one sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.extract.chunks import Clause, Phrase
from kg.extract.lexicon import Words
from kg.extract.sentences import Token
from kg.extract.walk import Walk

POSSESSIVE = ("its", "his", "her", "their", "our", "my")
_DEFINITE = ("the", "this", "that", "these", "those", "both", *POSSESSIVE)
_REACHED = ("take", "use", "seize", "grab")  # who takes a chance to act, acts


@dataclass(frozen=True, slots=True)
class Region:
    """Places among the phrases over which something is imagined or denied."""

    first: int
    last: int
    modality: str
    flips: bool = False


class Realis(Walk):
    """Reads one sentence; what needs many looks is looked up only when something is found in it."""

    def __init__(self, tokens: Sequence[Token], phrases: Sequence[Phrase], found: Sequence[Clause], words: Words):
        super().__init__(tokens, phrases, words)
        self.clauses = found

    # --- nouns ------------------------------------------------------------------------------------------------

    def indefinite(self, part: Phrase) -> bool:
        """Neither `the deal` nor `its deal`: what is so called need not be there."""
        before = self.tokens[part.first : part.head]
        return self.tokens[part.first].lemma not in _DEFINITE and all(token.tag != "POS" for token in before)

    def owned(self, part: Phrase) -> bool:
        """`its visit`, `Kenya's visit`."""
        before = self.tokens[part.first : part.head]
        return self.tokens[part.first].lemma in POSSESSIVE or any(token.tag == "POS" for token in before)

    def noun(self, part: Phrase, place: int) -> str:
        """What the words over a noun make of it: `the prospect of a deal`, `room for talks`; '' for nothing."""
        loose = self.indefinite(part)
        for lemma in self._over(part, place):
            if self.words.has("imagined", lemma) or (loose and self.words.has("room", lemma)):
                return "hypothetical"
            if loose and self.words.has("duty", lemma):
                return "normative"
        article = self.tokens[part.first].lemma in ("a", "an", "any")
        before = self.lemma(place - 1) if self.kind(place - 1) == "PREP" and part is self.phrases[place] else ""
        unmet = (loose and before in ("without", "absent")) or (article and before in ("against", "toward", "towards"))
        return "hypothetical" if unmet else ""

    def _over(self, part: Phrase, place: int) -> Iterator[str]:
        """The nouns on which a noun hangs, the nearest first."""
        chain: list[Phrase] = []
        outer: Phrase | None = self.phrases[place]
        while outer is not None and outer is not part:
            chain.append(outer)
            outer = outer.of
        yield from (self.tokens[phrase.head].lemma for phrase in reversed(chain))
        if self.kind(place - 1) == "PREP" and self.lemma(place - 1) in (
            "for",
            "of",
            "about",
            "to",
            "toward",
            "towards",
        ):
            further = self.back(place - 2)
            if self.kind(further) == "NP":
                yield from self._heads(self.phrases[further])

    def _heads(self, phrase: Phrase) -> list[str]:
        found = [self.tokens[phrase.head].lemma]
        while phrase.of is not None:
            phrase = phrase.of
            found.insert(0, self.tokens[phrase.head].lemma)
        return found

    # --- verbs under a noun or an adjective -------------------------------------------------------------------

    def under(self, clause: Clause, governor: Clause) -> tuple[bool, str]:
        """What a noun or an adjective makes of the infinitive or gerund after it: whether it denies it, the modality.

        `the right to A` is possible, `the need to A` wanted, `a refusal to A` denied, `reluctant to A` no plan.
        """
        k = self.back(clause.place - 1)
        near = [self.tokens[n].lemma for n in range(max(clause.verb.first - 2, 0), clause.verb.first)]
        if clause.link == "gerund" and (self._shunned(near) or near[-1:] == ["without"]):
            return True, ""
        if clause.link == "gerund" and self.kind(k) == "PREP":
            k = self.back(k - 1)
        if self.kind(k) != "NP" or k <= governor.place:
            return False, ""
        return self._by_word(self._heads(self.phrases[k]), governor, clause.link == "infinitive")

    def firm(self, clause: Clause) -> bool:
        """`its efforts to A`: they are there, whatever the verb over them."""
        k = self.back(clause.place - 1)
        return self.kind(k) == "NP" and self.owned(self.phrases[k])

    def _shunned(self, near: Sequence[str]) -> bool:
        return near in (["instead", "of"], ["far", "from"], ["short", "of"], ["rather", "than"])

    def _by_word(self, heads: Sequence[str], governor: Clause, infinitive: bool) -> tuple[bool, str]:
        has = self.words.has
        for lemma in heads:
            if has("refusal", lemma):
                return True, ""
            if has("loath", lemma):
                return True, "planned"
            if has("duty", lemma):
                return False, "normative"
            managed = governor.lemma in _REACHED or (lemma == "able" and not self.present(governor))
            if has("imagined", lemma) or (infinitive and has("enabling", lemma)):
                return False, "asserted" if managed else "hypothetical"
            if has("intent", lemma):
                return False, "planned"
        return False, ""

    def present(self, clause: Clause) -> bool:
        """Whether the verb stands in the present, or under a modal."""
        first = self.tokens[clause.verb.first]
        return first.form in ("s", "base", "is", "are", "am", "has", "have", "does", "do", "'s", "'re") or bool(
            clause.verb.modal
        )

    # --- stretches of the sentence ----------------------------------------------------------------------------

    def over(self, place: int) -> tuple[bool, str]:
        """What the stretches make of a place: whether they deny it, and its modality ('' if they leave it)."""
        flips, modality = False, ""
        for region in self.regions:
            if region.first <= place <= region.last:
                flips, modality = flips != region.flips, modality or region.modality
        return flips, modality

    @cached_property
    def regions(self) -> list[Region]:
        """All stretches, in the order of the text."""
        found = [*self._questions(), *self._inversions()]
        for place, phrase in enumerate(self.phrases):
            if phrase.kind == "ADV" and self.words.has("hedge", self.lemma(place)):
                found += self._hedged(place)
            elif phrase.kind in ("THAT", "REL") and self.lemma(place) == "that":
                found += self._that(place)
            elif phrase.kind == "SUB" and self.lemma(place) == "where":
                found += self._scene(place, place - 1)
            elif phrase.kind == "REL" and self.lemma(place - 1) == "in":
                found += self._scene(place, place - 2)
            elif phrase.kind == "PREP" and self.lemma(place) == "as":
                found += self._as_long_as(place)
        return found

    def _end(self, place: int, marks: Sequence[str] = (";",)) -> int:
        """Where a stretch that opens here ends: at a mark, or at `but`."""
        for k in range(place + 1, len(self.phrases)):
            if self.kind(k) in marks or (self.kind(k) == "CC" and self.lemma(k) == "but"):
                return k
        return len(self.phrases)

    def until(self, place: int) -> int:
        """The place after the phrases that hang together from here on."""
        k = place + 1
        while self.kind(k) in ("NP", "PREP", "ADV", "DATE"):
            k += 1
        return k

    def _questions(self) -> Iterator[Region]:
        """Only those that are answered by yes or no: `why did A do B?` takes it for granted that A did."""
        if not self.tokens or not any(token.tag == "?" for token in self.tokens[-2:]):
            return
        for k in range(len(self.phrases)):
            opens = k == 0 or self.kind(k - 1) in (",", "CC", ":", '"')
            if opens and self.kind(k) == "VG" and self.tokens[self.phrases[k].first].tag == "AUX":
                yield Region(k, len(self.phrases), "hypothetical")
                return

    def _inversions(self) -> Iterator[Region]:
        """`Had A done B, …`."""
        turned = [self.kind(k) for k in range(3)] == ["VG", "NP", "VG"]
        if turned and self.tokens[0].text.casefold() in ("had", "were", "should"):
            yield Region(0, self._end(2, (",", ";")), "hypothetical")

    def _hedged(self, place: int) -> Iterator[Region]:
        """`Perhaps A did B`: up to the verb."""
        verb = next((clause.place for clause in self.clauses if clause.place > place), -1)
        near = self.kind(place + 1) == "VG" or self.kind(place - 1) in ("", ",", "CC", "—", "THAT", ";")
        if verb > 0 and near:
            yield Region(place, verb, "hypothetical")

    def _that(self, place: int) -> Iterator[Region]:
        """`it is possible that`, `it is not true that`, `it is said that`, `the hope that`, `no evidence that`."""
        k = self.back(place - 1)
        last = self._end(place)
        if self.kind(k) == "VG":
            lemma = self.tokens[self.phrases[k].head].lemma
            if self.phrases[k].passive and self.words.has("rumour", lemma) and self.lemma(k - 1) == "it":
                yield Region(place, last, "hypothetical")
            elif self.words.has("granted", lemma) and self.kind(k - 1) in ("", ",", "CC"):
                yield Region(place, self._end(place, (",", ";")), "hypothetical")
            k = self.back(k - 1) if self.phrases[k].infinitive and self.words.has("say", lemma) else k
        if self.kind(k) != "NP" or self.kind(self.ahead(place + 1)) == "VG":  # `the fear that grips them`
            return
        verb = self.phrases[self.back(k - 1)] if self.kind(self.back(k - 1)) == "VG" else None
        denied = (verb is not None and verb.negated) or self.lemma(k) == "no"
        yield from self._told(self._heads(self.phrases[k])[0], denied, place, last)

    def _told(self, word: str, denied: bool, place: int, last: int) -> Iterator[Region]:
        has = self.words.has
        if has("untrue", word) or (denied and has("true", word)):
            yield Region(place, last, "", flips=True)
        elif has("needed", word):
            yield Region(place, last, "normative")
        elif has("imagined", word) or (denied and has("proof", word)):
            yield Region(place, last, "hypothetical")

    def _scene(self, place: int, k: int) -> Iterator[Region]:
        """`avoid a situation where …`: not yet so, unless it is told in the past."""
        if self.kind(k) != "NP" or not self.words.has("scene", self.tokens[self.phrases[k].head].lemma):
            return
        above = next((c for c in reversed(self.clauses) if c.place < k), None)
        verb = next((c for c in self.clauses if c.place > place), None)
        if above is None or verb is None:
            return
        shunned = self.words.has("fail", above.lemma) or above.verb.modal or above.lemma in ("escape", "imagine")
        if shunned and self.present(verb):
            yield Region(place, self._end(place, (",", ";")), "hypothetical")

    def _as_long_as(self, place: int) -> Iterator[Region]:
        if self.lemma(place - 1) == "long" and self.kind(place - 1) == "ADV":
            yield Region(place, self._end(place, (",", ";")), "hypothetical")
