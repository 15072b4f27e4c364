from pathlib import Path

import pytest

from kg.errors import InputError
from kg.extract.gazetteer import Entry, Form, Gazetteer, build, read_extra


def test_longest_match_whole_words_and_folded_marks() -> None:
    names = Gazetteer([Entry("a", "a", "Ann O'Neil", ("Person",)), Entry("b", "b", "Neil", ("Person",))])
    text = "Ann O’Neil met Neil, not Neilson or neil."
    assert [(text[h.start : h.end], h.forms[0].key) for h in names.find(text)] == [("Ann O’Neil", "a"), ("Neil", "b")]


def test_acronyms_keep_their_case() -> None:
    names = Gazetteer(
        [Entry("who", "who", "World Health Organization", ("Organization",))], [("WHO", Form("who", "alias"))]
    )
    assert [h.start for h in names.find("Who asked WHO?")] == [10]


def test_names_of_one_run(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("name,type,aliases\nCoastal Front,Group,the Front|CF\n", "utf-8")
    found = build(None, path, {}, {"group": "Organization"})
    assert found.entries["Coastal Front"].types == ("Organization",)
    assert found.forms("CF")[0].key == "Coastal Front"
    path.write_text("title\nx\n", "utf-8")
    with pytest.raises(InputError, match="no column 'name'"):
        read_extra(path)


def test_a_copy_and_its_original_learn_apart() -> None:
    names = Gazetteer([Entry("a", "a", "Ann Lee", ("Person",))])
    other = names.copy()
    other.add_form("Ann Li", Form("a", "alias"))
    names.add_form("Ann Ly", Form("a", "alias"))
    assert [bool(names.forms(form)) for form in ("Ann Lee", "Ann Li", "Ann Ly")] == [True, False, True]
    assert [bool(other.forms(form)) for form in ("Ann Lee", "Ann Li", "Ann Ly")] == [True, True, False]
    assert {words for words, _ in names.beginning("ann")} == {("ann", "lee"), ("ann", "ly")}
