import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.candidate import Candidate, End
from kg.extract.document import Document, from_text
from kg.extract.engine import make_extractor
from kg.extract.furniture import Paragraph
from kg.extract.reading import reading

TEXT = "The United States sanctioned North Korea on 3 March 2020. Türkiye met Spain in New York."


def whole(text: str) -> Document:
    return Document("x", text, (Paragraph(0, len(text), "body"),))


@pytest.mark.parametrize(
    "write",
    [
        lambda text: text.replace(" ", "\xa0"),
        lambda text: text.replace(" ", " \u202f"),
        lambda text: text.replace(" ", "\r\n"),
        lambda text: text.replace("Korea", "Ko\xadrea").replace("sanction", "sanc\xadtion"),
        lambda text: text.replace("Korea", "\u200bKorea\u2060"),
        lambda text: unicodedata.normalize("NFD", text),
    ],
    ids=["nbsp", "narrow", "wrapped", "soft hyphens", "zero width", "decomposed"],
)
def test_how_a_text_is_set_changes_no_claim(write: Callable[[str], str]) -> None:
    extractor = make_extractor()
    plain = extractor.extract(whole(TEXT)).claims
    odd = write(TEXT)
    found = extractor.extract(whole(odd)).claims
    said = ("subject_name", "relation", "object_name", "when", "polarity")
    assert [[claim[name] for name in said] for claim in found] == [[claim[name] for name in said] for claim in plain]
    assert len(found) == 2
    for claim, other in zip(found, plain, strict=True):
        assert odd[claim["start"] : claim["end"]] == claim["quote"] == write(other["quote"])


def test_a_plain_text_is_read_as_it_is_and_line_ends_between_paragraphs_stay() -> None:
    assert reading(whole(TEXT)).places == ()
    read = reading(from_text("One\xa0two.\n\n\nThree four.")).document
    assert read.text == "One two.\n\n\nThree four."
    assert [read.text[p.start : p.end] for p in read.paragraphs] == ["One two.", "Three four."]


@given(st.text(alphabet=st.sampled_from("aé😀\xad\xa0\u200b\u0301\u2028\r\n\t "), max_size=40), st.data())
def test_the_way_back_leads_to_what_was_read(text: str, data: st.DataObject) -> None:
    document = from_text(text)
    read = reading(document)
    length = len(read.document.text)
    start = data.draw(st.integers(0, length))
    end = data.draw(st.integers(start, length))
    back = read.back(
        Candidate(End("a", start, end), "r", End("b", start, start), start, end, read.document.text[start:end], "x")
    )
    assert text[back.start : back.end] == back.quote
    assert 0 <= back.start <= back.end <= len(text)
    assert (back.subject.start, back.subject.end) == (back.start, back.end)
    for mine, its in zip(read.document.paragraphs, document.paragraphs, strict=True):
        words = text[its.start : its.end]
        assert len(read.document.text[mine.start : mine.end]) <= len(words)
