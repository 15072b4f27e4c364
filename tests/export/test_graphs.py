import io

import networkx as nx
import pytest
from lxml import etree

from kg.export.claimed import claim_network
from kg.export.graphs import EDGE, NODE, _text, gexf, graphml
from kg.filters import Filters
from kg.project import Project

FORMS = {"graphml": (graphml, nx.read_graphml), "gexf": (gexf, nx.read_gexf)}


def read(form: str, store):  # type: ignore[no-untyped-def]
    write, reader = FORMS[form]
    return reader(io.BytesIO(write(store)))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("filters", [Filters(), Filters(side=("china",), layer=("fact",))], ids=str)
def test_what_is_read_back_is_the_network_of_claims(shipped: Project, form: str, filters: Filters) -> None:
    store = shipped.view(filters)
    network, found = claim_network(store), read(form, store)
    assert network.number_of_edges() > 10
    assert {node: {key: said[key] for key in NODE} for node, said in found.nodes(data=True)} == dict(
        network.nodes(data=True)
    )
    edges = {said.get("id", key): (one, two, said) for one, two, key, said in multi(found).edges(keys=True, data=True)}
    assert {claim: (one, two, {key: said[key] for key in EDGE}) for claim, (one, two, said) in edges.items()} == {
        claim: (one, two, said) for one, two, claim, said in network.edges(keys=True, data=True)
    }


@pytest.mark.parametrize("form", FORMS)
def test_what_gephi_shows_and_filters_by_is_there(shipped: Project, form: str) -> None:
    found = multi(read(form, shipped.store()))
    assert all(said["label"] == said["name"] for _, said in found.nodes(data=True))
    edges = [said for _, _, said in found.edges(data=True)]
    assert {said["sign"] for said in edges} == {-1, 0, 1}
    assert {said["layer"] for said in edges} >= {"fact", "plan", "denied"}
    assert all(said["weight"] == len(said["sources"].split("|")) >= 1 for said in edges)
    assert max(said["weight"] for said in edges) > 1
    dated = [said for said in edges if said["earliest"]]
    assert dated and all(len(said["earliest"]) == 10 and said["when"] for said in dated)


def multi(graph):  # type: ignore[no-untyped-def]
    return graph if graph.is_multigraph() else nx.MultiDiGraph(graph)


def test_edges_are_the_claims_between_two_things(shipped: Project) -> None:
    store = shipped.store()
    query = """SELECT ?claim WHERE { ?claim a kg:Claim ; rdf:subject ?one ; rdf:object ?two .
        FILTER (isIRI(?one) && isIRI(?two)) FILTER NOT EXISTS { ?one a kg:Claim } FILTER NOT EXISTS { ?two a kg:Claim } }"""
    wanted = {row[0] for row in store.select(query).rows}
    assert {claim for _, _, claim in claim_network(store).edges(keys=True)} == wanted


def test_names_of_another_world_stay_text(make_project) -> None:  # type: ignore[no-untyped-def]
    entities = 'id,type,name,side\nann,Person,"<b>&""Ann]]>",nord\nbob,Person,Бob,\nnord,State,Nord,\n'
    project: Project = make_project(
        {
            "entities.csv": entities,
            "claims/one.csv": "id,subject,relation,object,at\no1,ann,meets,bob,¶1\n",
            "claims/two.csv": None,
            "events.csv": None,
            "names.csv": None,
        }
    )
    project.build()
    for form in FORMS:
        found = read(form, project.store())
        assert found.nodes["ann"]["label"] == '<b>&"Ann]]>' and found.nodes["bob"]["label"] == "Бob"
    assert _text("a\x0bb\ud800") == "a\ufffdb\ufffd"


def test_the_structure_is_that_of_the_schemas(shipped: Project) -> None:
    """Every element and attribute is one that the schema knows, in its order; every reference is declared."""
    store = shipped.view(Filters(source=("suga2021",)))
    root = etree.fromstring(gexf(store))
    space = "{http://www.gexf.net/1.2draft}"
    assert root.tag == f"{space}gexf" and root.get("version") == "1.2"
    (graph,) = root
    assert [child.tag for child in graph] == [f"{space}{tag}" for tag in ("attributes", "attributes", "nodes", "edges")]
    nodes = {node.get("id") for node in graph[2]}
    for edge in graph[3]:
        assert {edge.get("source"), edge.get("target")} <= nodes
    for declared, parent in ((graph[0], graph[2]), (graph[1], graph[3])):
        ids = {attribute.get("id") for attribute in declared}
        assert {attribute.get("type") for attribute in declared} <= {"string", "integer"}
        assert {value.get("for") for value in parent.iter(f"{space}attvalue")} == ids
    for parent in graph[:2] + graph[2:]:
        ids = [child.get("id") for child in parent]
        assert ids and len(ids) == len(set(ids))
    assert graph.get("defaultedgetype") == "directed"  # else Gephi takes every edge for undirected
    assert all(node.get("label") for node in graph[2]) and all(edge.get("label") for edge in graph[3])

    root = etree.fromstring(graphml(store))
    space = "{http://graphml.graphdrawing.org/xmlns}"
    tags = [child.tag.removeprefix(space) for child in root]
    assert tags == ["key"] * (len(tags) - 1) + ["graph"]
    keys = {(key.get("for"), key.get("id")) for key in root.iter(f"{space}key")}
    used = {(data.getparent().tag.removeprefix(space), data.get("key")) for data in root.iter(f"{space}data")}
    assert used == keys
