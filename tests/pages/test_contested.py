from lxml import html

from kg.pages.contested import islands, pages, pairs
from kg.pages.site import Site
from kg.project import Project


def test_an_island_shows_both_names_and_what_each_side_claims(shipped: Project) -> None:
    site = Site(shipped.store(), shipped.read()[0], "0" * 64)
    (island,) = islands(site)
    assert [view.side for view in island.named] == ["japan", "russia"]
    ((_, text),) = pages(site)
    page = html.fromstring(text)
    names = page.xpath(f"//section[@id='{island.thing}']//div[@class='names']")[0].text_content()
    assert "“Northern Territories”" in names
    assert "“South Kuril Islands”" in names
    columns = page.xpath(f"//section[@id='{island.thing}']/div[@class='columns']/section")
    assert len(columns) == 2
    for column, view in zip(columns, island.named, strict=True):
        assert len(column.xpath(".//article")) == len(view.claims)
        assert view.claims[0].text in column.text_content()


def test_claims_that_do_not_agree_stand_beside_each_other(shipped: Project) -> None:
    site = Site(shipped.store(), shipped.read()[0], "0" * 64)
    found = pairs(site)
    assert next(iter(found)) == "contradiction"
    ((_, text),) = pages(site)
    page = html.fromstring(text)
    for type_, listed in found.items():
        for pair in listed:
            (shown,) = page.xpath(f"//*[@id='{pair.anchor}']")
            poles = shown.xpath(".//div[@class='pole']")
            assert [pair.one.text in poles[0].text_content(), pair.two.text in poles[1].text_content()] == [True, True]
            assert pair.anchor.startswith(type_)
            assert pair.by in shown.text_content()
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
