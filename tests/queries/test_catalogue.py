from dataclasses import replace
from pathlib import Path

import pytest

from kg.claims import resolve
from kg.errors import UsageError
from kg.model import Proposal
from kg.prefixes import prefixes
from kg.project import Project
from kg.queries.catalogue import Query, find_query, load_catalogue, parse_query
from kg.rdf import build_graph
from kg.store import MemoryStore

FILES = sorted((Path(__file__).resolve().parents[2] / "kg" / "queries").glob("*.rq"))
EXAMPLES = [(query, example) for query in load_catalogue().values() for example in query.examples]
QUERY = "#+ summary: S\n#+ param: who entity — W\n#+ param: word text — T\n#+ example: who=a -> 1 row\nSELECT * { VALUES ?who { UNDEF } VALUES ?word { UNDEF } }"


@pytest.fixture(scope="session")
def memory(shipped: Project) -> MemoryStore:
    store = MemoryStore(prefixes(shipped.settings.base))
    store.replace((shipped.output / "graph.nt").read_bytes())
    return store


def test_every_file_is_a_query_with_an_example() -> None:
    assert len(load_catalogue()) == len(FILES) >= 25
    assert {query.name for query, _ in EXAMPLES} == {path.stem for path in FILES}


@pytest.mark.parametrize(("query", "example"), EXAMPLES, ids=[f"{q.name} {dict(e.values)}" for q, e in EXAMPLES])
def test_the_example_holds_on_both_engines(query: Query, example, shipped: Project, memory: MemoryStore) -> None:  # type: ignore[no-untyped-def]
    sparql = query.bind(dict(example.values), shipped.settings.base)
    answer = shipped.store().select(sparql)
    assert len(answer) == example.rows > 0
    assert memory.select(sparql) == answer


@pytest.fixture(scope="session")
def flooded(shipped: Project) -> MemoryStore:
    """The shipped graph, where a machine proposes every claim once more from another source, and a variant of it."""
    found = shipped.resolved()
    keys = sorted({row.source for row in found.dossier.rows})
    proposal = Proposal("rules", "r", 0.9, (0, 1))
    rows = [
        replace(row, source=key, id=f"{row.source}-{row.id}-{number}", proposal=proposal, about=about)
        for row in found.dossier.rows
        for number, about in enumerate((row.about, (*row.about, "united-states", "kurils")))
        for key in [keys[keys.index(row.source) - 1]]
        if not any(cell.startswith("#") for cell in (row.subject, row.object, row.condition))
    ]
    graph = build_graph(resolve(replace(found.dossier, rows=(*found.dossier.rows, *rows)), found.vocabulary), {})
    store = MemoryStore(prefixes(shipped.settings.base))
    store.replace(graph.serialize(format="nt", encoding="utf-8"))
    return store


SHOW_PROPOSALS = ("candidates",)


@pytest.mark.parametrize(("query", "example"), EXAMPLES, ids=[f"{q.name} {dict(e.values)}" for q, e in EXAMPLES])
def test_what_a_machine_proposes_changes_no_answer(
    query: Query, example, shipped: Project, flooded: MemoryStore
) -> None:  # type: ignore[no-untyped-def]
    sparql = query.bind(dict(example.values), shipped.settings.base)
    assert (flooded.select(sparql) == shipped.store().select(sparql)) is (query.name not in SHOW_PROPOSALS)


OPEN = [query for query in load_catalogue().values() if not any(item.required for item in query.parameters)]


@pytest.mark.parametrize("query", OPEN, ids=lambda query: query.name)
def test_a_query_runs_without_parameters_and_without_our_prefixes(query: Query, shipped: Project) -> None:
    import pyoxigraph

    store = pyoxigraph.Store.read_only(str(shipped.output / "store"))
    assert len(list(store.query(query.sparql))) > 0


def test_parameters_are_terms_and_never_pasted() -> None:
    query = parse_query("q", QUERY)
    assert "VALUES ?who { <http://x/ann> }" in query.bind({"who": "ann"}, "http://x/")
    assert '"a\\" } . ?s ?p ?o"' in query.bind({"word": 'a" } . ?s ?p ?o'}, "http://x/")
    for values in ({"who": "a> } { ?s ?p ?o"}, {"wo": "ann"}):
        with pytest.raises(UsageError):
            query.bind(values, "http://x/")


@pytest.mark.parametrize(
    "text",
    [
        QUERY.replace("#+ summary: S\n", ""),
        QUERY.replace("#+ example: who=a -> 1 row\n", ""),
        QUERY.replace("-> 1 row", "1 row"),
        QUERY.replace("who entity — W", "who W"),
        QUERY.replace("VALUES ?who { UNDEF }", ""),
    ],
)
def test_a_query_file_that_says_too_little_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_query("q", text)


def test_a_parameter_that_a_query_needs_is_asked_for() -> None:
    query = parse_query("q", QUERY.replace("who entity — W", "who entity required — W"))
    with pytest.raises(UsageError, match="q needs --param who="):
        query.bind({"word": "x"}, "http://x/")


def test_an_unknown_query_is_answered_with_near_ones() -> None:
    with pytest.raises(UsageError, match="did you mean meetings"):
        find_query("meeting")
