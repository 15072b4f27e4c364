import pytest

from kg.curate.desk import FORM, Curation, Told, paragraphs
from kg.errors import InputError, IssuesError, UsageError, errors_in
from kg.project import Project
from kg.seeds import CLAIMS


def told(desk: Curation, id_: str = "", **cells: str) -> list[tuple[str, str]]:
    """What the checks say of a row with these cells."""
    old = desk.row(id_) if id_ else None
    return [(item.column, item.message) for item in desk.check({**desk.cells(old, 1), **cells}, old)]


MEETING = {"subject": "ann", "relation": "meets", "object": "bob"}


def lines(project: Project, key: str = "one") -> list[str]:
    return (project.seeds / "claims" / f"{key}.csv").read_text("utf-8").splitlines()


def test_the_form_has_every_column_but_the_id() -> None:
    assert set(FORM) == set(CLAIMS.columns) - {"id"}


def test_each_fault_is_told_at_its_cell_with_the_nearest_right_thing(curated: Project) -> None:
    desk = curated.curation("one")
    assert told(desk, **MEETING, when="2015") == []
    faults = {
        "subject": ("an", "unknown id 'an' in subject; did you mean ann?"),
        "relation": ("meats", "unknown relation 'meats'; did you mean meets or fears?"),
        "object": ("annie", "unknown id 'annie' in object; did you mean ann?"),
        "addressee": ("isle", "addressee is Actor; 'isle' is Place"),
        "about": ("bob|nrd", "unknown id 'nrd' in about; did you mean nord?"),
        "when": ("May 2016", ""),
        "where": ("ann", "where is Place; 'ann' is Person"),
        "event": ("talk", "unknown id 'talk' in event; did you mean talks?"),
        "polarity": ("deny", "polarity 'deny' is not one of affirmed, denied; did you mean denied?"),
        "modality": ("plan", "modality 'plan' is not one of "),
        "condition": ("#o9", "condition '#o9' is no row of this file"),
        "at": ("¶9", "¶9 is not in one.txt, which has 3 paragraphs"),
        "according_to": ("isle", "according_to is Actor or Document; 'isle' is Place"),
        "wording": ("verbal", "wording 'verbal' is not one of"),
        "said": ("never", ""),
        "quote": ("met Sud", "the quote is not in ¶1 of one.txt"),
    }
    for column, (cell, message) in faults.items():
        ((where, said),) = told(desk, **{**MEETING, "when": "2015", column: cell})
        assert where == column and said.startswith(message), column
    assert told(desk, **{**MEETING, "object": "isle"})[0][0] == "object"


def test_a_row_that_stands_already_is_told_and_the_row_that_is_edited_is_not_its_own_double(curated: Project) -> None:
    desk = curated.curation("one")
    ((column, message),) = told(desk, **MEETING, event="talks")
    assert column == "" and message.startswith("the same row stands already at seeds/claims/one.csv:2")
    assert told(desk, "o1") == []
    assert told(desk) == [(name, f"{name} is to be filled") for name in ("subject", "relation", "object")]


def test_a_party_that_the_paragraph_does_not_name_is_a_warning_that_does_not_hinder(curated: Project) -> None:
    desk = curated.curation("one")
    cells = {**desk.cells(None, 1), "subject": "sud", "relation": "criticizes", "object": "ann"}
    assert desk.check(cells) == (Told("subject", "o5: ¶1 does not name 'sud'", "warning"),)
    assert desk.save(cells).id == "o5"


