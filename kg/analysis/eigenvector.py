"""Who is tied to those who are themselves well tied."""

import math
import warnings

import networkx as nx

from kg.analysis.bare import DIGITS, Bare, same_start
from kg.table import Table


def eigenvector(graph: "nx.Graph[str]") -> Table:
    """Eigenvector centrality within each component.

    x(v) = 1/λ · Σ w(u,v) x(u), λ the largest eigenvalue of the matrix of strengths, Euclidean norm 1 within each
    component (Bonacich, Journal of Mathematical Sociology 2, 1972). On a network of several components the vector is
    not defined, so that scores compare within one component only. Where ties have a direction, ties towards the actor
    count and components are the strongly connected ones; who is alone in one has 0.
    """
    bare = Bare.of(graph)
    return bare.table(eigenvector=scores(bare))


def scores(bare: Bare) -> list[float]:
    """The measure of each actor, in order of id."""
    same_start()
    found = [0.0] * bare.graph.vcount()
    for members in bare.graph.connected_components(mode="strong"):
        if len(members) > 1:
            part = bare.graph.induced_subgraph(members)
            with warnings.catch_warnings():  # igraph suspects a component of being several where a score is near 0
                warnings.simplefilter("ignore", RuntimeWarning)
                values = part.eigenvector_centrality(weights="strength")
            norm = math.hypot(*values) or 1.0
            for member, value in zip(members, values, strict=True):
                found[member] = round(value / norm, DIGITS)
    return found
