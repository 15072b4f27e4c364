import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.extract.document import Document, from_text, read_document
from kg.extract.engine import make_extractor
from kg.texts import read_text

PAGE = """<!doctype html><html lang="en"><head><meta charset="{charset}"><title>Two states sign | The Weekly</title>
<meta property="og:site_name" content="The Weekly"><meta name="author" content="Jane Doe; John Roe">
<meta property="article:published_time" content="2020-03-02T10:00:00Z"></head><body><nav><a href="/">Home</a></nav><article>
<h1>Two states sign</h1><p>Leaders of France and Spain met in Paris on Monday to sign a treaty on fishing rights, after two
years of talks that had often come close to failure.</p><div class="share"><a>Facebook</a> <a>Twitter</a></div>
<p>“We are friends,” the president of France said. Germany condemned the deal,&nbsp;and Italy, which fishes in the same
sea, asked for a seat at the table in the next round of talks, to be held in a café.</p></article>
<aside><h3>Related articles</h3><ul><li><a>China launches a rocket while others watch</a></li></ul></aside></body></html>"""


def read(tmp_path: Path, name: str, data: str | bytes) -> Document:
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_document(path)


def shown(document: Document) -> list[tuple[str, str]]:
    return [(document.text[p.start : p.end], p.kind) for p in document.paragraphs]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"\xef\xbb\xbf \n\t\n", "empty"),
        ("a.md", b"---\ntitle: x\n---\n", "empty"),
        ("a.txt", b"ab\x00\x01\x02", "binary file.*byte 2"),
        ("a.txt", b"%PDF-1.7 \xe2\xe3", "PDF.*pdftotext"),
        ("a.txt", b"PK\x03\x04\x14\x00", "docx"),
        ("a.txt", "Müller".encode("latin-1"), "not UTF-8: byte 1 .line 1. is 0xFC; convert it, e.g. iconv -f CP1252"),
        ("a.txt", b"\xef\xbb\xbfOne.\nTwo \x93.", r"byte 12 \(line 2\) is 0x93"),
        ("a.txt", "Text".encode("utf-16"), "UTF-16.*iconv -f UTF-16"),
        ("a.txt", b"x" * 20_000_000, "larger than 10 MB"),
        ("a.txt", b"word " * 60_000, "a line of 300,000 characters, where 200,000"),
    ],
)
def test_hostile_files_get_one_clear_line(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    began = time.monotonic()
    with pytest.raises(InputError, match=told) as error:
        read(tmp_path, name, data)
    assert "\n" not in str(error.value)
    assert str(error.value).startswith(str(tmp_path / name))
    assert time.monotonic() - began < 5


def test_a_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="a folder; give its files"):
        read_document(tmp_path)
    with pytest.raises(InputError, match="cannot be read: No such file"):
        read_document(tmp_path / "none.txt")


def test_a_large_text_of_many_lines_is_read_in_seconds(tmp_path: Path) -> None:
    began = time.monotonic()
    lines = "".join(f"Line {n} says that number {n + 1} follows {n}.\n" for n in range(100_000))
    assert len(read(tmp_path, "a.txt", lines).paragraphs) == 100_000
    assert time.monotonic() - began < 30


def test_html_without_the_extra_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(InputError, match=r"pip install 'kg\[html\]'"):
        read(tmp_path, "a.html", PAGE)


