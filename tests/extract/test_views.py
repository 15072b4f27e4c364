"""Voices without a verb of saying."""

import pytest

from kg.extract.document import from_text
from kg.extract.engine import Extractor, make_extractor


@pytest.fixture(scope="module")
def extractor(tmp_path_factory: pytest.TempPathFactory) -> Extractor:
    names = tmp_path_factory.mktemp("names") / "names.csv"
    names.write_text("name,type\nOtto Brandt,Person\nNairobi Treaty,Document\n", "utf-8")
    return make_extractor(None, names)


@pytest.mark.parametrize(
    ("text", "claim", "content", "voice"),
    [
        ("In Otto Brandt's view, Chile supports Peru.", "Chile supports Peru", "affirmed asserted", "Otto Brandt"),
        ("From Kenya's perspective, Chile supports Peru.", "Chile supports Peru", "affirmed asserted", "kenya"),
        ("Otto Brandt's argument that Chile supports Peru convinced many.", "Chile supports Peru", "affirmed asserted", "Otto Brandt"),
        ("Otto Brandt's view is that Chile supports Peru.", "Chile supports Peru", "affirmed asserted", "Otto Brandt"),
        ("The strike was interpreted in Kenya as proof of Peru's dependence on Bolivia.", "Peru dependsOn Bolivia", "affirmed asserted", "kenya"),
    ],
)  # fmt: skip
def test_voice(extractor: Extractor, text: str, claim: str, content: str, voice: str) -> None:
    found = [
        (f"{c['polarity']} {c['modality']}", c["according_to"])
        for c in extractor.extract(from_text(text, date="2020-06-15")).claims
        if f"{c['subject_name']} {c['relation']} {c['object_name']}" == claim
    ]
    assert found == [(content, voice)]
