"""An extractor that knows one invented person, and how it hears a sentence."""

from collections.abc import Callable

import pytest

from kg.extract.document import from_text
from kg.extract.engine import Extractor, make_extractor


@pytest.fixture(scope="module")
def extractor(tmp_path_factory: pytest.TempPathFactory) -> Extractor:
    names = tmp_path_factory.mktemp("names") / "names.csv"
    names.write_text("name,type\nOtto Brandt,Person\nNairobi Treaty,Document\n", "utf-8")
    return make_extractor(None, names)


@pytest.fixture(scope="module")
def heard(extractor: Extractor) -> Callable[[str, str], list[tuple[str, str]]]:
    """By text and claim: polarity and modality, and whose voice it is, of each time the claim is heard."""

    def find(text: str, claim: str) -> list[tuple[str, str]]:
        return [
            (f"{c['polarity']} {c['modality']}", c["according_to"])
            for c in extractor.extract(from_text(text, date="2020-06-15")).claims
            if f"{c['subject_name']} {c['relation']} {c['object_name']}" == claim
        ]

    return find
