"""What fills the slots of a verb frame: its subject, its objects, the speaker, what follows a preposition."""

from collections.abc import Callable

from kg.extract.chunks import Clause, Phrase
from kg.extract.demands import complements
from kg.extract.lexicon import Frame
from kg.extract.referents import Referent, Resolver
from kg.extract.scope import Sentence
from kg.extract.walk import Walk

_INDIRECT = ("content", "asset")


class Slots:
    """Fills the slots of frames at one clause; `voice` is whose words the clause is."""

    def __init__(self, clause: Clause, sentence: Sentence, resolver: Resolver, voice: str):
        self.clause, self.sentence, self.resolver, self.voice = clause, sentence, resolver, voice
        self.walk = Walk(sentence.tokens, sentence.phrases, resolver.words)
        self.named: dict[str, Callable[[bool, bool, bool, str], list[Referent]]] = {
            "subj": self._subject,
            "obj": self._object,
            "by": lambda *_: resolver.all(self._by()),
            "modifier": self._modifier,
            "speaker": self._speaker,
            "clause": self._clause,
            "inf": self._infinitive,
            "border": self._border,
        }

    def fill(self, frame: Frame, side: str) -> list[Referent]:
        """What the first slot of a side holds that holds anything."""
        content = "content" in frame.flags and side == "object"
        asset = side == "object" and "strictobj" not in frame.flags
        passive = self.clause.passive and not frame.flags & {"passive", "anyvoice"}
        for slot in frame.subject if side == "subject" else frame.object:
            if slot in self.named:
                found = self.named[slot](content, asset, passive, side)
            elif ">" in slot:
                outer, _, inner = slot.partition(">")
                found = self._inside(outer, inner)
            elif slot == "noun":
                found = [r for phrase in self._wanted(frame) for r in self.resolver.modifiers(phrase)]
            elif slot == "of":
                meant = complements(frame, self.clause, self.sentence.tokens)
                if self.clause.passive and any(self.walk.acts(phrase) for phrase in meant):
                    continue
                found = self.resolver.all(meant, content, asset)
            else:
                found = self._complement(slot, content, asset, "modifier" in frame.flags)
            if found:
                return found
        return []

    def _wanted(self, frame: Frame) -> list[Phrase]:
        """The noun after a preposition that the frame asks for: `killed in a Y airstrike`."""
        tokens = self.sentence.tokens
        return [p for _, group in self.clause.oblique for p in group if tokens[p.head].lemma in frame.nouns]

    def antecedent(self) -> tuple[str, list[Phrase]]:
        """What a relative clause takes from before it: `weapons, which it sells`, `X, with which they trade`."""
        phrases = self.sentence.phrases
        start = self.clause.subject[0].first if self.clause.subject else -1
        place = next((k for k, p in enumerate(phrases) if p.first == start), 0)
        if place < 2 or phrases[place - 1].kind != "REL" or self.clause.passive:
            return "", []
        k, preposition = place - 2, ""
        if phrases[k].kind == "PREP":
            k, preposition = k - 1, self.sentence.tokens[phrases[k].first].lemma
        if k > 0 and phrases[k].kind == ",":
            k -= 1
        return preposition, [phrases[k]] if k >= 0 and phrases[k].kind == "NP" else []

    def _subject(self, content: bool, asset: bool, passive: bool, side: str) -> list[Referent]:
        phrases = self._by() if passive else self.clause.subject
        found = self.resolver.all(phrases, content=content, asset=asset and not passive)
        if content and not found:
            found = self.resolver.all(phrases, content=True)
        if side == "subject" and not passive:
            found = [r for r in found if r.how not in _INDIRECT]
        return found

    def _object(self, content: bool, asset: bool, passive: bool, _side: str) -> list[Referent]:
        phrases = self.clause.subject if passive else self.clause.objects
        preposition, fronted = self.antecedent()
        if not phrases and not preposition:
            phrases = fronted
        found = self.resolver.all(phrases, content, asset) or self._such_as()
        if content and not found and phrases and not passive:
            groups = [group for prep, group in self.clause.oblique if prep in ("by", "between")]
            found = [referent for group in groups for referent in self.resolver.all(group)]
        return found

    def _modifier(self, _content: bool, _asset: bool, passive: bool, _side: str) -> list[Referent]:
        found: list[Referent] = []
        for phrase in self.clause.subject if passive else self.clause.objects:
            found += self.resolver.modifiers(phrase) or (self.resolver.all([phrase.of]) if phrase.of else [])
        return found

    def _speaker(self, *_: object) -> list[Referent]:
        speaker = self.voice or (self.resolver.speaker if self.clause.passive else "")
        return [Referent(speaker, *self._named(speaker), "speaker")] if speaker else []

    def _named(self, key: str) -> tuple[int, int]:
        """Where a speaker is named in the sentence."""
        for token in self.sentence.tokens:
            if token.tag == "NAME" and self.resolver.mentions[token.mention].key == key:
                return token.start, token.end
        return self.sentence.start, self.sentence.start

    def _clause(self, *_: object) -> list[Referent]:
        """The subject of the clause that follows."""
        place = self.clause.place
        later = next((c for c in self.sentence.clauses if c.governor < 0 and c.place > place and c.subject), None)
        if later is None or self.clause.objects:
            return []
        near = [phrase.first for phrase in self.sentence.phrases[place + 1 : place + 6]]
        return self.resolver.all(later.subject) if later.subject[0].first in near else []

    def _infinitive(self, *_: object) -> list[Referent]:
        """Whom the act below concerns: `threatened to close its border with X`, `warned that it would attack X`."""
        for clause in self.below():
            groups = [clause.objects, *(group for _, group in clause.oblique)]
            found = [[r for r in self.resolver.all(group) if r.how != "pronoun"] for group in groups]
            return next((group for group in found if group), [])
        return []

    def below(self) -> list[Clause]:
        """The acts that the verb governs: its infinitive, or the clause after it whose subject is its own."""
        clauses, own = self.sentence.clauses, self.clause
        found = [c for c in clauses if c.link == "infinitive" and clauses[c.governor].place == own.place]
        if found or own.objects:
            return found
        later = next((c for c in clauses if c.governor < 0 and c.place > own.place and c.subject), None)
        if later is None or not own.subject:
            return []
        itself = self.sentence.tokens[later.subject[0].head].lemma in ("it", "he", "she", "they")
        said = {r.key for r in self.resolver.all(later.subject)}
        return [later] if itself or (said and said <= {r.key for r in self.resolver.all(own.subject)}) else []

    def _complement(self, slot: str, content: bool, asset: bool, modifier: bool) -> list[Referent]:
        """What stands after a preposition, or before it: `X, with which …`."""
        found: list[Referent] = []
        for prep, phrases in self.clause.oblique:
            if prep == slot and not (self.clause.passive and prep != "by" and self.walk.acts(phrases[-1])):
                found += self.resolver.all(phrases, content, asset)
                if not found and modifier:
                    found += [r for p in phrases for r in self.resolver.of_whom(p, "modifier")]
                if found or prep in ("on", "for", "against"):
                    break
        fronted = self.antecedent()
        return self.resolver.all(fronted[1], content, asset) if not found and fronted[0] == slot else found

    def _by(self) -> list[Phrase]:
        return next((phrases for prep, phrases in self.clause.oblique if prep == "by"), [])

    def _such_as(self) -> list[Referent]:
        for prep, phrases in self.clause.oblique[:1] if self.clause.objects else ():
            if prep in ("as", "like", "including"):
                return self.resolver.all(phrases)
        return []

    def _inside(self, outer: str, inner: str) -> list[Referent]:
        """`responsibility for an attack on X`: the complement of the noun that stands in a slot."""
        if outer == "subj":
            return self._after_subject(inner)
        seen = False
        for prep, phrases in self.clause.oblique:
            if prep == outer:
                seen = True
            elif seen and prep in (inner, "against", "in"):
                return self.resolver.all(phrases)
        return []

    def _border(self, *_: object) -> list[Referent]:
        """Whose land lies beyond: `moved tanks to its border with X`."""
        near, tokens = False, self.sentence.tokens
        for prep, phrases in self.clause.oblique:
            if near and prep == "with":
                return self.resolver.all(phrases)
            near = any(self.resolver.words.is_noun("land", tokens[p.head].lemma) for p in phrases)
        return []

    def _after_subject(self, preposition: str) -> list[Referent]:
        phrases = self.sentence.phrases
        start = self.clause.subject[-1].first if self.clause.subject else -1
        place = next((k for k, p in enumerate(phrases) if p.first == start), len(phrases))
        kinds = [phrase.kind for phrase in phrases[place + 1 : place + 3]]
        if kinds != ["PREP", "NP"] or self.sentence.tokens[phrases[place + 1].first].lemma != preposition:
            return []
        return self.resolver.all([phrases[place + 2]])
