"""A document in, claims out: names, sentences, phrases, clauses, rules, gate."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kg.extract.candidate import Candidate
from kg.extract.chunks import chunk, without_brackets
from kg.extract.clauses import clauses
from kg.extract.contents import Contents
from kg.extract.document import Document
from kg.extract.gate import Gate, Passed
from kg.extract.gazetteer import Gazetteer, build
from kg.extract.lexicon import Lexicon, load_lexicon
from kg.extract.linear import Linear, Model
from kg.extract.mentions import Finder, Mention
from kg.extract.reading import reading
from kg.extract.referents import Resolver
from kg.extract.roles import Roles
from kg.extract.rules import Rules
from kg.extract.scope import Scope, Sentence
from kg.extract.sentences import Token, split, tokenize
from kg.extract.when import find_dates
from kg.model import Dossier
from kg.vocabulary import Vocabulary, load_vocabulary, shipped_ontology


@dataclass(frozen=True)
class Extractor:
    """The default extractor with all that it reads, loaded once for many documents."""

    lexicon: Lexicon
    vocabulary: Vocabulary
    gazetteer: Gazetteer
    method: str = "rules"  # or linear, or both
    linear: Linear | None = None

    def extract(self, document: Document) -> Passed:
        """The claims of a document, and what the gate refused."""
        read = reading(document)
        finder = Finder(read.document.text, self.gazetteer, self.lexicon.words, document.published)
        mentions = finder.find()
        candidates = (read.back(candidate) for candidate in self._propose(read.document, finder, mentions))
        return Gate(self.vocabulary, self.lexicon.confidence).judge(candidates, document.text, document.name, finder)

    def learned(self, model: Model, method: str) -> "Extractor":
        """The same with a trained model: `linear` alone, or `both`."""
        return replace(self, method=method, linear=Linear(model, self.lexicon, self.vocabulary))

    def sentences(self, document: Document, mentions: list[Mention]) -> Iterator[Sentence]:
        """The parsed sentences of the body of a document."""
        words, text = self.lexicon.words, document.text
        starts = [m.start for m in mentions]
        for paragraph in document.paragraphs:
            if paragraph.kind not in ("body", "heading"):
                continue
            for start, end in split(text, paragraph.start, paragraph.end):
                first = bisect_left(starts, start)
                inside = [
                    (m.start, m.end, "DEM" if m.how == "demonym" else "NAME", k)
                    for k, m in enumerate(mentions[first : bisect_right(starts, end)], first)
                    if m.end <= end
                ]
                dates = [
                    (first, last, "DATE", 0, value)
                    for first, last, value in find_dates(text, start, end, document.published)
                ]
                free = [d for d in dates if not any(m[0] < d[1] and d[0] < m[1] for m in inside)]
                masks = sorted([*inside, *[d[:4] for d in free]])
                tokens = without_brackets(_paired(tokenize(text, start, end, masks, words)))
                phrases = chunk(tokens, words)
                values = {d[0]: d[4] for d in free}
                placed = {k: values[tokens[p.first].start] for k, p in enumerate(phrases) if p.kind == "DATE"}
                for k, p in enumerate(phrases):
                    if p.kind == "VG":
                        for token in tokens[p.first : p.last + 1]:
                            if token.tag == "DATE":
                                placed[k] = values[token.start]
                yield Sentence(text[start:end], start, end, tokens, phrases, clauses(tokens, phrases, words), placed)

    def _inner(self, sentence: Sentence, finder: Finder, mentions: list[Mention], scope: Scope) -> Iterator[Sentence]:
        """The words inside a name that is no party's, such as that of an event: they may tell a relation of two."""
        for place, phrase in enumerate(sentence.phrases):
            for token in sentence.tokens[phrase.first : phrase.last + 1]:
                within = finder.within(mentions[token.mention]) if token.tag == "NAME" and " " in token.text else []
                if len(within) < 2 or not self._is_fact(sentence, place, scope):
                    continue
                masks = [
                    (m.start, m.end, "DEM" if m.how == "demonym" else "NAME", len(mentions) + k)
                    for k, m in enumerate(within)
                ]
                mentions.extend(within)
                tokens = _paired(tokenize(finder.text, token.start, token.end, masks, self.lexicon.words))
                voice = scope.voice_at(place)
                verbatim = (voice[0] or voice[1]) if voice else sentence.verbatim
                phrases = chunk(tokens, self.lexicon.words)
                yield Sentence(sentence.text, sentence.start, sentence.end, tokens, phrases, (), {}, verbatim)

    def _is_fact(self, sentence: Sentence, place: int, scope: Scope) -> bool:
        phrase = sentence.phrases[place]
        if self.lexicon.words.has("planadj", sentence.tokens[phrase.head].text.split()[0].casefold()):
            return False
        around = next((c for c in reversed(sentence.clauses) if c.place < place <= c.end), None)
        return scope.phrase_content(phrase, scope.bearing(phrase, phrase) or around) == ("affirmed", "asserted")

    def _propose(self, document: Document, finder: Finder, mentions: list[Mention]) -> Iterator[Candidate]:
        for sentence, resolver, scope, found in self.read(document, finder, mentions):
            if self.linear is None:
                yield from found
            else:
                yield from self.linear.apply(sentence, resolver, scope, found if self.method == "both" else ())

    def read(
        self, document: Document, finder: Finder, mentions: list[Mention]
    ) -> Iterator[tuple[Sentence, Resolver, Scope, list[Candidate]]]:
        """The sentences of a document with what a reader has in mind at each, and what the rules find in it."""
        resolver = Resolver(finder, mentions, self.lexicon.words)
        rules, roles, contents = Rules(self.lexicon), Roles(self.lexicon), Contents(self.lexicon)
        words = self.lexicon.words
        quoted, paragraph_at, heard = False, -1, -1
        starts = sorted(p.start for p in document.paragraphs)
        for number, sentence in enumerate(self.sentences(document, mentions)):
            paragraph = max((s for s in starts if s <= sentence.start), default=0)
            if paragraph != paragraph_at:
                quoted, paragraph_at = False, paragraph
            resolver.begin(sentence.tokens, number)
            scope = Scope(sentence.tokens, sentence.phrases, sentence.clauses, self.lexicon.words)
            found = list(roles.apply(sentence, resolver, scope))
            scope.hear(resolver)
            if resolver.speaker:
                heard = paragraph
            elif quoted:
                resolver.speaker = sentence.verbatim = resolver.memory.speaker
            elif _is_quote(sentence):
                resolver.speaker = sentence.verbatim = (
                    _beside(resolver) if heard != paragraph else resolver.memory.speaker
                )
            found += rules.apply(sentence, resolver, scope)
            found += contents.apply(sentence, resolver, scope, tuple(found))
            for inner in self._inner(sentence, finder, mentions, scope):
                resolver.tokens = inner.tokens
                found += rules.nominals.apply(inner, resolver, Scope(inner.tokens, inner.phrases, (), words), set())
            resolver.tokens = sentence.tokens
            yield sentence, resolver, scope, found
            for mark in sentence.text:
                quoted = True if mark == "“" else False if mark == "”" else not quoted if mark == '"' else quoted


