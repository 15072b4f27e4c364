from kg.lookup import near_ids, search_claims, search_entities
from kg.project import Project


def test_entities_are_found_by_any_name_in_any_language(shipped: Project) -> None:
    store = shipped.store()
    for text in ("Northern Territories", "北方領土", "южные курилы", "kurils"):
        assert "kurils" in search_entities(store, text).column("id"), text
    assert search_entities(store, "Shinzo Ave").rows[0][0] == "abe"
    assert len(search_entities(store, "a", limit=3)) == 3


def test_claims_are_found_by_all_their_words(shipped: Project) -> None:
    table = search_claims(shipped.store(), "putin SINGAPORE meets")
    assert [text for _, text in table.rows] == ["Shinzo Abe meets Vladimir Putin, November 2018, Singapore"]


def test_near_ids_by_id_or_name(shipped: Project) -> None:
    store = shipped.store()
    assert near_ids(store, "abee")[0] == "abe"
    assert "putin" in near_ids(store, "Wladimir Putin")
