"""The graph page: pyvis carries nodes and edges of the first picture into our own template.

pyvis's own page loads Bootstrap from a CDN, obeys markup in labels and lays out in the browser for minutes; so
only its `Network` and the vis-network library inside its wheel are used. Data goes into the page as escaped JSON,
the page's policy lets no other script run and nothing be fetched.
"""

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any

from kg.pages.frame import render, template_text
from kg.pages.graph_data import Data, graph_data
from kg.pages.site import Site

TOP = 80  # more actors make a picture that nobody can read
SHAPES = {"State": "square", "Person": "dot", "Organization": "hexagon", "Company": "diamond", "Actor": "triangle"}
SCRIPTS = ("data", "state", "search", "filters", "view", "labels", "legend", "panel", "table", "start")


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """All actors that a claim ties; it opens on the most central, one edge a pair, with the claims behind it."""
    data = graph_data(site)
    pairs = _first_pairs(data)
    tied = sorted({end for pair in pairs for end in pair})
    first = tied[:TOP]
    picture = _picture(data["actors"], first, [pair for pair in pairs if {*pair} <= {*first}])
    library = files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    yield (
        "graph.html",
        render(
            "graph.html",
            scripts=[
                library.read_text("utf-8"),
                "\n".join(template_text(f"graph-{name}.js") for name in SCRIPTS),
            ],
            styles=[template_text("graph.css")],
            heading="Who is tied to whom",
            here="graph.html",
            layout="full",
            site=site,
            data=data | {"top": TOP, "shapes": SHAPES, "nodes": picture.nodes, "edges": picture.edges},
            shown=len(first),
            actors=len(tied),
        ),
    )


def _first_pairs(data: Data) -> list[tuple[int, int]]:
    """Pairs, by rank, that a fact ties which a person has seen: what the page opens on."""
    fact = data["layers"].index("fact")
    return sorted(
        {
            (min(claim["one"], claim["two"]), max(claim["one"], claim["two"]))
            for claim in data["claims"]
            if claim["layer"] == fact
            and claim.get("one", -1) != claim.get("two", -1)
            and "one" in claim
            and "two" in claim
            and any(proof["method"] != "extracted" for proof in claim["evidence"])
        }
    )


def _picture(actors: Sequence[Mapping[str, Any]], first: Sequence[int], pairs: Sequence[tuple[int, int]]) -> Any:
    from pyvis.network import Network  # 0.3 s to import

    picture = Network(height="100%", width="100%", directed=False, cdn_resources="in_line")
    for number in first:
        actor = actors[number]
        shape = SHAPES.get(actor["type"], "triangle")
        picture.add_node(number, label=actor["name"], shape=shape, x=actor["x"], y=actor["y"])
    for one, two in pairs:
        picture.add_edge(one, two, id=f"{one} {two}")
    return picture
