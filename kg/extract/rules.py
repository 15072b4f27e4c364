"""Verb frames of the lexicon applied to the clauses of a sentence; then noun frames to its noun phrases."""

from collections.abc import Iterable, Iterator, Sequence

from kg.extract.candidate import Candidate
from kg.extract.chunks import Clause, Phrase
from kg.extract.circumstances import Circumstances
from kg.extract.demands import described, fitting, stands
from kg.extract.lexicon import Frame, Lexicon
from kg.extract.nominals import Ends, Nominals
from kg.extract.places import as_place, as_states
from kg.extract.referents import Referent, Resolver
from kg.extract.scope import Scope, Sentence
from kg.extract.sentences import Token, noun_of
from kg.extract.slots import Slots

_PEOPLE = ("representative", "national", "seat")
_FORCES = ("army", "force", "forces", "guard", "navy", "corps")


def _rank(frame: Frame) -> int:
    """What asks for more comes first: words of a class, then a noun or a particle."""
    return 0 if any(flag.startswith("has:") for flag in frame.flags) else 1 if frame.specific else 2


class Rules:
    """The default extractor: no model, only the lexicon."""

    def __init__(self, lexicon: Lexicon):
        self.lexicon, self.words = lexicon, lexicon.words
        self.nominals = Nominals(lexicon)

    def apply(self, sentence: Sentence, resolver: Resolver, scope: Scope) -> Iterator[Candidate]:
        """All that the frames find in a sentence."""
        used: set[int] = set()
        around = Circumstances(sentence, resolver, self.lexicon.words)
        for clause in sentence.clauses:
            resolver.actors = []
            subject = resolver.all(clause.subject, content=True)
            told = any(self.words.has("saynoun", sentence.tokens[p.head].lemma) for p in clause.subject)
            if clause.link == "reduced" and told and not subject and clause.governor >= 0:
                clause.subject = sentence.clauses[clause.governor].subject
                subject = resolver.all(clause.subject, content=True)
            resolver.actors = [r for r in subject if not clause.passive and r.how not in ("content", "asset")]
            reader = _Reader(self.lexicon, clause, sentence, resolver, scope)
            for frame, ends in reader.matched():
                if frame.with_noun:
                    used.update(phrase.first for phrase in clause.objects)
                content = reader.content(frame)
                if "own" in frame.flags and scope.content(clause)[0] == "denied":  # to say that it did not is no charge
                    continue
                yield from around.claims(frame, ends, scope, clause.place, content, clause, clause.oblique)
            resolver.heard([r for r in subject if r.how not in ("content", "asset")])
        resolver.actors = []
        yield from self.nominals.apply(sentence, resolver, scope, used)


