from kg.extract.chunks import chunk
from kg.extract.clauses import clauses
from kg.extract.hearing import words_deny
from kg.extract.lexicon import load_lexicon
from kg.extract.scope import Scope
from kg.extract.sentences import tokenize
from kg.vocabulary import shipped_ontology

WORDS = load_lexicon(shipped_ontology()).words


def content(text: str, verb: str) -> tuple[str, str]:
    words = tokenize(text, 0, len(text), [], WORDS)
    phrases = chunk(words, WORDS)
    found = clauses(words, phrases, WORDS)
    return Scope(words, phrases, found, WORDS).content(next(c for c in found if c.lemma == verb))


def test_content_follows_the_governing_verb() -> None:
    assert content("They agreed to meet the envoy.", "meet") == ("affirmed", "planned")
    assert content("They refused to meet the envoy.", "meet") == ("denied", "asserted")
    assert content("They have yet to meet the envoy.", "meet")[0] in ("affirmed", "denied")
    assert content("They must meet the envoy.", "meet") == ("affirmed", "normative")


def test_denying_verbs() -> None:
    text = "They denied that it fell."
    words = tokenize(text, 0, len(text), [], WORDS)
    assert words_deny(WORDS, clauses(words, chunk(words, WORDS), WORDS)[0])
