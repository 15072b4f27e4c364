"""Claims as rows, one for each piece of evidence: JSONL with the keys of `kg extract`, CSV with the same columns.

After the keys of `kg extract` stand those that only a graph can fill. A claim that stands inside another is `#` and its
id; a phrase is told by its type, `Literal`. The graph does not keep in which words a text names an end, nor where:
`subject_text` and `object_text` are the names, the starts are empty.
"""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from kg.export.claimed import NARROWEST_TYPES
from kg.store import Queryable
from kg.table import guarded
from kg.vocabulary import LITERAL

_ROWS = """
SELECT * WHERE {
  ?evidence kg:evidenceFor ?claim ; kg:source ?doc ; kg:voice ?voice ; kg:method ?method ; kg:origin ?origin .
  ?claim rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ;
         kg:polarity ?polarity ; kg:modality ?modality ; kg:text ?text ; a ?class .
  VALUES ?class { kg:Fact kg:Plan kg:Denial kg:Hypothesis kg:Demand kg:Report kg:Candidate }
  BIND (EXISTS { ?doc kg:author ?voice } AS ?own)
  BIND (isIRI(?subject) AS ?subject_is_node)
  BIND (isIRI(?object) AS ?object_is_node)
  OPTIONAL { ?subject kg:name|kg:text ?subject_name }
  OPTIONAL { ?object kg:name|kg:text ?object_name }
  OPTIONAL { ?claim kg:addressee ?addressee }
  OPTIONAL { ?claim kg:when ?when }
  OPTIONAL { ?claim kg:where ?where }
  OPTIONAL { ?claim kg:event ?event }
  OPTIONAL { ?claim kg:condition ?condition BIND (isIRI(?condition) AS ?condition_is_node) }
  OPTIONAL { ?evidence kg:quote ?quote }
  OPTIONAL { ?evidence kg:start ?start ; kg:end ?end }
  OPTIONAL { ?evidence kg:wording ?wording }
  OPTIONAL { ?evidence kg:said ?said }
  OPTIONAL { ?evidence kg:extractor ?extractor ; kg:rule ?rule ; kg:confidence ?confidence }
  OPTIONAL { ?evidence kg:page ?page }
  OPTIONAL { ?evidence kg:footnote ?footnote }
  OPTIONAL { ?evidence kg:note ?note }
}
ORDER BY ?doc ?evidence
"""
_ABOUT = "SELECT ?claim ?topic WHERE { ?claim a kg:Claim ; kg:about ?topic } ORDER BY ?claim ?topic"
_PARAGRAPHS = "SELECT ?evidence ?n WHERE { ?evidence a kg:Evidence ; kg:paragraph ?n } ORDER BY ?evidence ?n"

# fmt: off
COLUMNS = (
    "subject", "object", "subject_name", "subject_type", "subject_text", "object_name", "object_type",
    "object_text", "relation", "addressee", "about", "when", "where", "polarity", "modality", "according_to",
    "wording", "said", "doc", "start", "end", "quote", "extractor", "rule", "confidence", "subject_start",
    "object_start", "claim", "evidence", "class", "event", "condition", "method", "origin", "paragraphs", "page",
    "footnote", "text", "note",
)
# fmt: on


def records(store: Queryable) -> Iterator[dict[str, Any]]:
    """Each piece of evidence with its claim, in order of source and id."""
    about, paragraphs, types = (_several(store, query) for query in (_ABOUT, _PARAGRAPHS, NARROWEST_TYPES))

    def end(row: dict[str, Any], place: str) -> tuple[str | None, str, str]:
        """Id, name and type of a subject or object."""
        value = str(row[place])
        if not row[f"{place}_is_node"]:
            return None, value, LITERAL
        name = str(row[f"{place}_name"] or value)
        if value.startswith("claim-"):
            return f"#{value.removeprefix('claim-')}", name, "Claim"
        return value, name, "|".join(map(str, types[value]))

    for row in store.select(_ROWS).records():
        subject, object_ = end(row, "subject"), end(row, "object")
        condition = str(row["condition"]) if row["condition"] is not None else None
        if condition and row["condition_is_node"]:
            condition = f"#{condition.removeprefix('claim-')}"
        yield {
            "subject": subject[0],
            "object": object_[0],
            "subject_name": subject[1],
            "subject_type": subject[2],
            "subject_text": subject[1],
            "object_name": object_[1],
            "object_type": object_[2],
            "object_text": object_[1],
            "relation": row["relation"],
            "addressee": row["addressee"],
            "about": about[str(row["claim"])],
            "when": row["when"],
            "where": row["where"],
            "polarity": row["polarity"],
            "modality": row["modality"],
            "according_to": None if row["own"] else row["voice"],
            "wording": row["wording"],
            "said": row["said"],
            "doc": row["doc"],
            "start": row["start"],
            "end": row["end"],
            "quote": row["quote"],
            "extractor": row["extractor"],
            "rule": row["rule"],
            "confidence": row["confidence"],
            "subject_start": None,
            "object_start": None,
            "claim": str(row["claim"]).removeprefix("claim-"),
            "evidence": str(row["evidence"]).removeprefix("evidence-"),
            "class": row["class"],
            "event": row["event"],
            "condition": condition,
            "method": row["method"],
            "origin": row["origin"],
            "paragraphs": paragraphs[str(row["evidence"])],
            "page": row["page"],
            "footnote": row["footnote"],
            "text": row["text"],
            "note": row["note"],
        }


def _several(store: Queryable, query: str) -> defaultdict[str, list[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for one, value in store.select(query).rows:
        found[str(one)].append(value)
    return found


def as_jsonl(store: Queryable) -> bytes:
    """A JSON object in each line."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records(store)).encode()


def as_csv(store: Queryable) -> bytes:
    """A table for spreadsheets: several values of a cell with `|`, cells that begin like a formula guarded."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for record in records(store):
        writer.writerow(_cell(record[name]) for name in COLUMNS)
    return out.getvalue().encode()


def _cell(value: Any) -> str:
    if isinstance(value, list):
        value = "|".join(map(str, value))
    return guarded("" if value is None else str(value))
