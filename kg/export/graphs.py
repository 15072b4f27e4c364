"""GraphML and GEXF, which Gephi opens: things as nodes, and an edge for each claim between two of them.

The edge's id is that of the claim. A phrase or a claim as an end is no node: what rests on one stands in the rows.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from kg.export.claimed import claim_network
from kg.store import Queryable

if TYPE_CHECKING:
    import networkx as nx

NODE = ("name", "side", "type")
EDGE = ("relation", "class", "layer", "sign", "weight", "when", "earliest", "latest", "sources", "text")
NUMBERS = ("sign", "weight")
_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_GEXF = "http://www.gexf.net/1.2draft"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
# what XML 1.0 cannot hold
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graphml(store: Queryable) -> bytes:
    """GraphML; nodes carry a `label` too, for Gephi shows it."""
    root = ET.Element(
        "graphml",
        {
            "xmlns": _GRAPHML,
            "xmlns:xsi": _XSI,
            "xsi:schemaLocation": f"{_GRAPHML} {_GRAPHML}/1.0/graphml.xsd",
        },
    )
    for domain, names in (("node", ("label", *NODE)), ("edge", EDGE)):
        for name in names:
            key = {"id": f"{domain}-{name}", "for": domain, "attr.name": name, "attr.type": _type(name, "int")}
            ET.SubElement(root, "key", key)
    graph = ET.SubElement(root, "graph", {"id": "claims", "edgedefault": "directed"})
    network = claim_network(store)
    for thing in sorted(network):
        told = network.nodes[thing]
        node = ET.SubElement(graph, "node", {"id": thing})
        _data(node, "node", {"label": told["name"], **told})
    for claim, one, two, said in _edges(network):
        edge = ET.SubElement(graph, "edge", {"id": claim, "source": one, "target": two})
        _data(edge, "edge", said)
    return _document(root)


def gexf(store: Queryable) -> bytes:
    """GEXF 1.2, without a date of writing, so that the same claims give the same bytes."""
    root = ET.Element("gexf", {"xmlns": _GEXF, "version": "1.2"})
    graph = ET.SubElement(root, "graph", {"defaultedgetype": "directed", "mode": "static"})
    for domain, names in (("node", NODE), ("edge", EDGE)):
        attributes = ET.SubElement(graph, "attributes", {"class": domain, "mode": "static"})
        for name in (name for name in names if name != "weight"):
            ET.SubElement(attributes, "attribute", {"id": name, "title": name, "type": _type(name, "integer")})
    network = claim_network(store)
    nodes, edges = ET.SubElement(graph, "nodes"), ET.SubElement(graph, "edges")
    for thing in sorted(network):
        told = network.nodes[thing]
        _values(ET.SubElement(nodes, "node", {"id": thing, "label": _text(told["name"])}), told)
    for claim, one, two, said in _edges(network):
        ends = {"id": claim, "source": one, "target": two, "label": _text(said["relation"])}
        ends["weight"] = _text(said["weight"])  # Gephi knows a weight of this place only
        _values(ET.SubElement(edges, "edge", ends), {name: said[name] for name in EDGE if name != "weight"})
    return _document(root)


def _edges(network: "nx.MultiDiGraph[str]") -> list[tuple[str, str, str, Mapping[str, object]]]:
    found = [(str(claim), one, two, said) for one, two, claim, said in network.edges(keys=True, data=True)]
    return sorted(found, key=lambda edge: edge[0])


def _type(name: str, whole: str) -> str:
    return whole if name in NUMBERS else "string"


def _data(parent: ET.Element, domain: str, said: Mapping[str, object]) -> None:
    for name, value in said.items():
        ET.SubElement(parent, "data", {"key": f"{domain}-{name}"}).text = _text(value)


def _values(parent: ET.Element, said: Mapping[str, object]) -> None:
    values = ET.SubElement(parent, "attvalues")
    for name, value in said.items():
        ET.SubElement(values, "attvalue", {"for": name, "value": _text(value)})


def _text(value: object) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", "" if value is None else str(value))


def _document(root: ET.Element) -> bytes:
    ET.indent(root, " ")
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"
