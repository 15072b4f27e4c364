"""Every form of export by its name: a function from a store to bytes."""

from collections.abc import Callable

from kg.export.graphs import gexf, graphml
from kg.export.rows import as_csv, as_jsonl
from kg.export.triples import jsonld, ntriples, turtle
from kg.store import OxigraphStore

EXPORTS: dict[str, Callable[[OxigraphStore], bytes]] = {
    "turtle": turtle,
    "jsonld": jsonld,
    "ntriples": ntriples,
    "graphml": graphml,
    "gexf": gexf,
    "csv": as_csv,
    "jsonl": as_jsonl,
}
