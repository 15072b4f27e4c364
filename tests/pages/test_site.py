from pathlib import Path

from kg.pages.site import Site, read_places
from kg.project import Project


def test_a_site_knows_its_actors_sources_and_names(shipped: Project) -> None:
    site = Site(shipped.store(), shipped.read()[0], "0" * 64)
    assert {"abe", "putin", "japan", "united-states"} <= set(site.actors)
    assert next(iter(site.sources)) == "brink2016"
    assert "Путин" in " ".join(site.aliases["putin"])
    assert site.name("abe") == "Shinzo Abe"
    assert site.sides["abe"] == "japan"


def test_places_that_cannot_be_read_are_none(tmp_path: Path) -> None:
    path = tmp_path / "places.json"
    assert read_places(path) == {}
    for text in ("{", "[1]", '{"a": 1}', '{"a": ["x", 2]}'):
        path.write_text(text)
        assert read_places(path) == {}
    path.write_text('{"a": [1, 2.5]}')
    assert read_places(path) == {"a": (1.0, 2.5)}
