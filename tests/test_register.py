import hashlib
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.check import check_dossier
from kg.duplicates import Alike
from kg.errors import InputError, IssuesError, UsageError
from kg.project import Project
from kg.register import add_source, write_atomically
from kg.vocabulary import load_vocabulary

Make = Callable[..., Project]
WIRE = """Title: Two states sign
Author: Jane Doe
Date: 2020-03-02

The minister of Norland met her colleague of Sudria in the capital on Monday, and both spoke of a new beginning.

Nobody in the room expected the talks to last beyond the evening, but they went on for two days and three nights.
"""
COPY = "The wire in short\n\nBy Max Roe\n\n2020-03-03\n\n" + WIRE.partition("\n\n")[2].replace("the capital on ", "")


def write(project: Project, name: str, text: str | bytes) -> Path:
    path = project.root / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def bib(project: Project) -> str:
    return (project.seeds / "sources.bib").read_bytes().decode()


def test_an_entry_is_appended_and_nothing_else_is_touched(make_project: Make) -> None:
    project = make_project()
    before = bib(project)
    added = add_source(project, write(project, "a.txt", WIRE), {"url": "https://example.org/a", "organization": "Wire"})
    assert bib(project) == f"{before}\n{added.entry}\n"
    source = project.read()[0].sources[-1]
    assert source == added.source
    assert (source.key, source.title, source.author, source.date) == (
        "doe2020",
        "Two states sign",
        "Jane Doe",
        "2020-03-02",
    )
    assert (source.outlet, source.get("url"), source.get("text")) == ("Wire", "https://example.org/a", "a.txt")
    assert source.get("sha256") == hashlib.sha256(WIRE.encode()).hexdigest()
    assert not check_dossier(project.read()[0], load_vocabulary(project.ontology))
    assert not (project.seeds / "texts").exists()


def test_shipping_copies_the_bytes_of_a_text_and_the_text_of_markdown(make_project: Make) -> None:
    project = make_project()
    data = b"\xef\xbb\xbf" + WIRE.replace("\n", "\r\n").encode()
    added = add_source(project, write(project, "a.txt", data), {}, ship=True)
    assert added.shipped == project.seeds / "texts" / "doe2020.txt"
    assert added.shipped.read_bytes() == data
    marked = add_source(
        project, write(project, "b.md", "# On *Fish*\n\nSome other words, in **bold**.\n"), {}, ship=True
    )
    assert marked.shipped is not None
    assert marked.shipped.read_text("utf-8") == "# On Fish\n\nSome other words, in bold.\n"
    assert marked.source.get("sha256") == hashlib.sha256(marked.shipped.read_bytes()).hexdigest()
    with pytest.raises(IssuesError, match=f"registered already, as {marked.source.key}"):
        add_source(project, project.root / "b.md", {})


def test_a_copy_takes_the_origin_of_the_first_and_corroborates_nothing(make_project: Make) -> None:
    project = make_project()
    first = add_source(project, write(project, "a.txt", WIRE), {}, ship=True)
    copy = add_source(project, write(project, "b.txt", COPY), {}, texts=project.root)
    (alike,) = copy.alike
    assert alike.key == first.source.key == copy.source.origin == "doe2020"
    assert 0.5 < alike.of_new < 1
    again = add_source(project, write(project, "c.txt", COPY.replace("Max Roe", "Ida Poe")), {}, texts=project.root)
    assert [like.key for like in again.alike] == ["roe2020", "doe2020"]
    assert again.source.origin == "doe2020"
    for key in ("doe2020", "roe2020", "poe2020"):
        (project.seeds / "claims" / f"{key}.csv").write_text("subject,relation,object\nann,visits,isle\n", "utf-8")
    resolved = project.resolved()
    assert {item.origin for item in resolved.evidence if item.source.endswith("2020")} == {"doe2020"}
    project.build()
    query = "SELECT ?n { ?c kg:evidence/kg:source :poe2020 ; kg:origins ?n }"
    assert [str(row[0]) for row in project.store().select(query).rows] == ["1"]


def test_a_text_that_holds_a_known_one_is_told_but_is_no_copy(make_project: Make) -> None:
    project = make_project()
    add_source(project, write(project, "a.txt", WIRE), {}, ship=True)
    other = " ".join(f"Sentence {n} of the long story tells of thing {n}." for n in range(40))
    added = add_source(project, write(project, "b.txt", f"{COPY}\n{other}\n"), {})
    assert (added.alike[0].of_new < 0.5, added.alike[0].of_known >= 0.5) == (True, True)
    assert added.source.get("origin") == ""
    assert isinstance(added.alike[0], Alike)


