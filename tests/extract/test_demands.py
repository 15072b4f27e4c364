"""What frames demand beyond their slots."""

import pytest

from kg.extract.document import from_text
from kg.extract.engine import Extractor, make_extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return make_extractor()


def said(extractor: Extractor, text: str) -> set[tuple[str, str, str, str, str]]:
    claims = extractor.extract(from_text(text, date="2020-06-15")).claims
    return {(c["relation"], c["subject_name"], c["object_name"], c["modality"], c["polarity"]) for c in claims}


@pytest.mark.parametrize(
    "text",
    [
        "Peru traded barbs with Bolivia.",  # `bare`
        "Serbia has poor relations with Kosovo.",  # `without:`
        "Relations between India and Pakistan are tense.",  # `with:`
        "Hungary joined Poland in opposing the plan.",  # the gate: a state is no body
        "Bangladesh has welcomed Burmese refugees.",  # `onlycontent`
        "Finland handed Russia a diplomatic victory.",  # particle
        "Mali gave Chad up to a week.",
        "The former US ally Iran objected.",
        "Iran-backed militias gathered.",
        "France backed away from its promise to Mali.",
        "Georgia is close to Turkey.",
        "The Franco War-Peru match was played.",  # a dash that joins no two names
    ],
)
def test_what_is_not_said(extractor: Extractor, text: str) -> None:
    assert said(extractor, text) == set()


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The India-Japan agreement expired.", ("agreesWith", "India", "Japan", "asserted", "affirmed")),
        ("The Iran–Turkey talks will resume.", ("negotiatesWith", "Iran", "Turkey", "planned", "affirmed")),
        ("Talks between Iran and Turkey will begin in May.", ("negotiatesWith", "Iran", "Turkey", "planned", "affirmed")),
        (
            "A summit between Iran and Turkey was cancelled.",
            ("meets", "Iran", "Turkey", "hypothetical", "affirmed"),
        ),
        ("Any deal between Iran and Israel is far away.", ("agreesWith", "Iran", "Israel", "hypothetical", "affirmed")),
        ("Turkey suspended trade with Israel.", ("cooperatesWith", "Israel", "Turkey", "asserted", "denied")),
        ("Iran-backed Hezbollah fired rockets.", ("supports", "Iran", "Hezbollah", "asserted", "affirmed")),
        ("Russia's close ally Belarus objected.", ("allyOf", "Belarus", "Russia", "asserted", "affirmed")),
        ("Norway held no talks with Chad.", ("negotiatesWith", "Chad", "Norway", "asserted", "denied")),
        ("Denmark came to the aid of Nepal.", ("aids", "Denmark", "Nepal", "asserted", "affirmed")),
        ("Nepal is a recipient of Danish aid.", ("aids", "Denmark", "Nepal", "asserted", "affirmed")),
        ("Angola, a large buyer of Brazilian weapons, objected.", ("supplies", "Brazil", "Angola", "asserted", "affirmed")),
        ("Oman enjoys cordial relations with Iran.", ("friendlyWith", "Iran", "Oman", "asserted", "affirmed")),
        ("Croatia became a NATO member.", ("memberOf", "Croatia", "NATO", "asserted", "affirmed")),
    ],
)  # fmt: skip
def test_what_is_said(extractor: Extractor, text: str, claim: tuple[str, str, str, str, str]) -> None:
    assert claim in said(extractor, text)
