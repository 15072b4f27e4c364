"""One thing at a time: an entity, a claim, a piece of evidence or a source, with what stands behind it."""

import re

from kg.lookup import iri, unknown_id
from kg.report import Report, Section
from kg.store import Queryable
from kg.table import Table

_CLASSES = "VALUES ?class { kg:Fact kg:Plan kg:Denial kg:Hypothesis kg:Demand kg:Report }"


def card(store: Queryable, id_: str, dataset: str) -> Report:
    """What the graph knows of one id; a claim or evidence may be named with or without its prefix.

    Raises:
        UsageError: the graph has no such id; the message proposes near ones.
    """
    candidates = [id_, f"claim-{id_}", f"evidence-{id_}"] if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.-]*", id_) else []
    for candidate in candidates:
        node = iri(candidate)
        for kind, maker in (
            ("Claim", _claim),
            ("Evidence", _evidence),
            ("Source", _source),
            ("Thing", _thing),
        ):
            if store.select(f"ASK {{ {node} a kg:{kind} }}").rows[0][0]:
                return maker(store, candidate, dataset)
    raise unknown_id(store, id_)


def _facts(store: Queryable, node: str, names: str) -> Table:
    """The values of these properties, as rows of property and value."""
    return store.select(f"""
        SELECT ?property ?value WHERE {{ VALUES ?property {{ {names} }} {node} ?property ?value }}
        ORDER BY ?property ?value""")


def _title(store: Queryable, node: str, property_: str) -> str:
    return str(store.select(f"SELECT ?title {{ {node} {property_} ?title }}").rows[0][0])


def _thing(store: Queryable, id_: str, dataset: str) -> Report:
    node = iri(id_)
    about = _facts(store, node, "rdf:type kg:side kg:when kg:where kg:isPartOf kg:note skos:exactMatch")
    names = store.select(f"""
        SELECT DISTINCT ?name ?kind ?language ?usedBy ?source {{
          ?n kg:nameOf {node} ; kg:form ?name ; kg:nameKind ?kind .
          OPTIONAL {{ ?n kg:language ?language }}
          OPTIONAL {{ ?n kg:usedBy ?usedBy }}
          OPTIONAL {{ ?n kg:source ?source }}
        }} ORDER BY ?kind ?name ?source""")
    claims = store.select(f"""
        SELECT DISTINCT ?class ?text ?source ?paragraph ?claim {{
          {_CLASSES}
          {{ ?claim kg:involves {node} }} UNION {{ ?claim kg:event {node} }} UNION {{ ?claim kg:where {node} }}
          ?claim a ?class ; kg:text ?text ; kg:evidence ?e .
          ?e kg:source ?source .
          OPTIONAL {{ ?e kg:paragraph ?paragraph }}
          OPTIONAL {{ ?claim kg:earliest ?day }}
        }} ORDER BY ?class ?day ?text ?source ?paragraph""")
    sections = (Section("About", about), Section("Names", names), Section("Claims", claims))
    return Report("show", f"{_title(store, node, 'kg:name')} ({id_})", dataset, sections)


def _claim(store: Queryable, id_: str, dataset: str) -> Report:
    node = iri(id_)
    parts = "rdf:type rdf:subject rdf:predicate rdf:object kg:addressee kg:about kg:polarity kg:modality"
    derived = "kg:outcome kg:fulfilledBy kg:lapsedBy kg:corroborates kg:contests kg:origins kg:perspective"
    said = _facts(store, node, f"{parts} kg:when kg:where kg:event kg:condition {derived}")
    evidence = store.select(f"""
        SELECT ?evidence ?source ?title ?paragraph ?voice ?wording ?quote ?method {{
          ?evidence kg:evidenceFor {node} .
          ?evidence kg:source ?source ; kg:voice ?voice ; kg:method ?method .
          ?source kg:title ?title .
          OPTIONAL {{ ?evidence kg:paragraph ?paragraph }}
          OPTIONAL {{ ?evidence kg:wording ?wording }}
          OPTIONAL {{ ?evidence kg:quote ?quote }}
        }} ORDER BY ?source ?paragraph ?evidence""")
    sections = (Section("Claim", said), Section("Evidence", evidence))
    return Report("show", f"{_title(store, node, 'kg:text')} ({id_})", dataset, sections)


def _evidence(store: Queryable, id_: str, dataset: str) -> Report:
    claim = store.select(f"SELECT ?claim {{ {iri(id_)} kg:evidenceFor ?claim }}").rows[0][0]
    return _claim(store, str(claim), dataset)


def _source(store: Queryable, id_: str, dataset: str) -> Report:
    node = iri(id_)
    about = _facts(store, node, "kg:author kg:outlet kg:published kg:url kg:license kg:origin")
    claims = store.select(f"""
        SELECT ?paragraph ?class ?text ?voice ?claim {{
          {_CLASSES}
          ?claim kg:evidence ?e ; a ?class ; kg:text ?text .
          ?e kg:source {node} ; kg:voice ?voice .
          OPTIONAL {{ ?e kg:paragraph ?paragraph }}
        }} ORDER BY ?paragraph ?text ?claim""")
    sections = (Section("Source", about), Section("Claims", claims))
    return Report("show", f"{_title(store, node, 'kg:title')} ({id_})", dataset, sections)
