from typing import Any

import pytest

from kg.extract.document import from_text
from kg.extract.engine import Extractor, make_extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return make_extractor()


def phrases(extractor: Extractor, text: str) -> list[dict[str, Any]]:
    claims = extractor.extract(from_text(text, date="2020-06-17")).claims
    assert all(text[c["start"] : c["end"]] == c["quote"] and c["object_text"] in c["quote"] for c in claims)
    return [c for c in claims if c["object_type"] == "Literal"]


@pytest.mark.parametrize(
    ("text", "subject", "relation", "phrase"),
    [
        ("Kenya said that fish is cheap.", "Kenya", "states", "fish is cheap"),
        ("Fish is cheap, Kenya said on Monday.", "Kenya", "states", "Fish is cheap"),
        ("Kenya said fish is cheap because the sea is near.", "Kenya", "states", "fish is cheap"),
        ("Ghana wants to sell the harbour and has found a buyer.", "Ghana", "seeks", "sell the harbour"),
        ("Ghana wants to prevent a strike in the harbour.", "Ghana", "seeksToPrevent", "a strike in the harbour"),
        ("Mali fears a drought, which would be the third.", "Mali", "fears", "a drought"),
        ("Ghana's goal is to sell the harbour.", "Ghana", "seeks", "sell the harbour"),
        ("Kenya offered the buyers a larger harbour.", "Kenya", "proposes", "a larger harbour"),
    ],
)
def test_phrases_are_spans_of_the_text(
    extractor: Extractor, text: str, subject: str, relation: str, phrase: str
) -> None:
    found = [(c["subject_name"], c["relation"], c["object_text"]) for c in phrases(extractor, text)]
    assert found == [(subject, relation, phrase)]


def test_fields_of_what_is_reported(extractor: Extractor) -> None:
    (claim,) = phrases(extractor, "Kenya told Ghana on Monday that trade with Mali is slow.")
    assert (claim["object"], claim["addressee"], claim["said"], claim["wording"], claim["according_to"]) == (
        None, "ghana", "2020-06-15", "paraphrase", None,
    )  # fmt: skip
    assert claim["about"] == ["mali"]
    (claim,) = phrases(extractor, 'Kenya said: "Trade is slow."')
    assert (claim["object_text"], claim["wording"]) == ("Trade is slow", "verbatim")


def test_what_another_relation_carries_is_not_said_twice(extractor: Extractor) -> None:
    assert not phrases(extractor, "Italy said that France had attacked Spain.")


@pytest.mark.parametrize(
    ("text", "modality"), [("Mali may seek a larger army.", "hypothetical"), ("Mali seeks a larger army.", "asserted")]
)
def test_modality_of_a_stance(extractor: Extractor, text: str, modality: str) -> None:
    assert [c["modality"] for c in phrases(extractor, text)] == [modality]
