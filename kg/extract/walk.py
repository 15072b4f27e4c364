"""Moving among the phrases of a sentence: to the left and right of a verb, past inserts, over coordinated phrases."""

from collections.abc import Sequence

from kg.extract.chunks import Phrase
from kg.extract.lexicon import Words
from kg.extract.sentences import Token

LIGHT = ("ADV", "DATE", "NEG")
CLAUSAL = ("after", "before", "since", "until", "as", "than")


class Walk:
    """The phrases of one sentence; a place is an index among them, and one outside has the kind ''."""

    def __init__(self, tokens: Sequence[Token], phrases: Sequence[Phrase], words: Words):
        self.tokens, self.phrases, self.words = tokens, phrases, words

    def kind(self, place: int) -> str:
        """What stands at a place."""
        return self.phrases[place].kind if 0 <= place < len(self.phrases) else ""

    def lemma(self, place: int) -> str:
        """The lemma of its first word."""
        return self.tokens[self.phrases[place].first].lemma if 0 <= place < len(self.phrases) else ""

    def back(self, place: int) -> int:
        """The nearest place at the left, this one counted, that carries structure."""
        while place >= 0 and self.kind(place) in LIGHT:
            place -= 1
        return place

    def ahead(self, place: int) -> int:
        """The nearest place at the right, this one counted, that carries structure."""
        while place < len(self.phrases) and self.kind(place) in LIGHT:
            place += 1
        return place

    def climb(self, place: int) -> list[Phrase]:
        """The noun phrase that a verb at its right agrees with, past `in X`, `from Y`; with those coordinated to it."""
        start = place
        while self.kind(place - 1) == "PREP":
            further = self.back(place - 2)
            opens = self.lemma(place - 1) == "with" and self.kind(further) != "NP"
            if opens or self.lemma(place - 1) in CLAUSAL:
                return self.group_left(place)
            if self.kind(further) != "NP":
                return [self.phrases[start]] if self.kind(place - 2) in (",",) and start != place else []
            place = further
        return self.group_left(place)

    def nearest(self, place: int) -> list[Phrase]:
        """The noun phrase itself, without those coordinated to it."""
        return self.group_left(place, only_apposition=True)

    def group_left(self, place: int, only_apposition: bool = False) -> list[Phrase]:
        """The noun phrase with those coordinated to it at its left."""
        group = [self.phrases[place]]
        if only_apposition:
            return group
        seen_conjunction = False
        while True:
            k = place - 1
            joined = False
            if self.kind(k) == "CC" and self.lemma(k) in ("and", "or", "nor"):
                joined = seen_conjunction = True
                k -= 1
                if self.kind(k) == ",":
                    k -= 1
            elif self.kind(k) == "," and seen_conjunction:
                joined = True
                k -= 1
            if not joined or self.kind(k) != "NP":
                break
            if self.has_verb_before(k) or (self.kind(k - 1) == "PREP" and self.kind(self.back(k - 2)) != "NP"):
                break
            base = k
            while self.kind(base - 1) == "PREP" and self.kind(base - 2) == "NP":
                base -= 2
            group.insert(0, self.phrases[base])
            place = base
        return group

    def owner(self, place: int) -> Phrase | None:
        """Whose decision it is, of a noun that opens an infinitive: `X's decision to leave`, `a French offer to …`."""
        phrase = self.phrases[place]
        if phrase.of is not None or not self.words.has("opens", self.tokens[phrase.head].lemma):
            return None
        named = next((k for k in range(phrase.head - 1, phrase.first - 1, -1) if self.tokens[k].tag == "NAME"), -1)
        return Phrase("OWNER", phrase.first, named, named) if named >= 0 else None

    def has_verb_before(self, place: int) -> bool:
        """Whether the phrase is the object of a verb at its left, in the same clause."""
        k = place - 1
        while k >= 0 and self.kind(k) in ("NP", "PREP", "CC", "ADV", "DATE"):
            k -= 1
        return self.kind(k) == "VG"

    def insert(self, comma: int) -> int | None:
        """The noun phrase before an insert that this comma closes: apposition, relative clause, participle, place."""
        k = comma - 1
        depth = 0
        while k >= 0 and depth < 3:
            if self.kind(k) in (",", "—"):
                depth += 1
                before = self.back(k - 1)
                opener = self.kind(k + 1)
                if self.kind(before) == "NP" and (
                    opener in ("REL", "PREP", "SUB", "DATE", "ADV")
                    or (
                        opener == "VG"
                        and self.phrases[k + 1].form in ("ing", "part", "both")
                        and not self.phrases[k + 1].auxiliaries
                    )
                    or (opener == "NP" and not self.verb_between(k + 1, comma))
                ):
                    governed = self.kind(before - 1) == "PREP" and self.kind(before - 2) in ("", ",", "CC", "SUB")
                    return None if governed else before
                if opener == "NP" and self.verb_between(k + 1, comma):
                    aside = self.kind(before) == "NP" and self.says(comma - 1)  # `A, he adds, did B`
                    return before if aside and not self.verb_between(k + 1, comma - 1) else None
            k -= 1
        return None

    def says(self, place: int) -> bool:
        """Whether a verb of saying stands here."""
        return self.kind(place) == "VG" and self.words.has("say", self.tokens[self.phrases[place].head].lemma)

    def acts(self, phrase: Phrase) -> bool:
        """`afraid of X doing Y`: what X does is meant, not X."""
        place = next((k for k, other in enumerate(self.phrases) if phrase.last == other.last), -2)
        after = self.phrases[place + 1] if self.kind(place + 1) == "VG" else None
        return after is not None and after.form == "ing" and not after.auxiliaries

    def verb_between(self, first: int, last: int) -> bool:
        """Whether a verb stands between two places."""
        return any(self.kind(k) == "VG" for k in range(first, last))

    def group_right(self, place: int, inside: bool = False) -> tuple[list[Phrase], int]:
        """The noun phrase with those coordinated to it at its right, and the place after them.

        `inside` a reduced clause the verb that follows is not theirs: `a deal signed by A and B opens …`.
        """
        group = [self.phrases[place]]
        k = place + 1
        pending: list[Phrase] = []
        after = k
        while True:
            if self.kind(k) == "," and self.kind(k + 1) == "CC" and self.kind(k + 2) == "NP":
                k += 1
            if self.kind(k) == "CC" and self.lemma(k) in ("and", "or", "nor") and self.kind(k + 1) == "NP":
                if not inside and self.verb_follows(k + 1):
                    break
                group += [*pending, self.phrases[k + 1]]
                pending = []
                k = after = k + 2
                continue
            if self.kind(k) == "," and self.kind(k + 1) == "NP":
                pending.append(self.phrases[k + 1])
                k += 2
                continue
            break
        return group, after

    def verb_follows(self, place: int) -> bool:
        """Whether the noun phrase is the subject of a verb at its right."""
        k = self.ahead(place + 1)
        while self.kind(k) == "PREP" and self.kind(k + 1) == "NP" and self.lemma(k) not in CLAUSAL:
            k = self.ahead(k + 2)
        if self.kind(k) != "VG" or self.phrases[k].infinitive:
            return False
        verb = self.phrases[k]
        return bool(verb.auxiliaries) or verb.form in ("s", "past", "both", "base", "finite")
