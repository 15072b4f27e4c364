"""What a model learns from, and how: pairs of a sentence with the relation that a person or the lexicon gave them.

Three sources, each a function: the lexicon, annotated texts, and what people curated and judged in a project.
"""

import csv
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kg.errors import UsageError
from kg.extract.document import Document, from_text, read_document
from kg.extract.engine import Extractor
from kg.extract.gazetteer import Entry, guess_types
from kg.extract.lexicon import Frame
from kg.extract.linear import NONE, Model, label_of
from kg.extract.mentions import Finder
from kg.extract.pairs import Features, pairs
from kg.extract.rows import proposal_id
from kg.extract.scope import Sentence
from kg.model import ClaimRow, Dossier
from kg.texts import find_text, fold, text_of

STRENGTH = 1.0  # inverse of the regularisation
SEEN = 2  # a feature counts from its second sample
SMALL = 0.005  # weights below it are left out
DAY = "2020-06-15"  # for dates in examples
JOINT = "while"
NOISY = 0.5  # what a sample by distant supervision weighs

Claim = tuple[str, str, str, str]  # subject, relation, object, and the words that carry it ('' if unknown)


@dataclass(frozen=True, slots=True)
class Sample:
    """A pair of a sentence: what holds of it, and what it was found to say."""

    features: tuple[str, ...]
    label: str
    weight: float = 1.0


@dataclass(slots=True)
class Data:
    """Samples, and the files that they come from: name and sha256."""

    samples: list[Sample] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)

    def saw(self, path: Path, name: str = "") -> None:
        """Note a file."""
        self.files[name or path.name] = hashlib.sha256(path.read_bytes()).hexdigest()


def spelled(extractor: Extractor, name: str) -> str:
    """One spelling for all names of a thing: its key, where the name is known in full."""
    forms = extractor.gazetteer.forms(name)
    full = next((form for form in forms if form.kind in ("name", "alias", "metonym")), None)
    return full.key if full else fold(name)


def labelled(
    extractor: Extractor,
    document: Document,
    claims: Iterable[Claim],
    weight: float = 1.0,
    every: bool = True,
    words: tuple[str, ...] = (),
) -> Iterator[Sample]:
    """The pairs of a document with the claims that they carry.

    A pair that carries none is a sample of silence: in all sentences if the claims are all there is (`every`), else in
    those that carry some claim. A pair whose claim stands in another sentence is left out.
    """
    document_says: dict[frozenset[str], list[tuple[str, str, tuple[int, int] | None]]] = defaultdict(list)
    for subject, relation, object_, quote in claims:
        first, second = spelled(extractor, subject), spelled(extractor, object_)
        at = document.text.find(quote) if quote else -1
        span = (at, at + len(quote)) if at >= 0 else None
        document_says[frozenset((first, second))].append((relation, first, span))
    finder = Finder(document.text, extractor.gazetteer, extractor.lexicon.words, document.published)
    features = Features(extractor.lexicon)
    for sentence, resolver, _, _ in extractor.read(document, finder, finder.find()):
        silent, told = [], False
        for pair in pairs(sentence, resolver):
            ends = [spelled(extractor, finder.entry(place.key).name) for place in (pair.first, pair.second)]
            says = document_says.get(frozenset(ends), ())
            here = [s for s in says if s[2] is None or (s[2][0] < sentence.end and sentence.start < s[2][1])]
            held = tuple(features.of(sentence, pair, resolver))
            for relation, subject, _ in here:
                told = True
                label = label_of(extractor.vocabulary, relation, subject == ends[0])
                yield Sample(held, label, weight)
                for other in said_with(sentence, words):
                    yield Sample(tuple(features.of(other, pair, resolver)), label, weight / len(words))
            if not says:
                silent.append(Sample(held, NONE, weight))
        if every or told:
            yield from silent


def said_with(sentence: Sentence, words: tuple[str, ...]) -> Iterator[Sentence]:
    """The sentence with each other of some words in place of the one that it has."""
    for word in words if len(words) > 1 else ():
        if all(token.lemma != word for token in sentence.tokens):
            yield replace(
                sentence,
                tokens=[replace(t, lemma=word) if t.lemma in words else t for t in sentence.tokens],
                clauses=[replace(c, lemma=word) if c.lemma in words else c for c in sentence.clauses],
            )


