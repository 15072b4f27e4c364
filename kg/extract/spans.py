"""The words of a phrase that stands as an object: where what was said, wanted or feared begins and ends."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.lexicon import Words
from kg.extract.scope import Sentence
from kg.extract.sentences import Token

LONGEST = 25
_LIGHT = ("ADV", "DATE")
_CLAUSAL = ("as", "since", "before", "after", "until", "than")
_LOOSE = (",", ".", "PREP", "CC", "REL", "THAT", "SUB", ";", ":", "!", "?", "NEG")
_STOPS = (".", ";", ":", "—", "!", "?", "…", '"', "SUB")


@dataclass(frozen=True, slots=True)
class Span:
    """Phrases `first` to `last`, the text from `start` to `end`, and whether quotation marks hold it."""

    first: int
    last: int
    start: int
    end: int
    verbatim: bool = False


class Spans:
    """Reads the spans of one sentence."""

    def __init__(self, sentence: Sentence, words: Words):
        self.sentence, self.words = sentence, words
        self.tokens, self.phrases = sentence.tokens, sentence.phrases

    def kind(self, place: int) -> str:
        """The kind of a phrase, '' outside the sentence."""
        return self.phrases[place].kind if 0 <= place < len(self.phrases) else ""

    def lemma(self, place: int) -> str:
        """The lemma of the first word of a phrase."""
        return self.tokens[self.phrases[place].first].lemma if 0 <= place < len(self.phrases) else ""

    def ahead(self, place: int) -> int:
        """The next phrase that is no adverb and no date."""
        while self.kind(place) in _LIGHT:
            place += 1
        return place

    def quoted(self, mark: int) -> Span | None:
        """What stands between a quotation mark and the one that closes it."""
        close = next((k for k in range(mark + 1, len(self.phrases)) if self.kind(k) == '"'), len(self.phrases))
        return self._made(mark + 1, close - 1, verbatim=True)

    def clause(self, place: int, *, once: bool = False) -> Span | None:
        """A clause from here on, `once` only to its second verb; nothing if it has no verb or cannot be cut."""
        return self._walk(place, needs_verb=True, once=once)

    def phrase(self, place: int) -> Span | None:
        """A noun phrase, an infinitive or a gerund from here on, with all that hangs on it."""
        return self._walk(place, needs_verb=False)

    def before(self, last: int) -> Span | None:
        """All words of the sentence up to a place: what `…, X said` reports."""
        first = 0
        if self.kind(0) == '"':
            return self.quoted(0)
        if any(self.kind(k) == '"' for k in range(first, last)):
            return None
        while last >= first and self.kind(last) in (",", '"'):
            last -= 1
        return self._made(first, last)

    def _walk(self, place: int, *, needs_verb: bool, once: bool = False) -> Span | None:
        if needs_verb and self.kind(place) == ",":
            place += 1
        infinitive = self.kind(place) == "VG" and self.phrases[place].infinitive
        first = self._first(place)
        first += infinitive and self.tokens[first].tag == "TO"
        last = self._last(place, first, needs_verb=needs_verb, once=once, infinitive=infinitive)
        return self._made(place, last, at=first) if last >= place else None

    def _last(self, place: int, first: int, *, needs_verb: bool, once: bool, infinitive: bool) -> int:
        """The last phrase of what begins here; -1 if nothing can be made of it."""
        condition = self.kind(place) == "SUB"
        seen, relative, ended = not needs_verb, False, False
        last = cut = -1
        for k in range(place, len(self.phrases)):
            clausal = relative or (needs_verb and not (once and seen))
            if k > place and self._stops(k, place, seen=seen, clausal=clausal, infinitive=infinitive):
                ended = self.kind(k) == "VG"
                break
            opens = self.kind(k) in ("REL", "THAT", "SUB")
            relative = opens or (relative and self.kind(k) != "VG")
            if k > place and seen and (opens or self.kind(k) in ("PREP", "CC", ",")):
                cut = k - 1
            condition = condition and self.kind(k) != ","
            seen = seen or (self.kind(k) == "VG" and self._finite(k) and not condition)
            last = k
            if self._long(first, self.phrases[k].last):
                last = cut
                break
        if ended and self.lemma(last - 1) in _CLAUSAL:  # the last noun phrase is the subject of another verb
            last = cut
        return last if seen else -1

    def _stops(self, place: int, start: int, *, seen: bool, clausal: bool, infinitive: bool) -> bool:
        kind = self.kind(place)
        if kind == '"':  # a quotation inside is kept whole
            return sum(self.kind(k) == '"' for k in range(start)) % 2 == 1
        if kind in _STOPS:
            return kind != "SUB" or self.lemma(place) not in ("where", "when", "whether")
        if kind == ",":
            return seen and not self._in_list(place)
        if kind == "CC":
            return self._joins(place, infinitive=infinitive)
        return not clausal and kind == "VG" and self._finite(place) and self.kind(place - 1) not in ("REL", "THAT")

    def _joins(self, place: int, *, infinitive: bool) -> bool:
        """Whether a conjunction opens another clause, not another part of this phrase."""
        ahead = self.ahead(place + 1)
        if self.kind(ahead) in ("THAT", "REL", "SUB", "CC"):
            return True
        if self.kind(ahead) == "VG":
            verb = self.phrases[ahead]
            return verb.form in ("s", "past", "both", "finite") or (verb.infinitive and not infinitive)
        if self.kind(place - 2) == "PREP" and self.lemma(place - 2) == "between":
            return False
        return self.lemma(place) == "but" or self._opens_clause(ahead)

    def _finite(self, place: int) -> bool:
        """A finite verb that is not in a relative clause of what was read."""
        verb = self.phrases[place]
        bare = verb.form in ("ing", "part") and not verb.auxiliaries
        governed = any(c.place == place and c.link in ("relative", "reduced") for c in self.sentence.clauses)
        return not verb.infinitive and not bare and not governed

    def _opens_clause(self, place: int) -> bool:
        return any(
            c.subject and c.subject[0].first == self._first(place) and c.link == "" for c in self.sentence.clauses
        )

    def _first(self, place: int) -> int:
        return self.phrases[place].first if 0 <= place < len(self.phrases) else -1

    def _in_list(self, comma: int) -> bool:
        """`A, B and C`: the comma joins noun phrases, and a conjunction follows them."""
        k = comma
        while self.kind(k) == "," and self.kind(k + 1) == "NP":
            k += 2
        after = k + 1 if self.kind(k) == "," else k
        return (
            k > comma
            and self.kind(after) == "CC"
            and self.kind(after + 1) == "NP"
            and not self._opens_clause(after + 1)
        )

    def _words(self, first: int, last: int) -> Sequence[Token]:
        return self.tokens[self.phrases[first].first : self.phrases[last].last + 1] if last >= first else ()

    def _long(self, first: int, last: int) -> bool:
        return last - first + 1 > LONGEST

    def _made(self, first: int, last: int, *, verbatim: bool = False, at: int = -1) -> Span | None:
        while last >= first and (
            self.kind(last) in _LOOSE or (self.kind(last) == "ADV" and self.kind(last - 1) in _LOOSE)
        ):
            last -= 1
        if self.kind(last - 1) == "THAT" and last - 1 > first:
            last -= 2
        told = any(token.tag in ("N", "V", "ADJ", "NUM") for token in self._words(first, last))
        if last < first or not told:
            return None
        if sum(self.kind(k) == '"' for k in range(first, last + 1)) % 2:  # a quotation closes just after
            last = next((k for k in (last + 1, last + 2) if self.kind(k) == '"'), last)
        begin = self.phrases[first].first if at < 0 else at
        if self._long(begin, self.phrases[last].last):
            return None
        return Span(first, last, self.tokens[begin].start, self.tokens[self.phrases[last].last].end, verbatim)
