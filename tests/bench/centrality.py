"""`make bench`: all centralities of a network of 7,128 actors, against networkx and against bare igraph.

The network: ICEWS14 in ../shared, an edge for each pair of actors, its strength the number of events between them; an
event and its mirror image (the same day and act, told from the other end) count once. networkx would take a quarter of
an hour, so that its betweenness and closeness run from a sample of actors, and their time is scaled to all: both do
the same work, one search of shortest paths, from each. Exit 1 if ours is less than 10 times faster than networkx, or
more than 20 % slower than igraph called directly.
"""

import gzip
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import networkx as nx

ROOT = Path(__file__).resolve().parents[2]
EVENTS = ROOT.parent / "shared" / "data" / "icews14" / "events.tsv.gz"
ENDS = {"Host a visit": "Make a visit"}  # one act, named from its two ends
SAMPLE = 60  # actors from which networkx searches
FASTER, NEAR = 10, 1.2


def network() -> "nx.Graph[str]":
    """The network, with strengths and distances as `kg.network` makes them."""
    from kg.network import measure

    with gzip.open(EVENTS, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines][1:]
    events = {(min(one, two), max(one, two), ENDS.get(act, act), day) for one, act, two, day in rows}
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted({end for one, _, two, _ in rows for end in (one, two)}))
    for (one, two), count in Counter(event[:2] for event in events).items():
        if one != two:
            graph.add_edge(one, two, strength=count)
    measure(graph)
    return graph


def timed(work: Callable[[], object]) -> float:
    """Seconds of this process that the work took."""
    began = time.process_time()
    work()
    return time.process_time() - began


def with_networkx(graph: "nx.Graph[str]") -> float:
    """Seconds of networkx's betweenness and closeness, scaled from a sample of sources.

    Distances as floats: the whole numbers of this network have hundreds of digits, and would slow networkx.
    """
    graph = graph.copy()
    for _, _, said in graph.edges(data=True):
        said["distance"] = 1 / said["strength"]
    largest = max(nx.connected_components(graph), key=len)
    sources = random.Random(0).sample(sorted(graph), SAMPLE)
    between = timed(lambda: nx.betweenness_centrality(graph, k=SAMPLE, weight="distance", seed=0))
    close = timed(lambda: [nx.closeness_centrality(graph, u=actor, distance="distance") for actor in sources])
    print(
        f"networkx, {SAMPLE} of {len(graph):,} actors ({len(largest):,} in one part)   {between:6.1f} + {close:.1f} s"
    )
    return (between + close) * len(graph) / SAMPLE


def with_igraph(graph: "nx.Graph[str]") -> Callable[[], object]:
    """The same measures in igraph, called directly on a graph that is ready."""
    import igraph

    index = {actor: number for number, actor in enumerate(graph)}
    edges = [(index[one], index[two]) for one, two in graph.edges]
    strengths = [said["strength"] for _, _, said in graph.edges(data=True)]
    bare = igraph.Graph(len(graph), edges, edge_attrs={"strength": strengths})
    distances = [1 / strength for strength in strengths]

    def measures() -> None:
        bare.degree()
        bare.strength(weights=strengths)
        bare.betweenness(directed=False, weights=distances)
        bare.closeness(weights=distances)
        bare.harmonic_centrality(weights=distances)
        bare.pagerank(weights=strengths)
        for part in bare.connected_components().subgraphs():
            part.eigenvector_centrality(weights=part.es["strength"])

    return measures


def main() -> int:
    """Measure, print, and tell whether ours is as fast as it must be."""
    import warnings

    from kg.analysis.centrality import centrality

    if not EVENTS.exists():
        print(f"{EVENTS} is not here: nothing was measured")
        return 0
    warnings.simplefilter("ignore", RuntimeWarning)  # igraph on small scores
    graph = network()
    print(f"ICEWS14: {len(graph):,} actors, {graph.number_of_edges():,} pairs, {graph.size('strength'):,.0f} events")
    bare = with_igraph(graph)
    ours, direct = timed(lambda: centrality(graph)), timed(bare)
    slow = with_networkx(graph)
    print(f"networkx, betweenness and closeness, scaled to all      {slow:6.1f} s")
    print(
        f"kg, seven measures                                      {ours:6.1f} s  {slow / ours:.0f} × faster, aim {FASTER}"
    )
    print(f"igraph, the same seven, called directly                 {direct:6.1f} s  {ours / direct:.2f} ×, aim {NEAR}")
    return 0 if slow >= FASTER * ours and ours <= NEAR * direct else 1


if __name__ == "__main__":
    sys.exit(main())
