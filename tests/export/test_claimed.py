from kg.export.claimed import claim_network


def test_each_claim_between_two_things_is_an_edge(make_project) -> None:  # type: ignore[no-untyped-def]
    project = make_project()
    project.build()
    network = claim_network(project.store())
    said = {(one, data["relation"], two, data["class"], data["sources"]) for one, two, data in network.edges(data=True)}
    assert ("nord", "claims", "isle", "Fact", "one") in said
    assert ("ann", "hosts", "bob", "Plan", "one") in said
    assert [row for row in said if row[1] == "meets"] == [("ann", "meets", "bob", "Fact", "one|two")]
    assert network.nodes["nord"]["type"] == "State"
