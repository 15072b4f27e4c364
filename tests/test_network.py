from kg.network import actor_network, ties
from kg.project import Project


def test_a_symmetric_claim_of_two_sources_is_one_edge_with_both_origins(make_project) -> None:  # type: ignore[no-untyped-def]
    project: Project = make_project()
    project.build()
    network = actor_network(project.store())
    edges = [(one, two, said["relation"], said["cls"], said["origins"]) for one, two, said in network.edges(data=True)]
    assert sorted(edges) == [
        ("ann", "bob", "hosts", "Plan", ("one",)),
        ("ann", "bob", "meets", "Fact", ("one", "two")),
    ]
    assert network.nodes["ann"] == {"name": "Ann", "side": "nord", "type": "Person"}


def test_ties_count_claims_and_distances_are_whole_numbers(make_project) -> None:  # type: ignore[no-untyped-def]
    rows = "id,subject,relation,object\no1,ann,meets,bob\no2,ann,hosts,bob\no3,nord,sanctions,ann\n"
    project: Project = make_project({"claims/one.csv": rows, "claims/two.csv": None})
    project.build()
    graph = ties(actor_network(project.store()))
    found = {frozenset(edge[:2]): (edge[2]["strength"], edge[2]["distance"]) for edge in graph.edges(data=True)}
    assert found == {frozenset(("ann", "bob")): (2, 1), frozenset(("ann", "nord")): (1, 2)}
    assert "sud" not in graph
