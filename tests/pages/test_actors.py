from lxml import html

from kg.pages.actors import GROUPS, actors, pages, spark
from kg.pages.site import Site
from kg.project import Project


def site_of(project: Project) -> Site:
    return Site(project.store(), project.read()[0], "0" * 64, files=frozenset(["actors.html", "sources.html"]))


def test_an_actor_has_its_names_offices_ties_and_claims(shipped: Project) -> None:
    found = actors(site_of(shipped))
    abe = found["abe"]
    assert abe.side == "japan"
    assert [name.name for name in abe.names["Russian"]] == ["Синдзо Абэ"]
    assert abe.offices[0][0] == "prime-minister-of-japan"
    strongest = abe.ties[0]
    assert (strongest.other, strongest.kind) == ("putin", "cooperative")
    assert strongest.claims == next(tie for tie in found["putin"].ties if tie.other == "abe").claims
    assert all(claim.cls != "Candidate" for claim in abe.claims)
    ids = [claim.id for group in abe.groups.values() for claim in group]
    assert len(ids) == len(set(ids))
    says = abe.groups["says"]
    assert says
    assert all(claim.subject == "abe" and claim.kind in ("speech", "stance") for claim in says)
    assert all({claim.subject, claim.object} & {"abe"} for claim in abe.groups["does"])


def test_its_page_shows_each_claim_once_with_its_evidence(shipped: Project) -> None:
    site = site_of(shipped)
    files = dict(pages(site))
    assert set(files) == {"actors.html", *(f"actors/{id_}.html" for id_ in site.actors)}
    page = html.fromstring(files["actors/putin.html"])
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for group, claims in actors(site)["putin"].groups.items():
        if claims:
            section = page.xpath(f"//section[@id='{group}']")[0]
            assert section.xpath("h2")[0].text_content().startswith(GROUPS[group])
            assert len(section.xpath(".//article | .//li[@id]")) == len(claims)
    assert {"Путин"} <= set(page.xpath("//span[@lang='ru']")[0].text_content().split())
    assert len(page.xpath("//section[@id='ties']//tbody/tr")) == len(actors(site)["putin"].ties)
    listed = html.fromstring(files["actors.html"])
    row = listed.xpath("//tr[contains(@data-find, 'Путин')]")[0]
    assert "Vladimir Putin" in row.text_content()


def test_the_small_picture_counts_dated_claims(shipped: Project) -> None:
    abe = actors(site_of(shipped))["abe"]
    drawn = spark(abe.claims)
    assert drawn["total"] == sum(bool(claim.earliest or claim.latest) for claim in abe.claims)
