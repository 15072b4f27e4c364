"""What a frame demands of its words beyond its slots; all of it data in the flags and the particle of a row."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from kg.extract.chunks import Clause, Phrase
from kg.extract.lexicon import Frame, Lexicon, Words
from kg.extract.referents import Referent, Resolver
from kg.extract.sentences import Token


def stands(frame: Frame, clause: Clause, tokens: Sequence[Token], words: Words) -> bool:
    """Whether the verb has what flags demand: `bare`, `onlycontent` (an act or words), `near:CLASS`, `adverb:CLASS`."""
    if "bare" in frame.flags and clause.objects:
        return False
    if "phone" in frame.flags and not any(
        tokens[p.head].lemma in ("phone", "telephone") for _, group in clause.oblique for p in group
    ):
        return False
    for name in (flag.removeprefix("near:") for flag in frame.flags if flag.startswith("near:")):
        if not any(words.has(name, token.lemma) for token in tokens[clause.verb.last + 1 : clause.verb.last + 8]):
            return False
    for name in (flag.removeprefix("adverb:") for flag in frame.flags if flag.startswith("adverb:")):
        near = [*clause.verb.adverbs, *(token.lemma for token in tokens[clause.verb.last + 1 : clause.verb.last + 2])]
        if not any(words.has(name, word) for word in near):
            return False
    objects = clause.subject if clause.passive else clause.objects
    return "onlycontent" not in frame.flags or any(words.is_noun("content", tokens[p.head].lemma) for p in objects)


def described(frame: Frame, phrases: Iterable[Phrase], tokens: Sequence[Token], words: Words) -> bool:
    """`with:CLASS` and `without:CLASS`: which cue words must, and must not, stand in the noun phrase."""
    inside = {w for p in phrases for t in tokens[p.first : p.head + 1] for w in (t.lemma, t.text.casefold())}
    for flag in frame.flags:
        demand, _, name = flag.partition(":")
        if demand in ("with", "without") and (demand == "with") != bool(inside & words.classes.get(name, frozenset())):
            return False
    return True


def complements(frame: Frame, clause: Clause, tokens: Sequence[Token]) -> list[Phrase]:
    """What follows `of`: after the object, after a noun that the frame wants (`to the aid of X`), or after the verb."""
    wanted = [p for _, group in clause.oblique for p in group if tokens[p.head].lemma in frame.nouns]
    found = [p.of for p in (*clause.objects, *wanted) if p.of]
    return found or [p for prep, group in clause.oblique if prep == "of" for p in group]


def fitting(frame: Frame, side: str, found: Iterable[Referent], resolver: Resolver) -> list[Referent]:
    """Those ends that are what `object:TYPE` or `subject:TYPE` asks for."""
    return [r for r in found if frame.fits(side, r.how, partial(resolver.is_a, r.key))]


def inside(
    phrase: Phrase, lexicon: Lexicon, resolver: Resolver
) -> Iterator[tuple[Frame, list[Referent], list[Referent]]]:
    """`the X-backed Y`, `its ally Y`: what a word inside a noun phrase says of the name before it and of the whole."""
    for place in range(phrase.first + 1, phrase.head):
        for frame in lexicon.inner.get(resolver.tokens[place].lemma, ()):
            if not described(frame, [phrase], resolver.tokens, lexicon.words):
                continue
            name = resolver.tokens[place - 1]
            if not frame.words[0].startswith("-"):
                subjects = resolver.modifiers(replace(phrase, head=place))
            elif name.tag == "NAME":
                subjects = [Referent(resolver.mentions[name.mention].key, name.start, name.end, "modifier")]
            else:
                subjects = []
            yield frame, subjects, fitting(frame, "object", resolver.resolve(phrase), resolver)
