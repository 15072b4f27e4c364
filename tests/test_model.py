from dataclasses import FrozenInstanceError, replace

import pytest

from kg.errors import Location
from kg.model import Entity, Source


def test_records_are_frozen_and_know_their_place_without_comparing_it() -> None:
    entity = Entity("ann", ("Person",), "Ann", location=Location("e.csv", 2))
    assert entity == replace(entity, location=Location("other.csv", 9))
    with pytest.raises(FrozenInstanceError):
        entity.id = "bob"  # type: ignore[misc]


def test_authors_are_shown_first_names_first() -> None:
    source = Source("k", "misc", (("author", "Eyre, Jane and Rochester, E. and {A Body}"),))
    assert source.author == "Jane Eyre, E. Rochester, A Body"


def test_a_source_finds_its_fields_under_the_names_that_zotero_and_others_use() -> None:
    source = Source("k", "article", (("title", "{A} {Title}"), ("year", "2016"), ("journaltitle", "J")))
    assert (source.title, source.date, source.outlet, source.author) == ("A Title", "2016", "J", "")
    assert source.origin == "k"
    assert replace(source, fields=(("origin", "other"),)).origin == "other"
