"""The pages to read, in a real browser; `open_page` fails on any request, console error or dialog."""

from pathlib import Path
from typing import Any

from playwright.sync_api import expect


def test_a_pair_narrows_the_timeline_and_stands_in_the_address(open_page: Any, site: Path) -> None:
    page = open_page(site / "timeline.html")
    every = page.locator("#points .entry").count()
    page.get_by_label("Actor").fill("путин")
    page.get_by_label("Actor").press("Tab")
    page.get_by_label("and", exact=True).fill("Shinzo Abe")
    shown = page.locator("#points .entry:visible")
    assert 0 < shown.count() < every
    who = shown.locator(".who").all_text_contents()
    assert all("Shinzo Abe" in text and "Vladimir Putin" in text for text in who)
    expect(page.get_by_role("status")).to_contain_text("Vladimir Putin and Shinzo Abe")
    assert page.url.endswith("#actor=putin&other=abe")
    page.get_by_role("checkbox", name="fact").uncheck()
    expect(page.locator("#points .entry.Fact:visible")).to_have_count(0)
    again = open_page(site / "timeline.html", page.url.partition("#")[2])
    expect(again.get_by_role("checkbox", name="fact")).not_to_be_checked()
    assert again.get_by_role("status").inner_text() == page.get_by_role("status").inner_text()
    sums = again.locator(".chart .total").all_text_contents()
    assert sum(int(text or 0) for text in sums) == again.locator("#points .entry:visible").count()


def test_gaps_are_those_of_what_is_shown(open_page: Any, site: Path) -> None:
    page = open_page(site / "timeline.html", "actor=china")
    expect(page.locator("#points .gap:visible").last).to_contain_text("months without a dated claim of them")
    page = open_page(site / "timeline.html", "actor=nobody-here")
    expect(page.get_by_role("status")).to_contain_text("0 of")


def test_actors_are_found_as_one_types_and_sorted_by_keyboard(open_page: Any, site: Path) -> None:
    page = open_page(site / "actors.html")
    page.get_by_label("Find").fill("安倍晋三")
    expect(page.locator("tbody tr:visible")).to_have_count(1)
    page.get_by_label("Find").fill("")
    page.get_by_role("button", name="Claims").press("Enter")
    counts = [int(text) for text in page.locator("tbody tr td:nth-child(4)").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    expect(page.locator("th[aria-sort=descending]")).to_have_text("Claims")
    page.locator("tbody a").first.press("Enter")
    expect(page.locator("h1")).to_have_text("Russia")


def test_a_mark_leads_to_its_claim(open_page: Any, site: Path) -> None:
    page = open_page(site / "sources" / "dispute-backgrounder.html")
    link = page.locator("mark a").first
    address = link.get_attribute("href")
    link.click()
    assert page.evaluate("document.querySelector(':target').id") == address[1:]


def test_pages_can_be_read_without_scripts(open_page: Any, site: Path) -> None:
    page = open_page(site / "timeline.html", java_script_enabled=False)
    assert page.locator("#points .entry").count() > 100
    expect(page.locator("#choice")).to_be_hidden()
    page = open_page(site / "actors.html", java_script_enabled=False)
    assert page.locator("tbody tr").count() > 50
