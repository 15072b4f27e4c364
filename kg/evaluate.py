"""Claims against gold: how much of what annotators found in a text do the curated claims hold?

A record of gold is a line of JSON with `doc` (file name), `subject`, `relation`, `object`, `polarity`, `modality`, and,
where known, `id` and `paragraph`. Gold names things by names; they are matched by all names of both sides.
"""

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.claims import Resolved
from kg.errors import InputError
from kg.model import Claim
from kg.table import Table
from kg.texts import fold
from kg.vocabulary import Relation


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated claim."""

    id: str
    doc: str
    paragraph: int | None
    subject: str
    relation: str
    object: str
    polarity: str
    modality: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Recall of the gold, strict and relaxed: by article, by relation, and what was missed."""

    by_article: Table
    by_relation: Table
    misses: Table


def read_gold(path: Path) -> tuple[Gold, ...]:
    """Read a gold file.

    Raises:
        InputError: a line is not a record of gold.
    """
    records = []
    for number, line in enumerate(path.read_text("utf-8-sig").splitlines(), 1):
        if line.strip():
            try:
                data: dict[str, Any] = json.loads(line)
                records.append(
                    Gold(
                        id=str(data.get("id", number)),
                        doc=data["doc"],
                        paragraph=data.get("paragraph"),
                        subject=data["subject"],
                        relation=data["relation"],
                        object=data["object"],
                        polarity=data.get("polarity") or "affirmed",
                        modality=data.get("modality") or "asserted",
                    )
                )
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise InputError(f"{path}:{number}: not a record of gold: {error!r}") from error
    return tuple(records)


