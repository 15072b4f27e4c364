import os
import subprocess
import sys

import pytest
import rdflib
from rdflib import RDF, Namespace, URIRef

from kg.export.registry import EXPORTS
from kg.export.triples import jsonld, ntriples, turtle
from kg.filters import Filters
from kg.project import Project

KG = Namespace("https://w3id.org/example/kg/")
OA = Namespace("http://www.w3.org/ns/oa#")
PROV = Namespace("http://www.w3.org/ns/prov#")

# rdflib's own reader of JSON-LD calls what rdflib deprecates
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


def triples(data: bytes, format_: str) -> set[tuple[str, ...]]:
    graph = rdflib.Graph()
    graph.parse(data=data, format=format_)
    assert not any(isinstance(term, rdflib.BNode) for triple in graph for term in triple)
    return {tuple(term.n3() for term in triple) for triple in graph}


@pytest.mark.parametrize(
    "filters", [Filters(), Filters(source=("abiru2021",)), Filters(method=("extracted",))], ids=str
)
def test_all_three_read_back_are_the_same_triples(shipped: Project, filters: Filters) -> None:
    store = shipped.view(filters)
    own = triples(store.dump(), "nt")
    read = triples(ntriples(store), "nt")
    assert own < read
    added = read - own
    assert all(str(PROV) in triple[1] or str(OA) in triple[1] or triple[1] == RDF.type.n3() for triple in added)
    assert triples(turtle(store), "turtle") == read
    assert triples(jsonld(store), "json-ld") == read


def test_evidence_is_an_annotation_with_the_quote_as_its_selector(make_project) -> None:  # type: ignore[no-untyped-def]
    text = "Ann met Bob “at last”.\n"
    project: Project = make_project(
        {
            "claims/one.csv": "id,subject,relation,object,at,according_to,quote\no1,ann,meets,bob,¶1,nord,met Bob “at last”\n",
            "claims/two.csv": None,
            "sources.bib": "@misc{one,\n\ttitle = {One},\n\tdate = {2016-06},\n\ttext = {one.txt}\n}\n",
            "names.csv": None,
            "texts/one.txt": text,
        }
    )
    project.build()
    graph = rdflib.Graph().parse(data=turtle(project.store()), format="turtle")
    own = Namespace("https://example.org/t/")
    evidence = own["evidence-one-o1"]
    target, claim = graph.value(evidence, OA.hasTarget), graph.value(evidence, OA.hasBody)
    assert (evidence, RDF.type, OA.Annotation) in graph and (claim, RDF.type, KG.Claim) in graph
    assert graph.value(target, OA.hasSource) == own.one
    selectors = {graph.value(node, RDF.type): node for node in graph.objects(target, OA.hasSelector)}
    assert str(graph.value(selectors[OA.TextQuoteSelector], OA.exact)) == "met Bob “at last”"
    place = selectors[OA.TextPositionSelector]
    start, end = (int(str(graph.value(place, edge))) for edge in (OA.start, OA.end))
    assert text[start:end] == "met Bob “at last”"
    for node in (evidence, claim):
        assert graph.value(node, PROV.wasDerivedFrom) == own.one
        assert graph.value(node, PROV.wasAttributedTo) == own.nord
    assert graph.value(own.one, PROV.wasAttributedTo) == own["author-of-one"]
    assert {own.nord, own["author-of-one"]} <= set(graph.subjects(RDF.type, PROV.Agent))
    assert isinstance(target, URIRef)


def test_every_form_gives_the_same_bytes_under_other_hash_seeds(shipped: Project) -> None:
    code = (
        "import sys, hashlib; from kg.project import Project; from kg.filters import Filters;"
        "from kg.export.registry import EXPORTS; store = Project.open(sys.argv[1]).view(Filters(source=('suga2021',)));"
        "print([hashlib.sha256(form(store)).hexdigest() for form in EXPORTS.values()])"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code, str(shipped.root)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(told) == 1 and told.pop().count(b"'") == 2 * len(EXPORTS)
