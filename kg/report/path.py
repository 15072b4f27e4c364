"""How two actors are linked: the fewest hops, each with the claims that make it."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice, pairwise

import networkx as nx

from kg.errors import UsageError
from kg.report import STORY, Report, Section, ask, name_of
from kg.report.told import Told, entry, plural, told
from kg.store import Queryable
from kg.table import Table, Value

PATHS = 3
CLAIMS = 3  # shown of each hop
LOOKED_AT = 200  # shortest paths compared


def path(store: Queryable, title: str, dataset: str, *, actor: str, other: str) -> Report:
    """The shortest paths between two actors over facts, or occasions that both attended; each hop with its evidence.

    Raises:
        UsageError: the two are one.
    """
    if actor == other:
        raise UsageError(f"a path leads from one to another, not from {actor} to itself")
    claims = {item.id: item for item in told(store)}
    network: nx.Graph[str] = nx.Graph()
    tied: dict[frozenset[str], list[Told]] = defaultdict(list)
    for row in ask(store, "ties").records():
        one, two = str(row["one"]), str(row["other"])
        network.add_edge(one, two)
        tied[frozenset((one, two))].append(claims[str(row["claim"])])
    title = f"From {name_of(store, actor)} to {name_of(store, other)}"
    warning = (
        "Only facts, and occasions of which both were part, tie; plans, denials and what is merely said do not. "
        "The shortest path is not the most telling."
    )
    if not (actor in network and other in network and nx.has_path(network, actor, other)):
        return Report("path", title, dataset, (), (warning,), ("No path: no facts or occasions link the two.",))
    found = list(islice(nx.all_shortest_paths(network, actor, other), LOOKED_AT))
    found.sort(key=lambda nodes: (-min(_weight(tied[frozenset(hop)]) for hop in pairwise(nodes)), nodes))
    names = {node: name_of(store, node) for nodes in found[:PATHS] for node in nodes}
    sections = []
    for nodes in found[:PATHS]:
        rows: list[Sequence[Value]] = []
        for number, (one, two) in enumerate(pairwise(nodes), 1):
            items = sorted(tied[frozenset((one, two))], key=lambda item: (-item.origins, -len(item.proofs), item.id))
            rows.append((f"hop {number}", f"{names[one]} – {names[two]}: {plural(len(items), 'claim')}", "", "", ""))
            rows += [
                entry(item, item.when, "" if item.ends >= {one, two} else "both part of one occasion")
                for item in items[:CLAIMS]
            ]
        sections.append(Section(" – ".join(names[node] for node in nodes), Table.of(STORY, rows)))
    hops = len(found[0]) - 1
    many = f"{len(found)}{' or more' if len(found) == LOOKED_AT else ''}"
    lead = f"{plural(hops, 'hop')}; {many} such {'path' if len(found) == 1 else 'paths'}"
    lead += f", the {PATHS} best attested shown." if len(found) > PATHS else "."
    return Report("path", title, dataset, tuple(sections), (warning,), (lead,))


def _weight(items: Sequence[Told]) -> int:
    """How many independent origins the best attested claim of a hop has, and how many claims: in that order."""
    return max(item.origins for item in items) * 1000 + len(items)
