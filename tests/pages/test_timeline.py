import json
from collections.abc import Callable

from lxml import html

from kg.pages.site import Site
from kg.pages.timeline import pages, timeline
from kg.project import Project

CLAIMS = (
    "id,subject,relation,object,when,polarity,modality,at\n"
    "o1,ann,meets,bob,2016-05-26,,,¶1\n"
    "o2,ann,meets,bob,2016-06,,planned,¶1\n"
    "o3,ann,meets,bob,2018,,,¶1\n"
    "o4,sud,controls,isle,1998/..,,,¶2\n"
    "o5,ann,supports,bob,,,,¶3\n"
    "o6,ann,meets,bob,2018-02,denied,,¶3\n"
)
BIB = "@misc{one, title = {One}, date = {2020-02}}"


def made(make_project: Callable[..., Project]) -> Site:
    project = make_project({"claims/one.csv": CLAIMS, "claims/two.csv": None, "sources.bib": BIB, "names.csv": None})
    project.build()
    return Site(project.store(), project.read()[0], "0" * 64)


def test_points_gaps_precision_and_late_reports(make_project: Callable[..., Project]) -> None:
    found = timeline(made(make_project))
    assert list(found.years) == ["2016", "2018"]
    first, second = found.years["2016"]
    assert (first.precision, second.precision) == ("", "month only")
    assert second.span[1] - second.span[0] < 0.1
    later = found.years["2018"][0]
    assert later.silent == 19
    assert later.late == "first reported 14 months later"
    assert later.span == (0, 1)
    assert found.lasting[0].span[1] == 1
    assert found.undated == 1
    assert found.counts == {"Fact": 3, "Plan": 1, "Denial": 1}


def test_the_page_is_readable_without_its_script(make_project: Callable[..., Project]) -> None:
    ((path, text),) = pages(made(make_project))
    assert path == "timeline.html"
    page = html.fromstring(text)
    entries = page.xpath("//*[@id='points']//li")
    assert [entry.xpath(".//time")[0].text_content() for entry in entries] == [
        "26 May 2016",
        "June 2016",
        "2018",
        "February 2018",
    ]
    kinds = [entry.xpath(".//span[contains(@class, 'kind')]")[0].text_content() for entry in entries]
    assert kinds == ["fact", "planned", "fact", "denied"]
    gaps = [gap.text_content() for gap in page.xpath("//p[@class='gap' and not(@hidden)]")]
    assert gaps == ["19 months without a dated claim"]
    assert "first reported 14 months later" in entries[2].text_content()
    data = json.loads(page.xpath("//script[@id='data']")[0].text)
    people = [person[0] for person in data["people"]]
    assert {"ann", "bob"} <= set(people)
    cls, month, who = data["claims"][entries[0].get("data-claim")]
    assert (cls, month) == ("Fact", 2016 * 12 + 4)
    assert {people[index] for index in who} >= {"ann", "bob"}
    drawn = sum(float(bar.get("height")) for bar in page.xpath("//rect[@data-start='2018']"))
    assert drawn == 150


def test_a_plan_stands_beside_what_came_of_it(shipped: Project) -> None:
    site = Site(shipped.store(), shipped.read()[0], "0" * 64)
    found = timeline(site)
    settled = [plan for plan in found.plans if plan.later]
    assert settled
    assert found.plans[: len(settled)] == settled
    ((_, text),) = pages(site)
    pair = html.fromstring(text).xpath(f"//div[@class='pair' and @data-claim='{settled[0].item.id}']")[0]
    assert settled[0].item.text in pair[0].text_content()
    assert settled[0].later[0].text in pair[1].text_content()
