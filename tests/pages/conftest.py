"""A real browser for pages: opened from the folder they were written to, with everything they try to do recorded.

The browser is `KG_BROWSER`, else `chromium` or `google-chrome`, else playwright's own. Without one these tests are
skipped loudly, and fail in CI.
"""

import asyncio
import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request, sync_playwright

from kg.project import Project

QUIET = [
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # whatever a page tries, nothing leaves the machine
]
_POLICY = ("Content Security Policy", "Content-Security-Policy", "Refused", "Blocked")


def _executable(playwright: Playwright) -> str:
    named = os.environ.get("KG_BROWSER", "")
    if named:
        found = shutil.which(named)
        if not found:
            pytest.fail(f"KG_BROWSER is {named!r}, and there is no such program")
        return found
    for name in ("chromium", "google-chrome", playwright.chromium.executable_path):
        found = shutil.which(name)
        if found:
            return found
    if os.environ.get("CI"):
        pytest.fail("no browser was found, and CI skips nothing: .ci/run installs chromium")
    pytest.skip("SKIPPED LOUDLY: no browser was found, so no page was opened; install chromium or set KG_BROWSER")


@pytest.fixture(scope="session")
def _browser() -> Iterator[tuple[Browser, asyncio.AbstractEventLoop]]:
    with sync_playwright() as playwright:
        loop = asyncio.get_running_loop()
        launched = playwright.chromium.launch(
            executable_path=_executable(playwright), args=QUIET, chromium_sandbox=os.geteuid() != 0
        )
        asyncio._set_running_loop(None)
        yield launched, loop
        asyncio._set_running_loop(loop)
        launched.close()


@pytest.fixture
def browser(_browser: tuple[Browser, asyncio.AbstractEventLoop]) -> Iterator[Browser]:
    """The browser of this worker, started once. Its event loop counts as running only while a test uses it:
    tests after it may run loops of their own."""
    launched, loop = _browser
    asyncio._set_running_loop(loop)
    yield launched
    asyncio._set_running_loop(None)


class Opener:
    """Opens pages, each in a context of its own, and keeps what they should not have done."""

    def __init__(self, browser: Browser):
        self.browser = browser
        self.troubles: list[str] = []
        self.pages: list[Page] = []

    def __call__(self, path: Path, fragment: str = "", **options: Any) -> Page:
        """Open a file as a reader does.

        Args:
            path: the file.
            fragment: what stands behind the `#`, without it.
            options: of playwright's `new_context`: `color_scheme="dark"`, `viewport={"width": 420, "height": 860}`.
        """
        context = self.browser.new_context(**options)
        context.set_default_timeout(10_000)
        context.on("request", lambda request: self._request(path, request))
        context.on("console", lambda message: self._console(path, message))
        context.on("weberror", lambda error: self._add(path, f"script error: {error.error}"))
        context.on("dialog", lambda dialog: (self._add(path, f"dialog: {dialog.message}"), dialog.dismiss()))
        page = context.new_page()
        page.goto(path.as_uri() + (f"#{fragment}" if fragment else ""))
        self.pages.append(page)
        return page

    def close(self) -> None:
        """Close all that was opened."""
        for page in self.pages:
            page.context.close()
        self.pages.clear()

    def _add(self, path: Path, trouble: str) -> None:
        self.troubles.append(f"{path.parent.name}/{path.name}: {trouble}")

    def _request(self, path: Path, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("blob", "data"):
            return
        if parts.scheme == "file" and request.is_navigation_request() and request.frame.parent_frame is None:
            target = Path(unquote(parts.path))
            if target == path or (target.suffix in (".html", ".txt") and target.is_relative_to(path.parent.parent)):
                return
        self._add(path, f"request: {request.url}")

    def _console(self, path: Path, message: ConsoleMessage) -> None:
        if message.type == "error" or (message.type == "warning" and any(word in message.text for word in _POLICY)):
            self._add(path, f"console: {message.text}")


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Opener]:
    """Open a page by its path. The test fails at its end if a page asked for anything but pages of its own site,
    wrote an error to the console, threw, or opened a dialog."""
    opener = Opener(browser)
    yield opener
    opener.close()
    if opener.troubles:
        pytest.fail("\n".join(opener.troubles))


@pytest.fixture(scope="session")
def site(shipped: Project) -> Path:
    """The folder with all pages of the shipped project."""
    return shipped.output / "site"


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """What axe-core finds on a page that is of serious or critical impact, one line an element. Of long lists and tables
    it looks at the beginning alone; the page is left shortened."""
    source = AXE_FILE_PATH.read_text("utf-8")

    def run(page: Page) -> list[str]:
        page.evaluate(
            "for (const one of document.querySelectorAll('main *')) while (one.children.length > 40) one.lastElementChild.remove()"
        )
        page.evaluate(source)
        found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{violation['id']} ({violation['impact']}): {node['target']} {node['failureSummary']}"
            for violation in found["violations"]
            if violation["impact"] in ("serious", "critical")
            for node in violation["nodes"]
        ]

    return run


class Parsed(HTMLParser):
    """The ids, links and loads of a page, read without running it."""

    def __init__(self, path: Path):
        super().__init__()
        self.path = path
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.handlers: list[str] = []
        self.policies: list[str] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self.ids += [said["id"]] if "id" in said else []
        self.links += [said[name] for name in ("href", "xlink:href") if name in said and tag in ("a", "area")]
        self.loads += [
            said[name] for name in ("src", "srcset", "data", "action", "poster", "background") if name in said
        ]
        self.loads += [said["href"]] if "href" in said and tag not in ("a", "area") else []
        self.handlers += [name for name in said if name.startswith("on")]
        if said.get("http-equiv") == "Content-Security-Policy":
            self.policies.append(said["content"])


@pytest.fixture(scope="session")
def parse() -> Callable[[Path], Parsed]:
    """Read a page without running it; each once."""
    return cache(Parsed)
