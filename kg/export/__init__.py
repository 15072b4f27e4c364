"""The graph in the forms of others' tools: RDF, networks for Gephi, tables. `registry.EXPORTS` names them."""