def _beside(resolver: Resolver) -> str:
    """The person of whom the sentence before speaks: `X was blunt. "…"`."""
    number, key = resolver.memory.subjects[-1] if resolver.memory.subjects else (-2, "")
    return key if resolver.number - number == 1 and resolver.is_a(key, "Person") else ""


def _is_quote(sentence: Sentence) -> bool:
    """Whether a sentence is somebody's words from its first to its last."""
    text = sentence.text.rstrip(".!?…")
    return text[:1] in ('"', "“") and not any(mark in text[1:-1] for mark in '"”')


def _paired(tokens: list[Token]) -> list[Token]:
    """Without the hyphen or dash that joins two names: `X-Y relations` is one noun phrase."""
    return [
        token
        for place, token in enumerate(tokens)
        if not (
            token.text in ("-", "–")
            and 0 < place < len(tokens) - 1
            and tokens[place - 1].tag == tokens[place + 1].tag == "NAME"
            and tokens[place - 1].end == token.start
            and tokens[place + 1].start == token.end
        )
    ]


def make_extractor(
    dossier: Dossier | None = None, extra: Path | None = None, ontology: Path | None = None
) -> Extractor:
    """An extractor for a project, or for none; `extra` is a CSV of names for this run."""
    folder = ontology or shipped_ontology()
    lexicon = load_lexicon(folder if (folder / "lexicon").is_dir() else shipped_ontology())
    vocabulary = load_vocabulary(folder)
    known = {name.casefold(): name for name in sorted(vocabulary.supertypes)}
    return Extractor(lexicon, vocabulary, build(dossier, extra, lexicon.words.types, {**lexicon.types, **known}))
