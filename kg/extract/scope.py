"""Who says it, whether it is denied, and what kind of content it is: planned, possible, wanted."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.chunks import Clause, Phrase
from kg.extract.hearing import Hearing
from kg.extract.lexicon import Words
from kg.extract.sentences import Token


@dataclass(slots=True)
class Sentence:
    """A parsed sentence."""

    text: str
    start: int
    end: int
    tokens: Sequence[Token]
    phrases: Sequence[Phrase]
    clauses: Sequence[Clause]
    dates: dict[int, str]
    verbatim: str = ""


class Scope(Hearing):
    """The voices and cues of one sentence."""

    def __init__(self, tokens: Sequence[Token], phrases: Sequence[Phrase], found: Sequence[Clause], words: Words):
        super().__init__(tokens, phrases, found, words)
        self.has_condition = any(clause.conditional for clause in found)

    def content(self, clause: Clause, depth: int = 0) -> tuple[str, str]:
        """Polarity and modality of what a clause says."""
        verb = clause.verb
        denied, modality = self._alone(clause)
        if depth == 0 and clause.place in self.denials:
            denied = not denied
        if clause.lead:  # `its decision to leave`, `its refusal to sign`
            denied = denied or self.words.has("failing", clause.lead)
            modality = "planned" if modality == "asserted" else modality
        governor = self.clauses[clause.governor] if 0 <= clause.governor < len(self.clauses) else None
        if governor is None or clause.lead or depth > 6 or governor is clause:
            return ("denied" if denied else "affirmed"), modality
        if clause.link in ("infinitive", "gerund"):
            denied, modality = self._below(clause, governor, denied, modality, depth)
        elif clause.link == "participle" and verb.form == "ing" and modality == "asserted":
            modality = self.content(governor, depth + 1)[1]  # `needs help in A, B and C`
        elif clause.link == "coordinate" and verb.form == "base" and not verb.auxiliaries and governor.verb.modal:
            polarity, modality = self.content(governor, depth + 1)
            denied = denied or polarity == "denied"
        return ("denied" if denied else "affirmed"), modality

    def _alone(self, clause: Clause) -> tuple[bool, str]:
        """What a clause says, whatever verb governs it: whether it denies it, and its modality."""
        verb = clause.verb
        modality = self._modal(verb.modal, clause)
        flips, around = self.realis.over(clause.place)
        denied = verb.negated != (flips or self._not_yet(verb))
        nouns = clause.objects[:1] if clause.passive else [*clause.subject[:1], *clause.objects[:1]]
        if any(self._none(phrase) for phrase in nouns):
            denied = not denied
        imagined = clause.place in self.supposed or around == "hypothetical"
        hedged = imagined or any(self.words.has("hedge", adverb) for adverb in verb.adverbs)
        open_ = imagined or self.has_condition
        if clause.conditional or self._feared(clause) or (open_ and modality == "planned"):
            modality = "hypothetical"
        elif modality == "asserted":
            modality = "hypothetical" if hedged else around or modality
        return denied, modality

    def _below(self, clause: Clause, governor: Clause, denied: bool, modality: str, depth: int) -> tuple[bool, str]:
        """What the verb above makes of an infinitive or a gerund."""
        words, lemma = self.words, governor.lemma
        above = self.content(governor, depth + 1)
        flips, cue = self.realis.under(clause, governor)
        if flips or cue:
            open_ = cue == "asserted" or (cue == "planned" and above[1] == "hypothetical")
            if open_ and not self.realis.firm(clause):
                cue = above[1]
            denied = denied != (flips or (above[0] == "denied" and cue != "hypothetical"))
            return denied, cue if modality == "asserted" and cue else modality
        purpose = clause.link == "infinitive" and bool(governor.objects) and not words.has("objcontrol", lemma)
        if words.has("fail", lemma):
            denied = denied != (above[0] != "denied")
        elif above[0] == "denied" and purpose and lemma not in ("have", "do", "make"):
            modality = "hypothetical"  # `cannot risk A to do B`: B is not denied
        elif above[0] == "denied" or any(self._none(p) for p in self._complements(governor)):
            denied = True
        if modality == "asserted":
            modality = (
                self._governed(governor, lemma) if clause.link == "infinitive" else self._gerund(clause, governor)
            )
        if above[1] != "asserted" and modality in ("asserted", "planned"):
            modality = above[1]
        return denied, modality

    def _gerund(self, clause: Clause, governor: Clause) -> str:
        lemma = governor.lemma
        unnamed = governor.passive and all(preposition != "by" for preposition, _ in governor.oblique)
        if unnamed and self.words.has("charge", lemma):
            return "hypothetical"
        near = [token.lemma for token in self.tokens[max(clause.verb.first - 3, 0) : clause.verb.first]]
        if self.words.has("wish", lemma) or (self.words.has("muse", lemma) and near[-1:] in (["of"], ["about"])):
            return "hypothetical"
        eager = any(self.words.has("eager", word) for word in near)
        return "planned" if eager or self.words.has("plan", lemma) else "asserted"

    def _complements(self, clause: Clause) -> list[Phrase]:
        return [*clause.objects[:1], *(phrase for _, group in clause.oblique for phrase in group)]

    def _feared(self, clause: Clause) -> bool:
        """`afraid of X doing Y`; `a Russia that …`: what somebody thinks of, not what is so."""
        if not clause.subject:
            return False
        first = clause.subject[0].first
        imagined = self.tokens[first].lemma == "a" and self.tokens[clause.subject[0].head].tag == "NAME"
        near = [token.lemma for token in self.tokens[max(first - 3, 0) : first]]
        feared = clause.verb.form == "ing" and any(self.words.has("fearful", lemma) for lemma in near)
        return feared or (imagined and clause.link == "relative")

    def _governed(self, governor: Clause, lemma: str) -> str:
        words = self.words
        if (lemma == "need" and not governor.objects) or (governor.passive and words.has("urged", lemma)):
            return "normative"
        if words.has("seem", lemma) or (governor.passive and words.has("rumour", lemma)):
            return "hypothetical"
        if words.has("plan", lemma) and not (lemma == "want" and governor.objects):
            return "planned"
        if words.has("objcontrol", lemma) and (governor.objects or governor.oblique):
            return "asserted" if words.has("fact", lemma) else "normative"
        if words.has("wish", lemma):
            return "hypothetical"
        if words.has("fail", lemma) or words.has("fact", lemma):
            return "asserted"
        if lemma in ("be", "have"):
            return "planned"
        return "asserted" if words.has("say", lemma) else "planned"

    def _modal(self, modal: str, clause: Clause) -> str:
        words = self.words
        if not modal or "yet" in clause.verb.adverbs:
            return "asserted"
        if modal == "would":
            reported = self.voices.get(clause.place) is not None or any(
                words.has("say", other.lemma) and other.place < clause.place for other in self.clauses
            )
            return "planned" if reported and "have" not in clause.verb.auxiliaries else "hypothetical"
        if words.has("norm", modal):
            return "normative"
        if words.has("may", modal):
            return "hypothetical"
        return "planned" if words.has("will", modal) else "asserted"

    def _not_yet(self, verb: Phrase) -> bool:
        """`have yet to A`, `hardly A`."""
        return ("yet" in verb.adverbs and "to" in verb.auxiliaries) or bool({"hardly", "scarcely"} & set(verb.adverbs))

    def _none(self, phrase: Phrase) -> bool:
        return self.tokens[phrase.first].lemma in ("no", "neither", "none", "nobody")

    def bearing(self, phrase: Phrase, part: Phrase) -> Clause | None:
        """The clause with this subject whose verb tells whether it takes place: `talks will resume`, `a deal would`."""
        loose = part is phrase and self.realis.indefinite(phrase)
        for clause in self.clauses:
            if phrase in clause.subject and self._bears(clause, loose):
                return clause
        return self._afar(phrase) if loose else None

    def _bears(self, clause: Clause, loose: bool) -> bool:
        words = self.words
        if self._said_of(clause, "needed") or (
            self._said_of(clause, "unreal") and (loose or not self._goes_on(clause))
        ):
            return True
        if loose and (clause.conditional or words.has("may", clause.verb.modal)):
            return True
        return words.has("occur", clause.lemma) or (clause.passive and words.has("end", clause.lemma))

    def _afar(self, phrase: Phrase) -> Clause | None:
        """`A dialogue on how to do it could help`: the first words of a sentence, and its first finite verb."""
        main = next((c for c in self.clauses if not c.verb.infinitive and c.link in ("", "coordinate")), None)
        opens = phrase is self.phrases[0] and main is not None and self.words.has("may", main.verb.modal)
        return main if opens else None

    def _goes_on(self, clause: Clause) -> bool:
        """`is unlikely to last`: what is there may last or not."""
        return any(token.tag == "TO" for token in self.tokens[clause.verb.last + 1 : clause.verb.last + 4])

    def _said_of(self, clause: Clause, name: str) -> bool:
        """Whether a word of this class is said of the subject: `is necessary`, `remains out of reach`."""
        if clause.lemma not in ("be", "remain", "seem", "become"):
            return False
        after = self.tokens[clause.verb.last + 1 : clause.verb.last + 5]
        return any(self.words.has(name, token.lemma) for token in after)

    def phrase_content(
        self, phrase: Phrase, around: Clause | None, lasting: bool = False, place: int = -1, told: bool = False
    ) -> tuple[str, str]:
        """Polarity and modality of what a noun phrase says, such as `talks between A and B`.

        What is `lasting` is no more once it is ended: `suspended aid to A`. `told`: the verb around it says it of it.
        """
        polarity, modality = "affirmed", "asserted"
        inside = [
            word for token in self.tokens[phrase.first : phrase.head] for word in (token.lemma, token.text.casefold())
        ]
        if inside and inside[0] == "no":
            polarity = "denied"
        if any(self.words.has("planadj", word) for word in inside):
            modality = "planned"
        if any(self.words.has("hedgeadj", word) for word in inside) or (
            inside[:1] == ["any"] and not self._did(phrase)
        ):
            modality = "hypothetical"
        if modality == "asserted" and place >= 0:
            modality = self.realis.noun(phrase, place) or self._around(phrase, place) or modality
        if around is not None:
            owned = self.realis.owned(phrase) and not told
            polarity, modality = self._under(around, phrase, lasting, owned, polarity, modality)
            polarity = self.content(around)[0] if told else polarity
        return polarity, modality

    def _around(self, phrase: Phrase, place: int) -> str:
        if not self.realis.indefinite(phrase):
            return ""
        return "hypothetical" if place in self.supposed else self.realis.over(place)[1]

    def _did(self, phrase: Phrase) -> bool:
        """`any visit drew a crowd`: there were some."""
        return any(
            phrase in c.subject and c.verb.form in ("past", "both") and not self.realis.present(c) for c in self.clauses
        )

    def _under(
        self, around: Clause, phrase: Phrase, lasting: bool, owned: bool, polarity: str, modality: str
    ) -> tuple[str, str]:
        """What the verb over a noun phrase makes of it."""
        above, words = self.content(around), self.words
        if lasting and words.has("end", around.lemma):
            polarity = "denied"
        # what is owned is taken for granted: `plans to use his visit to X`
        if above[1] != "asserted" and not owned and modality != "normative":
            modality = above[1]
        cancelled = words.has("fail", around.lemma) and around.lemma != "forget"
        hindered = words.has("hinder", around.lemma) and self.realis.indefinite(phrase)
        if (cancelled or hindered or words.has("propose", around.lemma)) and not (owned and modality != "asserted"):
            modality = "normative" if words.has("wanted", around.lemma) else "hypothetical"
        if self._said_of(around, "needed"):
            modality = "normative"
        elif self._said_of(around, "unreal") and phrase in around.subject:
            modality = "hypothetical"
        if words.has("lift", around.lemma) and any(p.first <= phrase.first <= p.last for p in around.objects):
            polarity = "affirmed" if above[0] == "denied" else "denied"
        if above[0] == "denied" and words.has("attain", around.lemma):
            polarity = "denied"
        return polarity, modality
