"""The one gate for every extractor: what fails is kept with its reason, never stored as fact."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kg.extract.candidate import Candidate, End
from kg.extract.lexicon import PRIOR
from kg.extract.mentions import Finder
from kg.vocabulary import LITERAL, Relation, Vocabulary


@dataclass(frozen=True, slots=True)
class Passed:
    """What a document gave: claims, and what was refused with the reason."""

    claims: tuple[dict[str, Any], ...]
    rejected: tuple[dict[str, Any], ...]


class Gate:
    """Quotes verified, ends resolved or queued as new, types fitting, duplicates merged."""

    def __init__(self, vocabulary: Vocabulary, confidence: Mapping[str, float]):
        self.vocabulary, self.confidence = vocabulary, confidence

    def judge(self, candidates: Iterable[Candidate], text: str, doc: str, finder: Finder) -> Passed:
        """Let through what is sound."""
        claims: dict[tuple[Any, ...], dict[str, Any]] = {}
        rejected: list[dict[str, Any]] = []
        for proposed in candidates:
            relation = self.vocabulary.relations.get(proposed.relation)
            candidate = self._ordered(proposed, relation)
            reason = self._reason(candidate, relation, text, finder)
            record = self._record(candidate, relation, text, doc, finder)
            if reason:
                rejected.append({**record, "reason": reason})
                continue
            key = (
                candidate.subject.key, candidate.relation, candidate.object.key or candidate.object.start,
                candidate.polarity, candidate.modality, record["according_to"], candidate.start,
            )  # fmt: skip
            kept = claims.get(key)
            if kept is None:
                claims[key] = record
            elif record["confidence"] > kept["confidence"]:
                claims[key] = {**record, "when": record["when"] or kept["when"]}
            elif record["when"] and not kept["when"]:
                kept["when"] = record["when"]
        ordered = sorted(
            claims.values(), key=lambda r: (r["start"], r["relation"], r["subject_name"], r["object_name"])
        )
        return Passed(tuple(ordered), tuple(rejected))

    def _ordered(self, candidate: Candidate, relation: Relation | None) -> Candidate:
        """A symmetric pair is written once, in the order of the text."""
        if relation is not None and relation.symmetric and candidate.object.key < candidate.subject.key:
            return replace(candidate, subject=candidate.object, object=candidate.subject)
        return candidate

    def _reason(self, candidate: Candidate, relation: Relation | None, text: str, finder: Finder) -> str:
        if relation is None:
            return f"no relation '{candidate.relation}' in the ontology"
        if text[candidate.start : candidate.end] != candidate.quote or not candidate.quote:
            return "the quote is not what stands in the text"
        for place, end in (("subject", candidate.subject), ("object", candidate.object)):
            inside = candidate.start <= end.start <= end.end <= candidate.end
            wrong = (
                self._wrong_phrase(place, end, relation)
                if end.how == "phrase"
                else self._wrong(place, end, relation, finder)
            )
            if wrong or not inside:
                return wrong or f"{place} does not stand in the sentence"
        if candidate.subject.key == candidate.object.key:
            return "subject and object are the same"
        return ""

    def _wrong_phrase(self, place: str, end: End, relation: Relation) -> str:
        if not relation.takes_phrase(place):
            return f"{relation.name} takes no phrase as its {place}"
        return "" if end.start < end.end else f"{place} is empty"

    def _wrong(self, place: str, end: End, relation: Relation, finder: Finder) -> str:
        if end.key not in finder.gazetteer.entries:
            return f"{place} not resolved"
        types = finder.entry(end.key).types
        if types and not self.vocabulary.fits(types, relation.takes(place)):
            return f"{place} is a {'/'.join(types)}: {relation.name} takes {'/'.join(relation.takes(place))}"
        return ""

    def _record(
        self, candidate: Candidate, relation: Relation | None, text: str, doc: str, finder: Finder
    ) -> dict[str, Any]:
        subject, object_ = self._end(candidate.subject, text, finder), self._end(candidate.object, text, finder)
        event = relation is None or relation.kind in ("event", "speech")
        return {
            "subject": subject[0],
            "object": object_[0],
            "subject_name": subject[1],
            "subject_type": subject[2],
            "subject_text": subject[3],
            "object_name": object_[1],
            "object_type": object_[2],
            "object_text": object_[3],
            "relation": candidate.relation,
            "addressee": self._told(candidate.addressee, finder),
            "about": [told for key in candidate.about if (told := self._told(key, finder))],
            "when": candidate.when or None,
            "where": self._told(candidate.where, finder) if event else None,
            "polarity": candidate.polarity,
            "modality": candidate.modality,
            "according_to": self._told(candidate.according_to, finder),
            "wording": candidate.wording or None,
            "said": candidate.said or None,
            "doc": doc,
            "start": candidate.start,
            "end": candidate.end,
            "quote": candidate.quote,
            "extractor": candidate.extractor,
            "rule": candidate.rule,
            "confidence": round(self._confidence(candidate), 3),
            "subject_start": candidate.subject.start,
            "object_start": candidate.object.start,
        }

    def _confidence(self, candidate: Candidate) -> float:
        """Its own, or its rule's; and it is wrong only if another extractor that agrees is wrong, too."""
        known = self.confidence.get(candidate.rule, PRIOR)
        own = known if candidate.confidence is None else candidate.confidence
        return 1 - (1 - own) * (1 - candidate.agreed)

    def _told(self, key: str, finder: Finder) -> str | None:
        """The id of an entry, the name of one without an id, or words as they stand."""
        entry = finder.gazetteer.entries.get(key)
        return ((entry.id or entry.name) if entry else key) or None

    def _end(self, end: End, text: str, finder: Finder) -> tuple[str | None, str, str, str]:
        if end.how == "phrase":
            phrase = text[end.start : end.end]
            return None, phrase, LITERAL, phrase
        entry = finder.gazetteer.entries.get(end.key)
        if entry is None:
            return None, end.key, "", text[end.start : end.end]
        return entry.id or None, entry.name, "|".join(entry.types) or "Thing", text[end.start : end.end]
