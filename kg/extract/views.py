"""Voices that no verb of saying brings: `in X's view`, `X's claim that …`, `X sees Y as …`."""

from collections.abc import Iterator

from kg.extract.chunks import Clause, Phrase
from kg.extract.places import seated
from kg.extract.realis import Realis
from kg.extract.referents import Referent, Resolver

Heard = tuple[str, int, int]  # whose words ('' if nobody is named), and over which places


def views(walk: Realis, resolver: Resolver) -> Iterator[Heard]:
    """What is somebody's view in a sentence."""
    for place, phrase in enumerate(walk.phrases):
        if phrase.kind == "NP" and walk.words.has("view", walk.tokens[phrase.head].lemma):
            yield from _noun(walk, resolver, place, phrase)
    for clause in walk.clauses:
        if walk.words.has("deem", clause.lemma) and clause.oblique:
            yield from _deemed(walk, resolver, clause)


def _noun(walk: Realis, resolver: Resolver, place: int, phrase: Phrase) -> Iterator[Heard]:
    owner = resolver.modifiers(phrase) or (resolver.resolve(phrase.of) if phrase.of is not None else [])
    if not owner:
        return
    after = walk.ahead(place + 1)
    opens = walk.kind(place - 1) == "PREP" and walk.lemma(place - 1) in ("in", "from", "to", "on")
    if opens and walk.kind(walk.back(place - 2)) in ("", ",", "CC", "VG", "—", "SUB") and walk.kind(after) != "THAT":
        yield owner[0].key, 0, len(walk.phrases)
    elif walk.kind(after) in ("THAT", "REL") and walk.lemma(after) == "that":
        inner = next((clause for clause in walk.clauses if clause.place > after), None)
        yield owner[0].key, after, max(inner.end, inner.place + 1) if inner else after
    elif walk.kind(after) == "VG" and walk.kind(walk.ahead(after + 1)) == "THAT":
        yield owner[0].key, after + 1, len(walk.phrases)


def _deemed(walk: Realis, resolver: Resolver, clause: Clause) -> Iterator[Heard]:
    """`X saw it as proof of …`, `it is seen in X as …`: what follows `as`."""
    place = next((k for k in range(clause.place + 1, clause.end + 1) if walk.lemma(k) == "as"), -1)
    if place < 0:
        return
    who: list[Referent] = [] if clause.passive else resolver.all(clause.subject)
    for preposition, group in clause.oblique if clause.passive else ():
        if preposition in ("by", "in") and not who:
            who = resolver.all(group) if preposition == "by" else seated(group[0], resolver)
    if clause.passive or who:
        yield who[0].key if who else "", place, walk.until(place)
