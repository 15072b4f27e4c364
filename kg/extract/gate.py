"""The one gate for every extractor: what fails is kept with its reason, never stored as fact."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kg.extract.candidate import Candidate, End
from kg.extract.mentions import Finder
from kg.vocabulary import Relation, Vocabulary


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
            record = self._record(candidate, text, doc, finder)
            if reason:
                rejected.append({**record, "reason": reason})
                continue
            key = (
                candidate.subject.key, candidate.relation, candidate.object.key,
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
            if end.key not in finder.gazetteer.entries:
                return f"{place} not resolved"
            if not candidate.start <= end.start <= end.end <= candidate.end:
                return f"{place} does not stand in the sentence"
            types = finder.entry(end.key).types
            if types and not self.vocabulary.fits(types, relation.takes(place)):
                return f"{place} is a {'/'.join(types)}: {relation.name} takes {'/'.join(relation.takes(place))}"
        if candidate.subject.key == candidate.object.key:
            return "subject and object are the same"
        return ""

    def _record(self, candidate: Candidate, text: str, doc: str, finder: Finder) -> dict[str, Any]:
        subject, object_ = self._end(candidate.subject, text, finder), self._end(candidate.object, text, finder)
        speaker = finder.gazetteer.entries.get(candidate.according_to)
        voice = (speaker.id or speaker.name) if speaker else candidate.according_to
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
            "addressee": candidate.addressee or None,
            "about": list(candidate.about),
            "when": candidate.when or None,
            "where": candidate.where or None,
            "polarity": candidate.polarity,
            "modality": candidate.modality,
            "according_to": voice or None,
            "wording": candidate.wording or None,
            "said": candidate.said or None,
            "doc": doc,
            "start": candidate.start,
            "end": candidate.end,
            "quote": candidate.quote,
            "extractor": candidate.extractor,
            "rule": candidate.rule,
            "confidence": round(self.confidence.get(candidate.rule, self.confidence.get("*", 0.75)), 3),
            "subject_start": candidate.subject.start,
            "object_start": candidate.object.start,
        }

    def _end(self, end: End, text: str, finder: Finder) -> tuple[str | None, str, str, str]:
        entry = finder.gazetteer.entries.get(end.key)
        if entry is None:
            return None, end.key, "", text[end.start : end.end]
        return entry.id or None, entry.name, "|".join(entry.types) or "Thing", text[end.start : end.end]
