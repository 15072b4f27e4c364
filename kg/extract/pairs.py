"""Pairs of named things in a sentence, and what the words around them show: the view of a learned extractor.

Names are masked by their type, so that what is learned is how a relation is said, and not of whom.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.chunks import Clause, Phrase
from kg.extract.lexicon import Lexicon
from kg.extract.referents import Resolver
from kg.extract.scope import Sentence

NEAR = 3
FARTHEST = 40
_JOINTS = (",", "and", "or")
_RESOLVED = ("pronoun", "speaker", "kind", "pair", "title")


@dataclass(frozen=True, slots=True)
class Place:
    """A word that stands for a thing: which thing, which word, and its stretch of text."""

    key: str
    word: int
    start: int
    end: int
    how: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things in the order of the text, where they stand nearest to each other."""

    first: Place
    second: Place


def places(sentence: Sentence, resolver: Resolver) -> list[Place]:
    """The names of a sentence, and the pronouns and titles that the resolver can tell."""
    found = []
    for word, token in enumerate(sentence.tokens):
        if token.tag == "NAME":
            mention = resolver.mentions[token.mention]
            found.append(Place(mention.key, word, token.start, token.end, mention.how))
    for phrase in _inner(sentence.phrases):
        if sentence.tokens[phrase.head].tag != "NAME":
            found += [
                Place(referent.key, phrase.head, referent.start, referent.end, referent.how)
                for referent in resolver.resolve(phrase)
                if referent.how in _RESOLVED
            ]
    return sorted(found, key=lambda place: (place.word, place.key))


