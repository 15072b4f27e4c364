from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import InputError, QueryError
from kg.prefixes import prefixes
from kg.project import Project
from kg.store import MemoryStore, Store, guard, open_store, plain_value, short

PREFIXES = prefixes("https://example.org/t/")


@pytest.fixture(params=["rdflib", "oxigraph", "oxigraph folder"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    if request.param == "rdflib":
        return MemoryStore(PREFIXES)
    return open_store(None if request.param == "oxigraph" else tmp_path / "s", PREFIXES, read_only=False)


DATA = b"""<https://example.org/t/a> <https://w3id.org/example/kg/p> "x"@en .
<https://example.org/t/a> <https://w3id.org/example/kg/n> "4"^^<http://www.w3.org/2001/XMLSchema#integer> .
<https://example.org/t/a> <https://w3id.org/example/kg/q> <http://elsewhere/z> .
"""


def test_every_store_holds_what_it_was_given_and_answers_alike(store: Store) -> None:
    store.replace(DATA)
    store.replace(DATA)
    assert store.dump() == b"".join(sorted(DATA.splitlines(keepends=True)))
    table = store.select("SELECT ?p ?o { :a ?p ?o } ORDER BY ?p")
    assert table.columns == ("p", "o")
    assert table.rows == (("n", 4), ("p", "x"), ("q", "http://elsewhere/z"))
    assert store.select("ASK { :a kg:p ?x }").rows == ((True,),)
    assert store.select("SELECT ?o { :a kg:nothing ?x OPTIONAL { ?x ?y ?o } }").rows == ()


def test_a_claim_that_three_sources_share_counts_once(store: Store, make_project: Callable[..., Project]) -> None:
    row = "id,subject,relation,object,event\nx1,ann,meets,bob,talks\n"
    bibliography = "".join(f"@misc{{{key}, title = {{T}}}}\n" for key in ("one", "two", "three"))
    files = {f"claims/{key}.csv": row for key in ("one", "two", "three")}
    project = make_project({**files, "sources.bib": bibliography})
    project.build()
    store.replace((project.output / "graph.nt").read_bytes())
    query = "SELECT ?c ?where ?when { ?c a kg:Fact ; rdf:predicate kg:meets ; kg:between :ann, :bob ; kg:where ?where ; kg:when ?when }"
    assert len(store.select(query)) == 1
    assert store.select("SELECT (COUNT(*) AS ?n) { ?c a kg:Claim ; rdf:predicate kg:meets }").rows == ((1,),)
    assert store.select("SELECT (COUNT(?e) AS ?n) { ?c rdf:predicate kg:meets ; kg:evidence ?e }").rows == ((3,),)
    assert len(store.select("SELECT * { :ann kg:meets ?who }")) == 1


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("SELECT * { { OPTIONAL { service silent <http://127.0.0.1:9/> { ?s ?p ?o } } } }", "SERVICE is refused"),
        ("SELECT * { SERVICESILENT<http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("SELECT * { ?a ?b 1SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is refused"),
        (
            "SELECT * { BIND(<http://x/\u00a0#> AS ?x) SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
            "SERVICE is refused",
        ),
        ("SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "ASCII characters"),
        ("SELECT * { \\U00000053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "ASCII characters"),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "FROM is refused"),
        ("SELECT * FROM #a\n<file:///etc/passwd> { ?s ?p ?o }", "FROM is refused"),
        ("SELECT * FROMNAMED<http://127.0.0.1:9/> { ?s ?p ?o }", "FROM is refused"),
        ("SELECT * FROM NAMED <http://127.0.0.1:9/> { ?s ?p ?o }", "FROM is refused"),
        ("INSERT DATA { :a :b :c }", "updates are refused"),
        ("PREFIX x: <http://x/>\n# note\nDELETE WHERE { ?s ?p ?o }", "updates are refused"),
        ("LOAD <file:///etc/passwd>", "updates are refused"),
        ("SELECT * " + "{" * 5000 + "}" * 5000, "nests brackets"),
        ("# " + "}" * 5000 + "\nSELECT * " + "{" * 5000 + "}" * 5000, "nests brackets"),
        ("SELECT * { ?s ?p '" + "x" * 200_000 + "' }", "longer than"),
        ("SELECT * { ?s ?p }", "not SPARQL|failed"),
        ("SELECT * { ?s nope:p ?o }", "not SPARQL|failed"),
    ],
)
def test_what_could_harm_or_is_wrong_is_refused_with_its_reason(store: Store, query: str, words: str) -> None:
    with pytest.raises(QueryError, match=words):
        store.select(query)


def test_words_that_only_look_like_keywords_pass() -> None:
    guard(
        "SELECT * { ?s kg:text 'news from the front' ; rdf:subject ?from ; kg:from <x:y> . # deleted from: <x>\n ?s ?delete ?drop }"
    )


def test_formats_of_the_w3c() -> None:
    store = open_store(None, PREFIXES, read_only=False)
    store.replace(DATA)
    query = "SELECT ?o { :a kg:p ?o }"
    assert store.serialize(query, "csv") == b"o\r\nx\r\n"
    assert store.serialize(query, "tsv") == b'?o\n"x"@en\n'
    assert b'"bindings"' in store.serialize(query, "json")
    assert b"<sparql" in store.serialize(query, "xml")
    assert b"kg:p" in store.serialize("CONSTRUCT { ?s kg:p ?o } WHERE { ?s kg:p ?o }", "ttl")
    with pytest.raises(QueryError, match="ttl"):
        store.serialize("DESCRIBE :a", "csv")


def test_a_damaged_store_is_unreadable_input(make_project: Callable[..., Project]) -> None:
    project = make_project()
    project.build()
    for path in (project.output / "store").iterdir():
        if path.name.endswith((".sst", ".log")) or path.name == "CURRENT":
            path.write_bytes(b"nonsense")
    with pytest.raises(InputError):
        project.store().select("SELECT * { ?s ?p ?o }")


def test_a_store_that_is_none_is_unreadable_input(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        open_store(tmp_path / "nothing", PREFIXES)


def test_short_ids_and_plain_values() -> None:
    assert short("https://example.org/t/abc", PREFIXES) == "abc"
    assert short("http://www.w3.org/2000/01/rdf-schema#label", PREFIXES) == "rdfs:label"
    assert short("https://example.org/t/", PREFIXES) == "https://example.org/t/"
    assert short("https://w3id.org/example/kg/Fact", prefixes("https://w3id.org/example/")) == "Fact"
    xsd = "http://www.w3.org/2001/XMLSchema#"
    assert [plain_value("1", xsd + kind) for kind in ("integer", "double", "boolean", "string")] == [1, 1.0, True, "1"]
    assert plain_value("9" * 10_000, xsd + "integer") == "9" * 10_000
