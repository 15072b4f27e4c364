from kg.filters import Filters
from kg.model import METHODS
from kg.project import Project
from kg.view import narrowed

EVERYTHING = "SELECT ?s ?p ?o WHERE { ?s a kg:Claim ; ?p ?o } ORDER BY ?s ?p ?o"


def rows(store, query: str) -> set[tuple[object, ...]]:  # type: ignore[no-untyped-def]
    return set(store.select(query).rows)


def test_what_asks_for_nothing_is_the_store_itself(make_project) -> None:  # type: ignore[no-untyped-def]
    project: Project = make_project()
    project.build()
    store = project.store()
    assert narrowed(store, Filters()) is store


def test_a_view_of_everything_tells_the_same_of_claims_evidence_ties_and_plain_triples(shipped: Project) -> None:
    store = shipped.store()
    view = narrowed(store, Filters(method=METHODS))
    for kind in ("Claim", "Evidence", "Tie", "Conflict", "Source", "Relation"):
        query = f"SELECT ?s ?p ?o WHERE {{ ?s a kg:{kind} ; ?p ?o }}"
        assert rows(view, query) == rows(store, query), kind
    plain = "SELECT ?s ?p ?o WHERE { ?p a kg:Relation . ?s ?p ?o }"
    assert rows(view, plain) == rows(store, plain)


def test_a_view_holds_nothing_of_what_did_not_pass(shipped: Project) -> None:
    store = shipped.store()
    for filters in (Filters(source=("brink2016",)), Filters(layer=("plan",)), Filters(actor=("abe",), layer=("fact",))):
        view = shipped.view(filters)
        assert rows(view, EVERYTHING)
        loose = """SELECT ?s ?p ?o WHERE { ?s ?p ?o FILTER (isIRI(?o) && STRSTARTS(STR(?o), STR(:)))
            FILTER NOT EXISTS { ?o ?any ?thing } FILTER (?p NOT IN (rdf:subject, rdf:object, kg:condition)) }"""
        assert not rows(view, loose)
        unproved = "SELECT ?c WHERE { ?c a kg:Claim FILTER NOT EXISTS { ?c kg:evidence ?e } }"
        assert not rows(view, unproved)
        plain = "SELECT ?s ?p ?o WHERE { ?p a kg:Relation . ?s ?p ?o }"
        assert rows(view, plain) <= rows(store, plain)
        said = """SELECT ?s ?p ?o WHERE { ?p a kg:Relation . ?s ?p ?o
            FILTER NOT EXISTS { ?c a kg:Fact ; rdf:predicate ?p ; rdf:subject ?s ; rdf:object ?o }
            FILTER NOT EXISTS { ?c a kg:Fact ; rdf:predicate ?p ; rdf:subject ?o ; rdf:object ?s } }"""
        assert not rows(view, said)
    assert not rows(shipped.view(Filters(layer=("plan",))), plain)


def test_evidence_of_other_sources_does_not_count(make_project) -> None:  # type: ignore[no-untyped-def]
    rows_ = "id,subject,relation,object,event,at,according_to\nt1,bob,meets,ann,talks,¶1,nord\n"
    project: Project = make_project({"claims/two.csv": rows_})
    project.build()
    assert project.store().select("ASK { :ann kg:meets :bob }").rows == ((True,),)
    view = project.view(Filters(source=("two",)))
    assert view.select("SELECT ?e WHERE { ?e a kg:Evidence }").rows == (("evidence-two-t1",),)
    assert view.select("SELECT ?class WHERE { ?c a ?class } ORDER BY ?class").rows
    assert view.select("ASK { ?c a kg:Report ; rdf:predicate kg:meets FILTER NOT EXISTS { ?c a kg:Fact } }").rows == (
        (True,),
    )
    assert view.select("ASK { :ann kg:meets :bob }").rows == ((False,),)
    assert not view.select("SELECT ?t WHERE { ?t a kg:Tie }").rows
    assert {row[0] for row in view.select("SELECT ?s WHERE { ?s a kg:Source }").rows} == {"two"}


def test_a_tie_is_told_by_the_facts_that_pass(make_project) -> None:  # type: ignore[no-untyped-def]
    project: Project = make_project(
        {"claims/two.csv": "id,subject,relation,object,when,at\nt1,ann,threatens,bob,2017,¶7\n"}
    )
    project.build()
    view = project.view(Filters(source=("two",)))
    assert view.select("SELECT ?text WHERE { ?t a kg:Tie ; kg:text ?text }").rows == (
        ("Ann threatens Bob, 2017 (two ¶7)",),
    )
