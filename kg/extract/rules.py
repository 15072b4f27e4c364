"""Verb frames of the lexicon applied to the clauses of a sentence; then noun frames to its noun phrases."""

from collections.abc import Iterator, Sequence

from kg.extract.candidate import Candidate
from kg.extract.chunks import Clause, Phrase
from kg.extract.circumstances import Circumstances
from kg.extract.lexicon import Frame, Lexicon
from kg.extract.nominals import Nominals
from kg.extract.referents import Referent, Resolver
from kg.extract.scope import Scope, Sentence
from kg.extract.sentences import Token, noun_of

Found = tuple[Frame, list[Referent], list[Referent]]


def _rank(frame: Frame) -> int:
    """What asks for more comes first: words of a class, then a noun."""
    return 0 if any(flag.startswith("has:") for flag in frame.flags) else 1 if frame.with_noun else 2


class Rules:
    """The default extractor: no model, only the lexicon."""

    def __init__(self, lexicon: Lexicon):
        self.lexicon, self.words = lexicon, lexicon.words
        self.nominals = Nominals(lexicon)
        self.voice = ""

    def apply(self, sentence: Sentence, resolver: Resolver, scope: Scope) -> Iterator[Candidate]:  # noqa: C901
        """All that the frames find in a sentence."""
        used: set[int] = set()
        for clause in sentence.clauses:
            voice = scope.voice_at(clause.place)
            self.voice = voice[0] if voice else ""
            subject = resolver.all(clause.subject, content=True)
            if clause.link == "reduced" and not subject and 0 <= clause.governor < len(sentence.clauses):
                clause.subject = sentence.clauses[clause.governor].subject
                subject = resolver.all(clause.subject, content=True)
            matched: list[Found] = []
            for frame in sorted(self.lexicon.verbs.get(clause.lemma, ()), key=_rank):
                if matched and _rank(matched[0][0]) < min(_rank(frame), 2):
                    break
                ends = self._verb(frame, clause, sentence, resolver, scope)
                if ends and ends[0] and ends[1]:
                    matched.append((frame, *ends))
                    if frame.with_noun:
                        used.update(phrase.first for phrase in clause.objects)
            for frame, subjects, objects in matched:
                content = scope.content(clause)
                if "negated" in frame.flags:
                    content = ("affirmed", content[1])
                if "own" in frame.flags:
                    content = ("affirmed", "asserted")
                if "plan" in frame.flags and content[1] == "asserted":
                    content = (content[0], "planned")
                if "act" in frame.flags and content[1] == "hypothetical" and clause.verb.modal == "":
                    content = (content[0], "asserted")
                around = Circumstances(sentence, resolver, self.words)
                ends = (subjects, objects)
                yield from around.claims(frame, ends, scope, clause.place, content, clause, clause.oblique)
            resolver.heard([r for r in subject if r.how not in ("content", "asset")])
        yield from self.nominals.apply(sentence, resolver, scope, used)

    # --- verbs ------------------------------------------------------------------------------------------------

    def _verb(  # noqa: C901
        self, frame: Frame, clause: Clause, sentence: Sentence, resolver: Resolver, scope: Scope
    ) -> tuple[list[Referent], list[Referent]] | None:
        tokens = sentence.tokens
        passive = clause.passive
        if ("passive" in frame.flags) and not passive:
            return None
        surface_object = clause.subject if passive and "passive" not in frame.flags else clause.objects
        surface_object = surface_object or self._antecedent(clause, sentence)[1]
        if not self._nouns(frame, clause, surface_object, tokens):
            return None
        if "inf" in frame.flags and not (clause.objects or passive):
            return None
        if "responsible" in frame.flags and not any(t.lemma in ("responsible", "accountable") for t in tokens):
            return None
        if "bad" in frame.flags and not self._bad(clause, sentence):
            return None
        if "negated" in frame.flags and scope.content(clause)[0] != "denied":
            return None
        if "asks" in frame.flags and not any(self.words.has("objcontrol", other.lemma) for other in sentence.clauses):
            return None
        if "phone" in frame.flags and not any(
            tokens[p.head].lemma in ("phone", "telephone") for _, ps in clause.oblique for p in ps
        ):
            return None
        if "blame" in frame.flags and (
            clause.passive
            or not any(
                t.lemma in self.words.classes.get("bad", ())
                for ps in (clause.objects, *[o for _, o in clause.oblique])
                for p in ps
                for t in tokens[p.first : p.last + 1]
            )
        ):
            return None
        if not self._has(frame, clause, tokens):
            return None
        subjects = self._slots(frame.subject, frame, clause, sentence, resolver, "subject")
        if "mutual" in frame.flags:
            fronted = self._antecedent(clause, sentence)[0]
            return None if fronted else self._mutual(frame, clause, subjects, resolver)
        objects = self._slots(frame.object, frame, clause, sentence, resolver, "object")
        if "city" in frame.flags:
            near = clause.oblique[:1]
            objects = [r for r in objects if near and near[0][0] in frame.object and not resolver.is_a(r.key, "State")]
        if "person" in frame.flags:
            subjects = [r for r in subjects if resolver.is_a(r.key, "Person")]
        if "notperson" in frame.flags:
            subjects = [r for r in subjects if not resolver.is_a(r.key, "Person")]
        if "forces" in frame.flags:
            subjects = [
                r
                for r in subjects
                if r.how == "representative"
                or any(
                    w in self.words.nouns["type:Organization"]
                    and w in ("army", "force", "forces", "guard", "navy", "corps")
                    for w in resolver.finder.entry(r.key).name.casefold().split()
                )
            ]
        return subjects, objects

    def _has(self, frame: Frame, clause: Clause, tokens: Sequence[Token]) -> bool:
        """Whether the object holds a word of the class that the frame asks for: `has:class`."""
        for flag in frame.flags:
            _, colon, name = flag.partition(":")
            inside = [t.lemma for p in clause.objects for t in tokens[p.first : p.last + 1]]
            if colon and not any(self.words.has(name, lemma) for lemma in inside):
                return False
        return True

    def _antecedent(self, clause: Clause, sentence: Sentence) -> tuple[str, list[Phrase]]:
        """What a relative clause takes from before it: `weapons, which it sells`, `X, with which they trade`."""
        start = clause.subject[0].first if clause.subject else -1
        place = next((k for k, p in enumerate(sentence.phrases) if p.first == start), 0)
        if place < 2 or sentence.phrases[place - 1].kind != "REL" or clause.passive:
            return "", []
        k, preposition = place - 2, ""
        if sentence.phrases[k].kind == "PREP":
            k, preposition = k - 1, sentence.tokens[sentence.phrases[k].first].lemma
        if k > 0 and sentence.phrases[k].kind == ",":
            k -= 1
        return preposition, [sentence.phrases[k]] if k >= 0 and sentence.phrases[k].kind == "NP" else []

    def _bad(self, clause: Clause, sentence: Sentence) -> bool:
        """Whether the words after the verb, in its clause, disapprove."""
        first = clause.verb.last + 1
        for token in sentence.tokens[first : first + 14]:
            if token.tag in (";", ".", "SUB", "CC"):
                return False
            if self.words.has("badadj", token.lemma):
                return True
        return False

    def _mutual(
        self, frame: Frame, clause: Clause, subjects: list[Referent], resolver: Resolver
    ) -> tuple[list[Referent], list[Referent]] | None:
        named = resolver.all(clause.objects, asset=False) if frame.with_noun else []
        text = resolver.finder.text
        if any(not text[referent.start].islower() for referent in named):  # `A and B signed the X Treaty`: each did
            return None
        if len(subjects) < 2 or (clause.objects and not frame.with_noun) or (clause.passive and not frame.with_noun):
            return None
        if any(prep in ("with", "to") and "phone" not in frame.flags for prep, _ in clause.oblique if prep == "with"):
            return None
        return subjects[:1], subjects[1:]

    def _nouns(self, frame: Frame, clause: Clause, objects: Sequence[Phrase], tokens: Sequence[Token]) -> bool:
        if not frame.with_noun:
            return True
        if frame.with_noun == ("*title",):
            return any(
                tokens[p.head].lemma in self.words.titles and self.words.titles[tokens[p.head].lemma] for p in objects
            )
        first = frame.with_noun[0]
        where, colon, rest = first.partition(":")
        wanted = (rest, *frame.with_noun[1:]) if colon else frame.with_noun
        if not colon:
            phrases: Sequence[Phrase] = objects
        elif where == "subj":
            phrases = clause.subject
        else:
            phrases = [p for prep, group in clause.oblique if prep == where for p in group]
        if wanted == ("*",):
            return bool(phrases)
        return any(noun_of(tokens[p.head]) in wanted or tokens[p.head].text.casefold() in wanted for p in phrases)

    def _slots(  # noqa: C901
        self, slots: tuple[str, ...], frame: Frame, clause: Clause, sentence: Sentence, resolver: Resolver, side: str
    ) -> list[Referent]:
        content = "content" in frame.flags and side == "object"
        asset = side == "object" and "strictobj" not in frame.flags
        passive = clause.passive and not frame.flags & {"passive", "anyvoice"}
        for slot in slots:
            found: list[Referent] = []
            if slot == "subj":
                phrases = self._by(clause) if passive else clause.subject
                found = resolver.all(phrases, content=content, asset=asset and not passive)
                if side == "object" and "content" in frame.flags and not found:
                    found = resolver.all(phrases, content=True)
                if side == "subject" and not passive:
                    found = [r for r in found if r.how not in ("content", "asset")]
            elif slot == "obj":
                phrases = clause.subject if passive else clause.objects
                found = resolver.all(phrases, content, asset) or self._such_as(clause, resolver)
                if content and not found and phrases and not passive:
                    found = [
                        r for prep, group in clause.oblique if prep in ("by", "between") for r in resolver.all(group)
                    ]
            elif slot == "by":
                found = resolver.all(self._by(clause))
            elif slot == "modifier":
                for phrase in clause.subject if passive else clause.objects:
                    found += resolver.modifiers(phrase) or (resolver.all([phrase.of]) if phrase.of else [])
            elif slot == "speaker":
                speaker = self.voice or (resolver.speaker if clause.passive else "")
                found = [Referent(speaker, *self._named(speaker, sentence, resolver), "speaker")] if speaker else []
            elif slot == "clause":
                later = next(
                    (c for c in sentence.clauses if c.governor < 0 and c.place > clause.place and c.subject), None
                )
                if later and not any(
                    p.first == later.subject[0].first for p in sentence.phrases[clause.place + 1 : clause.place + 6]
                ):
                    later = None
                found = resolver.all(later.subject) if later and not clause.objects else []
            elif ">" in slot:
                outer, _, inner = slot.partition(">")
                found = self._inside(outer, inner, clause, sentence, resolver)
            elif slot == "of" and clause.objects and any(phrase.of for phrase in clause.objects):
                wanted = [p.of for p in clause.objects if p.of]
                found = resolver.all(wanted, content, asset)
            else:
                for prep, phrases in clause.oblique:
                    if prep == slot:
                        found += resolver.all(phrases, content, asset)
                        if not found and "modifier" in frame.flags:
                            found += [r for p in phrases for r in resolver.modifiers(p)]
                        if prep in ("on", "for", "against") and not found:
                            break
                fronted = self._antecedent(clause, sentence)
                if not found and fronted[0] == slot:
                    found = resolver.all(fronted[1], content, asset)
            if found:
                return found
        return []

    def _named(self, key: str, sentence: Sentence, resolver: Resolver) -> tuple[int, int]:
        """Where a speaker is named in the sentence."""
        for token in sentence.tokens:
            if token.tag == "NAME" and resolver.mentions[token.mention].key == key:
                return token.start, token.end
        return sentence.start, sentence.start

    def _by(self, clause: Clause) -> list[Phrase]:
        return next((phrases for prep, phrases in clause.oblique if prep == "by"), [])

    def _such_as(self, clause: Clause, resolver: Resolver) -> list[Referent]:
        if clause.objects:
            for prep, phrases in clause.oblique[:1]:
                if prep in ("as", "like", "including"):
                    return resolver.all(phrases)
        return []

    def _inside(self, outer: str, inner: str, clause: Clause, sentence: Sentence, resolver: Resolver) -> list[Referent]:
        """`responsibility for an attack on X`: the complement of the noun that stands in a slot."""
        if outer == "subj":
            start = clause.subject[-1].first if clause.subject else -1
            place = next((k for k, p in enumerate(sentence.phrases) if p.first == start), -1)
            after = [
                (sentence.tokens[p.first].lemma, [sentence.phrases[place + 2]])
                for p in sentence.phrases[place + 1 : place + 2]
                if p.kind == "PREP" and place >= 0
            ]
            return resolver.all(after[0][1]) if after and after[0][0] == inner and after[0][1][0].kind == "NP" else []
        seen = False
        for prep, phrases in clause.oblique:
            if prep == outer:
                seen = True
            elif seen and prep in (inner, "against", "in"):
                return resolver.all(phrases)
        return []
