import pytest

from kg.extract.document import from_text
from kg.extract.engine import Extractor, make_extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return make_extractor()


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The French president landed in Lima.", ("France", "visits", "Lima")),
        ("The French president landed in the Peruvian capital.", ("France", "visits", "Lima")),
        ("The French president landed in Peru’s capital.", ("France", "visits", "Lima")),
        ("France recalled its envoy from Lima.", ("France", "sanctions", "Peru")),
    ],
)
def test_a_capital_is_a_city_or_its_state(extractor: Extractor, text: str, claim: tuple[str, str, str]) -> None:
    claims = extractor.extract(from_text(text)).claims
    assert [(c["subject_name"], c["relation"], c["object_name"]) for c in claims] == [claim]