def from_lexicon(extractor: Extractor, folder: Path, data: Data) -> None:
    """Each row's example with its claim, said with each of the row's words.

    Two examples in one sentence show what carries no claim: the ends of one beside those of the other.
    """
    for name in ("verbs.csv", "nominals.csv"):
        data.saw(folder / "lexicon" / name, f"lexicon/{name}")
    gazetteer = extractor.gazetteer.copy()
    for frame in extractor.lexicon.frames:
        for name in (end for subject, _, object_, _ in _shown(frame) for end in (subject, object_)):
            if not gazetteer.forms(name):
                gazetteer.add_entry(Entry(name, "", name, guess_types(name, extractor.lexicon.words.types)))
    reader = replace(extractor, gazetteer=gazetteer)
    frames = [frame for frame in extractor.lexicon.frames if frame.example]
    for frame, other in zip(frames, [*frames[1:], *frames[:1]], strict=True):
        document = from_text(frame.example, date=DAY)
        data.samples += labelled(reader, document, _shown(frame), words=frame.words)
        joined = from_text(f"{frame.example.rstrip('.')}, {JOINT} {other.example}", date=DAY)
        both = labelled(reader, joined, [*_shown(frame), *_shown(other)])
        data.samples += [sample for sample in both if sample.label == NONE]


def _shown(frame: Frame) -> Iterator[Claim]:
    for part in frame.claim.split(";"):
        subject, sign, object_ = (end.strip() for end in part.partition(">"))
        if sign:
            yield subject, frame.relation, object_, ""


def from_gold(
    extractor: Extractor,
    records: Sequence[Mapping[str, Any]],
    texts: Path,
    dates: Mapping[str, str],
    only: Iterable[str],
    data: Data,
) -> None:
    """Texts annotated in full: `doc`, `quote`, `subject`, `relation`, `object`."""
    wanted = set(only)
    for name in sorted({str(record["doc"]) for record in records}):
        if wanted and name not in wanted and Path(name).stem not in wanted:
            continue
        path = text_of(texts, name)
        data.saw(path)
        document = read_document(path, dates.get(name, dates.get(Path(name).stem, "")))
        claims = [
            (str(r["subject"]), str(r["relation"]), str(r["object"]), str(r.get("quote") or ""))
            for r in records
            if r["doc"] == name
        ]
        data.samples += labelled(extractor, document, claims)


def from_project(extractor: Extractor, dossier: Dossier, seeds: Path, folders: Sequence[Path], data: Data) -> None:
    """What people curated and judged.

    A row with a quote (an accepted proposal has one) is taken from its quote. Of the others, where the text is at hand,
    those count (`NOISY`) whose ends exactly one sentence of their paragraph names. A rejected proposal says nothing.
    """
    names = {thing.id: thing.name for thing in dossier.things}
    judged = read_judgements(seeds / "judgements.csv")
    if judged:
        data.saw(seeds / "judgements.csv")
    for source in dossier.sources:
        rows = [row for row in dossier.rows if row.source == source.key and {row.subject, row.object} <= set(names)]
        found = list(_quoted(extractor, rows, names))
        path = find_text(source, folders)
        if path is not None:
            document = read_document(path, source.date)
            read = list(_distant(extractor, document, rows, names))
            read += _rejected(extractor, document, source.key, judged)
            if read:
                data.saw(path)
            found += read
        if found and (table := seeds / "claims" / f"{source.key}.csv").is_file():
            data.saw(table, f"claims/{table.name}")
        data.samples += found


def read_judgements(path: Path) -> dict[str, str]:
    """Verdicts by evidence id; none if there is no such file."""
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row.get("evidence") or "": row.get("verdict") or "" for row in csv.DictReader(file)}


def _quoted(extractor: Extractor, rows: Iterable[ClaimRow], names: Mapping[str, str]) -> Iterator[Sample]:
    by_quote: dict[str, list[Claim]] = defaultdict(list)
    for row in rows:
        if row.quote:
            by_quote[row.quote].append((names[row.subject], row.relation, names[row.object], ""))
    for quote, claims in by_quote.items():
        yield from labelled(extractor, from_text(quote), claims, every=False)


