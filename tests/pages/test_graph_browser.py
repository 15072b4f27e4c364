"""The graph page in a real browser, as a reader uses it."""

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.project import Project

Open = Callable[..., Any]


@pytest.fixture(scope="session")
def graph(site: Path) -> Path:
    return site / "graph.html"


def panel(page: Any) -> str:
    return str(page.locator("#panel").inner_text())


def test_it_opens_on_the_most_central_and_says_of_how_many(graph: Path, open_page: Open) -> None:
    page = open_page(graph)
    shown, of = page.locator("#count").inner_text().split(" actors")[0].split(" of ")
    assert 20 < int(shown) <= 80 and int(shown) <= int(of)
    assert page.evaluate("nodes.length") == int(shown)
    assert "tied directly · fact · curated or reviewed" in page.locator("#legend").inner_text()
    assert page.evaluate("performance.getEntriesByName('kg-first-draw').length") == 1


def test_labels_never_cover_each_other_at_any_scale(graph: Path, open_page: Open) -> None:
    page = open_page(graph)
    for _ in range(5):
        page.get_by_role("button", name="Farther").click()
        page.wait_for_timeout(60)
        overlaps = page.evaluate(
            "labels.flatMap(({box: a}, i) => labels.slice(i + 1).filter(({box: b}) =>"
            " a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1])).length"
        )
        assert overlaps == 0
    assert page.evaluate("labels.length") > 5


def test_search_by_a_name_in_any_language_brings_an_actor_into_the_picture(graph: Path, open_page: Open) -> None:
    page = open_page(graph, "hide=putin")
    assert not page.evaluate("shownNow.has(rankOf.get('putin'))")
    page.keyboard.press("/")
    page.keyboard.type("Путин")
    option = page.locator("#found [role=option]").first
    assert "Vladimir Putin" in option.inner_text()
    assert page.locator("#find").get_attribute("aria-activedescendant") == "found-0"
    page.keyboard.press("Enter")
    assert panel(page).startswith(("Vladimir Putin", "×\nVladimir Putin"))
    assert page.evaluate("shownNow.has(rankOf.get('putin'))")
    assert "actor=putin" in page.url
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_a_click_on_an_edge_shows_its_claims_and_their_sentence(graph: Path, open_page: Open) -> None:
    page = open_page(graph, "layer=proposed&method=extracted")
    pair = page.evaluate("pairsNow.find(p => [...p.items].some(i => i.evidence[0].quote)).id")
    x, y = page.evaluate(
        """id => { const [one, two] = id.split(' ').map(Number), at = network.getPositions([one, two]);
        // near one end, where no other line crosses
        const p = network.canvasToDOM({x: at[one].x * .7 + at[two].x * .3, y: at[one].y * .7 + at[two].y * .3});
        const box = graph.getBoundingClientRect(); return [box.left + p.x, box.top + p.y]; }""",
        pair,
    )
    page.mouse.click(x, y)
    page.wait_for_function("state.pair !== ''")
    quote = page.locator("#panel q").first.inner_text()
    assert quote in page.evaluate("data.claims.flatMap(c => c.evidence.map(e => e.quote))")
    text = panel(page)
    assert "proposed by rules" in text
    assert "extracted 0." in text
    assert "¶" in text and "published" in text


def test_a_claim_tells_source_paragraph_dates_and_voice(graph: Path, open_page: Open) -> None:
    page = open_page(graph, "pair=abe,putin")
    text = panel(page)
    assert re.search(r"happened \w+ 2016", text) and "happened 2012 to 2020" in text
    assert "¶3" in text and re.search(r"published \w+ \d{4}", text) and "curated" in text
    assert "in the author’s own voice" in text
    page.get_by_role("button", name="Copy as citation").first.click()
    copied = page.locator(".copied").first
    copied.wait_for()
    said = page.evaluate("cite(inOrder(pairs.get(pairOfState()).items)[0].evidence[0])")
    assert "[kg evidence " in said and "; data " in said
    if copied.evaluate("e => e.tagName") == "TEXTAREA":
        assert copied.input_value() == said