def _inner(phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    for phrase in phrases:
        part: Phrase | None = phrase if phrase.kind == "NP" else None
        while part is not None:
            yield part
            part = part.of


def pairs(sentence: Sentence, resolver: Resolver) -> list[Pair]:
    """Each two things once, at their nearest places; by name rather than by pronoun."""
    best: dict[tuple[str, str], tuple[int, Pair]] = {}
    found = places(sentence, resolver)
    for k, first in enumerate(found):
        for second in found[k + 1 :]:
            if first.key == second.key or not first.word < second.word <= first.word + FARTHEST:
                continue
            distance = second.word - first.word + sum(p.how in _RESOLVED for p in (first, second))
            both = (min(first.key, second.key), max(first.key, second.key))
            if both not in best or distance < best[both][0]:
                best[both] = (distance, Pair(first, second))
    return [pair for _, pair in best.values()]


def governing(sentence: Sentence, pair: Pair) -> Clause | None:
    """The clause that ties a pair: the last whose verb stands between them, else the last before, else the next."""
    verbs = [(clause.verb.head, clause) for clause in sentence.clauses]
    between = [clause for word, clause in verbs if pair.first.word < word < pair.second.word]
    before = [clause for word, clause in verbs if word < pair.first.word]
    after = [clause for word, clause in verbs if word > pair.second.word]
    return between[-1] if between else before[-1] if before else after[0] if after else None


class Features:
    """Describes pairs by names of what holds of them."""

    def __init__(self, lexicon: Lexicon):
        triggers: dict[str, set[str]] = {}
        for frame in lexicon.frames:
            words = frame.words if not frame.with_noun or frame.with_noun[0].startswith("*") else ()
            nouns = [noun.rpartition(":")[2] for noun in frame.with_noun if noun.strip("*")]
            for word in (*words, *nouns):
                triggers.setdefault(word, set()).add(frame.relation)
        # a word that may say many things tells little
        self.words = lexicon.words
        self.triggers = {word: sorted(found) for word, found in triggers.items() if len(found) <= NEAR}

    def of(self, sentence: Sentence, pair: Pair, resolver: Resolver) -> list[str]:
        """All that holds of a pair, sorted."""
        i, j = pair.first.word, pair.second.word
        masked = self._masked(sentence, resolver)
        types = [self._type(place.key, resolver) for place in (pair.first, pair.second)]
        between = _without_list(list(filter(None, masked[i + 1 : j])))
        found = {
            f"types={types[0]},{types[1]}",
            f"first={types[0]}",
            f"second={types[1]}",
            f"how={self._how(pair.first)},{self._how(pair.second)}",
            f"gap={min(len(between), 12) // 2 * 2}",
            f"names={min(sum(word.isupper() for word in between), 4)}",
        }
        if len(between) <= NEAR + 1:
            found |= {f"whole={' '.join(between)}", f"whole={types[0]} {' '.join(between)} {types[1]}"}
        found |= _grams("between", ["A", *between, "B"])
        found |= _grams("before", ["^", *filter(None, masked[:i])][-NEAR:])
        found |= _grams("after", [*filter(None, masked[j + 1 :]), "$"][:NEAR])
        found |= self._triggers(sentence, i, j)
        found |= self._clauses(sentence, pair)
        return sorted(found)

    def _masked(self, sentence: Sentence, resolver: Resolver) -> list[str]:
        """Names by type, titles and those who speak for a body by role; '' for what tells little."""
        words = []
        for token in sentence.tokens:
            if token.tag == "NAME":
                words.append(self._type(resolver.mentions[token.mention].key, resolver).upper())
            elif token.tag in ("DET", "ADV", "DATE", "NUM") or token.lemma == "be":
                words.append("")
            elif token.tag == "N" and token.lemma in self.words.titles:
                words.append("(title)")
            elif token.tag == "N" and self.words.is_noun("representative", token.lemma):
                words.append("(representative)")
            else:
                words.append(token.lemma.casefold())
        return words

    def _type(self, key: str, resolver: Resolver) -> str:
        return (resolver.finder.entry(key).types or ("Thing",))[0]

    def _how(self, place: Place) -> str:
        return place.how if place.how in ("demonym", *_RESOLVED) else "name"

    def _triggers(self, sentence: Sentence, i: int, j: int) -> set[str]:
        found = set()
        for k, token in enumerate(sentence.tokens):
            if token.tag in ("V", "N", "ADJ"):
                where = "between" if i < k < j else "before" if i - 2 * NEAR < k < i else ""
                where = where or ("after" if j < k < j + 2 * NEAR else "")
                if where:
                    found |= {f"says={relation} {where}" for relation in self.triggers.get(token.lemma, ())}
        return found

    def _clauses(self, sentence: Sentence, pair: Pair) -> set[str]:
        """What each of the two is to the verbs, and what these say."""
        found = set()
        for clause in sentence.clauses:
            roles = [_role(clause, place.word) for place in (pair.first, pair.second)]
            voice = "passive" if clause.passive else "active"
            if roles[0] and roles[1]:
                shape = f"{roles[0]},{roles[1]},{voice}"
                found |= {f"clause={shape}", f"clause={clause.lemma} {shape}", f"verb={clause.lemma}"}
                found |= {f"clause={relation} {shape}" for relation in self.triggers.get(clause.lemma, ())}
            elif roles[0] or roles[1]:
                one = f"{roles[0]}|{roles[1]},{voice}"
                found |= {f"half={clause.lemma} {one}"}
                found |= {f"half={relation} {one}" for relation in self.triggers.get(clause.lemma, ())}
        return found


def _role(clause: Clause, word: int) -> str:
    groups = [("subject", clause.subject), ("object", clause.objects), *clause.oblique]
    for name, phrases in groups:
        for phrase in phrases:
            if phrase.first <= word <= phrase.last:
                part: Phrase | None = phrase
                while part is not None:
                    if part.head == word:
                        return name if part is phrase else f"{name}-of"
                    part = part.of
                return f"{name}-inside"
    return ""


def _without_list(words: list[str]) -> list[str]:
    """Without the names that are coordinated with the first or the last: `A, X and Y attacked B` as `A attacked B`."""
    first, last = 0, len(words)
    while first + 1 < last and words[first] in _JOINTS and words[first + 1].isupper():
        first += 2
    while first + 1 < last and words[last - 1] in _JOINTS and words[last - 2].isupper():
        last -= 2
    return words[first:last] or ["(list)"]


def _grams(name: str, words: Sequence[str]) -> set[str]:
    found = {f"{name}={word}" for word in words}
    return found | {f"{name}={one} {two}" for one, two in pairwise(words)}
