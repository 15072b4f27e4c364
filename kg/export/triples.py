"""Turtle, JSON-LD and N-Triples: the store's own triples, and the same in terms of PROV-O and of Web Annotation.

A piece of evidence is an `oa:Annotation`: its body is the claim, its target the source, with the quote as an
`oa:TextQuoteSelector` and its place as an `oa:TextPositionSelector` where they are known. No blank nodes.
"""

from kg.store import OxigraphStore

# a slash stands in no id, so these nodes meet no other
_TARGET = 'BIND (IRI(CONCAT(STR(?evidence), "/target")) AS ?target)'

CONSTRUCTS = (
    """CONSTRUCT {
      ?evidence a oa:Annotation , prov:Entity ; oa:hasBody ?claim ;
                prov:wasDerivedFrom ?source ; prov:wasAttributedTo ?voice .
      ?voice a prov:Agent .
    } WHERE { ?evidence kg:evidenceFor ?claim ; kg:source ?source ; kg:voice ?voice }""",
    "CONSTRUCT { ?claim a prov:Entity ; prov:wasDerivedFrom ?source ; prov:wasAttributedTo ?voice } "
    "WHERE { ?claim kg:evidence ?evidence . ?evidence kg:source ?source ; kg:voice ?voice }",
    "CONSTRUCT { ?source a prov:Entity ; prov:wasAttributedTo ?author . ?author a prov:Agent } "
    "WHERE { ?source a kg:Source ; kg:author ?author }",
    "CONSTRUCT { ?evidence oa:hasTarget ?target . ?target a oa:SpecificResource ; oa:hasSource ?source } "
    f"WHERE {{ ?evidence a kg:Evidence ; kg:source ?source {_TARGET} }}",
    """CONSTRUCT { ?target oa:hasSelector ?selector . ?selector a oa:TextQuoteSelector ; oa:exact ?quote }
      WHERE { ?evidence kg:quote ?quote
        BIND (IRI(CONCAT(STR(?evidence), "/quote")) AS ?selector) """
    f"{_TARGET} }}",
    """CONSTRUCT {
      ?target oa:hasSelector ?selector . ?selector a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end
    } WHERE { ?evidence kg:start ?start ; kg:end ?end
        BIND (IRI(CONCAT(STR(?evidence), "/position")) AS ?selector) """
    f"{_TARGET} }}",
)


def turtle(store: OxigraphStore) -> bytes:
    """Turtle."""
    return store.written("ttl", CONSTRUCTS)


def jsonld(store: OxigraphStore) -> bytes:
    """JSON-LD, expanded."""
    return store.written("jsonld", CONSTRUCTS)


def ntriples(store: OxigraphStore) -> bytes:
    """N-Triples, sorted."""
    return store.written("nt", CONSTRUCTS)
