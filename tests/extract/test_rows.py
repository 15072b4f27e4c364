import hashlib
import json
from typing import Any

from kg.extract.document import from_text
from kg.extract.rows import as_proposed, proposal_id

TEXT = "Heading\n\nAnn met Bob in May.\n"
RECORD: dict[str, Any] = {
    "subject": "ann", "object": "bob", "subject_name": "Ann", "object_name": "Bob", "object_type": "Person",
    "relation": "meets", "addressee": "nobody", "about": ["isle", "unknown"], "when": "2016-05", "where": None,
    "polarity": "affirmed", "modality": "asserted", "according_to": None, "wording": None, "said": None,
    "doc": "one.txt", "start": 9, "end": 28, "quote": "Ann met Bob in May.", "extractor": "rules", "rule": "meet",
    "confidence": 0.8,
}  # fmt: skip
KNOWN = frozenset(("ann", "bob", "isle"))


def rows(*records: dict[str, Any]) -> list[Any]:
    return [item.row for item in proposed(*records) if not item.unknown]


def proposed(*records: dict[str, Any]) -> list[Any]:
    return list(as_proposed(records, from_text(TEXT, "one.txt"), "one", KNOWN))


def test_a_record_becomes_a_row_of_its_source_with_its_place() -> None:
    (row,) = rows(RECORD)
    assert (row.source, row.subject, row.relation, row.object, row.at) == ("one", "ann", "meets", "bob", "¶2")
    assert (row.about, row.addressee) == (("isle",), "")
    assert row.proposal.span == (9, 28) and row.proposal.confidence == 0.8


def test_the_id_tells_what_is_said_where_and_not_by_which_rule() -> None:
    said = json.dumps(["ann", "meets", "bob", RECORD["quote"]], ensure_ascii=False, separators=(",", ":"))
    wanted = "x" + hashlib.sha256(said.encode()).hexdigest()[:8]
    assert proposal_id(RECORD) == wanted == proposal_id({**RECORD, "rule": "other", "confidence": 0.1})
    assert proposal_id({**RECORD, "quote": "other"}) != wanted


def test_what_names_the_unknown_waits() -> None:
    assert rows({**RECORD, "object": None}) == []
    assert rows({**RECORD, "according_to": "a spokesman"}) == []
    assert proposed({**RECORD, "object": None})[0].unknown == ("Bob",)


def test_of_two_with_one_id_the_surer_counts() -> None:
    (row,) = rows(RECORD, {**RECORD, "rule": "sure", "confidence": 0.9})
    assert row.proposal.rule == "sure"
