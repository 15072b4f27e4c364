"""Noun frames of the lexicon applied to noun phrases: `X's visit to Y`, `the X-Y dispute`, `its ally Y`."""

from collections.abc import Iterator

from kg.extract.candidate import Candidate
from kg.extract.chunks import Clause, Phrase
from kg.extract.circumstances import Circumstances
from kg.extract.demands import described, fitting, inside
from kg.extract.lexicon import Frame, Lexicon
from kg.extract.referents import Referent, Resolver
from kg.extract.scope import Scope, Sentence
from kg.extract.walk import Walk

Ends = tuple[list[Referent], list[Referent]]
Complements = list[tuple[str, list[Phrase]]]
_FAR = ("between", "among", "with", "on", "against", "to")  # that hang on a noun over its verb
_DURING = ("on", "during", "at", "after", "following", "before", "amid", "in")
_COPULAS = ("be", "become", "remain", "grow", "seem", "stay", "turn")


class Nominals:
    """Applies them to the phrases of one sentence after another."""

    def __init__(self, lexicon: Lexicon):
        self.lexicon, self.words = lexicon, lexicon.words

    def apply(self, sentence: Sentence, resolver: Resolver, scope: Scope, used: set[int]) -> Iterator[Candidate]:
        """All that the noun phrases of a sentence say; `used` are the first words of those that a verb has taken."""
        reader = _Reader(self.lexicon, sentence, resolver)
        for place, phrase in enumerate(sentence.phrases):
            if phrase.kind == "NP":
                yield from reader.read(phrase, place, used, scope)
                for frame, *ends in inside(phrase, self.lexicon, resolver):
                    said = ("affirmed", "asserted")
                    yield from reader.around.claims(frame, (ends[0], ends[1]), scope, place, said, None, ())


