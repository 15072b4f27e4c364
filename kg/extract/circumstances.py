"""What stands around a claim in its sentence: when, where, on what, and when it was said."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from kg.extract.candidate import Candidate, End
from kg.extract.chunks import Clause, Phrase
from kg.extract.lexicon import Frame, Words
from kg.extract.referents import Referent, Resolver
from kg.extract.scope import Scope, Sentence

Complements = Sequence[tuple[str, Sequence[Phrase]]]


class Circumstances:
    """Reads them in one sentence."""

    def __init__(self, sentence: Sentence, resolver: Resolver, words: Words):
        self.sentence, self.resolver, self.words = sentence, resolver, words

    def claims(
        self,
        frame: Frame,
        ends: tuple[list[Referent], list[Referent]],
        scope: Scope,
        place: int,
        content: tuple[str, str],
        clause: Clause | None,
        complements: Complements,
    ) -> Iterator[Candidate]:
        """What a frame says of each subject and each object, with all that stands around it."""
        sentence, used = self.sentence, {*frame.subject, *frame.object}
        voice = scope.voice_at(place)
        for subject in ends[0]:
            for object_ in ends[1]:
                if subject.key == object_.key:
                    continue
                speaker = (voice[0] or voice[1]) if voice else sentence.verbatim
                if speaker == subject.key or subject.how == "speaker" or "own" in frame.flags:
                    speaker = ""
                if "self" in frame.flags:
                    speaker = subject.key
                pair = (subject.key, object_.key)
                yield Candidate(
                    End(subject.key, subject.start, subject.end, subject.how),
                    frame.relation,
                    End(object_.key, object_.start, object_.end, object_.how),
                    sentence.start,
                    sentence.end,
                    sentence.text,
                    frame.id,
                    content[0],
                    content[1],
                    speaker,
                    when=self.when(place, clause),
                    where=self.where(complements, used, pair),
                    about=self.about(complements, used, pair),
                    said=self.said(place) if voice else "",
                    wording="verbatim" if sentence.verbatim else "paraphrase" if speaker else "",
                )

    def when(self, place: int, clause: Clause | None) -> str:
        """The date in the same clause; at the start of the sentence it holds for the first verb."""
        places = [c.place for c in self.sentence.clauses]
        low = max((p for p in places if p < place), default=-1)
        high = min((p for p in places if p > place), default=len(self.sentence.phrases))
        told = self._told()
        near = [k for k in self.sentence.dates if low < k < high and k not in told]
        if near:
            return self.sentence.dates[min(near, key=lambda k: (abs(k - place), k))]
        if clause is not None and clause.link == "coordinate" and 0 <= clause.governor < len(self.sentence.clauses):
            return self.when(self.sentence.clauses[clause.governor].place, None)
        return ""

    def said(self, place: int) -> str:
        """The date that stands beside the verb of saying over a place; the nearest before it, else after it."""
        told = self._told()
        near = sorted(told, key=lambda k: (told[k] > place, abs(told[k] - place)))
        return next((self.sentence.dates[k] for k in near if told[k] != place), "")

    def _told(self) -> dict[int, int]:
        """Dates that belong to a verb of saying, with the place of that verb: `X said on Monday that …`."""
        found: dict[int, int] = {}
        phrases = self.sentence.phrases
        for clause in self.sentence.clauses:
            if not self.words.has("say", clause.lemma) or clause.verb.infinitive or clause.passive:
                continue
            k = clause.place + 1
            while (
                k < len(phrases)
                and phrases[k].kind in ("ADV", "DATE", "NP", "PREP")
                and k <= max(clause.end, clause.place + 1)
            ):
                if phrases[k].kind == "DATE":
                    found[k] = clause.place
                k += 1
            opened = k < len(phrases) and phrases[k].kind in ("THAT", "REL", '"', ",")
            final = all(phrase.kind in (".", '"') for phrase in phrases[k:])
            if not opened and not final and clause.objects:
                found = {date: verb for date, verb in found.items() if verb != clause.place}
        return {date: verb for date, verb in found.items() if date in self.sentence.dates}

    def where(self, complements: Complements, used: Collection[str], ends: Collection[str]) -> str:
        """The place that `in` or `at` names."""
        for prep, phrases in complements:
            if prep in ("in", "at", "near") and prep not in used:
                for referent in self.resolver.all(phrases, asset=False):
                    if (
                        referent.how != "demonym"
                        and referent.key not in ends
                        and self.resolver.is_a(referent.key, "Place", "State")
                    ):
                        return referent.key
        return ""

    def about(self, complements: Complements, used: Collection[str], ends: Collection[str]) -> tuple[str, ...]:
        """The names in what `on`, `about` or `over` brings."""
        found = []
        for prep, phrases in complements:
            if prep in self.words.classes.get("topic", ()) and prep not in used:
                for phrase in phrases:
                    found += [key for key in self.names(phrase.first, phrase.last) if key not in ends]
        return tuple(dict.fromkeys(found))

    def names(self, first: int, last: int) -> Iterable[str]:
        """What the names among some words stand for."""
        for token in self.sentence.tokens[first : last + 1]:
            if token.tag == "NAME":
                yield self.resolver.mentions[token.mention].key
