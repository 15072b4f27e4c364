"""Measures of the actor network. Each gives a table; igraph computes, networkx carries the graph."""
