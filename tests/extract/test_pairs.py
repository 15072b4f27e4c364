import pytest

from kg.extract.document import from_text
from kg.extract.engine import Extractor, make_extractor
from kg.extract.mentions import Finder
from kg.extract.pairs import Features, governing, pairs


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return make_extractor()


def seen(extractor: Extractor, text: str) -> dict[tuple[str, str], tuple[list[str], str]]:
    """For each pair: its features, and the verb that ties it."""
    document = from_text(text)
    finder = Finder(text, extractor.gazetteer, extractor.lexicon.words, None)
    features, found = Features(extractor.lexicon), {}
    for sentence, resolver, _, _ in extractor.read(document, finder, finder.find()):
        for pair in pairs(sentence, resolver):
            clause = governing(sentence, pair)
            held = features.of(sentence, pair, resolver)
            found[pair.first.key, pair.second.key] = (held, clause.lemma if clause else "")
    return found


def test_names_are_masked_and_words_are_not(extractor: Extractor) -> None:
    held, verb = seen(extractor, "France attacked Spain on Monday.")["france", "spain"]
    assert verb == "attack"
    assert {"types=State,State", "whole=attack", "between=A attack", "clause=attack subject,object,active"} <= set(held)
    assert held == sorted(held) and not [name for name in held if "france" in name.casefold()]
    assert held == seen(extractor, "Kenya attacked Ghana on Monday.")["kenya", "ghana"][0]


def test_a_list_of_names_does_not_part_a_pair(extractor: Extractor) -> None:
    found = seen(extractor, "France, Kenya and Ghana attacked Spain.")
    assert len(found) == 6
    assert "whole=attack" in found["france", "spain"][0]
    assert "whole=and" in found["france", "ghana"][0]


def test_a_pair_stands_once_where_it_is_nearest_and_pronouns_count(extractor: Extractor) -> None:
    found = seen(extractor, "France met Spain. Kenya said it had attacked Ghana, and France attacked Ghana.")
    assert found["kenya", "ghana"][1] == "attack"
    assert "how=pronoun,name" in found["kenya", "ghana"][0]
    assert "whole=attack" in found["france", "ghana"][0]


def test_the_verb_between_ties_a_pair_or_else_the_nearest(extractor: Extractor) -> None:
    found = seen(extractor, "Italy said France and Spain attacked Kenya.")
    assert found["france", "spain"][1] == "say"
    assert found["spain", "kenya"][1] == "attack"