class _Reader:
    """Frames at one clause."""

    def __init__(self, lexicon: Lexicon, clause: Clause, sentence: Sentence, resolver: Resolver, scope: Scope):
        self.lexicon, self.words = lexicon, lexicon.words
        self.clause, self.sentence, self.resolver, self.scope = clause, sentence, resolver, scope
        self.slots = Slots(clause, sentence, resolver, scope.party_at(clause.place))
        self.tests = {
            "passive": lambda: clause.passive,
            "inf": self._governs,
            "bad": self._bad,
            "negated": self._refuses,
            "asks": lambda: any(self.words.has("objcontrol", other.lemma) for other in sentence.clauses),
            "blame": self._blames,
            "finite": lambda: not clause.verb.infinitive,  # `met to discuss` is one meeting
            "modal": self._modal,
        }

    def matched(self) -> list[tuple[Frame, Ends]]:
        """The frames that fit, with their ends; those that ask for less are not tried after one that asks for more."""
        found: list[tuple[Frame, Ends]] = []
        for frame in sorted(self.lexicon.verbs.get(self.clause.lemma, ()), key=_rank):
            own = "own" in frame.flags  # what a speaker does by saying it stands beside what he says
            if not own and any("own" not in other.flags and _rank(other) < min(_rank(frame), 2) for other, _ in found):
                continue
            reader = self._with_particle(frame)
            ends = reader._ends(frame) if reader and reader._fits(frame) else None
            if ends and ends[0] and ends[1]:
                found.append((frame, ends))
        return found

    def content(self, frame: Frame) -> tuple[str, str]:
        """Polarity and modality of what a frame says here."""
        polarity, modality = self.scope.content(self.clause)
        if "own" in frame.flags or "negated" in frame.flags:
            return "affirmed", "asserted"
        promised = "promise" in frame.flags and self.words.has("promise", self.clause.lemma)
        if (promised or "plan" in frame.flags) and modality == "asserted":
            modality = "planned"
        if "act" in frame.flags and modality == "hypothetical" and self.clause.verb.modal == "":
            modality = "asserted"
        return polarity, modality

    def _with_particle(self, frame: Frame) -> "_Reader | None":
        """The clause as read with the frame's particle: `cut off X`, `turned X down`; None if it is not there."""
        read = self.clause.with_particle(frame.particle, self.sentence.tokens) if frame.particle else self.clause
        if read is None or read is self.clause:
            return self if read else None
        return _Reader(self.lexicon, read, self.sentence, self.resolver, self.scope)

    def _governs(self) -> bool:
        clauses, place = self.sentence.clauses, self.clause.place
        return any(c.link == "infinitive" and clauses[c.governor].place == place for c in clauses)

    # --- what a frame asks for --------------------------------------------------------------------------------

    def _fits(self, frame: Frame) -> bool:
        clause, flags = self.clause, frame.flags
        objects = clause.subject if clause.passive and "passive" not in flags else clause.objects
        if not self._nouns(frame, objects or self.slots.antecedent()[1]):
            return False
        if not stands(frame, clause, self.sentence.tokens, self.words):
            return False
        if not all(self.tests[flag]() for flag in sorted(flags) if flag in self.tests):
            return False
        return self._has(frame) and self._over(frame)

    def _within(self, groups: Iterable[Sequence[Phrase]]) -> list[Token]:
        return [t for group in groups for p in group for t in self.sentence.tokens[p.first : p.last + 1]]

    def _has(self, frame: Frame) -> bool:
        """Whether the object holds a word of the class that the frame asks for: `has:class`."""
        wanted = [flag.partition(":")[2] for flag in frame.flags if flag.startswith("has:")]
        inside = self._within([self.clause.objects])
        return all(any(self.words.has(name, token.lemma) for token in inside) for name in wanted)

    def _over(self, frame: Frame) -> bool:
        """Whether the act below the verb is of the class that the frame asks for: `under:class`."""
        wanted = [flag.partition(":")[2] for flag in frame.flags if flag.startswith("under:")]
        acts = [act.lemma for act in self.slots.below()] if wanted else []
        return all(any(self.words.has(name, act) for act in acts) for name in wanted)

    def _modal(self) -> bool:
        return self.scope.content(self.clause)[1] in ("planned", "hypothetical")

    def _refuses(self) -> bool:
        """`does not accept`, and `will not`, which is no plan; not `might not`."""
        content, will = self.scope.content(self.clause), self.words.has("will", self.clause.verb.modal)
        return content == ("denied", "asserted") or (will and content == ("denied", "planned"))

    def _blames(self) -> bool:
        inside = self._within([self.clause.objects, *[group for _, group in self.clause.oblique]])
        return not self.clause.passive and any(self.words.has("bad", token.lemma) for token in inside)

    def _bad(self) -> bool:
        """Whether the words after the verb, in its clause, disapprove."""
        first = self.clause.verb.last + 1
        for token in self.sentence.tokens[first : first + 14]:
            if token.tag in (";", ".", "SUB", "CC"):
                return False
            if self.words.has("badadj", token.lemma):
                return True
        return False

    def _nouns(self, frame: Frame, objects: Sequence[Phrase]) -> bool:
        if not frame.with_noun:
            return True
        tokens = self.sentence.tokens
        if frame.with_noun == ("*title",):
            return any(self.words.titles.get(tokens[p.head].lemma, False) for p in objects)
        where, colon, rest = frame.with_noun[0].partition(":")
        wanted = (rest, *frame.with_noun[1:]) if colon else frame.with_noun
        phrases = objects
        if colon and where == "subj":
            phrases = self.clause.subject
        elif colon:
            phrases = [p for prep, group in self.clause.oblique if prep == where for p in group]
        phrases = [*phrases, *self._parts(phrases)]
        if wanted == ("*",):
            return bool(phrases)
        fitting = [p for p in phrases if noun_of(tokens[p.head]) in wanted or tokens[p.head].text.casefold() in wanted]
        return bool(fitting) and described(frame, fitting, tokens, self.words)

    def _parts(self, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
        """`a series of attacks`, `the first of 20 planes`: what stands after `of`."""
        for phrase in phrases:
            if phrase.of is not None and self.words.has("partitive", self.sentence.tokens[phrase.head].lemma):
                yield phrase.of

    # --- ends -------------------------------------------------------------------------------------------------

    def _ends(self, frame: Frame) -> Ends | None:
        subjects = self.slots.fill(frame, "subject")
        if "mutual" in frame.flags:
            return self._mutual(frame, subjects)
        objects = self.slots.fill(frame, "object")
        is_a = self.resolver.is_a
        if (
            "other" in frame.flags
            and objects
            and all(r.how == "pronoun" and r.key in {s.key for s in subjects} for r in objects)
        ):
            objects = self.resolver.other(objects[0])
        if "place" in frame.flags:
            objects = [as_place(r, self.resolver) for r in objects]
        if "state" in frame.flags:
            subjects, objects = as_states(subjects, self.resolver), as_states(objects, self.resolver)
        if "person" in frame.flags:
            subjects = [r for r in subjects if is_a(r.key, "Person") or r.how in _PEOPLE]
        if "notperson" in frame.flags:
            subjects = [r for r in subjects if not is_a(r.key, "Person")]
        if "victim" in frame.flags:  # who says that it was done to him
            hit = {r.key for r in self._hit()}
            subjects = [r for r in subjects if r.key in hit]
        if "forces" in frame.flags:
            subjects = [r for r in subjects if self._armed(r)]
        return fitting(frame, "subject", subjects, self.resolver), fitting(frame, "object", objects, self.resolver)

    def _hit(self) -> list[Referent]:
        clause = self.clause
        groups = [clause.subject if clause.passive else clause.objects, *(group for _, group in clause.oblique)]
        return [referent for group in groups for referent in self.resolver.all(group)]

    def _armed(self, referent: Referent) -> bool:
        name = self.resolver.finder.entry(referent.key).name.casefold().split()
        titled = any(self.sentence.tokens[p.head].lemma in self.words.titles for p in self.clause.subject)
        return (referent.how == "representative" and not titled) or bool(set(name) & set(_FORCES))

    def _mutual(self, frame: Frame, subjects: list[Referent]) -> Ends | None:
        """`A and B met`: the one and the others, unless the verb has another object or partner."""
        clause = self.clause
        named = self.resolver.all(clause.objects, asset=False) if frame.with_noun else []
        text = self.resolver.finder.text
        if any(not text[referent.start].islower() for referent in named):  # `A and B signed the X Treaty`: each did
            return None
        if (
            len(subjects) < 2
            or self.slots.antecedent()[0]
            or (not frame.with_noun and (clause.objects or clause.passive))
        ):
            return None
        if "phone" not in frame.flags and any(prep == "with" for prep, _ in clause.oblique):
            return None
        return subjects[:1], subjects[1:]