def _distant(
    extractor: Extractor, document: Document, rows: Iterable[ClaimRow], names: Mapping[str, str]
) -> Iterator[Sample]:
    for start, end, claims in _by_paragraph(document, rows, names):
        part = from_text(document.text[start:end], date=document.date)
        yield from labelled(extractor, part, list(_alone(extractor, part, claims)), NOISY, every=False)


def _rejected(extractor: Extractor, document: Document, source: str, judged: Mapping[str, str]) -> Iterator[Sample]:
    """What the rules proposed and a person refused."""
    if not any(key.startswith(f"{source}-x") and verdict == "rejected" for key, verdict in judged.items()):
        return
    refused = [
        (record["subject_name"], record["relation"], record["object_name"], record["quote"])
        for record in extractor.extract(document).claims
        if judged.get(f"{source}-{proposal_id(record)}") == "rejected"
    ]
    for sample in labelled(extractor, document, refused, every=False):
        if sample.label != NONE:
            yield replace(sample, label=NONE)


def _by_paragraph(
    document: Document, rows: Iterable[ClaimRow], names: Mapping[str, str]
) -> Iterator[tuple[int, int, list[Claim]]]:
    found: dict[int, list[Claim]] = defaultdict(list)
    for row in rows:
        at = row.at.removeprefix("¶")
        if not row.quote and at.isdecimal() and 0 < int(at) <= len(document.paragraphs):
            found[int(at)].append((names[row.subject], row.relation, names[row.object], ""))
    for number in sorted(found):
        paragraph = document.paragraphs[number - 1]
        yield paragraph.start, paragraph.end, found[number]


def _alone(extractor: Extractor, document: Document, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims whose ends exactly one sentence names, with that sentence."""
    finder = Finder(document.text, extractor.gazetteer, extractor.lexicon.words, document.published)
    named: dict[frozenset[str], list[str]] = defaultdict(list)
    for sentence, resolver, _, _ in extractor.read(document, finder, finder.find()):
        for pair in pairs(sentence, resolver):
            ends = (spelled(extractor, finder.entry(place.key).name) for place in (pair.first, pair.second))
            named[frozenset(ends)].append(sentence.text)
    for subject, relation, object_, _ in claims:
        sentences = named.get(frozenset((spelled(extractor, subject), spelled(extractor, object_))), [])
        if len(sentences) == 1:
            yield subject, relation, object_, sentences[0]


def fit(data: Data) -> Model:
    """Train. The same data give the same model.

    Raises:
        UsageError: scikit-learn is not installed, or there is nothing to learn from.
    """
    try:
        from scipy.sparse import csr_matrix
        from sklearn.linear_model import LogisticRegression
    except ImportError as error:
        raise UsageError("training needs scikit-learn: pip install 'kg[learn]'") from error
    if len({sample.label for sample in data.samples} - {NONE}) == 0 or all(s.label != NONE for s in data.samples):
        raise UsageError("nothing to learn from: no pair with a claim, or none without")
    counts = Counter(feature for sample in data.samples for feature in sample.features)
    names = sorted(name for name, count in counts.items() if count >= SEEN)
    place = {name: k for k, name in enumerate(names)}
    rows = [[place[f] for f in sample.features if f in place] for sample in data.samples]
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row))
    columns = [column for row in rows for column in row]
    table = csr_matrix(([1.0] * len(columns), columns, starts), shape=(len(rows), len(names)))
    learner = LogisticRegression(C=STRENGTH, max_iter=300)
    learner.fit(table, [s.label for s in data.samples], sample_weight=[s.weight for s in data.samples])
    labels = tuple(str(label) for label in learner.classes_)
    coefficients, bias = learner.coef_, [float(value) for value in learner.intercept_]
    if len(labels) == 2:  # one row of weights stands for two labels
        coefficients = [[-value for value in coefficients[0]], coefficients[0]]
        bias = [-bias[0], bias[0]]
    weights: dict[str, dict[int, float]] = {}
    for k, name in enumerate(names):
        all_ = {label: round(float(coefficients[label][k]), 3) for label in range(len(labels))}
        kept = {label: weight for label, weight in all_.items() if abs(weight) >= SMALL}
        if kept:
            weights[name] = kept
    return Model(labels, tuple(round(value, 3) for value in bias), weights, tuple(sorted(data.files.items())))
