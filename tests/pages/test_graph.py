import json
import re
from html.parser import HTMLParser
from pathlib import Path

from kg.pages.frame import template_text
from kg.pages.graph import SCRIPTS, TOP
from kg.project import Project

HOSTILE = '</script><script>alert(1)</script><img src=x onerror="alert(1)">\u202e javascript:alert(1)'


class Page(HTMLParser):
    def __init__(self, text: str):
        super().__init__()
        self.loads: list[str] = []
        self.handlers: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.loads += [value or "" for name, value in attrs if name in ("src", "action", "data")]
        self.handlers += [name for name, _ in attrs if name.startswith("on")]


def data_of(text: str):  # type: ignore[no-untyped-def]
    match = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert match
    return json.loads(match[1])


def test_the_page_loads_nothing_and_its_policy_lets_nothing_load(shipped: Project) -> None:
    text = (shipped.output / "site" / "graph.html").read_text("utf-8")
    page = Page(text)
    assert page.loads == []
    assert page.handlers == []
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    assert "default-src &#39;none&#39;" in policy[1] or "default-src 'none'" in policy[1]
    assert policy[1].count("sha256-") == 3


def test_the_first_picture_holds_the_most_central_and_one_edge_a_pair(shipped: Project) -> None:
    data = data_of((shipped.output / "site" / "graph.html").read_text("utf-8"))
    first = {data["actors"][node["id"]]["id"] for node in data["nodes"]}
    assert first >= {"abe", "putin", "japan", "russia"}
    assert len(data["nodes"]) <= TOP
    pairs = [(edge["from"], edge["to"]) for edge in data["edges"]]
    assert len(pairs) == len(set(pairs))
    assert all(one < two for one, two in pairs)


def test_hostile_labels_are_data(make_project) -> None:  # type: ignore[no-untyped-def]
    quoted = '"' + HOSTILE.replace('"', '""') + '"'
    project: Project = make_project(
        {
            "entities.csv": f"id,type,name\nann,Person,{quoted}\nbob,Person,Bob\n",
            "project.toml": f"title = '{HOSTILE}'\n",
            "events.csv": None,
            "names.csv": None,
            "claims/one.csv": "id,subject,relation,object\no1,ann,meets,bob\n",
            "claims/two.csv": None,
        }
    )
    project.build()
    text = (project.output / "site" / "graph.html").read_text("utf-8")
    assert "<img" not in text
    assert "<script>alert" not in text
    assert Page(text).loads == []
    assert HOSTILE in [actor["name"] for actor in data_of(text)["actors"]]


def test_scripts_are_short_and_make_no_markup() -> None:
    for path in (Path(f"graph-{name}.js") for name in SCRIPTS):
        text = template_text(str(path))
        assert text.startswith('"use strict";\n// ')
        assert len(text.splitlines()) <= 300
        assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\(|new Function", text)
