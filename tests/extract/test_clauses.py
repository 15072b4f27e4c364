import pytest

from kg.extract.chunks import chunk
from kg.extract.clauses import clauses
from kg.extract.lexicon import load_lexicon
from kg.extract.sentences import tokenize
from kg.vocabulary import shipped_ontology

WORDS = load_lexicon(shipped_ontology()).words


@pytest.mark.parametrize(
    ("text", "verb", "subject", "object_"),
    [
        ("The minister visited the port.", "visit", "minister", "port"),
        ("The minister, who had resigned, visited the port.", "visit", "minister", "port"),
        ("The minister of the party visited the port.", "visit", "minister", "port"),
        ("The minister met the envoy and visited the port.", "visit", "minister", "port"),
        ("The minister plans to visit the port.", "visit", "minister", "port"),
        ("The minister urged the envoy to visit the port.", "visit", "envoy", "port"),
        ("The minister said the envoy visited the port.", "visit", "envoy", "port"),
        ("The minister, the envoy said, visited the port.", "visit", "minister", "port"),
        ("Having visited the port, the minister wept.", "visit", "minister", "port"),
        ("The decision to close the school shocked the port.", "shock", "decision", "port"),
    ],
)
def test_subjects_and_objects(text: str, verb: str, subject: str, object_: str) -> None:
    words = tokenize(text, 0, len(text), [], WORDS)
    clause = next(c for c in clauses(words, chunk(words, WORDS), WORDS) if c.lemma == verb)
    assert [words[p.head].text for p in clause.subject] == [subject]
    assert [words[p.head].text for p in clause.objects] == [object_]
