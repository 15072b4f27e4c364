import hashlib
import json

import pytest

from kg.claims import Place, PlaceError, make_claim, parse_place, read_node, resolve
from kg.model import ClaimRow, Event, Node
from kg.vocabulary import load_vocabulary, shipped_ontology

VOCABULARY = load_vocabulary(shipped_ontology())


def claim(**cells: str):  # type: ignore[no-untyped-def]
    row = ClaimRow("k", **{"subject": "bob", "relation": "meets", "object": "ann", **cells})  # type: ignore[arg-type]
    relation = VOCABULARY.relations[row.relation]
    return make_claim(
        row, relation, read_node(row.subject, relation, "subject"), read_node(row.object, relation, "object")
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", Place()),
        ("¶4", Place((4,))),
        ("p4", Place((4,))),
        ("¶4–6", Place((4, 5, 6))),
        ("p. 12", Place((), "12")),
        ("¶10, n2", Place((10,), "", 2)),
    ],
)
def test_places(text: str, place: Place) -> None:
    assert parse_place(text) == place


@pytest.mark.parametrize("text", ["4", "¶0", "¶6-4", "para 4", "¶x", "p.xyz"])
def test_no_place(text: str) -> None:
    with pytest.raises(PlaceError):
        parse_place(text)


def test_the_id_is_the_hash_of_what_is_said_in_the_order_of_the_guide() -> None:
    made = claim(when="2016-05", about="")
    said = ["ann", "meets", "bob", "", [], "2016-05", "", "", "affirmed", "asserted", ""]
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    assert made.id == hashlib.sha256(text.encode()).hexdigest()[:12]


def test_a_symmetric_pair_has_one_order_and_a_directed_one_keeps_its_own() -> None:
    assert claim() == claim(subject="ann", object="bob")
    assert claim(relation="hosts") != claim(relation="hosts", subject="ann", object="bob")


def test_every_field_tells_claims_apart() -> None:
    fields = {
        "object": "nord",
        "addressee": "nord",
        "when": "2016",
        "where": "isle",
        "event": "talks",
        "polarity": "denied",
        "modality": "planned",
    }
    ids = {claim().id} | {claim(**{name: value}).id for name, value in fields.items()}
    assert len(ids) == len(fields) + 1


def test_an_occasion_lends_its_date_and_place() -> None:
    row = ClaimRow("k", "ann", "meets", "bob", event="talks")
    event = Event("talks", "talks", when="2016-05", where="isle")
    made = make_claim(row, VOCABULARY.relations["meets"], Node("entity", "ann"), Node("entity", "bob"), None, event)
    assert (made.when, made.where) == ("2016-05", "isle")


def test_an_object_cell_is_an_entity_a_phrase_or_a_claim() -> None:
    meets, believes, supports = (VOCABULARY.relations[name] for name in ("meets", "believes", "supports"))
    assert read_node("bob", meets, "object").kind == "entity"
    assert read_node("peace", believes, "object").kind == "phrase"
    assert read_node("peace", supports, "object").kind == "entity"
    assert read_node("peace now", supports, "object").kind == "phrase"
    assert read_node("#a6", believes, "object") == Node("claim", "a6")


def test_two_sources_that_say_the_same_share_one_claim(make_project) -> None:  # type: ignore[no-untyped-def]
    resolved = resolve(make_project().read()[0], VOCABULARY)
    meeting = next(item for item in resolved.claims if item.relation == "meets")
    assert [item.id for item in resolved.evidence if item.claim == meeting.id] == ["one-o1", "two-t1"]


def test_a_nested_claim_is_followed_and_a_party_name_becomes_a_claim(make_project) -> None:  # type: ignore[no-untyped-def]
    rows = "id,subject,relation,object,modality\no1,nord,recognizes,the line,normative\no2,bob,requests,#o1,\n"
    resolved = resolve(make_project({"claims/one.csv": rows, "claims/two.csv": None}).read()[0], VOCABULARY)
    by_relation = {item.relation: item for item in resolved.claims}
    assert by_relation["requests"].object == Node("claim", by_relation["recognizes"].id)
    assert by_relation["calls"].object == Node("phrase", "North Isle")
    assert by_relation["calls"].about == ("isle",)
