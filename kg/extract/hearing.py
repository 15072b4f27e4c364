"""Who says what a sentence says: verbs of saying and thinking, `according to`, and how far each reaches."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from kg.extract.chunks import Clause, Phrase
from kg.extract.lexicon import Words
from kg.extract.realis import Realis
from kg.extract.referents import Resolver
from kg.extract.sentences import Token
from kg.extract.views import views

Voice = tuple[str, str]  # key of an entry ('' if the speaker has none), and the words that name the speaker


class Hearing(ABC):
    """The voices of one sentence; `denials` and `supposed` are the places that they deny, or do not vouch for."""

    def __init__(self, tokens: Sequence[Token], phrases: Sequence[Phrase], found: Sequence[Clause], words: Words):
        self.tokens, self.phrases, self.clauses, self.words = tokens, phrases, found, words
        self.realis = Realis(tokens, phrases, found, words)
        self.voices: dict[int, Voice] = {}
        self.denials: set[int] = set()
        self.supposed: set[int] = set()
        self.behind: dict[str, str] = {}  # of speakers without an entry, for whom they speak

    @abstractmethod
    def content(self, clause: Clause, depth: int = 0) -> tuple[str, str]:
        """Polarity and modality of what a clause says."""

    def hear(self, resolver: Resolver) -> None:
        """Find who speaks, and over which words."""
        self._according_to(resolver)
        for key, first, end in views(self.realis, resolver):
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
                        self.voices |= dict.fromkeys(range(*span), voice)
                        resolver.memory.speaker = voice[0] or resolver.memory.speaker
                        # `we`, in the mouth of a minister, are his state
                        resolver.speaker = voice[0] or self.behind.get(voice[1], resolver.speaker)

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

    def party_at(self, phrase_place: int) -> str:
        """Who speaks there, or the party that he speaks for; '' is the author or nobody known."""
        key, words = self.voices.get(phrase_place, ("", ""))
        return key or self.behind.get(words, "")

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
            said = " ".join(
                token.text for token in self.tokens[subject[0].first : subject[0].head + 1] if token.lemma != "the"
            )
            self.behind[said] = found[0].key
            return "", said
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
        closes = before in (",", '"') and following in (".", "") and after >= len(self.phrases) - 2
        if (clause.link == "inverted" or closes) and first > 1:
            return (0, clause.place)
        if clause.link == "infinitive":
            return None
        if before == following == "," and not clause.objects:  # `A, he adds, did B`
            return (0, len(self.phrases))
        if self._no_words(clause, following, after):
            return None
        return (clause.place + 1, self._last(clause, following, after))

    def _no_words(self, clause: Clause, following: str, after: int) -> bool:
        """Whether what follows is a thing, or an act to come, and nothing that is said."""
        if following == "VG" and self.phrases[after].infinitive:
            return True
        told = following in ("THAT", '"', ":") or self.words.has("objcontrol", clause.lemma)
        quoted = following == "," and any(p.kind == '"' for p in self.phrases[after : after + 3])
        silent = (not told and not quoted) or following not in ("THAT", '"', ":", ",")
        return bool(clause.objects) and silent

    def _last(self, clause: Clause, following: str, after: int) -> int:
        """Where the words of a speaker end: the author adds what follows on a name, or comes after."""
        end = len(self.phrases)
        if self.words.has("cite", clause.lemma) and following != "THAT":
            return next((k for k in range(after, end) if self.phrases[k].kind in ("REL", ",")), end)
        places = range(clause.place + 1, end - 2)
        return next((place for place in places if self._dated(place) or self._speaks_on(place)), end)

    def _dated(self, place: int) -> bool:
        """`… after Y did Z`."""
        opens = self.phrases[place].kind == "PREP" and self.realis.lemma(place) in ("after", "before")
        plain = any(c.place == place + 2 and not c.verb.auxiliaries for c in self.clauses)
        return opens and plain and not self._is_only(place)

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


def words_deny(words: Words, clause: Clause) -> bool:
    """Whether a verb of saying denies what follows: `denied that`, not `did not deny that`."""
    denies = words.has("fail", clause.lemma) and words.has("say", clause.lemma)
    return (denies or words.has("doubt", clause.lemma)) and not clause.verb.negated
