"""Every row of the lexicon shows itself on its own example."""

import csv
from pathlib import Path

import pytest

from kg.extract.document import from_text
from kg.extract.engine import Extractor, make_extractor
from kg.extract.lexicon import Frame, load_lexicon
from kg.vocabulary import shipped_ontology

FRAMES = load_lexicon(shipped_ontology()).frames


@pytest.fixture(scope="module")
def extractor(tmp_path_factory: pytest.TempPathFactory) -> Extractor:
    names = tmp_path_factory.mktemp("names") / "names.csv"
    rows = [
        ("Emmanuel Macron", "Person"), ("Angela Merkel", "Person"), ("Otto Brandt", "Person"), ("Anna Weber", "Person"),
        ("Munich Conference", "Event"), ("Nairobi Treaty", "Document"), ("Togo", "State"), ("Chad", "State"), ("Guyana", "State"),
        ("Togo Airlines", "Company"), ("Volta Energy", "Company"), ("Lome Port", "Place"), ("Andes Front", "Organization"),
        ("Essequibo Region", "Place"), ("Atlas Region", "Place"), ("Coastal Command", "Organization"),
        ("Togo Army", "Organization"), ("Coastal Union", "Organization"),
    ]  # fmt: skip
    with names.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("name", "type"), *rows])
    return make_extractor(None, names)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.id)
def test_each_row_finds_the_claim_of_its_example(frame: Frame, extractor: Extractor) -> None:
    passed = extractor.extract(from_text(frame.example, date="2020-06-15"))
    found = [
        (c["subject_name"], c["object_name"], c["modality"] if c["modality"] != "asserted" else "")
        for c in passed.claims
        if c["relation"] == frame.relation and c["rule"] == frame.id
    ]
    for claim in frame.claim.split(";"):
        if ">" not in claim:
            continue
        subject, _, object_ = (part.strip() for part in claim.partition(">"))
        modality = next((m for m in ("planned", "hypothetical") if m in frame.claim), "")
        assert {(subject, object_, modality), (object_, subject, modality)} & set(found), (found, passed.claims)


def test_there_is_an_example_for_every_row() -> None:
    rows = 0
    for name in ("verbs.csv", "nominals.csv"):
        with Path(shipped_ontology() / "lexicon" / name).open(encoding="utf-8", newline="") as file:
            rows += sum(1 for _ in csv.DictReader(file))
    assert rows == len(FRAMES) == len({frame.id for frame in FRAMES})
    assert all(frame.example and ">" in frame.claim for frame in FRAMES)


def test_flags_ask_for_kinds_of_ends() -> None:
    def fits(flag: str, how: str, types: set[str]) -> bool:
        frame = Frame("x", "verb", "r", ("w",), "", (), ("subj",), ("obj",), frozenset({flag}), "", "")
        return frame.fits("object", how, types.__contains__)

    assert fits("object:Document/Event", "name", {"Event"}) and not fits("object:Document/Event", "name", {"State"})
    assert fits("object:-State", "name", {"Place"}) and not fits("object:-State", "name", {"State"})
    assert fits("object:named", "name", {"State"}) and not fits("object:named", "representative", {"State"})
    assert fits("subject:Person", "name", {"State"})
