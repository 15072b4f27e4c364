from kg.prefixes import KG_IRI, prefixes
from kg.vocabulary import KG


def test_the_empty_prefix_is_the_projects_own() -> None:
    found = prefixes("https://example.org/x/")
    assert found[""] == "https://example.org/x/"
    assert found["kg"] == KG_IRI == str(KG)
