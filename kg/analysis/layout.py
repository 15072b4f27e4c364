"""Places of actors in a picture: the same graph, the same places."""

import random

import igraph
import networkx as nx


def layout(graph: "nx.Graph[str]", size: float = 1000.0) -> dict[str, tuple[float, float]]:
    """A force-directed layout (Fruchterman and Reingold 1991), scaled to a square of this side around 0.

    Deterministic: the starting places are drawn from a seeded generator in order of id.
    """
    actors = sorted(graph)
    if not actors:
        return {}
    index = {actor: number for number, actor in enumerate(actors)}
    edges = sorted((index[one], index[two]) for one, two in graph.edges())
    network = igraph.Graph(len(actors), edges)
    generator = random.Random(0)  # noqa: S311 places, not secrets
    start = [(generator.uniform(-1, 1), generator.uniform(-1, 1)) for _ in actors]
    igraph.set_random_number_generator(random.Random(0))  # noqa: S311
    places = network.layout_fruchterman_reingold(niter=800, seed=start, grid=False)
    reach = max((abs(value) for place in places for value in place), default=1.0) or 1.0
    scale = size / 2 / reach
    return {actor: (round(x * scale, 1), round(y * scale, 1)) for actor, (x, y) in zip(actors, places, strict=True)}
