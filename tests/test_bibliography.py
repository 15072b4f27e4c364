from hypothesis import given
from hypothesis import strategies as st

from kg.bibliography import format_sources, parse_sources
from kg.model import Source

names = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8)
values = st.text(
    st.characters(codec="utf-8", exclude_characters='{}\\"@%#,=', exclude_categories=("Cc", "Cs", "Z")), max_size=30
)


@given(
    st.lists(
        st.tuples(names, st.lists(st.tuples(names, values), max_size=4, unique_by=lambda field: field[0])),
        max_size=4,
        unique_by=lambda entry: entry[0],
    )
)
def test_writing_and_reading_are_inverses(entries: list[tuple[str, list[tuple[str, str]]]]) -> None:
    sources = tuple(Source(key, "misc", tuple(fields)) for key, fields in entries)
    assert parse_sources(format_sources(sources), "s.bib") == (sources, ())


def test_each_fault_has_its_line_and_the_rest_is_kept() -> None:
    text = "@misc{a,\n title = {A}\n}\n@misc{a, title = {B}}\n@misc{b, title = {x}, title = {y}}\n@misc{c, title = {x\n\n@misc{d, title={D}}\n"
    sources, issues = parse_sources(text, "s.bib")
    assert [(source.key, source.location.line) for source in sources] == [("a", 1), ("d", 8)]
    assert [issue.location.line for issue in issues] == [4, 5, 6]
    assert "same key" in issues[0].message
    assert "title" in issues[1].message


def test_braces_inside_a_title_protect_capitals_and_are_not_shown() -> None:
    (source,), _ = parse_sources("@misc{a, title = {The {G7} and {Japan}}, author = {{A Body}}}", "s.bib")
    assert (source.title, source.author) == ("The G7 and Japan", "A Body")
