import pytest

from kg.extract.document import from_text
from kg.extract.engine import Extractor, make_extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return make_extractor()


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("France and Spain maintain relations.", set()),
        ("France maintains warm relations with Spain.", {"friendlyWith"}),
        ("France does not accept the Spanish claim.", {"opposes"}),
        ("France accepts the Spanish claim.", set()),
    ],
)
def test_what_asks_for_more_comes_first(extractor: Extractor, text: str, relations: set[str]) -> None:
    claims = extractor.extract(from_text(text)).claims
    assert {c["relation"] for c in claims if c["object_type"] != "Literal"} == relations
