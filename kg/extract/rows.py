"""What an extractor proposes, as rows of the source that it read: the same records that people write."""

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.errors import Location
from kg.extract.document import Document
from kg.model import ClaimRow, Proposal


def as_rows(
    records: Iterable[Mapping[str, Any]], document: Document, source: str, known: frozenset[str]
) -> Iterator[ClaimRow]:
    """A row for each record whose ends and voice are `known` entities; the others wait for review.

    Of records with one id (same subject, relation, object and quote) the surest counts.
    """
    starts = [paragraph.start for paragraph in document.paragraphs]
    seen = set()
    for record in sorted(records, key=lambda record: -record["confidence"]):
        row = _row(record, source, bisect_right(starts, record["start"]), known)
        ends = {row.subject, row.according_to} - {""}
        ends |= {row.object} if record["object_type"] != "Literal" else set()
        phrase = record["object_type"] == "Literal"
        if phrase and " " not in row.object:  # a cell of one word would be an id
            continue
        if row.id not in seen and ends <= known:
            seen.add(row.id)
            yield row


def proposal_id(record: Mapping[str, Any]) -> str:
    """`x` and 8 hex digits of the sha256 of subject, relation, object and quote.

    The rule does not count: what was rejected does not return by another one.
    """
    said = [_end(record, "subject"), record["relation"], _end(record, "object"), record["quote"]]
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return f"x{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def _end(record: Mapping[str, Any], place: str) -> str:
    return str(record[place] or record[f"{place}_name"])


def _row(record: Mapping[str, Any], source: str, paragraph: int, known: frozenset[str]) -> ClaimRow:
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