class _Reader:
    def __init__(self, lexicon: Lexicon, sentence: Sentence, resolver: Resolver):
        self.lexicon, self.sentence, self.resolver = lexicon, sentence, resolver
        self.tokens, self.phrases = sentence.tokens, sentence.phrases
        self.walk = Walk(self.tokens, self.phrases, lexicon.words)
        self.around = Circumstances(sentence, resolver, lexicon.words)

    def read(self, phrase: Phrase, place: int, used: set[int], scope: Scope) -> Iterator[Candidate]:
        part: Phrase | None = phrase
        while part is not None:
            head, apposed = self._head(part)
            around = self._around(place)
            free = part.first not in used or apposed
            for frame in self.lexicon.nominals.get(self.tokens[head].lemma, ()) if free and head >= 0 else ():
                if apposed != ("apposition" in (*frame.subject, *frame.object)) and apposed:
                    continue
                ends = self._ends(frame, part, head, place)
                if ends and ends[0] and ends[1]:
                    told = self._said(frame, place) if frame.with_noun else None
                    bearing = told or scope.bearing(phrase, part) or around
                    content = scope.phrase_content(part, bearing, "lasting" in frame.flags, place, told is not None)
                    if "given" in frame.flags:
                        content = ("affirmed", "asserted")
                    if "plan" in frame.flags and content[1] == "asserted":
                        content = (content[0], "planned")
                    yield from self.around.claims(frame, ends, scope, place, content, around, list(self._after(place)))
                    break
            part = part.of

    def _head(self, part: Phrase) -> tuple[int, bool]:
        """The noun that opens a frame: the head, or the noun before a name that stands beside it (`its ally X`)."""
        if self.tokens[part.head].tag in ("N", "ADJ"):
            return part.head, False
        before = part.head - 1
        named = self.tokens[part.head].tag == "NAME" and before > part.first
        return (before, True) if named and self.tokens[before].tag == "N" else (-1, False)

    def _around(self, place: int) -> Clause | None:
        clauses = self.sentence.clauses
        return next((c for c in reversed(clauses) if c.place < place <= max(c.end, c.place + 1)), None)

    def _after(self, place: int) -> Iterator[tuple[str, list[Phrase]]]:
        """The prepositional phrases that follow a noun phrase."""
        k = place + 1
        phrases = self.phrases
        while k + 1 < len(phrases):
            if phrases[k].kind in ("DATE", "ADV"):
                k += 1
                continue
            if phrases[k].kind != "PREP" or phrases[k + 1].kind != "NP":
                return
            group, end = [phrases[k + 1]], k + 2
            while (
                end + 1 < len(phrases)
                and (phrases[end].kind == "CC" or (phrases[end].kind == "," and self._listed(end)))
                and phrases[end + 1].kind == "NP"
            ):
                group.append(phrases[end + 1])
                end += 2
            yield self.tokens[phrases[k].first].lemma, group
            k = end

    def _listed(self, place: int) -> bool:
        k = place
        while k + 1 < len(self.phrases) and self.phrases[k].kind == "," and self.phrases[k + 1].kind == "NP":
            k += 2
        return k < len(self.phrases) and self.phrases[k].kind in ("CC", ",")

    def _ends(self, frame: Frame, part: Phrase, head: int, place: int) -> Ends | None:
        after = [*self._after(place), *self._said_of(part)]
        if part.of is not None:
            after.insert(0, ("of", [part.of]))
        if not self._suits(frame, part, place):
            return None
        if "both" in frame.flags:
            return self._both(frame, part, after)
        subjects = self._subjects(frame, part, head, place, after)
        objects: list[Referent] = []
        for slot in frame.object:
            objects = objects or self._object(slot, frame, part, head, place, after)
        objects = [r for r in objects if all(r.key != s.key for s in subjects)]
        return fitting(frame, "subject", subjects, self.resolver), fitting(frame, "object", objects, self.resolver)

    def _suits(self, frame: Frame, part: Phrase, place: int) -> bool:
        if "head-of" in frame.subject and part.of is not None and self.walk.acts(part.of):
            return False
        qualified = not frame.with_noun or self._qualified(frame, part, place)
        return qualified and self._preceded(frame, place) and described(frame, [part], self.tokens, self.lexicon.words)

    def _object(
        self, slot: str, frame: Frame, part: Phrase, head: int, place: int, after: Complements
    ) -> list[Referent]:
        if slot == "head-of":
            return self._copular(frame, place)
        if slot == "apposition":
            return self._apposition(part, head, place)
        if slot == "answerer":
            return self._answerer(part)
        if slot == "around":
            return self._subject(slot, part, head, place, after)
        if slot == "modifier":
            return self._owner(part, head)
        content = "content" in frame.flags
        return [r for prep, phrases in after[:3] if prep == slot for r in self.resolver.all(phrases, content)]

    def _preceded(self, frame: Frame, place: int) -> bool:
        """`after:PREP` and `notafter:PREP`: what must, and must not, stand before it (`flew there for talks`)."""
        before = self.tokens[self.phrases[place - 1].first].lemma if place else ""
        demands = [flag.partition(":") for flag in sorted(frame.flags) if ":" in flag]
        return all((before == word) == (name == "after") for name, _, word in demands if name in ("after", "notafter"))

    def _said_of(self, part: Phrase) -> Complements:
        """What follows the verb of a noun that something is done to: `a deal was struck between X and Y`."""
        for clause in self.sentence.clauses:
            if part in clause.subject and (clause.passive or self.lexicon.words.has("occur", clause.lemma)):
                return [(prep, group) for prep, group in clause.oblique if prep in _FAR]
        return []

    def _answerer(self, part: Phrase) -> list[Referent]:
        """Who answers it: `X rejected Y's request`, `Y's request was granted by X`."""
        for clause in self.sentence.clauses:
            if not self.lexicon.words.has("answer", clause.lemma):
                continue
            if clause.passive and part in clause.subject:
                return self.resolver.all([p for prep, group in clause.oblique if prep == "by" for p in group])
            held = [*clause.objects, *(p for prep, group in clause.oblique if prep in ("to", "with") for p in group)]
            if part in held and not clause.passive:
                return self.resolver.all(clause.subject)
        return []

    def _opened(self, place: int) -> Clause | None:
        """The clause that `on a visit to X,` or `at talks with X,` stands before, or inside."""
        before = self._phrase(place - 1)
        if before is None or before.kind != "PREP" or self.tokens[before.first].lemma not in _DURING:
            return None
        opener = self._phrase(place - 2)
        if opener is not None and opener.kind not in (",", "CC", "—"):
            return None
        later = [c for c in self.sentence.clauses if c.place > place and c.link in ("", "inverted") and c.subject]
        return later[0] if later else None

    def _both(self, frame: Frame, part: Phrase, after: Complements) -> Ends | None:
        """The two that `between X and Y` names, or `the X-Y dispute`."""
        if "pair" in frame.subject and (found := self._pair(part)):
            return found[:1], found[1:]
        for prep, phrases in after:
            if prep in frame.subject:
                found = self.resolver.all(phrases)
                return (found[:-1], found[1:]) if len(found) > 1 else None
        return None

    def _pair(self, part: Phrase) -> list[Referent]:
        """Two names side by side before the head, joined in the text by a hyphen or a dash."""
        for k in range(part.first, part.head - 1):
            first, second = self.tokens[k], self.tokens[k + 1]
            if first.tag == second.tag == "NAME" and second.start - first.end == 1:
                pair = [(self.resolver.mentions[token.mention].key, token) for token in (first, second)]
                return [Referent(key, token.start, token.end, "modifier") for key, token in pair]
        return []

    def _subjects(self, frame: Frame, part: Phrase, head: int, place: int, after: Complements) -> list[Referent]:
        found: list[Referent] = []
        for slot in frame.subject:
            if slot.startswith("of-modifier:"):
                if part.of and self.tokens[part.of.head].lemma in [slot.partition(":")[2], *frame.subject[1:]]:
                    found = self.resolver.modifiers(part.of)
                break
            if slot == "head-of":
                found = self._copular(frame, place)
            elif not found:
                found = self._subject(slot, part, head, place, after)
        return found

    def _subject(self, slot: str, part: Phrase, head: int, place: int, after: Complements) -> list[Referent]:
        if slot == "around":
            around = self._around(place) or self._opened(place)
            return self.resolver.all(around.subject) if around and not around.passive and after else []
        if slot == "modifier":
            return self._owner(part, head) or self._parted(place)
        if slot == "led":
            return self._led(part)
        if slot == "apposition":
            return self._apposition(part, head, place)
        return [r for prep, phrases in after if prep == slot for r in self.resolver.all(phrases)]

    def _owner(self, part: Phrase, head: int) -> list[Referent]:
        found = self.resolver.modifiers(part if head == part.head else Phrase("NP", part.first, head, head))
        return [referent for referent in found if self._sure(referent)]

    def _sure(self, referent: Referent) -> bool:
        """A pronoun is left alone where another of its kind stands before it in the sentence, and its own does not."""
        if referent.how != "pronoun":
            return True
        before = [
            self.resolver.mentions[t.mention].key for t in self.tokens if t.tag == "NAME" and t.end <= referent.start
        ]
        kind = "Person" if self.resolver.is_a(referent.key, "Person") else "State"
        return referent.key in before or not any(self.resolver.is_a(key, kind) for key in before)

    def _parted(self, place: int) -> list[Referent]:
        """The owner that an adverb parts from its noun: `X's increasingly close ties`."""
        before, adverb = self._phrase(place - 2), self._phrase(place - 1)
        if before is None or adverb is None or adverb.kind != "ADV" or before.kind != "NP":
            return []
        ends = self.tokens[before.last].tag == "POS" and self.tokens[before.last - 1].tag == "NAME"
        return self.resolver.modifiers(Phrase("NP", before.first, before.last, before.last)) if ends else []

    def _led(self, part: Phrase) -> list[Referent]:
        """Who leads it: `the X-led embargo`."""
        for k in range(part.first, part.head):
            token, following = self.tokens[k], self.tokens[k + 1]
            if token.tag == "NAME" and following.lemma == "-led":
                return [Referent(self.resolver.mentions[token.mention].key, token.start, token.end, "modifier")]
        return []

    def _apposition(self, part: Phrase, head: int, place: int) -> list[Referent]:
        """The name beside the noun: `its ally X`, `its ally, X,`."""
        if head != part.head:
            return self.resolver.resolve(Phrase("NP", head + 1, part.last, part.head))
        comma, beside = self._phrase(place + 1), self._phrase(place + 2)
        if comma is None or beside is None or comma.kind not in (",", "—") or beside.kind != "NP":
            return []
        closes = self._phrase(place + 3)
        alone = closes is None or closes.kind in (",", ".", ";", "—", "CC", '"')
        return self.resolver.resolve(beside) if alone and self.tokens[beside.head].tag == "NAME" else []

    def _phrase(self, place: int) -> Phrase | None:
        return self.phrases[place] if 0 <= place < len(self.phrases) else None

    def _qualified(self, frame: Frame, part: Phrase, place: int) -> bool:
        """One of the frame's words stands before the noun or is said of it: `tense ties`, `ties are tense`."""
        if any(
            word in frame.with_noun
            for token in self.tokens[part.first : part.head]
            for word in (token.lemma, token.text.casefold())
        ):
            return True
        return self._said(frame, place) is not None

    def _said(self, frame: Frame, place: int) -> Clause | None:
        """The clause that says one of the frame's words of the noun."""
        k = place + 1
        while (beside := self._phrase(k)) is not None and beside.kind in ("PREP", "NP", "CC", "ADV", "DATE"):
            k += 1
        clause = next((clause for clause in self.sentence.clauses if clause.place == k), None)
        if clause is None or clause.verb.infinitive:
            return None
        end = self.phrases[min(max(clause.end, k + 1), len(self.phrases) - 1)].last
        said = [token.lemma for token in self.tokens[clause.verb.last + 1 : end + 1]][:4]
        copular = clause.lemma in _COPULAS and any(lemma in frame.with_noun for lemma in said)
        return clause if copular or clause.lemma in frame.with_noun else None

    def _copular(self, frame: Frame, place: int) -> list[Referent]:
        """Whom a noun is said of: `X is a N`, `X, a N`."""
        phrase, phrases = self.phrases[place], self.phrases
        before = [clause for clause in self.sentence.clauses if clause.place < place]
        near = before and ("adjective" in frame.flags or phrase in before[-1].objects)
        if near and before[-1].lemma in _COPULAS:
            return self.resolver.all(before[-1].subject)
        beside = place > 1 and phrases[place - 1].kind == "," and phrases[place - 2].kind == "NP"
        owned = any(token.tag == "POS" for token in self.tokens[phrase.first : phrase.head])
        if beside and (owned or self.tokens[phrase.first].tag == "DET"):
            found = self.resolver.all([phrases[place - 2]])
            free = place < 3 or phrases[place - 3].kind != "PREP"
            return [r for r in found if free or self.resolver.is_a(r.key, "Person")]
        return []
