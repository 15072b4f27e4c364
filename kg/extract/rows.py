"""What an extractor proposes, as rows of the source that it read: the same records that people write."""

import hashlib
import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kg.claims import evidence_id
from kg.errors import InputError, Location
from kg.extract.document import Document, read_document
from kg.extract.engine import make_extractor
from kg.extract.gazetteer import read_world
from kg.model import ClaimRow, Dossier, Proposal
from kg.texts import find_text
from kg.vocabulary import Vocabulary

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Proposed:
    """A row with the record that it was made of; `unknown` are ends and voices that are no entities of the dossier."""

    row: ClaimRow
    record: Record
    unknown: tuple[str, ...]


def propose(dossier: Dossier, folders: Sequence[Path], ontology: Path | None = None) -> Iterator[Proposed]:
    """What the extractor finds in the texts of the sources that are at hand.

    What a person has judged keeps the id under which it was judged, even if its ends have become entities since.
    """
    found = [(source, path) for source in dossier.sources if (path := find_text(source, folders))]
    if not found:
        return
    extractor = make_extractor(dossier, None, ontology)
    ids = Ids(dossier, extractor.vocabulary)
    known = frozenset(thing.id for thing in dossier.things)
    for source, path in found:
        with suppress(InputError):  # told by the check of texts
            document = read_document(path, source.date)
            yield from as_proposed(extractor.extract(document).claims, document, source.key, known, ids)


def as_proposed(
    records: Iterable[Record], document: Document, source: str, known: frozenset[str], ids: "Ids | None" = None
) -> Iterator[Proposed]:
    """A row for each record; of records with one id (same subject, relation, object and quote) the surest counts."""
    starts = [paragraph.start for paragraph in document.paragraphs]
    seen = set()
    for record in sorted(records, key=lambda record: -record["confidence"]):
        row = _row(record, source, bisect_right(starts, record["start"]), known)
        if ids:
            row = replace(row, id=ids.of(record, source))
        phrase = record["object_type"] == "Literal"
        if phrase and " " not in row.object:  # a cell of one word would be an id
            continue
        ends = [row.subject, row.according_to, *([] if phrase else [row.object])]
        if row.id not in seen:
            seen.add(row.id)
            yield Proposed(row, record, tuple(dict.fromkeys(end for end in ends if end and end not in known)))


class Ids:
    """The ids of proposals. An end that was a mere name when it was judged may be an entity by now."""

    def __init__(self, dossier: Dossier, vocabulary: Vocabulary):
        self.judged = {item.evidence for item in dossier.judgements} | {evidence_id(row) for row in dossier.rows}
        self.vocabulary = vocabulary
        self.names: dict[str, set[str]] = defaultdict(set)
        for thing in dossier.things:
            self.names[thing.id].add(thing.name)
        for name in dossier.names:
            self.names[name.entity].add(name.name)
        world = {entity.name: entity.id for entity in read_world()[0]}
        for names in self.names.values():
            names |= {world[name] for name in names if name in world}

    def of(self, record: Record, source: str) -> str:
        """The id of a record: that under which it was judged, or its own."""
        own = proposal_id(record)
        if f"{source}-{own}" in self.judged:
            return own
        return next((id_ for id_ in self.former(record) if f"{source}-{id_}" in self.judged), own)

    def former(self, record: Record) -> Iterator[str]:
        """The ids that a record had while its ends were mere names."""
        subject, object_ = _end(record, "subject"), _end(record, "object")
        symmetric = self.vocabulary.relations[record["relation"]].symmetric
        for one in sorted(self.names[subject] | {subject}):
            for two in sorted(self.names[object_] | {object_}):
                yield hash_id(one, record["relation"], two, record["quote"])
                if symmetric:
                    yield hash_id(two, record["relation"], one, record["quote"])


def proposal_id(record: Record) -> str:
    """`x` and 8 hex digits of the sha256 of subject, relation, object and quote.

    The rule does not count: what was rejected does not return by another one.
    """
    return hash_id(_end(record, "subject"), record["relation"], _end(record, "object"), record["quote"])


def hash_id(subject: str, relation: str, object_: str, quote: str) -> str:
    """The id of a proposal that says this."""
    text = json.dumps([subject, relation, object_, quote], ensure_ascii=False, separators=(",", ":"))
    return f"x{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def _end(record: Record, place: str) -> str:
    return str(record[place] or record[f"{place}_name"])


def _row(record: Record, source: str, paragraph: int, known: frozenset[str]) -> ClaimRow:
    return ClaimRow(
        source=source,
        subject=_end(record, "subject"),
        relation=record["relation"],
        object=_end(record, "object"),
        id=proposal_id(record),
        addressee=next(iter(known & {record["addressee"]}), ""),
        about=tuple(sorted(known & {*record["about"]})),
        when=record["when"] or "",
        where=next(iter(known & {record["where"]}), ""),
        polarity=record["polarity"],
        modality=record["modality"],
        at=f"¶{paragraph}" if paragraph else "",
        according_to=record["according_to"] or "",
        wording=record["wording"] or "",
        said=record["said"] or "",
        quote=record["quote"],
        proposal=Proposal(record["extractor"], record["rule"], record["confidence"], (record["start"], record["end"])),
        location=Location(record["doc"]),
    )
