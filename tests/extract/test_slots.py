import pytest

from kg.extract.document import from_text
from kg.extract.engine import Extractor, make_extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return make_extractor()


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The rifles, which France sold to Spain, broke.", ("France", "supplies", "Spain")),
        ("Italy, with which France has maintained warm relations, agreed.", ("France", "friendlyWith", "Italy")),
        ("Spain, which France attacked, wept.", ("France", "attacks", "Spain")),
        ("The attack on Spain was praised by France.", None),
    ],
)
def test_a_relative_clause_borrows_from_before_it(
    extractor: Extractor, text: str, claim: tuple[str, str, str] | None
) -> None:
    found = [(c["subject_name"], c["relation"], c["object_name"]) for c in extractor.extract(from_text(text)).claims]
    assert found == ([claim] if claim else [])
