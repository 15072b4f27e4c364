"""Who says it, whether it is denied, and what kind of content it is: planned, possible, wanted."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.chunks import Clause, Phrase
from kg.extract.lexicon import Words
from kg.extract.realis import Realis
from kg.extract.referents import Resolver
from kg.extract.sentences import Token
from kg.extract.views import views

Voice = tuple[str, str]  # key of an entry ('' if the speaker has none), and the words that name the speaker


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


class Scope:
    """The voices and cues of one sentence."""

    def __init__(self, tokens: Sequence[Token], phrases: Sequence[Phrase], found: Sequence[Clause], words: Words):
        self.tokens, self.phrases, self.clauses, self.words = tokens, phrases, found, words
        self.voices: dict[int, Voice] = {}
        self.denials: set[int] = set()
        self.supposed: set[int] = set()
        self.realis = Realis(tokens, phrases, found, words)
        self.has_condition = any(clause.conditional for clause in found)

    # --- voices -----------------------------------------------------------------------------------------------

    def hear(self, resolver: Resolver) -> None:
        """Find who speaks, and over which words."""
        self._according_to(resolver)
        for key, first, end in views(self, resolver):
            self.supposed |= set() if key else set(range(first, end))
            self.voices |= dict.fromkeys(range(first, end) if key else (), (key, ""))
        for clause in self.clauses:
            if self._speaks(clause) and clause.subject and not clause.passive:
                span = self._reach(clause)
                if span:
                    voice = self._speaker(clause, resolver)
                    if words_deny(self.words, clause):
                        self.denials |= set(range(*span))
                    elif self._supposes(clause):
                        self.supposed |= set(range(*span))
                    if voice:
                        for place in range(*span):
                            self.voices[place] = voice
                        if voice[0]:
                            resolver.speaker = resolver.memory.speaker = voice[0]

    def _speaks(self, clause: Clause) -> bool:
        """A verb of saying, or one of thinking with a clause after it: `X fears that …`, not `X fears for …`."""
        if self.words.has("say", clause.lemma):
            return True
        return self.words.has("hold", clause.lemma) and self._next(clause) in ("THAT", "NP")

    def _next(self, clause: Clause) -> str:
        return self.realis.kind(self.realis.ahead(max(clause.end, clause.place + 1)))

    def _supposes(self, clause: Clause) -> bool:
        """`would say that`, `did not say that`, `fears that`: it is not told that it is so."""
        polarity, modality = self.content(clause)
        return polarity == "denied" or modality == "hypothetical" or self.words.has("dread", clause.lemma)

    def voice_at(self, phrase_place: int) -> Voice | None:
        """Whose words stand at a place among the phrases; None is the author's."""
        return self.voices.get(phrase_place)

    def _speaker(self, clause: Clause, resolver: Resolver) -> Voice | None:
        """Who speaks in a clause; a pronoun stands for a subject before it in the sentence, if it can."""
        if self.tokens[clause.subject[0].head].tag != "PRON":
            return self._voice(clause.subject, resolver)
        before = [c.subject for c in self.clauses if c.place < clause.place and c.subject != clause.subject]
        kept, resolver.local = resolver.local, [r.key for subject in before for r in resolver.all(subject)]
        voice = self._voice(clause.subject, resolver)
        resolver.local = kept
        return voice

    def _voice(self, subject: Sequence[Phrase], resolver: Resolver) -> Voice | None:
        found = resolver.all(subject)
        head = self.tokens[subject[0].head]
        if not found and self.words.has("saynoun", head.lemma):
            found = resolver.of_whom(subject[0], "content")
            if not found and resolver.memory.speaker and self.tokens[subject[0].first].lemma in ("the", "this", "that"):
                return resolver.memory.speaker, ""
        if not found and self.words.has("saynoun", head.lemma):  # `a tweet on Monday by X`
            place = next(
                (k for k, phrase in enumerate(self.phrases) if phrase.first == subject[0].first), len(self.phrases)
            )
            found = [
                r
                for phrase in self.phrases[place + 1 : place + 6]
                if phrase.kind == "NP"
                for r in resolver.resolve(phrase)
            ]
        if found and found[0].how == "representative" and not self.words.is_noun("state", head.lemma):
            return "", " ".join(
                token.text for token in self.tokens[subject[0].first : subject[0].head + 1] if token.lemma != "the"
            )
        if found:
            return found[0].key, ""
        if head.tag == "PRON":
            return ("", "") if not resolver.memory.speaker else (resolver.memory.speaker, "")
        first, last = subject[0].first, subject[0].last
        return "", " ".join(token.text for token in self.tokens[first : last + 1] if token.lemma not in ("the", "a"))

    def _reach(self, clause: Clause) -> tuple[int, int] | None:
        """Which phrases a verb of saying covers: those before it (`…, X said.`) or those after it."""
        end = clause.end if clause.link != "inverted" else clause.place + 2
        after = end
        while after < len(self.phrases) and self.phrases[after].kind in ("ADV", "DATE", "VG") and after <= clause.place:
            after += 1
        while after < len(self.phrases) and self.phrases[after].kind in ("ADV", "DATE"):
            after += 1
        following = self.phrases[after].kind if after < len(self.phrases) else "."
        first = self._first_of_subject(clause)
        before = self.phrases[first - 1].kind if first > 0 else ""
        if (
            clause.link == "inverted"
            or (before in (",", '"') and following in (".", "") and after >= len(self.phrases) - 2)
        ) and first > 1:
            return (0, clause.place)
        if clause.link == "infinitive":
            return None
        if before == following == "," and not clause.objects:  # `A, he adds, did B`
            return (0, len(self.phrases))
        told = following in ("THAT", '"', ":") or self.words.has("objcontrol", clause.lemma)
        quoted = following == "," and any(p.kind == '"' for p in self.phrases[after : after + 3])
        if clause.objects and not told and not quoted:
            return None
        if clause.objects and following not in ("THAT", '"', ":", ","):
            return None
        if following == "VG" and self.phrases[after].infinitive:
            return None
        end = len(self.phrases)
        if self.words.has("cite", clause.lemma) and following != "THAT":  # what follows on what is named is the author's
            return clause.place + 1, next((k for k in range(after, end) if self.phrases[k].kind in ("REL", ",")), end)
        for place in range(clause.place + 1, end - 2):  # `… after Y did Z` is the author's again
            if (
                self.phrases[place].kind == "PREP"
                and self.tokens[self.phrases[place].first].lemma
                in (
                    "after",
                    "before",
                )
                and any(c.place == place + 2 and not c.verb.auxiliaries for c in self.clauses)
                and not self._is_only(place)
            ) or self._speaks_on(place):
                end = place
                break
        return (clause.place + 1, end)

    def _speaks_on(self, place: int) -> bool:
        """`X said that …, and cited …`."""
        after = next((c for c in self.clauses if c.place > place), None) if self.phrases[place].kind == "CC" else None
        near = after is not None and self.realis.ahead(place + 1) == after.place
        return near and after is not None and self.words.has("say", after.lemma) and not after.verb.infinitive

    def _is_only(self, place: int) -> bool:
        return place > 0 and self.tokens[self.phrases[place - 1].first].lemma == "only"

    def _first_of_subject(self, clause: Clause) -> int:
        if not clause.subject:
            return clause.place
        start = clause.subject[0].first
        return next((k for k, phrase in enumerate(self.phrases) if phrase.first == start), clause.place)

    def _according_to(self, resolver: Resolver) -> None:
        for place, phrase in enumerate(self.phrases[:-2]):
            if (
                phrase.kind == "PREP"
                and self.tokens[phrase.first].lemma == "according"
                and self.phrases[place + 2].kind == "NP"
            ):
                voice = self._voice([self.phrases[place + 2]], resolver)
                if voice:
                    at_start = place == 0 or self.phrases[place - 1].kind in ("CC", "SUB", ";")
                    at_end = place + 4 >= len(self.phrases) or self._only_described(place)
                    span = (0, place) if not at_start and at_end else (place if at_start else 0, len(self.phrases))
                    if not at_start and not at_end:  # in the middle: the clause around it
                        first = max((c.place for c in self.clauses if c.place < place), default=0)
                        span = (place, len(self.phrases)) if self.phrases[place - 1].kind == "," else (first, place)
                    for k in range(*span):
                        self.voices[k] = voice

    def _only_described(self, place: int) -> bool:
        """`…, according to Jane Doe, a historian at Leeds`: nothing follows but who that is."""
        kinds = [phrase.kind for phrase in self.phrases[place - 2 : place + 5]]
        apposed = place > 1 and kinds[:2] != ["CC", ","] and kinds[5:] == [",", "NP"]
        return apposed and all(clause.place < place for clause in self.clauses)

    # --- content ----------------------------------------------------------------------------------------------

    def content(self, clause: Clause, depth: int = 0) -> tuple[str, str]:
        """Polarity and modality of what a clause says."""
        words, verb = self.words, clause.verb
        denied = verb.negated
        modality = self._modal(verb.modal, clause)
        if depth == 0 and clause.place in self.denials:
            denied = not denied
        flips, around = self.realis.over(clause.place)
        denied = denied != (flips or self._not_yet(verb))
        if clause.conditional or (self.has_condition and modality == "planned"):
            modality = "hypothetical"
        if any(words.has("hedge", adverb) for adverb in verb.adverbs) and modality == "asserted":
            modality = "hypothetical"
        if modality == "asserted":
            modality = "hypothetical" if clause.place in self.supposed else around or modality
        nouns = clause.objects[:1] if clause.passive else [*clause.subject[:1], *clause.objects[:1]]
        if any(self._none(phrase) for phrase in nouns):
            denied = not denied
        if self._feared(clause):
            modality = "hypothetical"
        governor = self.clauses[clause.governor] if 0 <= clause.governor < len(self.clauses) else None
        if governor is None or depth > 6 or governor is clause:
            return ("denied" if denied else "affirmed"), modality
        if clause.link in ("infinitive", "gerund"):
            denied, modality = self._below(clause, governor, denied, modality, depth)
        elif clause.link == "participle" and verb.form == "ing" and modality == "asserted":
            modality = self.content(governor, depth + 1)[1]  # `needs help in A, B and C`
        elif clause.link == "coordinate" and verb.form == "base" and not verb.auxiliaries and governor.verb.modal:
            polarity, modality = self.content(governor, depth + 1)
            denied = denied or polarity == "denied"
        return ("denied" if denied else "affirmed"), modality

    def _below(self, clause: Clause, governor: Clause, denied: bool, modality: str, depth: int) -> tuple[bool, str]:
        """What the verb above makes of an infinitive or a gerund."""
        words, lemma = self.words, governor.lemma
        above = self.content(governor, depth + 1)
        flips, cue = self.realis.under(clause, governor)
        if flips or cue:
            denied = denied != (flips or (above[0] == "denied" and cue != "hypothetical"))
            return denied, cue if modality == "asserted" and cue else modality
        purpose = clause.link == "infinitive" and bool(governor.objects) and not words.has("objcontrol", lemma)
        if words.has("fail", lemma) or (lemma == "have" and "yet" in governor.verb.adverbs):
            denied = not denied
        elif above[0] == "denied" and purpose and lemma not in ("have", "do", "make"):
            modality = "hypothetical"  # `cannot risk A to do B`: B is not denied
        elif above[0] == "denied" or any(self._none(p) for p in self._complements(governor)):
            denied = True
        if modality == "asserted" and clause.link == "infinitive":
            modality = self._governed(governor, lemma)
        if modality == "asserted" and clause.link == "gerund":
            near = [token.lemma for token in self.tokens[max(clause.verb.first - 3, 0) : clause.verb.first]]
            if words.has("wish", lemma):
                modality = "hypothetical"
            elif words.has("plan", lemma) or any(words.has("eager", word) for word in near):
                modality = "planned"
        if above[1] != "asserted" and modality in ("asserted", "planned"):
            modality = above[1]
        return denied, modality

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
        if not modal or self._not_yet(clause.verb):
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
        return self.tokens[phrase.first].lemma in ("no", "neither", "none")

    def bearing(self, phrase: Phrase, part: Phrase) -> Clause | None:
        """The clause with this subject whose verb tells whether it takes place: `talks will resume`, `a deal would`."""
        loose = part is phrase and self.realis.indefinite(phrase)
        for clause in self.clauses:
            if phrase in clause.subject and self._bears(clause, loose):
                return clause
        return self._afar(phrase) if loose else None

    def _bears(self, clause: Clause, loose: bool) -> bool:
        words = self.words
        if self._said_of(clause, "needed") or self._said_of(clause, "unreal"):
            return True
        if loose and (clause.conditional or words.has("may", clause.verb.modal)):
            return True
        return words.has("occur", clause.lemma) or (clause.passive and words.has("end", clause.lemma))

    def _afar(self, phrase: Phrase) -> Clause | None:
        """`A dialogue on how to do it could help`: the first words of a sentence, and its first finite verb."""
        main = next((c for c in self.clauses if not c.verb.infinitive and c.link in ("", "coordinate")), None)
        opens = phrase is self.phrases[0] and main is not None and self.words.has("may", main.verb.modal)
        return main if opens else None

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
        inside = [word for token in self.tokens[phrase.first : phrase.head] for word in (token.lemma, token.text.casefold())]
        if inside and inside[0] == "no":
            polarity = "denied"
        if any(self.words.has("planadj", word) for word in inside):
            modality = "planned"
        if any(self.words.has("hedgeadj", word) for word in inside) or (inside[:1] == ["any"] and not self._did(phrase)):
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
        if above[1] != "asserted" and not owned and modality != "normative":  # `plans to use his visit to X`: it is taken for granted
            modality = above[1]
        proposed = words.has("propose", around.lemma) or words.has("fail", around.lemma)
        hindered = words.has("hinder", around.lemma) and self.realis.indefinite(phrase)
        if (proposed or hindered) and not (owned and modality != "asserted"):
            modality = "normative" if words.has("wanted", around.lemma) else "hypothetical"
        if self._said_of(around, "needed"):
            modality = "normative"
        elif self._said_of(around, "unreal") and phrase in around.subject:
            modality = "hypothetical"
        if words.has("lift", around.lemma) and any(p.first <= phrase.first <= p.last for p in around.objects):
            polarity = "affirmed" if above[0] == "denied" else "denied"
        if above[0] == "denied" and around.lemma in ("have", "hold", "be", "see", "start", "begin", "impose"):
            polarity = "denied"
        return polarity, modality


def words_deny(words: Words, clause: Clause) -> bool:
    """Whether a verb of saying denies what follows: `denied that`, not `did not deny that`."""
    denies = words.has("fail", clause.lemma) and words.has("say", clause.lemma)
    return (denies or words.has("doubt", clause.lemma)) and not clause.verb.negated
