"""The frame of every page: one template with its policy, data as escaped JSON, no request to any network.

A page's policy names the hash of each script that it holds, so no other can run; nothing may be fetched.
"""

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import jinja2

from kg.dates import in_words
from kg.report.told import plural

GENERATOR = '<meta name="generator" content="kg">'
NAVIGATION = {
    "index.html": "Overview",
    "graph.html": "Graph",
    "timeline.html": "Timeline",
    "contested.html": "Contested",
    "actors.html": "Actors",
    "sources.html": "Sources",
    "reports.html": "Reports",
    "sparql.html": "SPARQL",
}


def render(
    template: str,
    *,
    scripts: Sequence[str] = (),
    styles: Sequence[str] = (),
    policy: Mapping[str, str] | None = None,
    **values: Any,
) -> str:
    """A page from a template that extends `page.html`.

    Args:
        template: its name in `templates/`.
        scripts: classic scripts in order, run after the page is there; `common.js` comes before them.
        styles: style sheets that follow `page.css`.
        policy: directives of the content-security policy beside or instead of those of `_policy`.
        values: what the template shows; `data` is read by `common.js` as JSON.
    """
    every = [template_text("common.js"), *scripts]
    style = "\n".join((template_text("page.css"), *styles))
    return (
        environment()
        .get_template(template)
        .render(scripts=every, style=style, policy=_policy(every, policy or {}), **values)
    )


@cache
def template_text(name: str) -> str:
    """A file of `templates/`."""
    return (files("kg.pages") / "templates" / name).read_text("utf-8")


def script_json(value: Any) -> str:
    """JSON that may stand inside a script element: nothing in it can end the element or start a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def safe_link(url: str) -> str:
    """The address, or nothing where it is not one of the web: no other scheme becomes a link."""
    return url if url.casefold().startswith(("https://", "http://")) else ""


_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")  # names that Windows keeps for itself


def file_name(key: str) -> str:
    """A key as the name of a file that is safe on every system, and no other key's.

    >>> file_name("brink2016")
    'brink2016'
    >>> file_name("../A:b")
    'a-b-26407b86'
    """
    if re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,79}", key) and not _DEVICES.fullmatch(key):
        return key
    plain = re.sub(r"[^a-z0-9_]+", "-", key.casefold())[:60].strip("-")
    return f"{plain or 'x'}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"


def shortened(text: str, most: int = 52) -> str:
    """A title without its subtitle, cut at a word.

    >>> shortened("Many Small Steps: a strategy"), shortened("one two three", 8)
    ('Many Small Steps', 'one two…')
    """
    text = text[1:-1] if text.startswith("[") and text.endswith("]") else text
    head = re.split(r"[:?!.;] |\s[–—-]\s", text, maxsplit=1)[0]
    head = head if len(head) > 15 else text
    return head if len(head) <= most else f"{head[: most + 1].rsplit(' ', 1)[0][:most].rstrip(' ,;:')}…"


def bound(cite: str) -> str:
    r"""A citation that breaks after its commas only, not before a place.

    >>> bound("one2016 ¶3, ¶7")
    'one2016\xa0¶3, ¶7'
    """
    return re.sub(r"(?<!,) ", "\N{NO-BREAK SPACE}", cite)


@cache
def environment() -> jinja2.Environment:
    """The environment of the templates."""
    made = jinja2.Environment(
        loader=jinja2.FunctionLoader(template_text), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    made.filters.update(
        bound=bound, json=script_json, link=safe_link, file=file_name, short=shortened, date=in_words, plural=plural
    )
    made.globals.update(navigation=NAVIGATION, generator=GENERATOR)
    return made


def _policy(scripts: Sequence[str], more: Mapping[str, str]) -> str:
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(map(_hash, scripts)),
        "style-src": "'unsafe-inline'",  # vis-network and CodeMirror set styles on their own elements
        "img-src": "data: blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    for directive, value in more.items():
        rules[directive] = " ".join(filter(None, (rules.get(directive), value)))
    return "; ".join(f"{directive} {value}" for directive, value in rules.items())


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
