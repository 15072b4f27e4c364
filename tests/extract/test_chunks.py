from kg.extract.chunks import chunk
from kg.extract.clauses import clauses
from kg.extract.lexicon import load_lexicon
from kg.extract.sentences import tokenize
from kg.vocabulary import shipped_ontology

WORDS = load_lexicon(shipped_ontology()).words


def test_noun_phrases_and_verb_groups() -> None:
    text = "The leader of the party has not been invited to the talks."
    words = tokenize(text, 0, len(text), [], WORDS)
    found = chunk(words, WORDS)
    assert [p.kind for p in found] == ["NP", "VG", "PREP", "NP", "."]
    assert found[0].of is not None and words[found[0].head].text == "leader"
    assert found[1].passive and found[1].negated


def test_a_phrasal_verb_takes_its_object_on_either_side() -> None:
    for text, particle, object_ in (
        ("They cut off the gas.", "off", "gas"),
        ("They turned down the gas.", "down", "gas"),
        ("They turned the gas down.", "down", "gas"),
        ("They cut the gas.", "off", ""),
    ):
        words = tokenize(text, 0, len(text), [], WORDS)
        read = clauses(words, chunk(words, WORDS), WORDS)[0].with_particle(particle, words)
        assert (words[read.objects[0].head].text if read else "") == object_
