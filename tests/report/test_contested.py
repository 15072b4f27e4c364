from kg.project import Project
from kg.report.contested import contested, islands, party_names, perspectives
from kg.report.told import told


def test_the_islands_by_perspective_with_both_names(shipped: Project) -> None:
    report = contested(shipped.store(), "T", "abc")
    assert "Japan says “Northern Territories”" in report.lead[1]
    assert "Russia says “South Kuril Islands”" in report.lead[1]
    tables = {section.heading: section.table for section in report.sections}
    japan = tables["disputed islands off Hokkaido, as Japan has it — “Northern Territories”"]
    russia = tables["disputed islands off Hokkaido, as Russia has it — “South Kuril Islands”"]
    assert any(str(row[1]).startswith("Japan claims") for row in japan.rows)
    assert any(str(row[1]).startswith("Russia controls") for row in russia.rows)


def test_pairs_stand_with_both_poles_and_contradictions_first(shipped: Project) -> None:
    report = contested(shipped.store(), "T", "abc", about="peace-treaty")
    headings = [section.heading for section in report.sections]
    first = next(heading for heading in headings if "pair" in heading)
    assert first.startswith("Contradiction")
    table = next(section.table for section in report.sections if section.heading == first)
    assert [str(row[0])[0] for row in table.rows] == ["1", "+", "−"]
    assert all("view of" in str(row[2]) or "told by the author" in str(row[2]) for row in table.rows if row[4])


def test_perspectives_of_one_side_two_or_all(shipped: Project) -> None:
    store = shipped.store()
    both = perspectives(store, "T", "abc", about="kurils", side="japan", other="russia")
    assert len(both.sections) == 2
    assert len(perspectives(store, "T", "abc", about="kurils", side="japan").sections) == 1
    assert len(perspectives(store, "T", "abc", about="peace-treaty").sections) >= 2
    assert perspectives(store, "T", "abc", about="energy").lead[0].startswith("No party")


def test_names_and_islands_of_a_thing(shipped: Project) -> None:
    store = shipped.store()
    names = party_names(store, "kurils")["kurils"]
    assert set(names) == {"japan", "russia"}
    every = {item.id: item for item in told(store, about="kurils")}
    assert len(islands(store, "kurils", names, every, frozenset({"russia"}))) == 1
