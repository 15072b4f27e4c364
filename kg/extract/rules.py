"""Verb and noun frames of the lexicon applied to the clauses of a sentence."""

from collections.abc import Iterator, Sequence

from kg.extract.candidate import Candidate, End
from kg.extract.chunks import Clause, Phrase
from kg.extract.demands import complements, described, fitting, inside, pair, stands
from kg.extract.lexicon import Frame, Lexicon
from kg.extract.referents import Referent, Resolver
from kg.extract.scope import Scope, Sentence
from kg.extract.sentences import Token

_SAID = ("affirmed", "asserted")
_LINKS = ("be", "become", "remain", "grow", "seem", "appear", "stay")
Found = tuple[Frame, list[Referent], list[Referent]]


class Rules:
    """The default extractor: no model, only the lexicon."""

    def __init__(self, lexicon: Lexicon):
        self.lexicon, self.words = lexicon, lexicon.words
        self.voice = ""

    def apply(self, sentence: Sentence, resolver: Resolver, scope: Scope) -> Iterator[Candidate]:  # noqa: C901
        """All that the frames find in a sentence."""
        used: set[int] = set()
        for clause in sentence.clauses:
            voice = scope.voice_at(clause.place)
            self.voice = voice[0] if voice else ""
            resolver.actors = []
            subject = resolver.all(clause.subject, content=True)
            told = any(self.words.has("saynoun", sentence.tokens[p.head].lemma) for p in clause.subject)
            if clause.link == "reduced" and told and not subject and clause.governor >= 0:
                clause.subject = sentence.clauses[clause.governor].subject
                subject = resolver.all(clause.subject, content=True)
            resolver.actors = [r for r in subject if not clause.passive and r.how not in ("content", "asset")]
            matched: list[Found] = []
            for frame in sorted(self.lexicon.verbs.get(clause.lemma, ()), key=lambda frame: not frame.specific):
                if matched and matched[0][0].specific and not frame.specific:
                    break
                ends = self._verb(frame, clause, sentence, resolver, scope)
                if ends and ends[0] and ends[1]:
                    matched.append((frame, *ends))
                    if frame.with_noun:
                        used.update(phrase.first for phrase in clause.objects)
            for frame, subjects, objects in matched:
                content = scope.content(clause)
                if "own" in frame.flags and content[0] == "denied":  # to say that it did not is no charge
                    continue
                if "negated" in frame.flags:
                    content = ("affirmed", content[1])
                if "own" in frame.flags:
                    content = _SAID
                if "plan" in frame.flags and content[1] == "asserted":
                    content = (content[0], "planned")
                if "act" in frame.flags and content[1] == "hypothetical" and clause.verb.modal == "":
                    content = (content[0], "asserted")
                yield from self._make(frame, subjects, objects, sentence, scope, clause.place, content, clause)
            resolver.heard([r for r in subject if r.how not in ("content", "asset")])
        resolver.actors = []
        for place, phrase in enumerate(sentence.phrases):
            if phrase.kind == "NP":
                yield from self._nominal(phrase, place, used, sentence, resolver, scope)
                for frame, subjects, objects in inside(phrase, self.lexicon, resolver):
                    yield from self._make(frame, subjects, objects, sentence, scope, place, _SAID, None)

    # --- verbs ------------------------------------------------------------------------------------------------

    def _verb(  # noqa: C901
        self, frame: Frame, clause: Clause, sentence: Sentence, resolver: Resolver, scope: Scope
    ) -> tuple[list[Referent], list[Referent]] | None:
        tokens = sentence.tokens
        read = clause.with_particle(frame.particle, tokens) if frame.particle else clause
        passive = clause.passive
        if read is None or ("passive" in frame.flags and not passive):
            return None
        governs = any(c.link == "infinitive" and sentence.clauses[c.governor] is clause for c in sentence.clauses)
        clause = read
        surface_object = clause.subject if passive and "passive" not in frame.flags else clause.objects
        if not self._nouns(frame, clause, surface_object, tokens):
            return None
        if not stands(frame, clause, tokens, self.words) or ("inf" in frame.flags and not governs):
            return None
        if "bad" in frame.flags and not self._bad(clause, sentence):
            return None
        if "negated" in frame.flags and scope.content(clause)[0] != "denied":
            return None
        if "asks" in frame.flags and not any(self.words.has("objcontrol", other.lemma) for other in sentence.clauses):
            return None
        if "blame" in frame.flags and not any(
            self.words.has("bad", t.lemma) and not clause.passive
            for ps in (clause.objects, *[o for _, o in clause.oblique])
            for p in ps
            for t in tokens[p.first : p.last + 1]
        ):
            return None
        subjects = self._slots(frame.subject, frame, clause, sentence, resolver, "subject")
        if "mutual" in frame.flags:
            return self._mutual(frame, clause, subjects, resolver)
        objects = self._slots(frame.object, frame, clause, sentence, resolver, "object")
        if "place" in frame.flags:
            objects = [resolver.as_place(r) for r in objects]
        persons = [
            r for r in subjects if resolver.is_a(r.key, "Person") or r.how in ("representative", "national", "seat")
        ]
        if "person" in frame.flags:
            subjects = persons
        if "notperson" in frame.flags:
            subjects = [r for r in subjects if not resolver.is_a(r.key, "Person")]
        if "forces" in frame.flags:
            armed = {"army", "force", "forces", "guard", "navy", "corps"}
            subjects = [
                r
                for r in subjects
                if r.how == "representative" or armed & set(resolver.finder.entry(r.key).name.casefold().split())
            ]
        return fitting(frame, "subject", subjects, resolver), fitting(frame, "object", objects, resolver)

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
        if frame.with_noun and resolver.all(clause.objects, asset=False):  # `A and B signed the X Treaty`: each did
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
        fitting = [p for p in phrases if tokens[p.head].lemma in wanted or tokens[p.head].text.casefold() in wanted]
        return bool(fitting) and described(frame, fitting, tokens, self.words)

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
            elif slot == "of":
                found = resolver.all(complements(frame, clause, sentence.tokens), content, asset)
            else:
                for prep, phrases in clause.oblique:
                    if prep == slot:
                        found += resolver.all(phrases, content, asset)
                        if not found and "modifier" in frame.flags:
                            found += [r for p in phrases for r in resolver.of_whom(p, "modifier")]
                        if prep in ("on", "for", "against") and not found:
                            break
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

    # --- nouns ------------------------------------------------------------------------------------------------

    def _nominal(
        self, phrase: Phrase, place: int, used: set[int], sentence: Sentence, resolver: Resolver, scope: Scope
    ) -> Iterator[Candidate]:
        part: Phrase | None = phrase
        while part is not None:
            token = sentence.tokens[part.head]
            if token.tag in ("N", "ADJ") and part.first not in used:
                around = self._around(place, sentence)
                near = {t.lemma for t in sentence.tokens[max(part.first - 1, 0) : part.head + 13]}
                for frame in self.lexicon.nominals.get(token.lemma, ()):
                    if frame.with_noun and near.isdisjoint(frame.with_noun):
                        continue
                    ends = self._noun_ends(frame, part, place, sentence, resolver)
                    if ends and ends[0] and ends[1]:
                        content = scope.phrase_content(part, scope.bearing(phrase) or around, "lasting" in frame.flags)
                        yield from self._make(frame, *ends, sentence, scope, place, content, around)
                        break
            part = part.of

    def _around(self, place: int, sentence: Sentence) -> Clause | None:
        return next((c for c in reversed(sentence.clauses) if c.place < place <= max(c.end, c.place + 1)), None)

    def _after(self, place: int, sentence: Sentence) -> Iterator[tuple[str, list[Phrase]]]:
        """The prepositional phrases that follow a noun phrase."""
        k = place + 1
        phrases = sentence.phrases
        while k + 1 < len(phrases):
            if phrases[k].kind in ("DATE", "ADV"):
                k += 1
                continue
            if phrases[k].kind != "PREP" or phrases[k + 1].kind != "NP":
                return
            group, end = [phrases[k + 1]], k + 2
            while (
                end + 1 < len(phrases)
                and (phrases[end].kind == "CC" or (phrases[end].kind == "," and self._listed(end, phrases)))
                and phrases[end + 1].kind == "NP"
            ):
                group.append(phrases[end + 1])
                end += 2
            yield sentence.tokens[phrases[k].first].lemma, group
            k = end

    def _listed(self, place: int, phrases: Sequence[Phrase]) -> bool:
        k = place
        while k + 1 < len(phrases) and phrases[k].kind == "," and phrases[k + 1].kind == "NP":
            k += 2
        return k < len(phrases) and phrases[k].kind == "CC"

    def _noun_ends(  # noqa: C901
        self, frame: Frame, part: Phrase, place: int, sentence: Sentence, resolver: Resolver
    ) -> tuple[list[Referent], list[Referent]] | None:
        after = list(self._after(place, sentence))
        if part.of is not None:
            after.insert(0, ("of", [part.of]))
        if not described(frame, [part], sentence.tokens, self.words):
            return None
        if "both" in frame.flags:
            if "pair" in frame.subject and (named := pair(place, sentence.phrases, resolver)):
                return named[:1], named[1:]
            for prep, phrases in after:
                if prep in frame.subject:
                    found = resolver.all(phrases)
                    return (found[:1], found[1:]) if len(found) > 1 else None
            return None
        subjects: list[Referent] = []
        objects: list[Referent] = []
        for slot in frame.subject:
            if slot == "around" and not subjects:
                around = self._around(place, sentence)
                subjects = resolver.all(around.subject) if around and not around.passive and after[0:1] != [] else []
            elif slot == "modifier" and not subjects:
                subjects = resolver.modifiers(part)
            elif slot == "head-of":
                subjects = self._copular(frame, place, sentence, resolver)
            elif slot.startswith("of-modifier:"):
                if part.of and sentence.tokens[part.of.head].lemma in [slot.partition(":")[2], *frame.subject[1:]]:
                    subjects = resolver.modifiers(part.of)
                break
            elif not subjects:
                subjects = [r for prep, phrases in after if prep == slot for r in resolver.all(phrases)]
        for slot in frame.object:
            if slot == "head-of":
                objects = self._copular(frame, place, sentence, resolver)
            elif slot == "modifier":
                objects = resolver.modifiers(part)
            elif not objects:
                content = "content" in frame.flags
                objects = [r for prep, phrases in after[:2] if prep == slot for r in resolver.all(phrases, content)]
        objects = [r for r in objects if all(r.key != s.key for s in subjects)]
        return fitting(frame, "subject", subjects, resolver), fitting(frame, "object", objects, resolver)

    def _copular(self, frame: Frame, place: int, sentence: Sentence, resolver: Resolver) -> list[Referent]:
        """Whom a noun is said of: `X is a N`, `X, a N`."""
        phrase, phrases = sentence.phrases[place], sentence.phrases
        before = [clause for clause in sentence.clauses if clause.place < place]
        near = before and ("adjective" in frame.flags or phrase in before[-1].objects)
        if near and before[-1].lemma in _LINKS:
            return resolver.all(before[-1].subject)
        beside = place > 1 and phrases[place - 1].kind == "," and phrases[place - 2].kind == "NP"
        if beside and sentence.tokens[phrase.first].tag == "DET" and (place < 3 or phrases[place - 3].kind != "PREP"):
            return resolver.all([phrases[place - 2]])
        return []

    # --- claims -----------------------------------------------------------------------------------------------

    def _make(
        self,
        frame: Frame,
        subjects: list[Referent],
        objects: list[Referent],
        sentence: Sentence,
        scope: Scope,
        place: int,
        content: tuple[str, str],
        clause: Clause | None,
    ) -> Iterator[Candidate]:
        voice = scope.voice_at(place)
        for subject in subjects:
            for object_ in objects:
                if subject.key == object_.key:
                    continue
                speaker = (voice[0] or voice[1]) if voice else sentence.verbatim
                if speaker == subject.key:
                    speaker = ""
                if "own" in frame.flags:
                    speaker = ""
                if "self" in frame.flags:
                    speaker = subject.key
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
                    when=self._when(place, sentence, clause),
                )

    def _when(self, place: int, sentence: Sentence, clause: Clause | None) -> str:
        """The date in the same clause; at the start of the sentence it holds for the first verb."""
        places = [c.place for c in sentence.clauses]
        low = max((p for p in places if p < place), default=-1)
        high = min((p for p in places if p > place), default=len(sentence.phrases))
        near = [k for k in sentence.dates if low < k < high]
        if near:
            return sentence.dates[min(near, key=lambda k: (abs(k - place), k))]
        if clause is not None and clause.link == "coordinate" and 0 <= clause.governor < len(sentence.clauses):
            return self._when(sentence.clauses[clause.governor].place, sentence, None)
        return ""