def test_filters_narrow_and_the_address_holds_them(graph: Path, open_page: Open) -> None:
    page = open_page(graph)
    links = page.evaluate("pairsNow.length")
    page.get_by_label("From year").fill("2016")
    page.get_by_label("From year").dispatch_event("input")
    assert "from=2016" in page.url
    assert 0 < page.evaluate("pairsNow.length") < links
    assert page.evaluate("passed.every(({claim}) => !claim.last || yearOf(claim.last) >= 2016)")
    assert "from 2016 on" in page.locator("#legend").inner_text()
    page.get_by_label("Keep claims without a date").check()
    page.get_by_label("planned").check()
    assert "layer=fact,planned" in page.url and "undated=1" in page.url
    page.get_by_label("Only what is contested").check()
    assert page.evaluate("passed.every(({claim}) => claim.against)")
    page.get_by_role("button", name="Reset filters").click()
    assert page.evaluate("pairsNow.length") == links
    assert "#" not in page.url.rstrip("#")


def test_what_rules_propose_comes_with_its_method(graph: Path, open_page: Open) -> None:
    page = open_page(graph)
    assert not page.evaluate("passed.some(({evidence}) => evidence.some(e => e.method === 'extracted'))")
    page.get_by_label("proposed by rules").check()
    assert page.get_by_label("extracted by rules, seen by nobody").is_checked()
    assert page.evaluate("passed.some(({evidence}) => evidence.some(e => e.method === 'extracted'))")


@pytest.mark.parametrize("by", ["direct", "occasions", "propositions"])
def test_ways_of_tying_are_those_of_the_network(graph: Path, open_page: Open, shipped: Project, by: str) -> None:
    from kg.network import View, read, ties

    page = open_page(graph, f"by={by}&layer=fact&method=curated,reviewed")
    found = page.evaluate("[...pairs.values()].map(p => p.ends.map(e => actors[e].id).sort().join(' '))")
    assert sorted(found) == sorted(
        " ".join(sorted(pair)) for pair in ties(read(shipped.store()), View(basis=by)).edges()
    )


def test_the_address_restores_all_and_back_goes_back(graph: Path, open_page: Open) -> None:
    page = open_page(graph, "view=table&layer=fact,planned&family=CONSULT&from=2012&pair=abe,putin")
    assert page.locator("#tab-table").get_attribute("aria-selected") == "true"
    assert panel(page).count("Shinzo Abe – Vladimir Putin") == 1
    assert page.get_by_label("From year").input_value() == "2012"
    assert page.evaluate("passed.every(({claim}) => claim.family === 'CONSULT')")
    page.get_by_role("button", name="Reset filters").click()
    assert "from=" not in page.url
    page.go_back()
    page.wait_for_function("state.from === 2012")
    assert page.get_by_label("From year").input_value() == "2012"
    page.evaluate("location.hash = '#actor=nobody&layer=nonsense&from=x&pair=abe&by=magic'")
    page.wait_for_function("state.actor === '' && state.by === 'direct' && state.from === null")


def test_ego_neighbours_hide_and_back(graph: Path, open_page: Open) -> None:
    page = open_page(graph, "actor=abe")
    page.get_by_role("button", name="Only its surroundings").click()
    ties = page.evaluate("tiesOf.get(rankOf.get('abe')).length")
    assert page.evaluate("shownNow.size") == ties + 1
    page.evaluate("showActor(rankOf.get('russia'))")
    page.get_by_role("button", name="more neighbour").click()
    assert page.evaluate("shownNow.size") > ties + 1
    page.get_by_role("button", name="Hide", exact=True).click()
    assert not page.evaluate("shownNow.has(rankOf.get('russia'))")
    page.locator("#legend").get_by_role("button", name="Back to the first").click()
    assert page.evaluate("state.around === '' && shownNow.has(rankOf.get('russia'))")


