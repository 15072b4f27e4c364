import pytest

from kg.errors import UsageError
from kg.project import Project
from kg.report.card import card


@pytest.mark.parametrize("id_", ["abe", "sochi-2016", "brink2016", "brink2016-b1", "evidence-brink2016-b1"])
def test_every_kind_of_id_has_a_card(shipped: Project, id_: str) -> None:
    report = card(shipped.store(), id_, "abc")
    assert len(report.sections[-1].table) > 0


def test_a_claim_shows_its_evidence(shipped: Project) -> None:
    store = shipped.store()
    claim = store.select("SELECT ?c { ?c rdf:predicate kg:meets ; kg:event :singapore-2018 }").rows[0][0]
    for name in (str(claim), str(claim).removeprefix("claim-")):
        report = card(store, name, "abc")
        assert "Singapore" in report.title
        assert "abiru2021" in report.sections[1].table.column("source")


@pytest.mark.parametrize(("id_", "near"), [("abbe", "abe"), ("Vladimir Puttin", "putin"), ("x} { ?s ?p ?o", "search")])
def test_an_unknown_id_is_answered_with_near_ones(shipped: Project, id_: str, near: str) -> None:
    with pytest.raises(UsageError, match=near):
        card(shipped.store(), id_, "abc")
