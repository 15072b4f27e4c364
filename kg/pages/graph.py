"""The graph page: pyvis carries nodes and edges into our own template.

pyvis's own page loads Bootstrap from a CDN, obeys markup in labels and lays out in the browser for minutes; so
only its `Network`, its `generate_html` and the vis-network library inside its wheel are used. Data goes into the
page as escaped JSON, the page's policy lets no other script run and nothing be fetched.
"""

from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import networkx as nx

from kg.analysis.centrality import centrality
from kg.analysis.layout import layout
from kg.network import actor_network, ties
from kg.pages.frame import render, template_text
from kg.pages.site import Site

TOP = 80  # more actors make a picture that nobody can read

_SHAPES = {
    "State": "box",
    "Person": "ellipse",
    "Organization": "hexagon",
    "Company": "diamond",
    "Actor": "dot",
}


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """The most central actors, one edge a pair, the claims behind each edge."""
    network, graph = actor_network(site.material), ties(site.material)
    shown = [str(actor) for actor in centrality(graph).column("actor")[:TOP]]
    data = {
        "names": {actor: found for actor, found in site.aliases.items() if actor in shown},
        "pairs": _pairs(site, network, set(shown)),
    }
    yield "graph.html", _render(site, _picture(graph.subgraph(shown)), data, len(shown), len(network))


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


def _pairs(site: Site, network: "nx.MultiDiGraph[str]", shown: set[str]) -> dict[str, list[Any]]:
    """The claims of each pair of shown actors, each with its evidence."""
    pairs: dict[str, list[Any]] = defaultdict(list)
    for one, two, claim, said in network.edges(keys=True, data=True):
        if {one, two} <= shown:
            evidence = [
                {
                    **{key: getattr(proof, key) for key in ("source", "wording", "quote", "method")},
                    "title": site.sources[proof.source].title,
                    "published": site.sources[proof.source].date,
                    "paragraph": proof.paragraphs[0] if proof.paragraphs else None,
                    "voiceName": proof.by,
                }
                for proof in site.claims[claim].evidence
            ]
            pairs[" ".join(sorted((one, two)))].append(
                {
                    "id": claim,
                    "text": said["text"],
                    "class": said["cls"],
                    "when": said["when"] or "",
                    "evidence": evidence,
                }
            )
    for claims in pairs.values():
        claims.sort(key=lambda claim: (claim["class"] != "Fact", claim["when"], claim["text"]))
    return dict(sorted(pairs.items()))


def _render(site: Site, picture: Any, data: dict[str, Any], shown: int, actors: int) -> str:
    library = files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    data |= {"nodes": picture.nodes, "edges": picture.edges}
    return render(
        "graph.html",
        scripts=[library.read_text("utf-8"), template_text("graph.js")],
        heading="Who is tied to whom",
        here="graph.html",
        layout="full",
        site=site,
        data=data,
        shown=shown,
        actors=actors,
    )
