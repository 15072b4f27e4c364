from lxml import html

from kg.pages.reports import cell, numeric, pages, places, reports
from kg.pages.site import Site
from kg.project import Project
from kg.report import STORY
from kg.table import Table


def test_the_reports_that_need_nothing_are_pages_with_their_warnings(shipped: Project) -> None:
    site = Site(shipped.store(), shipped.read()[0], "0" * 64, files=frozenset(["sources.html", "actors.html"]))
    files = dict(pages(site))
    assert {"reports.html", "reports/summary.html", "reports/quality.html", "reports/balance.html"} <= set(files)
    assert "reports/pair.html" not in files
    for name, report in reports(site).items():
        page = html.fromstring(files[f"reports/{name}.html"])
        notes = [item.text_content() for item in page.xpath("//section[@class='notes']//li")]
        assert notes == list(report.warnings)
        assert [heading.text_content() for heading in page.xpath("//section[@id]/h2")] == [
            section.heading for section in report.sections
        ]
    links = html.fromstring(files["reports/corroboration.html"]).xpath("//p[@class='cite']/a/@href")
    assert any(link.startswith("../sources/brink2016.html#p") for link in links)


def test_citations_are_taken_apart() -> None:
    found = places("one2016 ¶3, p. 4; two:x")
    assert [(place.source, place.text, place.paragraph) for place in found] == [
        ("one2016", "one2016 ¶3", 3),
        ("one2016", "p. 4", None),
        ("two:x", "two:x", None),
    ]
    assert places("") == []


def test_values_are_told_as_people_read_them() -> None:
    assert [cell(value) for value in (None, True, 0.5, 3, "x")] == ["", "yes", "0.500", "3", "x"]
    table = Table.of(("a", "b", "c"), [(1, "x", True), (None, "y", False)])
    assert numeric(table) == [True, False, False]
    assert numeric(Table.of(STORY, [])) == [False] * 5


def test_what_a_terminal_shows_comes_first_and_all_data_folds(shipped: Project) -> None:
    site = Site(shipped.store(), shipped.read()[0], "0" * 64, files=frozenset(["actors.html"]))
    files = dict(pages(site))
    ranking = html.fromstring(files["reports/centrality.html"]).get_element_by_id("s2")
    heads = [[head.text_content() for head in table.xpath(".//th")] for table in ranking.xpath(".//table")]
    assert len(heads) == 2
    assert heads[0][:3] == ["rank", "actor", "score"]
    assert "moved by" in heads[1]
    assert len(ranking.xpath("./details//tbody/tr")) == len(reports(site)["centrality"].sections[1].table.rows)
    balance = html.fromstring(files["reports/balance.html"]).get_element_by_id("s1")
    assert balance.xpath("./ul[@class='story']/li")
    assert balance.xpath("./details//table")
