import pytest

from kg.extract.chunks import chunk
from kg.extract.clauses import clauses
from kg.extract.lexicon import load_lexicon
from kg.extract.scope import Sentence
from kg.extract.sentences import tokenize
from kg.extract.spans import LONGEST, Spans
from kg.vocabulary import shipped_ontology

WORDS = load_lexicon(shipped_ontology()).words


def spans(text: str) -> Spans:
    tokens = tokenize(text, 0, len(text), [], WORDS)
    phrases = chunk(tokens, WORDS)
    return Spans(Sentence(text, 0, len(text), tokens, phrases, clauses(tokens, phrases, WORDS), {}), WORDS)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("A ban on trade, which they oppose, is near.", "A ban on trade"),
        ("A ban on fish, meat and milk while it lasts.", "A ban on fish, meat and milk"),
        ("A “total ban” on trade; they oppose it.", "A “total ban” on trade"),
    ],
)
def test_a_phrase_ends_where_another_clause_begins(text: str, phrase: str) -> None:
    span = spans(text).phrase(0)
    assert span is not None and text[span.start : span.end] == phrase


def test_a_clause_needs_its_verb_and_keeps_its_condition() -> None:
    text = "If the ban ends, they will trade, he said."
    span = spans(text).clause(0)
    assert span is not None and text[span.start : span.end] == "If the ban ends, they will trade"
    assert spans("A ban on trade.").clause(0) is None


def test_long_phrases_are_cut_at_a_joint() -> None:
    text = "A ban " + "on the import of cheap fish " * 8 + "."
    span = spans(text).phrase(0)
    assert span is None or len(text[span.start : span.end].split()) <= LONGEST