def test_the_same_file_twice_changes_nothing(make_project: Make) -> None:
    project = make_project()
    path = write(project, "a.txt", WIRE)
    add_source(project, path, {})
    before = bib(project)
    with pytest.raises(IssuesError, match="registered already, as doe2020"):
        add_source(project, path, {}, key="other", ship=True)
    assert bib(project) == before
    assert not (project.seeds / "texts").exists()


@pytest.mark.parametrize(
    ("given", "key", "told"),
    [
        ({"title": ""}, "", ""),
        ({"url": "ftp://x"}, "", "not an http"),
        ({"date": "May-16"}, "", "--date May-16"),
        ({}, "One", "no key"),
        ({}, "claim-x", "no key"),
        ({}, "one", "the key 'one' is taken"),
        ({}, "ann", "the key 'ann' is taken"),
    ],
)
def test_what_is_asked_wrongly_changes_nothing(make_project: Make, given: dict[str, str], key: str, told: str) -> None:
    project = make_project()
    before = bib(project)
    text = WIRE if told else "A text that only has one sentence and no title."
    with pytest.raises(UsageError, match=told or "give --title"):
        add_source(project, write(project, "a.txt", text), given, key, ship=True)
    assert bib(project) == before
    assert not (project.seeds / "texts").exists()


def test_keys_are_made_of_surname_outlet_or_title_and_are_unique(make_project: Make) -> None:
    project = make_project({"sources.bib": None})
    said = [
        ({"author": "Müller-Lós, Ana and Doe, Jane"}, "mullerlos2020"),
        ({"author": "Jane van Doe, Max Roe"}, "doe2020"),
        ({"author": "X. Doe"}, "doe2020b"),
        ({"organization": "The Weekly {Star}"}, "weekly2020"),
        ({"title": "東京 7 days"}, "days2020"),
        ({"title": "2020"}, "s20202020"),
        ({"title": "東京"}, "source2020"),
    ]
    for number, (given, key) in enumerate(said):
        path = write(project, f"{number}.txt", f"A line of file {number}.\n")
        assert add_source(project, path, {"title": "T", "date": "2020?", **given}).source.key == key
    authors = [source.author for source in project.read()[0].sources]
    assert authors[:2] == ["Ana Müller-Lós, Jane Doe", "Jane van Doe, Max Roe"]


def test_line_ends_a_missing_last_one_and_marks_of_bibtex_are_kept(make_project: Make) -> None:
    old = "\ufeff@misc{one,\r\n  title = {One}\r\n}"
    project = make_project({"sources.bib": old})
    add_source(project, write(project, "a.txt", WIRE), {"title": 'A } "B" \\C {# 100 % & @misc{x,'})
    text = bib(project)
    assert text.startswith(old + "\r\n\r\n@misc{")
    assert "\n" not in text.replace("\r\n", "")
    assert project.read()[0].sources[1].title == 'A "B" C # 100 % & @misc x,'.replace("@misc x", "@miscx")


def test_a_bibliography_that_cannot_be_read_is_left_alone(make_project: Make) -> None:
    project = make_project({"sources.bib": "@misc{one,\n title = {One}\n"})
    before = bib(project)
    with pytest.raises(IssuesError):
        add_source(project, write(project, "a.txt", WIRE), {})
    assert bib(project) == before
    with pytest.raises(InputError, match="cannot be read"):
        add_source(project, project.root / "none.txt", {})


def test_a_write_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.bib"
    path.write_text("old", "utf-8")
    path.chmod(0o640)
    (tmp_path / "link.bib").symlink_to(path)
    write_atomically(tmp_path / "link.bib", b"new")
    assert (path.read_text("utf-8"), path.stat().st_mode & 0o777) == ("new", 0o640)
    assert (tmp_path / "link.bib").is_symlink()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, b"newer")
    assert path.read_text("utf-8") == "new"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.bib", "link.bib"]


def test_the_command_tells_the_entry_and_whose_copy_it_is(
    make_project: Make, run_kg: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    project = make_project()
    write(project, "a.txt", WIRE)
    write(project, "b.txt", COPY)
    done = run_kg("source", "add", "a.txt", "--ship", cwd=project.root)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "@misc{doe2020,")
    assert done.stderr == "kg: no outlet (organization) found; add it to the entry in sources.bib\n"
    done = run_kg("source", "add", "b.txt", "--outlet", "The Daily", cwd=project.root)
    assert done.returncode == 0
    assert "of its wording stands in doe2020: a syndicated copy; its claims share the origin doe2020" in done.stderr
    assert "origin = {doe2020}" in done.stdout
    done = run_kg("source", "add", "b.txt", cwd=project.root)
    assert (done.returncode, done.stdout) == (1, "")
    assert "registered already, as roe2020" in done.stderr
    done = run_kg("source", "add", "none.txt", cwd=project.root)
    assert (done.returncode, done.stderr) == (3, "kg: none.txt: cannot be read: No such file or directory\n")
