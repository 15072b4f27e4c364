"""Relations whose object is a phrase: what someone says, thinks, wants, fears or asks for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.extract.candidate import Candidate, End
from kg.extract.chunks import Clause, Phrase
from kg.extract.circumstances import Circumstances
from kg.extract.lexicon import Frame, Lexicon
from kg.extract.referents import Referent, Resolver
from kg.extract.scope import Scope, Sentence
from kg.extract.spans import Span, Spans

_INDIRECT = ("content", "asset")


class Contents:
    """Applies the frames of `contents.csv`; runs after the rules, whose claims between names come first."""

    def __init__(self, lexicon: Lexicon):
        self.lexicon, self.words = lexicon, lexicon.words

    def apply(
        self, sentence: Sentence, resolver: Resolver, scope: Scope, named: Sequence[Candidate]
    ) -> Iterator[Candidate]:
        """All that a sentence says of this kind; `named` are the claims between names in it."""
        reader = _Reader(self.lexicon, sentence, resolver, scope)
        found = [*reader.verbs(), *reader.nouns()]
        told = {(candidate.subject.key, candidate.relation) for candidate in named}
        starts = [c.object.start for c in named] + [c.object.start for f, c in found if "outer" not in f.flags]
        for frame, candidate in found:
            if (candidate.subject.key, candidate.relation) in told and "told" not in frame.flags:
                continue
            if "described" in frame.flags and any(_tells(candidate, other) for other in named):
                continue
            inside = any(candidate.object.start <= start < candidate.object.end for start in starts)
            if "outer" in frame.flags and inside:  # another relation carries what was said
                continue
            yield candidate


def _tells(described: Candidate, other: Candidate) -> bool:
    """Whether a claim between names says what the description says: `X is a member of Y`."""
    ends = (other.subject, other.object)
    inside = any(described.object.start <= end.start < described.object.end for end in ends)
    return inside and described.subject.key in (ends[0].key, ends[1].key)


class _Reader:
    def __init__(self, lexicon: Lexicon, sentence: Sentence, resolver: Resolver, scope: Scope):
        self.lexicon, self.words = lexicon, lexicon.words
        self.sentence, self.resolver, self.scope = sentence, resolver, scope
        self.phrases, self.tokens = sentence.phrases, sentence.tokens
        self.spans = Spans(sentence, self.words)
        self.around = Circumstances(sentence, resolver, self.words)

    # --- verbs ------------------------------------------------------------------------------------------------

    def verbs(self) -> Iterator[tuple[Frame, Candidate]]:
        """What the verbs open."""
        for clause in self.sentence.clauses:
            for frame in sorted(self.lexicon.contents.get(clause.lemma, ()), key=lambda frame: not frame.with_noun):
                if frame.kind != "noun" and self._suits(frame, clause):
                    subjects = self._subjects(frame, clause)
                    span = self._span(frame, clause) if subjects else None
                    if span:
                        yield from ((frame, made) for made in self._made(frame, subjects, span, clause))
                        break

    def _suits(self, frame: Frame, clause: Clause) -> bool:
        flags = frame.flags
        if clause.passive != ("passive" in flags) or clause.link == "reduced":
            return False
        if "wished" in flags and not self._wished(clause):
            return False
        if frame.particle and frame.particle not in clause.verb.adverbs and frame.particle not in self._trail(clause):
            return False
        if "notwished" in flags and self._wished(clause):
            return False
        if "inf" in flags and not (clause.objects and self._infinitive(clause)):
            return False
        if "described" in flags and not self._describes(clause):
            return False
        return self._nouns(frame, clause)

    def _nouns(self, frame: Frame, clause: Clause) -> bool:
        if not frame.with_noun:
            return True
        preposition, colon, _ = frame.with_noun[0].partition(":")
        if colon:
            return any(prep == preposition for prep, _ in clause.oblique)
        return any(self.tokens[phrase.head].lemma in frame.with_noun for phrase in clause.objects)

    def _infinitive(self, clause: Clause) -> bool:
        """An infinitive follows the verb, or its object: `wants the ban to end`."""
        place = self.spans.ahead(clause.end if clause.objects else clause.place + 1)
        return self.spans.kind(place) == "VG" and self.phrases[place].infinitive

    def _describes(self, clause: Clause) -> bool:
        """`X is the largest Y`: a noun with an article, which is no office and no name."""
        if len(clause.objects) != 1 or clause.verb.infinitive:
            return False
        phrase, before = clause.objects[0], self.phrases[clause.place - 1]
        head = self.tokens[phrase.head]
        return (
            bool(clause.subject)
            and before.first == clause.subject[-1].first
            and self.tokens[before.head].tag == "NAME"
            and self.tokens[phrase.first].lemma in ("a", "an", "the")
            and head.tag == "N"
            and head.lemma not in self.words.titles
            and not self.resolver.resolve(phrase)
        )

    def _trail(self, clause: Clause) -> list[str]:
        return [token.lemma for token in self.tokens[clause.verb.head + 1 : clause.verb.last + 1]]

    def _wished(self, clause: Clause) -> bool:
        """Whether the verb stands under one of wanting: `seeks to prevent`."""
        if clause.link != "infinitive" or not 0 <= clause.governor < len(self.sentence.clauses):
            return False
        governor = self.sentence.clauses[clause.governor]
        return any("wish" in frame.flags for frame in self.lexicon.contents.get(governor.lemma, ()))

    def _actors(self, phrases: Iterable[Phrase]) -> list[Referent]:
        return [r for r in self.resolver.all(phrases) if r.how not in _INDIRECT]

    def _subjects(self, frame: Frame, clause: Clause) -> list[Referent]:
        """Who holds it; not the `it` of `it is natural to suspect`, and no actor where only things are meant."""
        found = self._actors(clause.subject)
        governor = self.sentence.clauses[clause.governor] if 0 <= clause.governor < len(self.sentence.clauses) else None
        if clause.link == "infinitive" and governor is not None and governor.lemma == "be":
            found = [r for r in found if r.how != "pronoun"]
        if "thing" in frame.flags:
            found = [r for r in found if not self.resolver.is_a(r.key, "Person", "State", "Organization", "Company")]
        return found

    def _span(self, frame: Frame, clause: Clause) -> Span | None:
        """The phrase in the first slot that holds one."""
        for slot in frame.object:
            span = self._slot(slot, frame, clause)
            if span:
                return span
        return None

    def _slot(self, slot: str, frame: Frame, clause: Clause) -> Span | None:
        following = self.spans.ahead(clause.place + 1)
        if slot == "that":
            return self._clause(clause, told="told" in frame.flags or bool(frame.with_noun))
        if slot == "inf" and self._infinitive(clause):
            place = self.spans.ahead(clause.end if clause.objects else following)
            if self.phrases[place].negated or (clause.objects and not (frame.with_noun or "told" in frame.flags)):
                return None
            head = self.tokens[self.phrases[place].head].lemma
            if any("wished" in inner.flags for inner in self.lexicon.contents.get(head, ())) and "wish" in frame.flags:
                return None
            return self.spans.phrase(place)
        if slot == "gerund":
            verb = self.spans.kind(following) == "VG" and self.phrases[following].form == "ing"
            return self.spans.phrase(following) if verb else None
        if slot == "obj":
            return self._object(frame, clause, following)
        return self._complement(slot, clause)

    def _object(self, frame: Frame, clause: Clause, following: int) -> Span | None:
        if not clause.objects:
            return None
        place = next((k for k, p in enumerate(self.phrases) if p.first == clause.objects[0].first), -1)
        if place != following or self.tokens[clause.objects[0].head].tag == "PRON":
            return None
        if "number" in frame.flags and not any(
            self.tokens[k].tag == "NUM" for k in range(clause.objects[0].first, clause.objects[0].last + 1)
        ):
            return None
        second = next((phrases for prep, phrases in clause.oblique[:1] if prep == "second"), None)
        if second and "told" in frame.flags and second[0].kind == "NP":  # `offers X a share`
            place = next((k for k, p in enumerate(self.phrases) if p.first == second[0].first), place)
        return self.spans.phrase(place)

    def _complement(self, preposition: str, clause: Clause) -> Span | None:
        """What follows a preposition that belongs to the verb or to its object."""
        last = max(clause.end, clause.place + 1)
        inner = clause.objects[0].of if clause.objects else None
        if preposition == "of" and inner is not None:
            return self._inside(clause.objects[0], self.spans.ahead(clause.place + 1))
        for place in range(clause.place + 1, min(last + 1, len(self.phrases))):
            if self.spans.kind(place) == "PREP" and self.spans.lemma(place) == preposition:
                opens = self.spans.kind(place + 1) in ("NP", "VG")
                return self.spans.phrase(place + 1) if opens else None
        return None

    def _clause(self, clause: Clause, *, told: bool) -> Span | None:
        """The clause after a verb of saying or thinking, the words it quotes, or what stands before `X said`."""
        if clause.link == "inverted" or self._trailing(clause):
            first = self._subject_place(clause) if clause.link != "inverted" else clause.place
            return self.spans.before(first - 1)
        if clause.objects and not told:
            return None
        aside = clause.objects or (clause.oblique and clause.oblique[0][0] == "to")
        place = self.spans.ahead(max(clause.end, clause.place + 1) if aside else clause.place + 1)
        if self.spans.kind(place) in (",", ":") and self.spans.kind(place + 1) == '"':
            place += 1
        if self.spans.kind(place) in ("THAT", "REL") and self.spans.lemma(place) == "that":
            place += 1
        elif self.spans.kind(place) != '"' and not (self._bare(place) and not clause.objects):
            return None
        return self.spans.quoted(place) if self.spans.kind(place) == '"' else self.spans.clause(place)

    def _bare(self, place: int) -> bool:
        """A clause without `that`: its subject stands here, and its verb is finite."""
        return any(
            c.link in ("", "coordinate") and c.subject and self._first(place) == c.subject[0].first and c.place > place
            for c in self.sentence.clauses
        )

    def _first(self, place: int) -> int:
        return self.phrases[place].first if 0 <= place < len(self.phrases) else -1

    def _subject_place(self, clause: Clause) -> int:
        start = clause.subject[0].first if clause.subject else -1
        return next((k for k, phrase in enumerate(self.phrases) if phrase.first == start), clause.place)

    def _trailing(self, clause: Clause) -> bool:
        first = self._subject_place(clause)
        rest = [phrase.kind for phrase in self.phrases[clause.place + 1 :]]
        closes = all(kind in (".", "DATE", "ADV", '"') for kind in rest)
        return first > 2 and self.spans.kind(first - 1) in (",", '"') and closes and not clause.objects

    # --- nouns ------------------------------------------------------------------------------------------------

    def nouns(self) -> Iterator[tuple[Frame, Candidate]]:
        """What nouns open: `Kenya's desire to …`, `the Kenyan fear of …`."""
        for place, phrase in enumerate(self.phrases):
            token = self.tokens[phrase.head]
            if phrase.kind != "NP" or token.tag != "N":
                continue
            for frame in self.lexicon.contents.get(token.lemma, ()):
                if frame.kind != "noun":
                    continue
                subjects = [r for r in self.resolver.modifiers(phrase) if "holder" not in frame.flags]
                span = self._noun_span(frame, place, phrase) if subjects else None
                if span:
                    around = next((c for c in reversed(self.sentence.clauses) if c.place < place <= c.end), None)
                    yield from ((frame, made) for made in self._made(frame, subjects, span, around, place))
                    break

    def _noun_span(self, frame: Frame, place: int, phrase: Phrase) -> Span | None:
        following = self.spans.ahead(place + 1)
        kind, lemma = self.spans.kind(following), self.spans.lemma(following)
        for slot in frame.object:
            if slot == "whole" and (phrase.of or (kind == "PREP" and lemma in ("to", "toward", "towards", "on"))):
                return self._whole(phrase, place)
            if slot == "of" and phrase.of is not None:
                return self._inside(phrase, place)
            if slot == "inf" and kind == "VG" and self.phrases[following].infinitive:
                return self.spans.phrase(following)
            if slot == "that" and kind in ("THAT", "REL") and lemma == "that" and self._bare(following + 1):
                return self.spans.clause(following + 1, once=True)
            if slot == "is" and kind == "VG" and self.phrases[following].auxiliaries == ("be", "to"):
                span = self.spans.phrase(following)
                return replace(span, start=self.tokens[self.phrases[following].head].start) if span else None
            if kind == "PREP" and lemma == slot and self.spans.kind(following + 1) in ("NP", "VG"):
                return self.spans.phrase(following + 1)
        return None

    def _inside(self, phrase: Phrase, place: int) -> Span | None:
        """The complement with `of`, which the noun phrase holds, and what hangs on it."""
        outer = self.spans.phrase(place)
        if outer is None or phrase.of is None or self.tokens[phrase.of.head].tag == "PRON":
            return None
        return Span(outer.first, outer.last, self.tokens[phrase.of.first].start, outer.end)

    def _whole(self, phrase: Phrase, place: int) -> Span | None:
        """The noun with its adjectives and all that follows, without the possessor."""
        outer = self.spans.phrase(place)
        places = range(phrase.head - 1, phrase.first - 1, -1)
        owner = next((k for k in places if self.tokens[k].tag in ("NAME", "POS", "DET")), -1)
        if outer is None or owner < 0 or outer.end == self.tokens[phrase.head].end:
            return None
        return Span(outer.first, outer.last, self.tokens[owner + 1].start, outer.end)

    # --- claims -----------------------------------------------------------------------------------------------

    def _made(
        self, frame: Frame, subjects: list[Referent], span: Span, clause: Clause | None, place: int = -1
    ) -> Iterator[Candidate]:
        at = clause.place if clause is not None and place < 0 else place
        polarity, modality = self._content(frame, span, clause, at)
        voice = self.scope.voice_at(at)
        speaker = (voice[0] or voice[1]) if voice else self.sentence.verbatim
        reported = "outer" in frame.flags
        date = self.around.when(at, clause)
        told = self._hearers(clause) if clause is not None and "told" in frame.flags else []
        names = [
            self.resolver.mentions[token.mention].key
            for token in self.tokens
            if token.tag == "NAME" and span.start <= token.start < span.end
        ]
        for subject in subjects:
            yield Candidate(
                End(subject.key, subject.start, subject.end, subject.how),
                frame.relation,
                End("", span.start, span.end, "phrase"),
                self.sentence.start,
                self.sentence.end,
                self.sentence.text,
                frame.id,
                polarity,
                modality,
                "" if reported or speaker == subject.key else speaker,
                when="" if reported else date,
                addressee=next((key for key in told if key != subject.key), ""),
                about=tuple(dict.fromkeys(key for key in names if key != subject.key)),
                wording="verbatim" if span.verbatim else "paraphrase" if reported or speaker else "",
                said=(date or self.around.said(span.first)) if reported else self.around.said(at) if speaker else "",
            )

    def _hearers(self, clause: Clause) -> list[str]:
        phrases = clause.objects or [p for prep, group in clause.oblique[:1] if prep == "to" for p in group]
        return [referent.key for referent in self._actors(phrases)]

    def _content(self, frame: Frame, span: Span, clause: Clause | None, place: int) -> tuple[str, str]:
        """For what is said, the modality of the words; for a stance, that of the stance."""
        if clause is None:
            return "affirmed", "asserted"
        if place != clause.place:
            return self.scope.phrase_content(self.phrases[place], clause)
        polarity, modality = self.scope.content(clause)
        if "wished" in frame.flags and 0 <= clause.governor < len(self.sentence.clauses):
            polarity, modality = self.scope.content(self.sentence.clauses[clause.governor])
        if "negates" in frame.flags:
            polarity = "denied" if polarity == "affirmed" else "affirmed"
        if "inner" in frame.flags and modality == "asserted":
            inner = next((c for c in self.sentence.clauses if span.first <= c.place <= span.last and c.subject), None)
            modality = self.scope.content(inner)[1] if inner else modality
        return polarity, modality
