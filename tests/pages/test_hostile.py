"""A project in which every free cell tries to break out of its page, built and opened in a real browser."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from kg.errors import IssuesError
from kg.model import Source
from kg.pages.registry import PAGES, write_site
from kg.pages.site import Site
from kg.project import Project

ATTACKS = (
    "<script>window.pwned=1</script>",
    "</script><script>window.pwned=1</script>",
    '"><img src=x onerror=window.pwned=1>',
    "'><svg onload=window.pwned=1>",
    "</style></title></textarea></template><img src=x onerror=window.pwned=1>",
    "<!--<script>",
    "javascript:window.pwned=1",
    "{{7*7}}{% raw %}${window.pwned=1}`+window.pwned+`",
    "\\u003cscript\\u003ewindow.pwned=1\\u003c/script\\u003e\\",
    "&lt;img src=x onerror=window.pwned=1&gt;&#60;script>",
    "‮txet desrever‬ ⁦⁧\u200f\u2028\u2029",
    "W" * 300,
    "=HYPERLINK(1)",
    "__proto__",
)
ALL = " ".join(ATTACKS)
QUERY = 'SELECT DISTINCT ?o { ?s ?p ?o FILTER (ISLITERAL(?o) && CONTAINS(?o, "onerror")) }'
URL = "https://example.org/?'onerror='window.pwned=1&amp;&quot;//"


def table(columns: str, *rows: tuple[str, ...]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([columns.split(","), *rows])
    return out.getvalue()


def entry(key: str, title: str, date: str, url: str = URL) -> str:
    fields = {"title": title, "author": f"{{{ATTACKS[2]}}} and {{{ATTACKS[0]}}}", "date": date, "url": url}
    fields |= dict.fromkeys(("journaltitle", "publisher", "note", "doi", "license", "origin"), ALL)
    return f"@misc{{{key},\n" + ",\n".join(f"\t{name} = {{{value}}}" for name, value in fields.items()) + "\n}\n"


def hostile() -> dict[str, str]:
    people = [(f"actor-{place}", "Person", f"{attack} {place}", "nord") for place, attack in enumerate(ATTACKS)]
    text = "\n\n".join([f"Ann met Bob in 2016 {ALL}.", f"{people[0][2]} met {people[1][2]} in Moscow.", ALL])
    return {
        "project.toml": f"base = \"https://example.org/t/\"\nlicense = '''{ALL}'''\nauthors = ['''{ALL}''']\ntitle = '''{ALL}'''\n",
        "entities.csv": table(
            "id,type,name,side,note",
            *((*person, ALL) for person in people),
            ("ann", "Person", "Ann", "nord", ""),
            ("bob", "Person", "Bob", "sud", ""),
            ("nord", "State", ATTACKS[1], "", ALL),
            ("sud", "State", ATTACKS[2], "", ALL),
            ("isle", "Place", ATTACKS[3], "", ALL),
            ("constructor", "State", "__proto__ of all", "", ""),
        ),
        "events.csv": table("id,name,type,when,where,note", ("talks", ALL, "Event", "2016-05", "isle", ALL)),
        "names.csv": table(
            "entity,name,lang,kind,used_by,source,at",
            *((person[0], f"alias {ALL}", "en", "alias", "", "", "") for person in people),
            ("isle", f"North {ALL}", "en", "contested", "nord", "one", "¶2"),
            ("isle", f"South {ALL}", "en", "contested", "sud", "two", "¶1"),
        ),
        "sources.bib": entry("one", ALL, "2016-06") + "\n" + entry("two", f"<b>{ALL}", "2017"),
        "claims/one.csv": table(
            "id,subject,relation,object,about,when,event,polarity,modality,condition,at,according_to,wording,said,note,quote",
            *(
                (
                    f"a{place}",
                    one[0],
                    "meets",
                    two[0],
                    "",
                    "2014-0" + str(1 + place % 9),
                    *("",) * 3,
                    "",
                    "¶1",
                    "",
                    "",
                    "",
                    ALL,
                    "",
                )
                for place, (one, two) in enumerate(pairwise(people))
            ),
            *(
                (f"p{place}", "nord", "states", attack, "isle", "", "", "", "", ALL, "¶2", "ann", "", "2015", ALL, "")
                for place, attack in enumerate(ATTACKS)
            ),
            (
                "o1",
                "ann",
                "meets",
                "bob",
                "",
                "",
                "talks",
                "",
                "",
                "",
                "¶1",
                "",
                "",
                "",
                "",
                "Ann met Bob in 2016 " + ATTACKS[0],
            ),
            ("o2", "nord", "claims", "isle", "", "", "", "", "", "", "¶2", "", "", "", "", ""),
            ("o3", "sud", "controls", "isle", "", "1998/..", "", "", "", "", "¶2", "", "", "", "", ""),
            ("o4", "ann", "hosts", "bob", "", "2016-12", "", "", "planned", "", "¶3", "", "", "", "", ""),
            ("o5", "constructor", "meets", "ann", "", "2016-12", "", "", "", "", "¶3", "", "", "", "", ""),
        ),
        "claims/two.csv": table(
            "id,subject,relation,object,event,at,polarity,note",
            ("t1", "bob", "meets", "ann", "talks", "¶1", "denied", ALL),
            ("t2", "sud", "claims", "isle", "", "¶1", "", ALL),
        ),
        "conflicts.csv": table("first,second,type,note", ("one-o2", "two-t2", "framing", ALL)),
        "paragraphs.csv": table("source,at,kind,note", ("one", "¶3", "boilerplate", ALL)),
        "texts/one.txt": text + "\n",
        "texts/two.txt": text + "\n",
    }


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile project's pages, with addresses of sources that no check has seen."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, text in hostile().items():
        (folder / "seeds" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "seeds" / name).write_text(text, "utf-8")
    project = Project.open(folder)
    project.build()
    dossier = project.read()[0]
    sources = (*map(with_script_url, dossier.sources),)
    target = folder / "unchecked"
    write_site(Site(project.store(), replace(dossier, sources=sources), "0" * 64, project.text_folders(None)), target)
    assert {path.relative_to(target) for path in target.rglob("*")} == {
        path.relative_to(project.output / "site") for path in (project.output / "site").rglob("*")
    }
    return target


def with_script_url(source: Source) -> Source:
    return replace(
        source, fields=tuple((name, ATTACKS[6] if name == "url" else value) for name, value in source.fields)
    )


def press_everything(page: Any) -> None:
    """Press each button and summary that can be seen, fill each field, and point at some links."""
    for field in page.locator("input:visible:not([type=checkbox]):not([type=range]):not([type=radio])").all()[:8]:
        for attack in (ATTACKS[0], ATTACKS[2], "alias", "W"):
            field.fill(attack)
            field.press("Enter")
        field.fill("")
    for box in page.locator("input[type=checkbox]:visible").all()[:20]:
        box.dispatch_event("click")
    for choice in page.locator("select:visible").all()[:6]:
        choice.select_option(index=choice.locator("option").count() - 1)
    for place in range(min(page.locator("button, summary").count(), 60)):
        pressed = page.locator("button, summary").nth(place)
        if pressed.count():
            pressed.dispatch_event("click")
    for link in page.locator("main a:visible").all()[:5]:
        link.dispatch_event("mouseover")


@pytest.mark.parametrize("name", PAGES)
def test_nothing_hostile_is_executed_or_requested(hostile_site: Path, open_page: Any, name: str) -> None:
    paths = [hostile_site / f"{name}.html", *sorted((hostile_site / name).rglob("*.html"))[:6]]
    for path in paths:
        page = open_page(path, viewport={"width": 420, "height": 860})
        wide = page.evaluate(
            """() => document.documentElement.scrollWidth <= innerWidth ? "" : [...document.querySelectorAll("body *")]
            .filter(one => one.getBoundingClientRect().right > innerWidth + 1).slice(0, 4)
            .map(one => `${one.tagName}.${one.className} ${one.textContent.slice(0, 40)}`).join(" | ")"""
        )
        press_everything(page)
        page.wait_for_timeout(100)
        assert page.evaluate("window.pwned") is None, path.name
        foreign = page.evaluate(
            """() => [...document.querySelectorAll("main :is(script, img, iframe, object, embed, base, style, svg[onload])")].map(one => one.outerHTML.slice(0, 99))"""
        )
        assert foreign == [], path.name
        schemes = page.eval_on_selector_all("a[href]", "all => [...new Set(all.map(one => one.protocol))]")
        assert set(schemes) <= {"file:", "http:", "https:", "blob:"}, path.name
        assert wide == "", f"{path.name}: a long word makes the page wider than a phone"
        open_page.close()


@pytest.mark.skipif("sparql" not in PAGES, reason="no such page")
def test_answers_to_a_query_stay_text(hostile_site: Path, open_page: Any) -> None:
    page = open_page(hostile_site / "sparql.html", f"query={quote(QUERY)}")
    page.get_by_role("button", name="Run").click()
    page.locator("main tbody tr").nth(2).wait_for(timeout=30_000)
    assert page.locator("main table").get_by_text(ATTACKS[2]).count()
    assert page.locator("main :is(img, script, iframe, object)").count() == 0
    assert page.evaluate("window.pwned") is None


def test_no_page_holds_a_word_of_the_attacks_as_markup(hostile_site: Path, parse: Callable[[Path], Any]) -> None:
    for path in sorted(hostile_site.rglob("*.html")):
        page = parse(path)
        assert page.loads == [], path.name
        assert page.handlers == [], path.name
        assert not [link for link in page.links if link.casefold().startswith(("javascript:", "data:"))], path.name
        assert "49{% raw" not in path.read_text("utf-8")


@pytest.mark.parametrize("key", ["a:b", "a.b", "a+b", "a/b", "../a", "..", "A", "a b", "a%2e", "-a"])
def test_a_key_that_would_make_an_odd_file_name_builds_nothing(make_project: Callable[..., Project], key: str) -> None:
    project = make_project({"sources.bib": entry(key, "Odd", "2016"), "claims/one.csv": None, "claims/two.csv": None})
    with pytest.raises(IssuesError):
        project.build()
    assert not (project.output / "site").exists()


@pytest.mark.parametrize("url", ["javascript:window.pwned=1", "data:text/html,x", "//example.org", "https:"])
def test_an_address_of_no_web_page_builds_nothing(make_project: Callable[..., Project], url: str) -> None:
    project = make_project({"sources.bib": entry("one", "One", "2016", url) + entry("two", "Two", "2017")})
    with pytest.raises(IssuesError):
        project.build()