def test_the_table_holds_the_same_and_can_be_taken_away(graph: Path, open_page: Open) -> None:
    page = open_page(graph, "view=table", accept_downloads=True)
    rows = page.locator("#view-table tbody tr")
    assert rows.count() == page.evaluate("pairsNow.length")
    page.locator("#view-table").get_by_role("button", name="claims").click()
    page.locator("#view-table").get_by_role("button", name="claims").click()
    counts = [int(text) for text in page.locator("#view-table tbody td:nth-child(3)").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    rows.first.click()
    assert "claims" in panel(page) and page.locator("#panel .claim").count() == min(10, counts[0])
    page.locator("#panel summary").click()
    page.wait_for_function("count => document.querySelectorAll('#panel .claim').length === count", arg=counts[0])
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download CSV").click()
    lines = list(csv.DictReader(Path(taken.value.path()).read_text("utf-8").splitlines()))
    assert {line["layer"] for line in lines} == {"fact"}
    assert all(line["evidence"] and line["sources"] and line["dataset"] for line in lines)
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download JSON").click()
    told = json.loads(Path(taken.value.path()).read_text("utf-8"))
    assert len(told["ties"]) == rows.count()
    assert sum(len(tie["claims"]) for tie in told["ties"]) == len(lines)


def test_by_keyboard_alone_from_a_name_to_a_sentence(graph: Path, open_page: Open) -> None:
    page = open_page(graph, "layer=&method=")
    page.keyboard.press("/")
    page.keyboard.type("abe")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert "Shinzo Abe" in panel(page)
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.ties') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_function("state.pair !== ''")
    assert page.evaluate("document.activeElement.tagName") == "H2"
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.claim') !== null"):
            break
    assert page.evaluate("document.activeElement.closest('.claim') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("state.pair === '' && state.actor === ''")
    page.keyboard.press("t")
    assert page.locator("#view-table table").count() == 1
    page.keyboard.press("?")
    assert page.locator("#help").evaluate("dialog => dialog.open")
    page.keyboard.press("Escape")
    assert not page.locator("#help").evaluate("dialog => dialog.open")


def test_dark_and_print_have_inks_of_their_own(graph: Path, open_page: Open) -> None:
    page = open_page(graph, color_scheme="dark")
    dark = page.evaluate("inks().ink")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("inks().ink") != dark
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("inks().ink") == dark
    page.locator("#theme").click()
    assert page.evaluate("inks().ink") != dark


@pytest.mark.parametrize("view", ["", "view=table", "pair=abe,putin", "actor=japan"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_violation(graph: Path, open_page: Open, axe: Any, view: str, scheme: str) -> None:
    page = open_page(graph, view, color_scheme=scheme)
    assert axe(page) == []


def test_a_phone_has_no_sideways_scroll_and_its_filters_folded(graph: Path, open_page: Open) -> None:
    page = open_page(graph, viewport={"width": 420, "height": 860})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("#filters").is_hidden()
    page.locator("#fold").click()
    assert page.locator("#filters").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_to_show_says_so_and_leads_back(graph: Path, open_page: Open) -> None:
    page = open_page(graph, "min=99")
    assert "No claim that passes the filters ties two actors." in panel(page)
    page.locator("#panel").get_by_role("button", name="Reset all").click()
    assert "Choose an actor or a line" in panel(page)
    everyone = page.evaluate("actors.map(actor => actor.id).join(',')")
    assert "All actors are hidden." in panel(open_page(graph, f"hide={everyone}"))


def test_an_address_cannot_ask_for_what_no_field_can(graph: Path, open_page: Open) -> None:
    page = open_page(graph, "min=-5&pair=abe,abe&hide=abe,abe")
    assert page.evaluate("written(state)") == "hide=abe"
    assert open_page(graph, "min=99999").evaluate("state.min") == 99


def test_claims_and_proposals_are_counted_apart(graph: Path, open_page: Open) -> None:
    page = open_page(graph, "layer=proposed&method=extracted")
    assert "You see 0 of " in page.locator("#legend").inner_text()
    assert "proposed by rules." in page.locator("#legend").inner_text()
