"""The graph page: pyvis carries nodes and edges into our own template.

pyvis's own page loads Bootstrap from a CDN, obeys markup in labels and lays out in the browser for minutes; so
only its `Network`, its `generate_html` and the vis-network library inside its wheel are used. Data goes into the
page as escaped JSON, the page's policy lets no other script run and nothing be fetched.
"""

import base64
import hashlib
import json
from collections import defaultdict
from importlib.resources import files
from pathlib import Path
from typing import Any

import jinja2
import networkx as nx

from kg.analysis.centrality import centrality
from kg.analysis.layout import layout
from kg.model import Settings
from kg.network import actor_network, read, ties
from kg.store import Queryable

TOP = 80  # more actors make a picture that nobody can read

_EVIDENCE = """
SELECT DISTINCT ?claim ?source ?title ?published ?paragraph ?voiceName ?wording ?quote ?method WHERE {
  ?claim kg:between ?actor ; kg:evidence ?evidence .
  ?evidence kg:source ?source ; kg:voice ?voice ; kg:method ?method .
  ?source kg:title ?title . ?voice kg:name ?voiceName .
  OPTIONAL { ?source kg:published ?published }
  OPTIONAL { ?evidence kg:paragraph ?paragraph }
  OPTIONAL { ?evidence kg:wording ?wording }
  OPTIONAL { ?evidence kg:quote ?quote }
}
ORDER BY ?claim ?source ?paragraph ?voiceName
"""

_NAMES = """
SELECT DISTINCT ?actor ?form WHERE { ?node kg:nameOf ?actor ; kg:form ?form . ?actor a kg:Actor } ORDER BY ?actor ?form
"""

_SHAPES = {
    "State": "box",
    "Person": "ellipse",
    "Organization": "hexagon",
    "Company": "diamond",
    "Actor": "dot",
}


def write_graph_page(store: Queryable, settings: Settings, dataset: str, path: Path) -> None:
    """Write the interactive page of the actors that facts tie to each other."""
    path.write_text(graph_page(store, settings, dataset), encoding="utf-8")


def graph_page(store: Queryable, settings: Settings, dataset: str) -> str:
    """The page as HTML: the most central actors, one edge a pair, the claims behind each edge."""
    material = read(store)
    network, graph = actor_network(material), ties(material)
    shown = [str(actor) for actor in centrality(graph).column("actor")[:TOP]]
    data = {
        "title": settings.title,
        "dataset": dataset[:12],
        "shown": len(shown),
        "actors": len(network),
        "names": _aliases(store, set(shown)),
        "pairs": _pairs(store, network, set(shown)),
    }
    return _render(_picture(graph.subgraph(shown)), data)


def _picture(graph: "nx.Graph[str]") -> Any:
    from pyvis.network import Network  # 0.3 s to import

    picture = Network(height="100%", width="100%", directed=False, cdn_resources="in_line")
    places = layout(graph, size=1400)
    for actor in sorted(graph):
        said, (x, y) = graph.nodes[actor], places[actor]
        picture.add_node(
            actor,
            label=said["name"],
            shape=_SHAPES.get(said["type"], "dot"),
            group=said["side"] or "none",
            x=x,
            y=y,
        )
    for one, two, said in sorted(graph.edges(data=True), key=lambda edge: edge[:2]):
        first, second = sorted((one, two))
        picture.add_edge(first, second, width=min(1 + said["strength"], 8), id=f"{first} {second}")
    return picture


def _pairs(store: Queryable, network: "nx.MultiDiGraph[str]", shown: set[str]) -> dict[str, list[Any]]:
    """The claims of each pair of shown actors, each with its evidence."""
    evidence: dict[str, list[Any]] = defaultdict(list)
    for row in store.select(_EVIDENCE).records():
        evidence[str(row["claim"])].append({key: value for key, value in row.items() if value is not None})
    pairs: dict[str, list[Any]] = defaultdict(list)
    for one, two, claim, said in network.edges(keys=True, data=True):
        if {one, two} <= shown:
            pairs[" ".join(sorted((one, two)))].append(
                {
                    "id": claim,
                    "text": said["text"],
                    "class": said["cls"],
                    "when": said["when"] or "",
                    "evidence": evidence[claim],
                }
            )
    for claims in pairs.values():
        claims.sort(key=lambda claim: (claim["class"] != "Fact", claim["when"], claim["text"]))
    return dict(sorted(pairs.items()))


def _aliases(store: Queryable, shown: set[str]) -> dict[str, list[str]]:
    names: dict[str, list[str]] = defaultdict(list)
    for actor, form in store.select(_NAMES).rows:
        if actor in shown:
            names[str(actor)].append(str(form))
    return dict(names)


def _render(picture: Any, data: dict[str, Any]) -> str:
    templates = files("kg.pages") / "templates"
    library = files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    scripts = [library.read_text("utf-8"), (templates / "graph.js").read_text("utf-8")]
    style = (templates / "page.css").read_text("utf-8")
    environment = jinja2.Environment(
        loader=jinja2.DictLoader({"graph.html": (templates / "graph.html").read_text("utf-8")}),
        autoescape=True,
    )
    environment.globals.update(
        page=data,
        scripts=scripts,
        style=style,
        policy="; ".join(
            (
                "default-src 'none'",
                f"script-src {' '.join(_hash(script) for script in scripts)}",
                "style-src 'unsafe-inline'",  # vis-network sets styles on its own elements
                "img-src data:",
                "base-uri 'none'",
                "form-action 'none'",
            )
        ),
    )
    environment.filters["json"] = script_json
    picture.templateEnv = environment
    picture.path = "graph.html"
    return str(picture.generate_html("graph.html"))


def script_json(value: Any) -> str:
    """JSON that may stand inside a script element: nothing in it can end the element or start a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
