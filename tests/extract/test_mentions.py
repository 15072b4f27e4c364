from kg.extract.document import from_text
from kg.extract.engine import make_extractor
from kg.extract.mentions import Finder


def named(text: str) -> list[tuple[str, str]]:
    extractor = make_extractor()
    finder = Finder(text, extractor.gazetteer, extractor.lexicon.words, from_text(text).published)
    return [(text[m.start : m.end], finder.entry(m.key).name) for m in finder.find()]


def test_a_person_is_known_by_surname_once_the_full_name_was_told() -> None:
    found = named("Foreign Minister Omar al-Nadir spoke. Nadir left. President Ana de Vries came. De Vries went.")
    assert ("Nadir", "Omar al-Nadir") in found
    assert ("De Vries", "Ana de Vries") in found


def test_two_of_one_surname_stay_apart() -> None:
    found = named("President Carl Osten met Minister Dora Osten. Osten left.")
    assert ("Osten", "Carl Osten") not in found and ("Osten", "Dora Osten") not in found
