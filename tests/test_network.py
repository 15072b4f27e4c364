import networkx as nx
import pytest

from kg.network import Material, Proof, Statement, View, actor_network, read, ties
from kg.prefixes import prefixes
from kg.project import Project
from kg.store import MemoryStore


def built(make_project, *rows: str) -> Material:  # type: ignore[no-untyped-def]
    header = "id,subject,relation,object,about,when,event,polarity,modality,at,according_to\n"
    files = {"claims/one.csv": header + "\n".join(rows) + "\n", "claims/two.csv": None} if rows else {}
    project: Project = make_project(files)
    project.build()
    return read(project.store())


def pairs(graph: "nx.Graph[str]") -> dict[str, int]:
    return {f"{one} {two}": said["strength"] for one, two, said in graph.edges(data=True)}


def test_a_symmetric_claim_of_two_sources_is_one_edge_with_both_origins(make_project) -> None:  # type: ignore[no-untyped-def]
    network = actor_network(built(make_project))
    edges = [(one, two, said["relation"], said["cls"], said["origins"]) for one, two, said in network.edges(data=True)]
    assert sorted(edges) == [
        ("ann", "bob", "hosts", "Plan", ("one",)),
        ("ann", "bob", "meets", "Fact", ("one", "two")),
    ]
    assert network.nodes["ann"] == {"name": "Ann", "side": "nord", "type": "Person"}


def test_ties_count_claims_and_distances_are_whole_numbers(make_project) -> None:  # type: ignore[no-untyped-def]
    graph = ties(built(make_project, "o1,ann,meets,bob", "o2,ann,hosts,bob", "o3,nord,sanctions,ann"))
    found = {frozenset(edge[:2]): (edge[2]["strength"], edge[2]["distance"]) for edge in graph.edges(data=True)}
    assert found == {frozenset(("ann", "bob")): (2, 1), frozenset(("ann", "nord")): (1, 2)}
    assert "sud" not in graph
    assert graph.edges["ann", "bob"]["sign"] == 1 and graph.edges["ann", "nord"]["sign"] == -1


def test_both_engines_give_the_same_material(make_project) -> None:  # type: ignore[no-untyped-def]
    project: Project = make_project(
        {"claims/two.csv": "id,subject,relation,object,event,at,according_to\nt1,bob,meets,ann,talks,¶1,sud\n"}
    )
    project.build()
    memory = MemoryStore(prefixes(project.settings.base))
    memory.replace(project.store().dump())
    found = read(project.store())
    assert read(memory) == found
    meeting = next(said for said in found.statements if said.relation == "meets")
    assert meeting.proofs == (Proof("one", "one", 1), Proof("two", "two", 1, own=False))
    assert (meeting.event, meeting.earliest, meeting.latest) == ("talks", "2016-05-01", "2016-05-31")


def test_layers_weights_and_sides_of_a_built_project(make_project) -> None:  # type: ignore[no-untyped-def]
    material = built(make_project)
    assert (material.sources, material.origins) == (("one", "two"), ("one", "two"))
    assert pairs(ties(material)) == {"ann bob": 1}
    assert pairs(ties(material, View(weight="sources"))) == {"ann bob": 2}
    assert pairs(ties(material, View(layer="plans"))) == {"ann bob": 2}
    assert pairs(ties(material, View(by_side=True))) == {"nord sud": 1}
    assert pairs(ties(material, View(basis="occasions"))) == {"ann bob": 1}
    assert pairs(ties(material, View(until="2016-04-30"))) == {}
    assert pairs(ties(material, View(since="2016-05-31", until="2016-06-30"))) == {"ann bob": 1}
    assert pairs(ties(material, View(without=frozenset(("one",))))) == {"ann bob": 1}
    assert pairs(ties(material, View(without=frozenset(("one", "two"))))) == {}


def test_who_speaks_of_whom_is_tied_by_the_proposition(make_project) -> None:  # type: ignore[no-untyped-def]
    material = built(make_project, "o1,nord,sanctions,bob", "o2,ann,states,#o1", "o3,bob,states,all is well,sud")
    assert pairs(ties(material, View(basis="propositions", directed=True))) == {
        "ann bob": 1,
        "ann nord": 1,
        "bob sud": 1,
    }


def test_what_stays_only_reported_without_a_source_is_no_fact() -> None:
    said = Statement("c", "a", "b", proofs=(Proof("one", "one"), Proof("two", "two", own=False)))
    material = Material({}, (said,))
    assert pairs(ties(material, View(without=frozenset(("two",))))) == {"a b": 1}
    assert pairs(ties(material, View(without=frozenset(("one",))))) == {}
    assert pairs(ties(material, View(layer="reported", without=frozenset(("one",))))) == {"a b": 1}


MIRRORED = (
    Statement("c1", "a", "b", "goes", family="VISIT", sign=1, symmetric=False, when="2016"),
    Statement("c2", "b", "a", "receives", family="VISIT", sign=1, symmetric=False, when="2016"),
)


@pytest.mark.parametrize("change", [{}, {"when": "2017"}, {"sign": -1}, {"relation": "goes"}, {"one": "a", "two": "b"}])
def test_mirrored_claims_count_once_and_only_those(change: dict[str, str]) -> None:
    from dataclasses import replace

    one, two = MIRRORED
    if "sign" in change:
        one = replace(one, **change)
    graph = ties(Material({}, (one, replace(two, **change))))
    assert pairs(graph) == {"a b": 2 if change else 1}


def test_direction_is_kept_and_symmetric_claims_tie_both_ways() -> None:
    material = Material({}, (Statement("c1", "b", "a", symmetric=False), Statement("c2", "a", "c")))
    assert pairs(ties(material)) == {"a b": 1, "a c": 1}
    assert pairs(ties(material, View(directed=True))) == {"a c": 1, "b a": 1, "c a": 1}


def test_occasions_are_counted_however_many_claims_tell_them() -> None:
    told = [
        Statement(f"c{number}", actor, event=event)
        for number, (actor, event) in enumerate(["ae", "be", "ae", "af", "bf", "cf"])
    ]
    assert pairs(ties(Material({}, tuple(told)), View(basis="occasions"))) == {"a b": 2, "a c": 1, "b c": 1}
    direct = tuple(Statement(f"c{number}", "a", "b", event=event) for number, event in enumerate(["e", "e", "", ""]))
    assert pairs(ties(Material({}, direct), View(weight="occasions"))) == {"a b": 3}


def test_signs_are_those_of_the_majority_and_may_be_chosen() -> None:
    told = tuple(Statement(f"c{number}", "a", "b", sign=sign) for number, sign in enumerate((1, -1, -1, 0)))
    edge = ties(Material({}, told)).edges["a", "b"]
    assert (edge["sign"], edge["positive"], edge["negative"]) == (-1, ("c0",), ("c1", "c2"))
    assert pairs(ties(Material({}, told), View(sign=-1))) == {"a b": 2}
    assert ties(Material({}, told[:2])).edges["a", "b"]["sign"] == 0


def test_the_shipped_dossier_has_ties_of_every_kind(shipped: Project) -> None:
    material = read(shipped.store())
    direct, wider = ties(material), ties(material, View(layer="reported"))
    assert set(direct.edges) <= set(wider.edges) and direct.size("strength") < wider.size("strength")
    assert len(ties(material, View(basis="propositions"))) > len(ties(material, View(basis="occasions"))) > 10
    assert set(map(len, ties(material, View(by_side=True)).edges)) == {2}