def test_html_without_text_is_told(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    with pytest.raises(InputError, match="HTML without a main text"):
        read(tmp_path, "a.html", "<html><head><title>x</title></head><body></body></html>")


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_html_gives_its_text_and_metadata(tmp_path: Path, charset: str) -> None:
    pytest.importorskip("trafilatura")
    document = read(tmp_path, "a.html", PAGE.format(charset=charset).encode(charset))
    assert (document.title, document.date) == ("Two states sign", "2020-03-02")
    assert (document.outlet, document.author) == ("The Weekly", "Jane Doe and John Roe")
    bodies = [text for text, kind in shown(document) if kind == "body"]
    assert len(bodies) == 2
    assert bodies[1].startswith("“We are friends,”")
    assert "café" in bodies[1]
    assert "rocket" not in document.text


def test_markdown_gives_its_front_matter_and_loses_its_marks(tmp_path: Path) -> None:
    for end in ("\n", "\r\n"):
        text = (
            '\ufeff---\ntitle: "A title"\nauthors: [Jane Doe]\ndate: 2020-03-02T10:00\nsource: The Weekly\n---\n# Heading\n'
            "😀 France met\n*Spain* in [Paris](https://example.org).[^1]\n\nShare this\n\n[^1]: See https://example.org.\n"
        )
        document = read(tmp_path, "2019-01-01-a.md", text.replace("\n", end))
        assert (document.title, document.date) == ("A title", "2020-03-02")
        assert (document.author, document.outlet) == ("Jane Doe", "The Weekly")
        assert shown(document) == [
            ("# Heading", "heading"),
            ("😀 France met Spain in Paris.", "body"),
            ("Share this", "boilerplate"),
            ("[^1]: See https://example.org.", "note"),
        ]


def test_a_plain_text_tells_by_its_first_lines(tmp_path: Path) -> None:
    fields = read(tmp_path, "a.txt", "Title: On Fish\nSource: The Weekly\nDate: 3 March 2020\n\nFrance met Spain.\n")
    assert (fields.title, fields.outlet, fields.date) == ("On Fish", "The Weekly", "2020-03-03")
    assert shown(fields)[2:] == [("Date: 3 March 2020", "boilerplate"), ("France met Spain.", "body")]
    byline = read(tmp_path, "a.txt", "On Fish\n\nBy Jane Doe and John Roe\n\nMarch 3, 2020\n\nFrance met Spain.\n")
    assert (byline.title, byline.author, byline.date) == ("On Fish", "Jane Doe and John Roe", "2020-03-03")
    line = read(tmp_path, "a.md", "# On Fish\n\n*By Jane Doe, The Weekly, 3 March 2020*\n\nFrance met Spain.\n")
    assert (line.author, line.outlet, line.date) == ("Jane Doe", "The Weekly", "2020-03-03")
    colon = read(tmp_path, "a.txt", "France met Spain by night: on 3 March 2020 in Paris.\n\nGermany met Italy.\n")
    assert (colon.title, colon.date, shown(colon)[0][1]) == ("", "", "body")


def test_the_option_goes_before_the_file_and_the_file_before_its_name(tmp_path: Path) -> None:
    path = tmp_path / "2020-03-01-a.txt"
    path.write_text("Text.", "utf-8")
    published = read_document(path).published
    assert published is not None and published.isoformat() == "2020-03-01"
    assert read_document(path, "2021-05-05").date == "2021-05-05"
    path.write_text("Date: 2020-02-02\n\nText.", "utf-8")
    assert read_document(path).date == "2020-02-02"


ODD = "\ufeffTitle\r\n\r\n😀 France met Spa\xadin in\xa0Paris on Monday.\r\n\u2028France sanctioned Russia — “naïvely” — in Málaga.\r\n"


def test_offsets_are_those_of_the_stored_text(tmp_path: Path) -> None:
    document = read(tmp_path, "a.txt", ODD)
    stored = read_text(tmp_path / "a.txt")
    assert stored.content == document.text == ODD[1:]
    assert list(stored.spans) == [(p.start, p.end) for p in document.paragraphs]
    claims = make_extractor().extract(document).claims
    assert claims
    for claim in claims:
        assert stored.content[claim["start"] : claim["end"]] == claim["quote"]


@given(st.text(alphabet=st.sampled_from("aZ.é😀\xad\xa0\u2028\x85\r\n\t \ufeff"), max_size=60))
def test_paragraphs_are_the_lines_of_any_text(text: str) -> None:
    document = from_text(text)
    assert [text[p.start : p.end] for p in document.paragraphs] == [x.strip() for x in text.splitlines() if x.strip()]


def test_a_text_wrapped_at_a_column_is_read_by_blocks() -> None:
    line = "The leaders of two states met in a town by the sea and spoke of"
    other = "Nobody in the room expected that these talks would go on for"
    text = f"A title\n\n{line}\n{line}\npeace.\n\n{other}\n{other}\n{other}\nlong.\n"
    assert [kind for _, kind in shown(from_text(text))] == ["heading", "body", "body"]
    listed = "\n".join(["France met Spain in Paris.", "Germany met Italy.", "Norway met Sweden in the far north."] * 3)
    assert len(from_text(listed).paragraphs) == 9