def test_saving_adds_edits_and_deletes_one_row_and_leaves_the_others(curated: Project) -> None:
    desk, before = curated.curation("one"), lines(curated)
    added = desk.save({**desk.cells(None, 2), **MEETING, "polarity": "affirmed", "modality": "planned"})
    assert lines(curated) == [*before, "o5,ann,meets,bob,,,,,planned,¶2,"]
    assert [row.id for row in desk.rows] == ["o1", "o2", "o3", "o5", "o4"]  # by paragraph
    desk.save({**desk.cells(desk.row("o2"), 2), "polarity": "denied"}, desk.row("o2"))
    assert lines(curated)[2] == "o2,nord,claims,isle,,,,denied,,¶2,"
    desk.delete(added)
    desk.delete(desk.row("o1"))
    assert [line[:2] for line in lines(curated)] == ["id", "o2", "o3", "o4"]
    assert [desk.undo() for _ in range(5)] == ["deletion o1", "deletion o5", "edit o2", "new row o5", ""]
    assert lines(curated) == before
    desk.save(desk.cells(desk.row("o2"), 2), desk.row("o2"))
    assert desk.undo() == "" and lines(curated) == before  # nothing was changed


def test_a_first_row_makes_the_file_and_taking_it_back_removes_it(curated: Project) -> None:
    (curated.seeds / "claims" / "two.csv").unlink()
    desk = curated.curation("two")
    assert desk.text is None and desk.rows == () and desk.count == 1
    desk.save({**desk.cells(None, 1), **MEETING})
    assert lines(curated, "two") == ["id,subject,relation,object,at", "t1,ann,meets,bob,¶1"]
    desk.undo()
    assert not (curated.seeds / "claims" / "two.csv").exists()


def test_what_others_wrote_meanwhile_is_kept_and_known(curated: Project) -> None:
    desk = curated.curation("one")
    old = desk.row("o2")
    path = curated.seeds / "claims" / "one.csv"
    path.write_text(path.read_text("utf-8").replace("o2,nord", "o2,sud") + "o7,bob,visits,isle,,,,,,¶1,\n", "utf-8")
    with pytest.raises(UsageError, match="o2 was changed in the file meanwhile"):
        desk.save({**desk.cells(old, 2), "note": "x"}, old)
    with (curated.seeds / "entities.csv").open("a") as file:
        file.write("cleo,Person,Cleo,\n")
    assert desk.save({**desk.cells(None, 1), "subject": "cleo", "relation": "meets", "object": "bob"}).id == "o8"
    assert len(lines(curated)) == 7
    with pytest.raises(UsageError, match="o99 does not stand"):
        desk.row("o99")


def test_a_row_on_which_something_leans_is_not_deleted(curated: Project) -> None:
    desk = curated.curation("one")
    desk.save({**desk.cells(None, 1), **MEETING, "condition": "#o2", "modality": "hypothetical"})
    with pytest.raises(UsageError, match=r"o2 is needed: .*condition '#o2' is no row"):
        desk.delete(desk.row("o2"))
    with pytest.raises(UsageError, match="the object of meets is Actor"):
        desk.save({**desk.cells(None, 1), **MEETING, "object": "isle"})
    assert not errors_in(curated.check())


def test_rows_that_have_errors_are_known_and_do_not_keep_from_curating(curated: Project) -> None:
    path = curated.seeds / "claims" / "one.csv"
    path.write_text(path.read_text("utf-8").replace("o2,nord", "o2,nrd"), "utf-8")
    desk = curated.curation("one")
    assert desk.row("o2").location in desk.faulty and len(desk.faulty) == 1
    desk.save({**desk.cells(desk.row("o2"), 2), "subject": "nord"}, desk.row("o2"))
    assert desk.faulty == frozenset()


def test_what_cannot_be_curated_is_told(curated: Project) -> None:
    with pytest.raises(UsageError, match=r"no source 'onne' in sources.bib; did you mean one\?"):
        curated.curation("onne")
    (curated.seeds / "texts" / "two.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match="not UTF-8"):
        curated.curation("two")
    (curated.seeds / "claims" / "two.csv").write_text("a;b\n")
    with pytest.raises(IssuesError):
        curated.curation("one")


def test_paragraphs_of_a_cell() -> None:
    assert paragraphs("¶2-3, n1") == (2, 3)
    assert paragraphs("page four") == ()
