import importlib.util
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.extract.document import from_text, read_document


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
        ("a.txt", b"\x00\x01\x02", "binary"),
        ("a.txt", "Müller fährt".encode("latin-1"), "UTF-8"),
        ("a.txt", b"x" * 20_000_000, "line of more than"),
    ],
)
def test_hostile_files_get_one_clear_line(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError, match=told) as error:
        read_document(path)
    assert "\n" not in str(error.value)


def test_html_without_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><head><title>x</title></head><body></body></html>", "utf-8")
    told = "without a main text" if importlib.util.find_spec("trafilatura") else "trafilatura"
    with pytest.raises(InputError, match=told):
        read_document(path)


def test_places_count_code_points_and_kinds_are_told(tmp_path: Path) -> None:
    path = tmp_path / "2020-03-01-a.md"
    path.write_text(
        "---\ntitle: A title\ndate: 2020-03-02\n---\n# Heading\n\n😀 France met *Spain*.\n\nShare this\n", "utf-8"
    )
    document = read_document(path)
    assert (document.title, document.date) == ("A title", "2020-03-02")
    assert [(document.text[p.start : p.end], p.kind) for p in document.paragraphs] == [
        ("# Heading", "heading"),
        ("😀 France met Spain.", "body"),
        ("Share this", "boilerplate"),
    ]


def test_a_date_in_the_name_is_the_day_of_publication() -> None:
    published = from_text("Text.", "2020-03-01-a.txt").published
    assert published is not None and published.isoformat() == "2020-03-01"
