"""sparql.html in a real browser; `open_page` fails on any request, console error or script error."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from kg.project import Project

ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture
def opened(open_page: Callable[..., Page], shipped: Project) -> Callable[..., Page]:
    def ready(fragment: str = "", **options: Any) -> Page:
        page = open_page(shipped.output / "site" / "sparql.html", fragment, **options)
        expect(page.locator("#status")).to_contain_text("Ready", timeout=30_000)
        return page

    return ready


def ask(page: Page, query: str) -> None:
    page.evaluate("query => { editor.text = query; }", query)
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+Enter")


def saved(page: Page, name: str) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name=name, exact=True).click()
    return Path(download.value.path()).read_text("utf-8")


def test_examples_give_what_the_store_gives(opened: Callable[..., Page], shipped: Project) -> None:
    page = opened()
    examples = {example["name"]: example["query"] for example in page.evaluate("data.examples")}
    for name in ("meetings", "territory", "told", "timeline", "relations"):
        page.get_by_label("Begin with a shipped question").select_option(name)
        page.get_by_role("button", name="Run").click()
        expected = shipped.store().select(examples[name])
        expect(page.locator("#status")).to_contain_text(f"{len(expected.rows)} rows in")
        assert page.locator("#answer tbody tr").count() == len(expected.rows)
        rows = list(csv.reader(StringIO(saved(page, "CSV"))))
        assert rows[0] == list(expected.columns)
        assert len(rows) == len(expected.rows) + 1


def test_an_answer_is_the_same_to_the_letter(opened: Callable[..., Page], shipped: Project) -> None:
    page = opened("example=plans")
    page.get_by_role("button", name="Run").click()
    expect(page.locator("#answer table")).to_be_visible()
    expected = shipped.store().select(page.evaluate("editor.text"))
    rows = list(csv.reader(StringIO(saved(page, "CSV"))))[1:]
    assert sorted(rows) == sorted(["" if cell is None else str(cell) for cell in row] for row in expected.rows)
    assert len(json.loads(saved(page, "JSON"))["results"]["bindings"]) == len(expected.rows)


def test_a_query_that_never_ends_is_stopped_and_the_next_runs(opened: Callable[..., Page], shipped: Project) -> None:
    page = opened()
    ask(page, ENDLESS)
    expect(page.get_by_role("button", name="Run")).to_be_disabled()
    page.wait_for_timeout(400)
    page.get_by_role("button", name="Stop").click()
    expect(page.locator("#status")).to_contain_text("Ready again", timeout=30_000)
    ask(page, "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c }")
    triples = len((shipped.output / "graph.nt").read_bytes().splitlines())
    expect(page.locator("#answer td")).to_have_text(str(triples))


def test_an_answer_without_end_is_stopped_by_itself(opened: Callable[..., Page]) -> None:
    page = opened()
    page.evaluate("patience = 500; 0")
    ask(page, "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f }")
    expect(page.locator("#status")).to_contain_text("Ready again", timeout=30_000)
    ask(page, "SELECT * " + "{" * 190 + ":abe a kg:Person" + "}" * 190)
    expect(page.locator("#status")).to_contain_text("1 row in")


def test_a_link_restores_the_query_and_does_not_run_it(opened: Callable[..., Page]) -> None:
    query = 'SELECT ?x WHERE { ?x kg:text "a <b> # & é" }\nLIMIT 3'
    page = opened(f"query={quote(query, safe='')}")
    assert page.evaluate("editor.text") == query
    assert page.locator("#answer table").count() == 0
    ask(page, "ASK { :abe ?p ?o }")
    expect(page.locator(".verdict")).to_have_text("Yes")
    assert page.evaluate("decodeURIComponent(location.hash)") == "#query=ASK { :abe ?p ?o }"
    page.evaluate("location.hash = '#example=names'")
    expect(page.locator("#examples")).to_have_value("names")
    assert page.get_by_role("link", name="Link to this query").get_attribute("href") == "#example=names"


def test_mistakes_are_told_with_their_line(opened: Callable[..., Page]) -> None:
    page = opened()
    ask(page, "SELECT ?x WHERE {\n  ?x a kg:Fact .\n  ?x ?y }}")
    expect(page.get_by_role("alert")).to_contain_text("Line 3")
    expect(page.locator(".cm-wrong")).to_contain_text("?x ?y")
    ask(page, "SELECT ?x\nWHERE { ?x no:where ?y }")
    expect(page.get_by_role("alert")).to_contain_text("The prefix no: is not declared")
    for refused, why in (
        ("SELECT * { SERVICE <https://example.org/> { ?a ?b ?c } }", "SERVICE is refused"),
        ("DELETE WHERE { ?a ?b ?c }", "Updates are refused"),
        ("SELECT * FROM <https://example.org/> { ?a ?b ?c }", "FROM is refused"),
        ("SELECT * " + "{" * 300 + "}" * 300, "nests brackets"),
        ("", "no query"),
    ):
        ask(page, refused)
        expect(page.get_by_role("alert")).to_contain_text(why)
    ask(page, "ASK { :abe ?p ?o }")
    expect(page.locator(".verdict")).to_have_text("Yes")
    assert page.get_by_role("alert").inner_text() == ""


def test_triples_are_told_as_turtle(opened: Callable[..., Page]) -> None:
    page = opened()
    ask(page, 'CONSTRUCT { :abe kg:meets ?x ; kg:text "a\\nb", 5 } WHERE { :abe kg:meets ?x }')
    expect(page.locator("#answer pre")).to_contain_text(":abe kg:meets :putin .")
    text = saved(page, "Turtle")
    assert '"a\\nb" .' in text
    assert '"5"^^xsd:integer .' in text
    assert text.startswith("@prefix : <")


def test_a_large_answer_is_drawn_in_part_and_saved_whole(opened: Callable[..., Page]) -> None:
    page = opened()
    ask(page, "SELECT ?s ?o WHERE { ?s kg:text ?o } LIMIT 2345")
    expect(page.locator("#answer h2")).to_contain_text("the first 1,000 ")
    assert page.locator("#answer tbody tr").count() == 1000
    assert len(list(csv.reader(StringIO(saved(page, "CSV"))))) > 1001
    page.get_by_role("button", name="o", exact=True).click()
    assert page.locator("#answer th").nth(1).get_attribute("aria-sort") == "ascending"
    assert page.locator("#answer tbody tr").count() == 1000


def test_texts_that_look_like_markup_or_formulas_stay_text(opened: Callable[..., Page]) -> None:
    page = opened()
    ask(page, 'SELECT ("<img src=x onerror=alert(1)>" AS ?a) ("=1+1" AS ?b) (<javascript:alert(1)> AS ?c) {}')
    expect(page.locator("#answer td").first).to_have_text("<img src=x onerror=alert(1)>")
    assert page.locator("#answer img, #answer a").count() == 0
    assert "'=1+1" in saved(page, "CSV")


def test_the_keyboard_alone_is_enough(opened: Callable[..., Page]) -> None:
    page = opened()
    page.get_by_label("Begin with a shipped question").focus()
    page.keyboard.type("names-by")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className").startswith("cm-content")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#answer table")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "run"
    page.keyboard.press("Shift+Tab")
    page.wait_for_timeout(2100)  # so long does the editor wait for Tab after Esc
    page.keyboard.press("Tab")  # indents, so the editor keeps the focus
    assert page.evaluate("document.activeElement.className").startswith("cm-content")


def test_prefixes_are_written_out(opened: Callable[..., Page]) -> None:
    page = opened()
    page.evaluate("editor.text = 'SELECT * { :abe kg:name ?n ; rdfs:label ?l }'")
    page.get_by_role("button", name="Write out prefixes").click()
    lines = page.evaluate("editor.text").splitlines()
    assert [line.split(":")[0] for line in lines[:3]] == ["PREFIX ", "PREFIX kg", "PREFIX rdfs"]
    page.get_by_role("button", name="Run").click()
    expect(page.locator("#answer table")).to_be_visible()


def test_ids_of_claims_and_actors_lead_to_their_pages(opened: Callable[..., Page]) -> None:
    page = opened()
    page.evaluate("data.actors = { abe: 'actors/abe.html' }; data.sources = { brink2016: 'sources/brink2016.html' }; 0")
    claim = page.evaluate(
        "Object.keys(data.claims).find(id => data.claims[id][1] === 'brink2016' && data.claims[id][2])"
    )
    text, _, place = page.evaluate("claim => data.claims[claim]", claim)
    ask(page, f"SELECT * {{ VALUES (?a ?b ?c ?d) {{ (:abe :{claim} wd:Q42 kg:Fact) }} }}")
    links = page.locator("#answer td a")
    expect(links).to_have_count(3)
    assert [link.get_attribute("href") for link in links.all()] == [
        "actors/abe.html",
        f"sources/brink2016.html{place}",
        "http://www.wikidata.org/entity/Q42",
    ]
    expect(page.locator("#answer small")).to_have_text(text)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_hard_to_read(opened: Callable[..., Page], axe: Callable[[Page], list[str]], scheme: str) -> None:
    page = opened("example=meetings", color_scheme=scheme, viewport={"width": 420, "height": 860})
    page.get_by_role("button", name="Run").click()
    expect(page.locator("#answer table")).to_be_visible()
    page.locator("summary").click()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 420
