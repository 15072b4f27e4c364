"""Clauses: for each verb group, its subject, objects and prepositional phrases, and the verb that governs it."""

from collections.abc import Sequence

from kg.extract.chunks import Clause, Phrase
from kg.extract.lexicon import Words
from kg.extract.sentences import Token
from kg.extract.walk import CLAUSAL, LIGHT, Walk

_FINITE = ("s", "past", "both", "base", "finite")


def clauses(tokens: Sequence[Token], phrases: Sequence[Phrase], words: Words) -> list[Clause]:
    """All clauses of a sentence, from left to right."""
    return _Reader(tokens, phrases, words).read()


class _Reader(Walk):
    def __init__(self, tokens: Sequence[Token], phrases: Sequence[Phrase], words: Words):
        super().__init__(tokens, phrases, words)
        self.found: list[Clause] = []
        self.at: dict[int, int] = {}

    def read(self) -> list[Clause]:
        for place, phrase in enumerate(self.phrases):
            if phrase.kind == "VG":
                clause = Clause(place, phrase, self.tokens[phrase.head].lemma, passive=phrase.passive)
                self.at[place] = len(self.found)
                self._subject(clause)
                self._right(clause)
                self.found.append(clause)
        for clause in self.found:  # `Speaking in X, A said …`: the subject comes later
            if clause.link == "absolute" and not clause.subject:
                later = next((c for c in self.found if c.place > clause.place and c.link == "" and c.subject), None)
                clause.subject = list(later.subject) if later else []
        return self.found

    # --- subjects ---------------------------------------------------------------------------------------------

    def _subject(self, clause: Clause) -> None:  # noqa: C901 one branch for each thing that can stand before a verb
        verb, place = clause.verb, clause.place
        before = self.back(place - 1)
        kind = self.kind(before)
        previous = self.found[-1] if self.found else None
        bare = verb.form in ("ing", "part", "both", "infinitive") and not verb.auxiliaries
        having = self.tokens[verb.first].text.casefold() in ("having", "being")  # `Having been received by X, …`
        if verb.infinitive:
            owner = self.owner(before) if kind == "NP" else None
            if owner is not None:
                clause.link, clause.governor, clause.subject = "infinitive", len(self.found) - 1, [owner]
                clause.lead = self.tokens[self.phrases[before].head].lemma
            elif previous is not None:
                self._control(clause, previous)
            return
        if (verb.form == "ing" and bare) or having:
            if kind == "PREP" and previous is not None:
                clause.link, clause.governor = "gerund", len(self.found) - 1
                clause.subject = self._gerund_subject(previous, before)
            elif kind == "VG" and previous is not None:  # `denied having met X`
                clause.link, clause.governor, clause.subject = "gerund", len(self.found) - 1, previous.subject
            elif kind in (",", "", "SUB", "—"):
                if previous is None:
                    clause.link = "absolute"
                else:
                    clause.link, clause.governor, clause.subject = "participle", len(self.found) - 1, previous.subject
            elif kind == "NP":
                clause.link, clause.governor = "reduced", len(self.found) - 1
                located = self.kind(before - 1) == "PREP" and self.lemma(before - 1) in ("in", "at", "on", "near")
                further = self.back(before - 2)  # `an accord in Vienna limiting …`
                clause.subject = self.nearest(further if located and self.kind(further) == "NP" else before)
            elif previous is not None and kind == "CC":
                clause.link, clause.governor, clause.subject = "gerund", len(self.found) - 1, previous.subject
            return
        if kind == "REL" or kind == "THAT":
            antecedent = self.back(before - 1)
            if self.kind(antecedent) in (",", "—"):
                antecedent = self.back(antecedent - 1)
            if self.kind(antecedent) == "PREP":
                antecedent = self.back(antecedent - 1)
            if self.kind(antecedent) == "NP" and self._agrees(verb, self.phrases[antecedent]):
                clause.link = "relative"
                clause.governor = len(self.found) - 1
                clause.subject = self.nearest(antecedent)
            return
        if kind == "CC":
            if previous is not None:
                same = self._coordinate(clause)
                clause.subject, clause.link = list(same.subject), "coordinate"
                clause.governor = self.found.index(same)
                if same.passive and verb.form in ("both", "part") and not verb.auxiliaries:
                    follow = self.ahead(place + 1)
                    clause.passive = self.kind(follow) != "NP"
                clause.conditional = same.conditional
            return
        if kind in (",", "—", '"', ";", ":"):
            opened = self.insert(before)
            if opened is not None:
                clause.subject = self.climb(opened)
                self._condition(clause)
                self._inverted(clause)
                return
            beside = self.back(before - 1)
            if bare and verb.form in ("both", "part") and self.kind(beside) == "NP" and self._agent_follows(place):
                clause.link, clause.governor, clause.passive = "reduced", len(self.found) - 1, True
                clause.subject = self.nearest(beside)
                return
            if previous is not None and kind == "," and bare and verb.form in ("both", "part"):
                clause.link, clause.governor, clause.subject = "participle", len(self.found) - 1, previous.subject
                clause.passive = True
                return
            self._inverted(clause)
            if not clause.subject and previous is not None and kind == ",":
                clause.subject, clause.link = list(previous.subject), "coordinate"
                clause.governor = len(self.found) - 1
            return
        if kind == "NP":
            reduced = bare and verb.form in ("both", "part") and self._is_reduced(clause, before)
            if reduced:
                clause.link, clause.passive = "reduced", True
                clause.governor = len(self.found) - 1
                clause.subject = self.nearest(before)
            else:
                clause.subject = self._headed(previous) or self.climb(before)
            self._condition(clause)
            return
        if kind == "SUB":
            clause.conditional = self.lemma(before) in ("if", "unless", "whether")
            if previous is not None:
                clause.subject = list(previous.subject)
        if kind == "":
            self._inverted(clause)

    def _headed(self, previous: Clause | None) -> list[Phrase]:
        """`X's decision to leave Y was …`: the noun that opens the infinitive, if it is what the sentence is about."""
        noun = self._opener(previous) if previous is not None else None
        return [noun] if noun is not None else []

    def _opener(self, clause: Clause) -> Phrase | None:
        """The noun that opens an infinitive before any other verb."""
        before = self.back(clause.place - 1)
        if not clause.verb.infinitive or clause.governor >= 0 or self.kind(before) != "NP":
            return None
        phrase = self.phrases[before]
        return phrase if self.words.has("opens", self.tokens[phrase.head].lemma) else None

    def _agrees(self, verb: Phrase, noun: Phrase) -> bool:
        """`the isles near Malta that have …`: not Malta."""
        head, last = self.tokens[noun.head], self.tokens[noun.last]
        plural = self.tokens[verb.first].form in ("have", "are", "were")
        named = last.tag == "NAME" and not last.text.endswith("s") and head.form != "pl"
        return not (plural and named)

    def _agent_follows(self, place: int) -> bool:
        """`X, still held by Y`."""
        after = self.ahead(place + 1)
        return self.kind(after) == "PREP" and self.lemma(after) == "by"

    def _control(self, clause: Clause, previous: Clause) -> None:
        clause.link, clause.governor = "infinitive", len(self.found) - 1
        before = self.back(clause.place - 1)
        if previous.link == "infinitive" and self.kind(before) == "CC":
            clause.governor, clause.subject = previous.governor, list(previous.subject)
            return
        object_control = self.words.has("objcontrol", previous.lemma)
        if object_control and not previous.passive:
            named = previous.objects or next(
                (nps for prep, nps in previous.oblique if prep in ("on", "for", "with")), []
            )
            if named:
                clause.subject = list(named)
                return
        clause.subject = list(previous.subject)

    def _gerund_subject(self, previous: Clause, before: int) -> list[Phrase]:
        noun = self.tokens[self.phrases[before - 1].head].lemma if self.kind(before - 1) == "NP" else ""
        own = any(self.words.has(name, noun) for name in ("imagined", "enabling", "intent", "duty", "refusal"))
        if self.lemma(before) in ("of", "for", "from") and previous.objects and not previous.passive and not own:
            return list(previous.objects)
        return list(previous.subject)

    def _coordinate(self, clause: Clause) -> Clause:
        """The clause whose subject `and VERB` shares: the last one of the same shape."""
        bare_ing = clause.verb.form == "ing" and not clause.verb.auxiliaries
        plain = clause.verb.form in ("past", "both", "s") and not clause.verb.auxiliaries
        for other in reversed(self.found):
            if plain and other.verb.modal and len(self.found) > 1:
                continue
            if other.verb.infinitive == clause.verb.infinitive and (
                bare_ing or other.link in ("", "coordinate", "relative") or other is self.found[0]
            ):
                return other
        return self.found[-1]

    def _is_reduced(self, clause: Clause, before: int) -> bool:
        """`the deal reached by X`, `an attack claimed by Y`: a participle, not the verb of the clause."""
        after = self.ahead(clause.place + 1)
        if self.kind(after) == "NP":
            return False
        if self.kind(after) == "PREP" and self.lemma(after) == "by":
            return True
        if clause.verb.form == "part":
            return True
        later = next(
            (
                k
                for k in range(clause.place + 1, len(self.phrases))
                if self.kind(k) in ("VG", "REL", "THAT", ",", "SUB", '"')
            ),
            -1,
        )
        finite_later = (
            later > 0
            and self.kind(later) == "VG"
            and not self.phrases[later].infinitive
            and (self.phrases[later].form in ("finite", "s", "past", "base") or bool(self.phrases[later].auxiliaries))
        )
        return finite_later or (
            self.has_verb_before(before)
            and self.kind(before - 1) != "CC"
            and self.kind(self.back(clause.place - 1)) == "NP"
            and not self._complement(before)
        )

    def _complement(self, place: int) -> bool:
        """Whether the noun phrase opens the clause that a verb of saying takes (`said X met Y`)."""
        k = place - 1
        while k >= 0 and self.kind(k) in ("NP", "PREP", "CC", "ADV", "DATE"):
            k -= 1
        return self.kind(k) == "VG" and self.words.has("say", self.tokens[self.phrases[k].head].lemma)

    def _condition(self, clause: Clause) -> None:
        k = clause.place - 1
        while k >= 0 and self.kind(k) not in ("VG", ";"):
            if self.kind(k) == "SUB":
                clause.conditional = self.lemma(k) in ("if", "unless", "whether")
                break
            k -= 1

    def _inverted(self, clause: Clause) -> None:
        """`…, said X` and `"…" tweeted X`."""
        if not clause.subject and self.words.has("say", clause.lemma):
            after = self.ahead(clause.place + 1)
            if self.kind(after) == "NP":
                clause.subject = [self.phrases[after]]
                clause.link = "inverted"

    # --- objects ----------------------------------------------------------------------------------------------

    def _right(self, clause: Clause) -> None:
        place = clause.place + 1
        preposition = ""
        clause.end = clause.place
        while place < len(self.phrases):
            kind = self.kind(place)
            if kind in LIGHT:
                place += 1
                continue
            if kind == "PREP":
                preposition = self.lemma(place)
                place += 1
                continue
            clausal = not preposition or preposition in CLAUSAL
            if kind == "NP" and not (clausal and self._starts_clause(place, clause)):
                group, after = self.group_right(place, clause.link == "reduced" and bool(preposition))
                if preposition:
                    clause.oblique.append((preposition, group))
                elif not clause.oblique and len(clause.objects) == 0:
                    clause.objects = group
                elif not clause.oblique:
                    clause.oblique.append(("second", group))
                else:
                    break
                preposition = ""
                place = clause.end = after
                continue
            if kind == "," and (
                self.kind(place + 1) in ("DATE",)
                or (
                    self.kind(place + 1) == "PREP"
                    and self.lemma(place + 1) in ("including", "with", "in", "on", "at", "like")
                )
            ):
                place += 1
                continue
            break
        clause.end = max(clause.end, clause.place)

    def _starts_clause(self, place: int, clause: Clause) -> bool:
        """Whether a noun phrase at the right is the subject of another finite verb."""
        if self._opener(clause) is not None:
            return False
        _group, after = self.group_right(place) if self.kind(place + 1) in (",", "CC") else ([], place + 1)
        k = self.ahead(after)
        while self.kind(k) == "PREP" and self.kind(k + 1) == "NP" and self.lemma(k) not in CLAUSAL:
            k = self.ahead(k + 2)
        if self.kind(k) != "VG":
            return False
        verb = self.phrases[k]
        if verb.infinitive or (verb.form == "ing" and not verb.auxiliaries):
            return False
        opener = next((self.phrases[n] for n in range(place - 1, -1, -1) if self.kind(n) not in LIGHT), None)
        if (
            verb.form == "base"
            and opener
            and opener.kind == "VG"
            and self.tokens[opener.head].lemma in ("help", "let", "make")
        ):
            return False
        if verb.form in ("both", "part") and not verb.auxiliaries:
            return self.kind(self.ahead(k + 1)) == "NP" and self.words.has(
                "say", self.tokens[self.phrases[max(place - 1, 0)].head].lemma
            )
        return True
