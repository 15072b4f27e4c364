from kg.pages.site import Site
from kg.project import Project


def test_a_site_knows_its_actors_sources_and_names(shipped: Project) -> None:
    site = Site(shipped.store(), shipped.read()[0], "0" * 64)
    assert {"abe", "putin", "japan", "united-states"} <= set(site.actors)
    assert next(iter(site.sources)) == "brink2016"
    assert "Путин" in " ".join(site.aliases["putin"])
    assert site.name("abe") == "Shinzo Abe"
    assert site.sides["abe"] == "japan"
