import pytest

from kg.extract.chunks import Clause, chunk, without_brackets
from kg.extract.clauses import clauses
from kg.extract.lexicon import load_lexicon
from kg.extract.sentences import Token, split, tokenize
from kg.vocabulary import shipped_ontology

WORDS = load_lexicon(shipped_ontology()).words


def tokens(text: str) -> list[Token]:
    return without_brackets(tokenize(text, 0, len(text), [], WORDS))


def parsed(text: str) -> tuple[list[Token], list[Clause]]:
    words = tokens(text)
    return words, clauses(words, chunk(words, WORDS), WORDS)


def test_sentences_end_at_stops_not_at_abbreviations() -> None:
    text = 'Gen. Weber met Dr. Brandt. "We agree," he said. The U.S. Senate voted.'
    assert [text[a:b] for a, b in split(text, 0, len(text))] == [
        "Gen. Weber met Dr. Brandt.",
        '"We agree," he said.',
        "The U.S. Senate voted.",
    ]


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("The attack failed.", "attack", "N"),
        ("They attack the port.", "attack", "V"),
        ("He plans to attack the port.", "attack", "V"),
        ("He travelled to the port.", "to", "PREP"),
        ("They didn’t go.", "n’t", "NEG"),
        ("The port was attacked.", "attacked", "V"),
        ("The envoy cut the wire.", "cut", "V"),
        ("The port was hit.", "hit", "V"),
        ("The envoy threatened to cut the wire.", "cut", "V"),
        ("The envoy demanded that Brandt open the port.", "open", "V"),
        ("About 300 men left.", "About", "ADV"),
        ("They talked about 300 men.", "about", "PREP"),
        ("More than 1,300 men left.", "1,300", "NUM"),
        ("More than 1,300 men left.", "than", "DET"),
        ("The men torched the port.", "torched", "V"),
        ("They accused it of hostile acts.", "acts", "N"),
        ("The cut was deep.", "cut", "N"),
    ],
)
def test_tags(text: str, word: str, tag: str) -> None:
    assert next(t.tag for t in tokens(text) if t.text == word) == tag


def test_short_brackets_are_left_out() -> None:
    assert "XYZ" not in [t.text for t in tokens("The body (XYZ) met.")]
