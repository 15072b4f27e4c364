"""What holds for every page of the shipped site, whatever it shows."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from kg.pages.registry import PAGES

DESKTOP, PHONE = {"width": 1280, "height": 800}, {"width": 420, "height": 860}
LOOKS: dict[str, dict[str, Any]] = {
    f"{scheme}, {size['width']} wide": {"color_scheme": scheme, "viewport": size}
    for scheme in ("light", "dark")
    for size in (DESKTOP, PHONE)
}
APPLICATIONS = ("graph", "sparql")  # nothing to read without JavaScript


def sample(site: Path, name: str) -> list[Path]:
    """The page of a name, and of the pages in its folder the smallest, one between and the largest."""
    below = sorted((site / name).rglob("*.html"), key=lambda path: (path.stat().st_size, path.name))
    return [site / f"{name}.html", *dict.fromkeys(below[place] for place in (0, len(below) // 2, -1) if below)]


def broken(page: Path, links: list[str], ids: Callable[[Path], set[str]]) -> list[str]:
    """Links that lead to no file, to no id of it or to another scheme than http(s)."""
    found = []
    for link in dict.fromkeys(links):
        parts = urlsplit(link)
        if parts.scheme in ("http", "https") or link.startswith("blob:"):
            continue
        target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
        if parts.scheme or parts.netloc or not target.is_file():
            found.append(link)
        elif parts.fragment and "=" not in parts.fragment and unquote(parts.fragment) not in ids(target):
            found.append(link)  # with = it is the state of a page, not an id
    return found


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_in_silence_and_fits(site: Path, open_page: Any, name: str, look: str) -> None:
    for path in sample(site, name):
        page = open_page(path, **LOOKS[look])
        shown = path.relative_to(site)
        assert page.locator("h1").count() == 1, shown
        assert page.title().strip(" ·"), shown
        assert page.locator("html").get_attribute("lang") == "en", shown
        wide, inner = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert wide <= inner, f"{shown}: {wide} wide, where the window has {inner}: {widest(page)}"
        assert page.evaluate("document.querySelectorAll('main *').length") > 3, shown
        hrefs = page.eval_on_selector_all("a[href]", "all => all.map(one => one.getAttribute('href'))")
        assert broken(path, hrefs, lambda target: set(re.findall(r'\bid="([^"]+)"', target.read_text("utf-8")))) == []
        open_page.close()


def widest(page: Any) -> str:
    """The first elements that reach beyond the window."""
    return page.evaluate(
        "[...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > innerWidth + 1)"
        ".slice(0, 4).map(one => `${one.tagName}.${one.className} ${one.textContent.slice(0, 40)}`).join(' | ')"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_serious(site: Path, open_page: Any, axe: Any, name: str, scheme: str) -> None:
    found = {}
    for path in sample(site, name)[:: 3 if scheme == "dark" else 1]:  # all in the light, the largest also in the dark
        lines = axe(open_page(path, color_scheme=scheme, viewport=DESKTOP))
        found |= {path.relative_to(site).as_posix(): lines[:8]} if lines else {}
        open_page.close()
    assert found == {}


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_serious_on_a_phone(site: Path, open_page: Any, axe: Any, name: str) -> None:
    assert axe(open_page(site / f"{name}.html", viewport=PHONE))[:8] == []


def test_every_file_belongs_to_a_page_that_is_registered(site: Path) -> None:
    written = [path.relative_to(site) for path in site.rglob("*.html")]
    assert {path.parts[0].removesuffix(".html") for path in written} == set(PAGES)


def test_every_link_leads_somewhere_and_nothing_is_loaded(site: Path, parse: Any) -> None:
    found = {}
    for path in sorted(site.rglob("*.html")):
        page = parse(path)
        wrong = broken(path, page.links, lambda target: set(parse(target).ids))
        wrong += [f"loads {load}" for load in page.loads if not load.startswith("data:")]
        wrong += [f"handler {handler}" for handler in page.handlers]
        wrong += [f"id twice: {id_}" for id_ in sorted({one for one in page.ids if page.ids.count(one) > 1})]
        found |= {path.relative_to(site).as_posix(): wrong[:5]} if wrong else {}
    assert found == {}


def test_every_page_has_a_policy_that_lets_nothing_in(site: Path, parse: Any) -> None:
    for path in sorted(site.rglob("*.html")):
        (policy,) = parse(path).policies
        rules = {words[0]: words[1:] for words in map(str.split, policy.split(";"))}
        assert rules["default-src"] == ["'none'"], path.name
        assert "connect-src" not in rules or rules["connect-src"] == ["'none'"], path.name
        allowed = set(rules["script-src"]) - {"'wasm-unsafe-eval'", "blob:"}
        assert all(re.fullmatch(r"'sha256-[\w+/]+='", one) for one in allowed), path.name
        assert not [one for words in rules.values() for one in words if one.startswith(("http", "*", "file"))], (
            path.name
        )


@pytest.mark.parametrize("name", PAGES)
def test_by_keyboard_one_skips_to_the_content_and_sees_where_one_is(site: Path, open_page: Any, name: str) -> None:
    for path in sample(site, name)[:2]:
        page = open_page(path, viewport=DESKTOP)
        page.keyboard.press("Tab")
        skip = page.locator(".skip")
        assert skip.evaluate("one => one === document.activeElement && one.getBoundingClientRect().left >= 0"), (
            path.name
        )
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        for _ in range(12):
            page.keyboard.press("Tab")
            seen = page.evaluate(
                """() => { const one = document.activeElement, box = one.getBoundingClientRect(), style = getComputedStyle(one);
                if (one === document.body) return "";
                const around = one.closest(".cm-editor, [data-focus], fieldset, label") ?? one;
                const marked = [style, getComputedStyle(around)].some(s => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== "none");
                return box.width > 0 && box.height > 0 && style.visibility === "visible" && marked ? "" : one.outerHTML.slice(0, 200); }"""
            )
            assert seen == "", f"{path.name}: one cannot see that the focus is at {seen}"
        open_page.close()


@pytest.mark.parametrize("name", [name for name in PAGES if name not in APPLICATIONS])
def test_paper_shows_what_the_screen_shows(site: Path, open_page: Any, name: str) -> None:
    for path in sample(site, name)[:2]:
        page = open_page(path, viewport=DESKTOP)
        page.emulate_media(media="print")
        lost = page.evaluate(
            """() => [...document.querySelectorAll("main :is(h2, h3, p, li, tr, q, .evidence)")]
            .filter(one => !one.closest("[hidden], .controls, nav, dialog, template") && one.textContent.trim())
            .filter(one => !one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true, opacityProperty: true }))
            .map(one => one.textContent.trim().slice(0, 60))"""
        )
        assert lost[:5] == [], path.name
        assert not page.locator("nav").is_visible()
        clipped = page.evaluate(
            """() => [...document.querySelectorAll("main *")]
            .filter(one => ["auto", "scroll", "hidden"].includes(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight + 2)
            .filter(one => !one.closest("svg, .controls, select, textarea"))
            .map(one => `${one.tagName}.${one.className}`)"""
        )
        assert clipped[:5] == [], path.name
        open_page.close()


@pytest.mark.parametrize("name", [name for name in PAGES if name not in APPLICATIONS])
def test_one_can_read_without_javascript(site: Path, open_page: Any, name: str) -> None:
    for path in sample(site, name)[:2]:
        page = open_page(path, java_script_enabled=False)
        assert len(page.locator("main").inner_text()) > 200, path.name
        open_page.close()
