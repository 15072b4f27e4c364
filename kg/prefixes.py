"""The prefixes that queries may use without declaring them. No imports: opening a store needs no rdflib."""

KG_IRI = "https://w3id.org/example/kg/"


def prefixes(base: str) -> dict[str, str]:
    """The empty prefix for what is the project's own, `kg:` for the vocabulary, and the standard ones."""
    return {
        "": base,
        "kg": KG_IRI,
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "prov": "http://www.w3.org/ns/prov#",
        "oa": "http://www.w3.org/ns/oa#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "wd": "http://www.wikidata.org/entity/",
    }
