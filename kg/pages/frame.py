"""The frame of every page: one template with its policy, data as escaped JSON, no request to any network.

A page's policy names the hash of each script that it holds, so no other can run; nothing may be fetched.
"""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import jinja2

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


@cache
def environment() -> jinja2.Environment:
    """The environment of the templates."""
    made = jinja2.Environment(
        loader=jinja2.FunctionLoader(template_text), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    made.filters.update(json=script_json, link=safe_link)
    made.globals.update(navigation=NAVIGATION)
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
