import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import ClaimRow, Entity, Name
from kg.seeds import CLAIMS, ENTITIES, change_file, fill_ids, format_csv, parse_csv, read_dossier

cells = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12).map(
    lambda text: __import__("unicodedata").normalize("NFC", text).strip()
)
filled = cells.filter(bool)
parts = st.lists(filled.map(lambda text: text.replace("|", "/").strip()).filter(bool), max_size=3).map(tuple)


@given(
    st.lists(st.builds(ClaimRow, st.just("k"), filled, filled, filled, id=cells, about=parts, note=cells, quote=cells))
)
def test_writing_and_reading_claims_are_inverses(rows: list[ClaimRow]) -> None:
    text = format_csv(rows, CLAIMS)
    assert parse_csv(text, CLAIMS, "c.csv", source="k") == (tuple(rows), ())
    assert format_csv(parse_csv(text, CLAIMS, "c.csv", source="k")[0], CLAIMS) == text


@given(st.lists(st.builds(Entity, filled, parts.filter(bool), filled, side=cells, wikidata=cells, note=cells)))
def test_writing_and_reading_entities_are_inverses(entities: list[Entity]) -> None:
    assert parse_csv(format_csv(entities, ENTITIES), ENTITIES, "e.csv") == (tuple(entities), ())


def test_columns_are_known_by_name_in_any_order_and_left_out_where_unused() -> None:
    rows, issues = parse_csv("Object, relation ,subject,Recipient\nbob,meets,ann,nord\n", CLAIMS, "c.csv", source="k")
    assert issues == ()
    assert rows == (ClaimRow("k", "ann", "meets", "bob", addressee="nord"),)


def test_a_row_knows_the_line_it_begins_on_even_after_a_cell_of_several_lines() -> None:
    text = 'subject,relation,object,note\nann,meets,bob,"two\nlines"\n\nann,meets,bob,\n'
    rows, _ = parse_csv(text, CLAIMS, "c.csv", source="k")
    assert [row.location.line for row in rows] == [2, 5]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("subject,relation,objekt\n", 1, "unknown column 'objekt'; did you mean object"),
        ("subject,relation\n", 1, "no column 'object'"),
        ("subject;relation;object\n", 1, "semicolons"),
        ("subject,subject,relation,object\n", 1, "stands twice"),
        ("", 1, "empty"),
        ("subject,relation,object\nann,meets,bob,x,y\n", 2, "5 cells under 3 columns"),
        ("subject,relation,object\nann,,bob\n", 2, "no relation in this row"),
        ("subject,relation,object\nann,meets,b\x07b\n", 2, "control character"),
        ('subject,relation,object\nann,"meets"x,b\n', 2, "not readable as CSV"),
        ('subject,relation,object\nann,meets,b\nann,"meets,b\n\n', 3, "not readable as CSV"),
    ],
)
def test_what_cannot_be_read_is_an_issue_with_its_line(text: str, line: int, words: str) -> None:
    _, issues = parse_csv(text, CLAIMS, "c.csv", source="k")
    assert [(issue.location.line, words in issue.message) for issue in issues] == [(line, True)]


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        ("subject,relation,object\nann,meets,Müller\n".encode("cp1252"), 2, "not UTF-8 (byte 0xfc)"),
        ("subject,relation,object\n".encode("utf-16"), 0, "UTF-16"),
    ],
)
def test_wrong_encoding_is_told_with_its_line(make_project, data: bytes, line: int, words: str) -> None:  # type: ignore[no-untyped-def]
    _, issues = read_dossier(make_project({"claims/one.csv": data}).seeds)
    assert [(issue.location.file, issue.location.line) for issue in issues] == [("seeds/claims/one.csv", line)]
    assert words in issues[0].message


def test_a_byte_order_mark_is_no_part_of_the_first_column(make_project) -> None:  # type: ignore[no-untyped-def]
    project = make_project({"claims/one.csv": b"\xef\xbb\xbfsubject,relation,object,id\nann,meets,bob,o1\n"})
    dossier, issues = read_dossier(project.seeds)
    assert issues == ()
    assert dossier.rows[0].subject == "ann"


def test_missing_ids_are_filled_after_the_files_own_prefix() -> None:
    rows = [ClaimRow("key", "a", "r", "b", id=id_) for id_ in ("", "x7", "", "note")]
    assert [row.id for row in fill_ids(rows)] == ["x8", "x7", "x9", "note"]
    assert [row.id for row in fill_ids([ClaimRow("key", "a", "r", "b")])] == ["k1"]


def test_a_quotation_keeps_the_form_of_its_text() -> None:
    rows, _ = parse_csv("subject,relation,object,quote\nann,meets,bob,cafe\u0301\n", CLAIMS, "c.csv", source="k")
    assert rows[0].quote == "cafe\u0301"


def test_ids_of_files_with_odd_names_and_numbers() -> None:
    assert fill_ids([ClaimRow("ünter", "a", "r", "b")])[0].id == "c1"
    assert fill_ids([ClaimRow("k", "a", "r", "b", id="w" + "9" * 5000), ClaimRow("k", "a", "r", "b")])[1].id == "k1"


def test_ids_of_proposals_are_no_ones_numbering() -> None:
    rows = [ClaimRow("key", "a", "r", "b", id="x12345678"), ClaimRow("key", "a", "r", "b")]
    assert fill_ids(rows)[1].id == "k1"


def test_a_change_keeps_columns_and_rows_and_doubles_nothing(make_project) -> None:  # type: ignore[no-untyped-def]
    seeds = make_project({"names.csv": b"\xef\xbb\xbfname,entity,kind,when\r\nAnnie,ann,alias,\r\n"}).seeds
    name = Name("bob", "Bobby", "en", "alias")
    for _ in range(2):
        change_file(seeds / "names.csv", seeds, [name])
    assert (seeds / "names.csv").read_text() == "entity,name,lang,kind,when\nann,Annie,,alias,\nbob,Bobby,en,alias,\n"
    change_file(seeds / "names.csv", seeds, drop=lambda one: one.entity == "ann")
    change_file(seeds / "names.csv", seeds, drop=lambda one: one.entity == "bob")
    assert not (seeds / "names.csv").exists()
