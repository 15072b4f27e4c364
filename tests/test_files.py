from pathlib import Path

import pytest

from kg.errors import InputError
from kg.files import read_paragraphs


def test_paragraphs_are_lines_that_are_not_blank(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("One.\n\n Two words.\n", encoding="utf-8")
    text, spans = read_paragraphs(path)
    assert [text[start:end] for start, end in spans] == ["One.", "Two words."]


def test_markdown_loses_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("A **bold** [link](https://example.org).\n", encoding="utf-8")
    assert read_paragraphs(path)[0].strip() == "A bold link."


def test_what_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a\0b")
    with pytest.raises(InputError, match="binary"):
        read_paragraphs(path)