def read_names(path: Path) -> dict[str, tuple[str, ...]]:
    """Read a CSV of names: column `name`, and `aliases` with `|` between.

    Raises:
        InputError: there is no column `name`.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    if rows and "name" not in rows[0]:
        raise InputError(f"{path}:1: no column 'name'")
    return {row["name"]: tuple(filter(None, (row.get("aliases") or "").split("|"))) for row in rows}


def evaluate_curated(gold: Sequence[Gold], resolved: Resolved, names: Mapping[str, tuple[str, ...]]) -> Evaluation:
    """Hold curated claims against gold.

    Strict: subject, relation, object, polarity and modality agree; an object that is a phrase counts as the same where
    article, paragraph, subject and relation agree; symmetric pairs are unordered; an office matches by the position or
    by its state or body. Relaxed: same article, same two parties (as subject, object, addressee or topic), relation
    of the same family, same polarity; with a phrase for an object, the same paragraph.
    """
    matcher = _Matcher(resolved, names)
    found = [(record, matcher.strict(record), matcher.relaxed(record)) for record in gold]
    columns = ("id", "paragraph", "subject", "relation", "object", "polarity", "modality", "found")
    misses = [
        (record.id, record.paragraph, *_said(record), "relaxed" if relaxed else "no")
        for record, strict, relaxed in found
        if not strict
    ]
    return Evaluation(
        _recall("article", [(record.doc, strict, relaxed) for record, strict, relaxed in found]),
        _recall("relation", [(record.relation, strict, relaxed) for record, strict, relaxed in found]),
        Table.of(columns, misses),
    )


def _said(record: Gold) -> tuple[str, ...]:
    return record.subject, record.relation, record.object, record.polarity, record.modality


def _recall(column: str, found: Iterable[tuple[str, bool, bool]]) -> Table:
    gold: Counter[str] = Counter()
    strict: Counter[str] = Counter()
    relaxed: Counter[str] = Counter()
    for name, is_strict, is_relaxed in found:
        for key in (name, "all"):
            gold[key] += 1
            strict[key] += is_strict
            relaxed[key] += is_relaxed
    order = [*sorted(key for key in gold if key != "all"), *(["all"] if gold else [])]
    return Table.of(
        (column, "gold", "strict", "strict recall", "relaxed", "relaxed recall"),
        [
            (key, gold[key], strict[key], strict[key] / gold[key], relaxed[key], relaxed[key] / gold[key])
            for key in order
        ],
    )


class _Matcher:
    """Finds gold among claims, article by article."""

    def __init__(self, resolved: Resolved, names: Mapping[str, tuple[str, ...]]):
        dossier = resolved.dossier
        self.vocabulary, self.names = resolved.vocabulary, names
        self.sides = {entity.id: entity.side for entity in dossier.entities}
        self.forms: dict[str, set[str]] = defaultdict(set)
        for thing in dossier.things:
            self.forms[fold(thing.name)].add(thing.id)
        for name in dossier.names:
            self.forms[fold(name.name)].add(name.entity)
        self.sources = {source.get("text") or f"{source.key}.txt": source.key for source in dossier.sources}
        by_id = {claim.id: claim for claim in resolved.claims}
        self.said: dict[str, list[tuple[Claim, tuple[int, ...]]]] = defaultdict(list)
        for item in resolved.evidence:
            self.said[item.source].append((by_id[item.claim], item.paragraphs))

    def strict(self, gold: Gold) -> bool:
        relation = self.vocabulary.relations.get(gold.relation)
        return relation is not None and any(
            claim.relation == gold.relation
            and (claim.polarity, claim.modality) == (gold.polarity, gold.modality)
            and self._same_ends(gold, claim, relation, self._in_paragraph(gold, paragraphs))
            for claim, paragraphs in self._of(gold)
        )

    def relaxed(self, gold: Gold) -> bool:
        relation = self.vocabulary.relations.get(gold.relation)
        subject, object_ = self.ids(gold.subject), self.ids(gold.object)
        if relation is None or not subject:
            return self.strict(gold)
        for claim, paragraphs in self._of(gold):
            parties = {claim.subject.value, claim.object.value, claim.addressee, *claim.about}
            family = self.vocabulary.relations[claim.relation].family
            if family == relation.family and claim.polarity == gold.polarity and parties & subject:
                if object_ and parties & self._with_body(object_, relation):
                    return True
                if (not object_ or claim.object.kind != "entity") and self._in_paragraph(gold, paragraphs):
                    return True
        return self.strict(gold)

    def ids(self, name: str) -> set[str]:
        """What the dossier has under a gold name; failing that, under those of its aliases that mean one thing."""
        direct = self.forms.get(fold(name), set())
        if direct:
            return direct
        hits = [found for alias in self.names.get(name, ()) if len(found := self.forms.get(fold(alias), set())) == 1]
        return set().union(*hits)

    def _of(self, gold: Gold) -> list[tuple[Claim, tuple[int, ...]]]:
        return self.said[self.sources.get(gold.doc, Path(gold.doc).stem)]

    def _in_paragraph(self, gold: Gold, paragraphs: tuple[int, ...]) -> bool:
        return gold.paragraph is None or gold.paragraph in paragraphs

    def _same_ends(self, gold: Gold, claim: Claim, relation: Relation, same_paragraph: bool) -> bool:
        subject, object_ = self.ids(gold.subject), self.ids(gold.object)
        ends = (claim.subject, claim.object)
        for first, second in (ends, ends[::-1]) if relation.symmetric else (ends,):
            same_subject = first.value in subject or fold(first.value) == fold(gold.subject)
            if same_subject and second.kind == "entity" and second.value in self._with_body(object_, relation):
                return True
            if same_subject and same_paragraph and (not object_ or second.kind != "entity"):
                return True
        return False

    def _with_body(self, ids: set[str], relation: Relation) -> set[str]:
        """For an office, the position or its state or body; for all else, the thing itself."""
        if "Position" not in relation.range:
            return ids
        positions = {id_ for id_, side in self.sides.items() if side in ids}
        return ids | {self.sides.get(id_, "") for id_ in ids} - {""} | positions
