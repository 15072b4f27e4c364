"""A learned extractor: multinomial logistic regression over the pairs of a sentence, trained by `kg train`.

It answers where the rules are silent, through the same gate. The model is a JSON file that names the data it saw;
prediction needs no library. What it proposes has the polarity, the modality and the voice that the clause has.
"""

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.extract.candidate import Candidate, End
from kg.extract.chunks import Clause
from kg.extract.lexicon import Lexicon
from kg.extract.pairs import Features, Pair, governing, pairs
from kg.extract.referents import Resolver
from kg.extract.scope import Scope, Sentence
from kg.vocabulary import Vocabulary

VERSION = 1
NONE = "none"
ASKED = 0.4  # how sure it must be to propose


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature and label. A label is a relation with `>` or `<`: which of the two is the subject; or none."""

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, Mapping[int, float]]
    data: tuple[tuple[str, str], ...] = ()

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """How likely each label is."""
        scores = list(self.bias)
        for feature in features:
            for label, weight in self.weights.get(feature, {}).items():
                scores[label] += weight
        top = max(scores)
        powers = [math.exp(score - top) for score in scores]
        total = math.fsum(powers)
        return {label: power / total for label, power in zip(self.labels, powers, strict=True)}

    def dump(self) -> str:
        """The model as JSON: one feature a line, in order."""
        head = {"version": VERSION, "data": self.data, "labels": self.labels, "bias": self.bias}
        lines = [
            f"{json.dumps(name, ensure_ascii=False)}: "
            + json.dumps({str(label): row[label] for label in sorted(row)}, separators=(",", ":"))
            for name, row in sorted(self.weights.items())
        ]
        return json.dumps(head, ensure_ascii=False)[:-1] + ',\n"weights": {\n' + ",\n".join(lines) + "\n}}\n"


def load_model(path: Path) -> Model:
    """Read a model file; nothing in it is run.

    Raises:
        InputError: it cannot be read, is of another version, or its shape is wrong.
    """
    try:
        raw = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise InputError(f"{path}: no model here ({error.strerror}); kg train makes one") from error
    except ValueError as error:
        raise InputError(f"{path}: not a model: {error}") from error
    if not isinstance(raw, dict) or raw.get("version") != VERSION:
        raise InputError(f"{path}: not a model of version {VERSION}; train it again")
    try:
        labels = tuple(str(label) for label in raw["labels"])
        bias = tuple(_number(value) for value in raw["bias"])
        data = tuple((str(name), str(digest)) for name, digest in raw["data"])
        weights = {
            str(name): {int(label): _number(value) for label, value in row.items()}
            for name, row in raw["weights"].items()
        }
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"{path}: damaged: {error!r}") from error
    wrong = any(not 0 <= label < len(labels) for row in weights.values() for label in row)
    if NONE not in labels or len(bias) != len(labels) or len(set(labels)) != len(labels) or wrong:
        raise InputError(f"{path}: damaged: labels and weights do not fit")
    return Model(labels, bias, weights, data)


def _number(value: Any) -> float:
    number = float(value)
    if not math.isfinite(number):
        raise ValueError(f"{value} is no weight")
    return number


def label_of(vocabulary: Vocabulary, relation: str, forward: bool) -> str:
    """A relation with its direction in the text; a symmetric one has but one."""
    known = vocabulary.relations.get(relation)
    return relation + (">" if forward or (known is not None and known.symmetric) else "<")


class Linear:
    """Proposes what a model finds likely."""

    def __init__(self, model: Model, lexicon: Lexicon, vocabulary: Vocabulary, asked: float = ASKED):
        self.model, self.vocabulary, self.asked = model, vocabulary, asked
        self.features = Features(lexicon)

    def apply(
        self, sentence: Sentence, resolver: Resolver, scope: Scope, known: Iterable[Candidate] = ()
    ) -> Iterator[Candidate]:
        """The `known` candidates with what the model thinks of them; proposals for the pairs that carry none."""
        done: dict[frozenset[str], list[Candidate]] = {}
        for candidate in known:
            done.setdefault(frozenset((candidate.subject.key, candidate.object.key)), []).append(candidate)
        for pair in pairs(sentence, resolver):
            chances = self.model.probabilities(self.features.of(sentence, pair, resolver))
            held = done.pop(frozenset((pair.first.key, pair.second.key)), [])
            for candidate in held:
                forward = candidate.subject.key == pair.first.key
                chance = chances.get(label_of(self.vocabulary, candidate.relation, forward), 0.0)
                yield replace(candidate, agreed=chance)
            if not held:
                fitting = {label: chance for label, chance in chances.items() if self._fits(label, pair, resolver)}
                label = max(sorted(fitting), key=lambda name: fitting[name])
                if label != NONE and fitting[label] >= self.asked:
                    yield self._candidate(pair, label, fitting[label], sentence, scope)
        for candidates in done.values():
            yield from candidates

    def _fits(self, label: str, pair: Pair, resolver: Resolver) -> bool:
        if label == NONE:
            return True
        relation = self.vocabulary.relations.get(label[:-1])
        if relation is None:
            return False
        ends = (pair.first, pair.second) if label[-1] == ">" else (pair.second, pair.first)
        types = [resolver.finder.entry(place.key).types for place in ends]
        places = zip(types, ("subject", "object"), strict=True)
        return all(not t or self.vocabulary.fits(t, relation.takes(place)) for t, place in places)

    def _candidate(self, pair: Pair, label: str, chance: float, sentence: Sentence, scope: Scope) -> Candidate:
        first, second = (End(p.key, p.start, p.end, p.how) for p in (pair.first, pair.second))
        subject, object_ = (first, second) if label[-1] == ">" else (second, first)
        clause = governing(sentence, pair)
        polarity, modality = scope.content(clause) if clause else ("affirmed", "asserted")
        voice = scope.voice_at(clause.place) if clause else None
        speaker = (voice[0] or voice[1]) if voice else sentence.verbatim
        return Candidate(
            subject,
            label[:-1],
            object_,
            sentence.start,
            sentence.end,
            sentence.text,
            "linear",
            polarity,
            modality,
            "" if speaker == subject.key else speaker,
            when=_when(sentence, clause),
            extractor="linear",
            confidence=chance,
        )


def _when(sentence: Sentence, clause: Clause | None) -> str:
    """The date nearest to a verb, before the next one."""
    if clause is None:
        return ""
    verbs = [other.place for other in sentence.clauses]
    low = max((place for place in verbs if place < clause.place), default=-1)
    high = min((place for place in verbs if place > clause.place), default=len(sentence.phrases))
    near = [place for place in sentence.dates if low < place < high]
    return sentence.dates[min(near, key=lambda place: (abs(place - clause.place), place))] if near else ""
