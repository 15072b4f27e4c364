from kg.extract.chunks import chunk
from kg.extract.lexicon import load_lexicon
from kg.extract.sentences import tokenize
from kg.extract.walk import Walk
from kg.vocabulary import shipped_ontology

WORDS = load_lexicon(shipped_ontology()).words


def walk(text: str) -> Walk:
    tokens = tokenize(text, 0, len(text), [], WORDS)
    return Walk(tokens, chunk(tokens, WORDS), WORDS)


def heads(found: Walk, phrases: list[object]) -> list[str]:
    return [found.tokens[phrase.head].text for phrase in phrases]  # type: ignore[attr-defined]


def test_coordinated_phrases_are_read_in_both_directions() -> None:
    found = walk("The king, the queen and the bishop met the pope.")
    verb = next(place for place, phrase in enumerate(found.phrases) if phrase.kind == "VG")
    assert heads(found, list(found.group_left(verb - 1))) == ["king", "queen", "bishop"]
    found = walk("They met the king, the queen and the bishop in May.")
    group, after = found.group_right(2)
    assert heads(found, list(group)) == ["king", "queen", "bishop"] and found.kind(after) == "PREP"


def test_a_subject_is_found_past_what_hangs_on_it() -> None:
    found = walk("The envoy from the north in the south died.")
    verb = next(place for place, phrase in enumerate(found.phrases) if phrase.kind == "VG")
    assert heads(found, list(found.climb(verb - 1))) == ["envoy"]
    assert found.kind(99) == "" == found.kind(-1)
