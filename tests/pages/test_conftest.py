"""The browser tests can fail: each kind of trouble is seen."""

import asyncio
from pathlib import Path

import pytest

PAGE = """<!doctype html><html lang=en><meta charset=utf-8><title>t</title>{}</html>"""
POLICY = "<meta http-equiv='Content-Security-Policy' content=\"script-src 'none'\">"


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        ("<p>nothing</p>", []),
        ("<img src='https://example.org/a.png' alt=''>", ["request: https://example.org/a.png", "console: Failed"]),
        ("<iframe src='other.html' title=o></iframe>", ["request: file:"]),
        ("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' alt=''>", []),
        ("<script>console.error('no')</script>", ["console: no"]),
        ("<script>throw new Error('thrown')</script>", ["script error: thrown"]),
        ("<script>alert(1)</script>", ["dialog: 1"]),
        (f"{POLICY}<body><a onclick='x()'>a</a>", ["console: Executing inline event handler"]),
    ],
)
def test_what_a_page_should_not_do_is_seen(open_page, tmp_path: Path, body: str, seen: list[str]) -> None:
    (tmp_path / "page.html").write_text(PAGE.format(body), "utf-8")
    page = open_page(tmp_path / "page.html")
    page.evaluate("document.querySelector('a')?.click()")
    page.wait_for_timeout(50)
    troubles, open_page.troubles = open_page.troubles, []
    assert len(troubles) == len(seen), troubles
    for trouble, word in zip(sorted(troubles), sorted(seen), strict=True):
        assert word in trouble


def test_a_browser_leaves_no_event_loop_behind() -> None:
    async def one() -> int:
        return 1

    assert asyncio.run(one()) == 1
