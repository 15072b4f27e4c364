from collections.abc import Callable

import pytest
from rdflib import RDF, BNode, Graph, Literal, Namespace

from kg.project import Project
from kg.vocabulary import KG

T = Namespace("https://example.org/t/")
HEAD = "id,subject,relation,object,about,when,polarity,modality,condition,according_to\n"


@pytest.fixture
def graph_of(make_project: Callable[..., Project]) -> Callable[[str], Graph]:
    def build(rows: str) -> Graph:
        project = make_project({"claims/one.csv": HEAD + rows, "claims/two.csv": None})
        project.build()
        return Graph().parse(project.output / "graph.nt")

    return build


@pytest.mark.parametrize(
    ("row", "expected", "plain"),
    [
        ("o1,ann,meets,bob,,,,,,", "Fact", True),
        ("o1,ann,meets,bob,,,denied,,,", "Denial", False),
        ("o1,ann,meets,bob,,,denied,planned,,", "Denial", False),
        ("o1,ann,meets,bob,,,,planned,,", "Plan", False),
        ("o1,ann,meets,bob,,,,hypothetical,,", "Hypothesis", False),
        ("o1,ann,meets,bob,,,,normative,,", "Demand", False),
        ("o1,ann,meets,bob,,,,,,sud", "Report", False),
    ],
)
def test_one_class_a_claim_and_plain_triples_only_for_facts(
    graph_of: Callable[[str], Graph], row: str, expected: str, plain: bool
) -> None:
    graph = graph_of(row)
    claim = next(graph.subjects(RDF.predicate, KG.meets))
    assert set(graph.objects(claim, RDF.type)) == {KG.Claim, KG[expected]}
    assert ((T.ann, KG.meets, T.bob) in graph) is plain
    assert ((T.bob, KG.meets, T.ann) in graph) is plain


@pytest.mark.parametrize(
    ("when", "plain"), [("", True), ("1998/..", True), ("../2014", False), ("2012/2014", False), ("2014", False)]
)
def test_a_state_that_ended_does_not_stand_plain(graph_of: Callable[[str], Graph], when: str, plain: bool) -> None:
    graph = graph_of(f"o1,sud,controls,isle,,{when},,,,")
    assert ((T.sud, KG.controls, T.isle) in graph) is plain


def test_a_claim_is_vouched_for_when_one_author_says_it(make_project: Callable[..., Project]) -> None:
    reported = HEAD + "o1,ann,meets,bob,,,,,,sud\n"
    project = make_project({"claims/one.csv": reported, "claims/two.csv": reported.replace("sud\n", "\n")})
    project.build()
    graph = Graph().parse(project.output / "graph.nt")
    assert (T.ann, KG.meets, T.bob) in graph
    assert len(list(graph.subjects(KG.evidenceFor))) == 3  # two rows and the party's name


def test_what_only_a_machine_says_in_the_authors_voice_makes_no_fact(make_project: Callable[..., Project]) -> None:
    project = make_project(
        {
            "claims/one.csv": HEAD + "o1,ann,meets,bob,,,,,,sud\n",
            "claims/two.csv": None,
            "sources.bib": "@misc{one,\n\ttitle = {One},\n\tdate = {2016-06},\n\ttext = {one.txt}\n}\n",
            "names.csv": None,
            "texts/one.txt": "Ann met Bob.\n",
        }
    )
    project.build()
    graph = Graph().parse(project.output / "graph.nt")
    claim = next(graph.subjects(RDF.predicate, KG.meets))
    assert len(list(graph.subjects(KG.evidenceFor, claim))) == 2
    assert set(graph.objects(claim, RDF.type)) == {KG.Claim, KG.Report}


def test_flat_properties(graph_of: Callable[[str], Graph]) -> None:
    graph = graph_of("o1,ann,proposes,a treaty,isle|sud,2016-05,,,if all agree,\n")
    claim = next(graph.subjects(RDF.predicate, KG.proposes))
    assert set(graph.objects(claim, KG.involves)) == {T.ann, T.isle, T.sud}
    assert not list(graph.objects(claim, KG.between))
    assert str(graph.value(claim, KG.earliest)) == "2016-05-01"
    assert graph.value(claim, KG.condition) == Literal("if all agree")
    assert str(graph.value(claim, KG.text)) == "Ann proposes a treaty, May 2016, if if all agree"
    evidence = graph.value(claim, KG.evidence)
    assert evidence == T["evidence-one-o1"]
    assert graph.value(evidence, KG.voice) == T["author-of-one"]
    assert graph.value(evidence, KG.origin) == Literal("one")
    assert graph.value(evidence, KG.published) == Literal("2016-06")


def test_a_nested_claim_involves_what_its_content_involves(graph_of: Callable[[str], Graph]) -> None:
    graph = graph_of("o1,nord,recognizes,the line,isle,,,normative,,bob\no2,bob,requests,#o1,,,,,,\n")
    request = next(graph.subjects(RDF.predicate, KG.requests))
    assert set(graph.objects(request, KG.involves)) == {T.bob, T.nord, T.isle}
    assert str(graph.value(request, KG.text)) == "Bob requests [Nord recognizes the line (normative)]"


def test_the_graph_has_no_blank_nodes(graph_of: Callable[[str], Graph]) -> None:
    graph = graph_of("o1,ann,meets,bob,,,,,,")
    assert not [term for triple in graph for term in triple if isinstance(term, BNode)]


def test_names_and_types(graph_of: Callable[[str], Graph]) -> None:
    graph = graph_of("o1,ann,meets,bob,,,,,,")
    assert {KG.State, KG.Actor, KG.Place, KG.Thing} <= set(graph.objects(T.nord, RDF.type))
    assert list(graph.objects(T.isle, KG.name)) == [Literal("Isle")]
    name = next(graph.subjects(KG.form, Literal("North Isle")))
    assert graph.value(name, KG.usedBy) == T.nord
