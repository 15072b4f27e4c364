import hashlib
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.extract.document import read_document
from kg.model import Evidence, Source
from kg.texts import find_text, fold, locate_quotes, read_text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "k.txt").write_bytes("\ufeffTitle é\r\n\r\n  Second one. \n\n\nThird “one”.".encode())
    return tmp_path


def test_paragraphs_are_lines_that_are_not_blank_and_offsets_are_code_points(folder: Path) -> None:
    text = read_text(folder / "k.txt")
    assert [text.paragraph(number) for number in (1, 2, 3)] == ["Title é", "Second one.", "Third “one”."]
    assert text.content[slice(*text.spans[2])] == "Third “one”."
    with pytest.raises(IndexError):
        text.paragraph(4)


def test_a_quote_is_found_in_its_paragraph_only(folder: Path) -> None:
    text = read_text(folder / "k.txt")
    start, end = text.find("one", (3,)) or (0, 0)
    assert text.content[start:end] == "one"
    assert start > text.spans[2][0]
    assert text.find("Title", (2,)) is None


def test_paragraphs_are_counted_as_extraction_counts_them(tmp_path: Path) -> None:
    front = '---\ntitle: "T"\ndate: 2021-01-01\n---\n\n# Heading\n\nAnn met **Bob** on\nthe isle.\n\nThe end.\n'
    (tmp_path / "k.md").write_text(front, "utf-8")
    line = "It went on and on, in lines of nearly the same length, and so each"
    wrapped = "\n\n".join("\n".join([line] * 3 + ["of them ends."]) for _ in range(3))
    (tmp_path / "w.txt").write_text(wrapped, "utf-8")
    for name, count in (("k.md", 3), ("w.txt", 3)):
        document = read_document(tmp_path / name)
        text = read_text(tmp_path / name)
        assert text.content == document.text
        assert text.spans == tuple((part.start, part.end) for part in document.paragraphs)
        assert len(text.spans) == count
    assert read_text(tmp_path / "k.md").paragraph(2) == "Ann met Bob on the isle."
    (tmp_path / "e.txt").write_text("", "utf-8")
    with pytest.raises(InputError, match="empty"):
        read_text(tmp_path / "e.txt")


def test_a_text_is_found_by_file_name_key_or_hash(folder: Path) -> None:
    digest = hashlib.sha256((folder / "k.txt").read_bytes()).hexdigest()
    for source in (
        Source("x", "misc", (("text", "k.txt"),)),
        Source("k", "misc"),
        Source("x", "misc", (("sha256", digest),)),
    ):
        assert find_text(source, [folder]) == folder / "k.txt"
    assert find_text(Source("x", "misc", (("text", "../k.txt"),)), [folder / "sub", folder]) is None


def test_quotes_are_located_where_the_text_is_at_hand(folder: Path) -> None:
    evidence = [Evidence("k-1", "c", "k", (2,), quote="Second"), Evidence("z-1", "c", "z", (2,), quote="Second")]
    spans = locate_quotes([Source("k", "misc"), Source("z", "misc")], evidence, [folder])
    assert list(spans) == ["k-1"]
    assert read_text(folder / "k.txt").content[slice(*spans["k-1"])] == "Second"


def test_case_and_accents_do_not_matter() -> None:
    assert fold("Škoda ÉTÉ") == "skoda ete"
