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
        ("France will not accept the Spanish claim.", {"opposes"}),
        ("France might not accept the Spanish claim.", set()),
        ("France accepts the Spanish claim.", set()),
    ],
)
def test_what_asks_for_more_comes_first(extractor: Extractor, text: str, relations: set[str]) -> None:
    claims = extractor.extract(from_text(text)).claims
    assert {c["relation"] for c in claims if c["object_type"] != "Literal"} == relations


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("France's decision to leave NATO surprised many.", {("France", "withdrawsFrom", "NATO", "planned")}),
        ("France's refusal to leave NATO surprised many.", {("France", "withdrawsFrom", "NATO", "planned")}),
        ("French and Spanish ministers met.", {("France", "meets", "Spain", "asserted")}),
        ("France and Spain sold planes to each other.", {("France", "Spain"), ("Spain", "France")}),
        ("France launched a series of attacks on Spain.", {("France", "attacks", "Spain", "asserted")}),
        ("France warned that it would attack Spain.", {("France", "Spain"), ("France", "Spain")}),
        ("Spanish police said they had jailed two Italians.", {("Spain", "detains", "Italy", "asserted")}),
        ("France moved troops to its border with Spain.", {("France", "deploysTo", "Spain", "asserted")}),
        ("Italy and France sanctioned Spain and expelled its envoys.", {("Italy", "Spain"), ("France", "Spain")}),
    ],
)
def test_ways_of_newswire(extractor: Extractor, text: str, claims: set[tuple[str, ...]]) -> None:
    found = extractor.extract(from_text(text)).claims
    long = {(c["subject_name"], c["relation"], c["object_name"], c["modality"]) for c in found}
    assert claims in (long, {(s, o) for s, _, o, _ in long})


def test_who_says_that_it_was_done_to_him_accuses(extractor: Extractor) -> None:
    for text, relations in (
        ("France said that Spain had bombed a French village.", {"accuses", "attacks"}),
        ("France said that Spain had bombed an Italian village.", {"attacks"}),
    ):
        assert {c["relation"] for c in extractor.extract(from_text(text)).claims} == relations
