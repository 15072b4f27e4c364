import pytest

from kg.extract.document import from_text
from kg.extract.engine import Extractor, make_extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return make_extractor()


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The France-Spain alliance is old.", {("France", "allyOf", "Spain")}),
        ("Talks among France, Spain and Italy ended.", {("France", "Italy"), ("France", "Spain"), ("Italy", "Spain")}),
        ("France's relations with Spain are old.", set()),
        ("France's relations with Spain are tense.", {("France", "hasPoorRelationsWith", "Spain")}),
        ("France has a key ally, Spain.", set()),
        ("France, Spain's key ally, agreed.", {("France", "allyOf", "Spain")}),
        ("A pact was signed between France and Spain.", {("France", "agreesWith", "Spain")}),
        ("French sanctions imposed on Spain remain.", {("France", "sanctions", "Spain")}),
        ("During a visit to Spain, the French president slept.", {("France", "visits", "Spain")}),
        ("At the request of France, Spain slept.", {("France", "requests", "Spain")}),
        ("Spain granted a French request.", {("France", "requests", "Spain")}),
        ("A French request was granted by Spain.", {("France", "requests", "Spain")}),
        ("Spain forgot a French request.", set()),
    ],
)
def test_slots_of_noun_frames(extractor: Extractor, text: str, claims: set[tuple[str, ...]]) -> None:
    found = {
        tuple(sorted((c["subject_name"], c["object_name"]))) if "Talks" in text
        else (c["subject_name"], c["relation"], c["object_name"])
        for c in extractor.extract(from_text(text)).claims
        if c["object_type"] != "Literal"
    }  # fmt: skip
    assert found == claims


def test_names_within_a_longer_name_tell_a_relation(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("names") / "names.csv"
    path.write_text("name,type\nrapprochement between Mali and Chad,Event\n", "utf-8")
    claims = make_extractor(None, path).extract(from_text("The rapprochement between Mali and Chad began.")).claims
    assert [(c["subject_name"], c["relation"], c["object_name"]) for c in claims] == [
        ("Chad", "cooperatesWith", "Mali")
    ]
