from kg.curate.words import Word, shown
from kg.model import ClaimRow
from kg.project import Project


def texts(found: tuple[Word, ...]) -> list[str]:
    return [word.text for word in found]


def test_things_are_found_by_id_and_by_any_name_those_that_fit_first(curated: Project) -> None:
    words = curated.curation("one").words
    assert texts(words.near("subject", "annie", {}, 1)) == ["ann"]
    assert texts(words.near("where", "north is", {}, 1)) == ["isle"]
    assert texts(words.near("subject", "n", {"relation": "claims"}, 1))[:1] == ["nord"]
    assert texts(words.near("object", "n", {"relation": "claims"}, 1))[0] == "isle"  # by North Isle, a place
    assert words.near("subject", "annie", {}, 1)[0].meaning == "Ann (Annie) · Person"
    assert texts(words.near("event", "tal", {}, 1)) == ["talks"]
    assert words.near("subject", "zzz", {}, 1) == ()


def test_an_empty_cell_proposes_whom_the_paragraph_names_in_its_order(curated: Project) -> None:
    words = curated.curation("one").words
    assert texts(words.near("subject", "", {}, 1)) == ["ann", "bob", "isle"]
    assert texts(words.near("subject", "", {}, 2)) == ["nord", "isle", "sud"]


def test_the_last_of_several_topics_is_completed(curated: Project) -> None:
    (word,) = curated.curation("one").words.near("about", "isle|ann", {}, 1)
    assert (word.text, word.typed) == ("ann", 3)


def test_relations_come_with_their_meaning_and_those_that_fit_first(curated: Project) -> None:
    words = curated.curation("one").words
    (first, *_) = words.near("relation", "meets", {}, 1)
    assert first.text == "meets" and "talk" in first.meaning
    found = texts(words.near("relation", "", {"subject": "isle"}, 1))
    assert "meets" not in found[:5]


def test_rows_values_paragraphs_and_sentences_are_proposed(curated: Project) -> None:
    words = curated.curation("one").words
    assert texts(words.near("condition", "#o3", {}, 1)) == ["#o3"]
    assert texts(words.near("object", "#nord cl", {}, 1)) == ["#o2"]
    assert texts(words.near("modality", "pl", {}, 1)) == ["planned"]
    assert texts(words.near("wording", "", {}, 1)) == ["verbatim", "paraphrase", "summary", "inference"]
    assert texts(words.near("at", "", {}, 2)) == ["¶2", "¶1", "¶3"]
    assert texts(words.near("quote", "", {}, 2)) == ["Nord claims North Isle.", "Sud does not."]
    assert texts(words.near("quote", "claims", {}, 2)) == ["claims North Isle."]
    assert words.near("when", "2016", {}, 1) == () and words.near("note", "", {}, 1) == ()


def test_a_row_is_shown_on_one_line() -> None:
    row = ClaimRow("one", "ann", "asks", "a\nb", addressee="bob", about=("isle",), polarity="denied", when="2016")
    assert shown(row) == "ann asks a b · → bob · about isle · denied · 2016"
