"""A capital as the city that it is, or as its state, as a relation wants it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.extract.chunks import Phrase
from kg.extract.referents import Referent, Resolver

_CAPITAL = re.compile(r"(?:[’']s)?\s+capital\b")


def as_place(referent: Referent, resolver: Resolver) -> Referent:
    """Where the relation speaks of places: the city of `flew to Lima`, of `arrived in the Peruvian capital`."""
    finder = resolver.finder
    if referent.how == "asset" and _CAPITAL.match(finder.text, referent.end):
        city = finder.gazetteer.capitals.get(referent.key, "")
        return replace(referent, key=city, how="place") if city else referent
    if referent.how != "metonym":
        return referent
    others = next(mention.others for mention in resolver.mentions if mention.start == referent.start)
    city = next((key for key in others if finder.is_a(key, "Place") and not finder.is_a(key, "State")), "")
    return replace(referent, key=city, how="place") if city else referent


def seated(phrase: Phrase, resolver: Resolver) -> list[Referent]:
    """Those who sit there: `in Tehran` is in Iran."""
    token = resolver.tokens[phrase.head]
    if token.tag != "NAME":
        return []
    mention = resolver.mentions[token.mention]
    key = next((key for key in (mention.key, *mention.others) if resolver.is_a(key, "State")), mention.key)
    return [Referent(key, token.start, token.end, "seat")]


def as_states(referents: Iterable[Referent], resolver: Resolver) -> list[Referent]:
    """Where it speaks of parties: the state of `recalled its envoy from Lima`."""
    found = []
    for referent in referents:
        others = next((m.others for m in resolver.mentions if m.start == referent.start), ())
        state = next((key for key in others if resolver.is_a(key, "State")), "")
        city = not resolver.is_a(referent.key, "State", "Person", "Organization")
        found.append(replace(referent, key=state, how="place") if state and city else referent)
    return found
