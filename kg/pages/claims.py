"""Claims as pages show them: one record each, with its evidence, whoever it is from and however far it was checked."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.store import Queryable
from kg.table import Value

_CLAIMS = """
SELECT DISTINCT ?id ?text ?cls ?relation ?label ?kind ?family ?sign ?subject ?object ?when ?earliest ?latest ?event
                ?where ?outcome ?origins WHERE {
  ?id a kg:Claim ; a ?cls ; kg:text ?text ; rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object .
  VALUES ?cls { kg:Fact kg:Plan kg:Denial kg:Hypothesis kg:Demand kg:Report kg:Candidate }
  ?relation kg:kind ?kind ; kg:family ?family ; kg:sign ?sign ; rdfs:label ?label .
  OPTIONAL { ?id kg:when ?when }
  OPTIONAL { ?id kg:earliest ?earliest }
  OPTIONAL { ?id kg:latest ?latest }
  OPTIONAL { ?id kg:event ?event }
  OPTIONAL { ?id kg:where ?where }
  OPTIONAL { ?id kg:outcome ?outcome }
  OPTIONAL { ?id kg:origins ?origins }
}
ORDER BY ?earliest ?text ?id
"""
_EVIDENCE = """
SELECT DISTINCT ?claim ?id ?source ?voice ?by ?own ?method ?paragraph ?page ?footnote ?wording ?said ?quote ?start ?end
                ?confidence ?rule ?note ?counts WHERE {
  ?id kg:evidenceFor ?claim ; kg:source ?source ; kg:voice ?voice ; kg:method ?method .
  BIND (EXISTS { ?claim kg:evidence ?id } AS ?counts)
  BIND (EXISTS { ?source kg:author ?voice } AS ?own)
  OPTIONAL { ?voice kg:name ?by }
  OPTIONAL { ?id kg:paragraph ?paragraph }
  OPTIONAL { ?id kg:page ?page }
  OPTIONAL { ?id kg:footnote ?footnote }
  OPTIONAL { ?id kg:wording ?wording }
  OPTIONAL { ?id kg:said ?said }
  OPTIONAL { ?id kg:quote ?quote }
  OPTIONAL { ?id kg:start ?start }
  OPTIONAL { ?id kg:end ?end }
  OPTIONAL { ?id kg:confidence ?confidence }
  OPTIONAL { ?id kg:rule ?rule }
  OPTIONAL { ?id kg:note ?note }
}
ORDER BY ?claim ?source ?paragraph ?id
"""
_SETS = {
    "involved": "SELECT DISTINCT ?claim ?x { ?claim kg:involves ?x } ORDER BY ?claim ?x",
    "perspectives": "SELECT DISTINCT ?claim ?x { ?claim kg:perspective ?x } ORDER BY ?claim ?x",
    "contests": "SELECT DISTINCT ?claim ?x { ?claim kg:contests ?x } ORDER BY ?claim ?x",
    "corroborates": "SELECT DISTINCT ?claim ?x { ?claim kg:corroborates ?x } ORDER BY ?claim ?x",
}
LAYERS = {
    "Fact": "fact",
    "Report": "reported",
    "Plan": "planned",
    "Denial": "denied",
    "Hypothesis": "possible",
    "Demand": "demanded",
    "Candidate": "proposed by rules",
}


@dataclass(slots=True)
class Proof:
    """A piece of evidence: who says the claim in which source, where, and how it came into the graph."""

    id: str
    source: str
    voice: str
    by: str
    own: bool
    method: str
    paragraphs: list[int]
    place: str
    wording: str
    said: str
    quote: str
    start: int | None
    end: int | None
    confidence: float | None
    rule: str
    note: str
    sentence: str = ""


@dataclass(slots=True)
class Shown:
    """A claim with all its evidence. Times are EDTF (`when`) and ISO days; `layer` is in words."""

    id: str
    text: str
    cls: str
    relation: str
    label: str
    kind: str
    family: str
    sign: int
    subject: str
    object: str
    when: str
    earliest: str
    latest: str
    event: str
    where: str
    outcome: str
    origins: int
    involved: list[str] = field(default_factory=list)
    perspectives: list[str] = field(default_factory=list)
    contests: list[str] = field(default_factory=list)
    corroborates: list[str] = field(default_factory=list)
    evidence: list[Proof] = field(default_factory=list)

    @property
    def layer(self) -> str:
        """How it is told, in words."""
        return LAYERS[self.cls]

    @property
    def sources(self) -> list[str]:
        """The sources that tell it, each once."""
        return sorted({proof.source for proof in self.evidence})


def claims(store: Queryable) -> dict[str, Shown]:
    """All claims by id, in order of time, candidates among them; what only machines propose stays marked as theirs."""
    found: dict[str, Shown] = {}
    for row in store.select(_CLAIMS).records():
        said = {key: "" if value is None else str(value) for key, value in row.items()}
        numbers: dict[str, Any] = {"sign": int(said["sign"]), "origins": int(said["origins"] or 1)}
        found[said["id"]] = Shown(**{**said, **numbers})
    _add_evidence(store, found)
    for name, query in _SETS.items():
        for claim_id, value in store.select(query).rows:
            if str(claim_id) in found:
                getattr(found[str(claim_id)], name).append(str(value))
    return found


def _add_evidence(store: Queryable, found: Mapping[str, Shown]) -> None:
    proofs: dict[str, Proof] = {}
    for row in store.select(_EVIDENCE).records():
        claim = found.get(str(row["claim"]))
        if claim is None or not (row["counts"] or claim.cls == "Candidate"):
            continue
        proof = proofs.get(str(row["id"]))
        if proof is None:
            proof = proofs[str(row["id"])] = _proof(row)
            claim.evidence.append(proof)
        if isinstance(row["paragraph"], int) and row["paragraph"] not in proof.paragraphs:
            proof.paragraphs.append(row["paragraph"])
    for proof in proofs.values():
        if proof.paragraphs:
            places = [*(f"¶{number}" for number in proof.paragraphs), *filter(None, (proof.place,))]
            proof.place = ", ".join(places)


def _proof(row: Mapping[str, Value]) -> Proof:
    text = {key: "" if value is None else str(value) for key, value in row.items()}
    place = f"p. {text['page']}" if text["page"] else f"note {text['footnote']}" if text["footnote"] else ""
    return Proof(
        **{key: text[key] for key in ("id", "source", "voice", "method", "wording", "said", "quote", "rule", "note")},
        by=text["by"] or text["voice"],
        own=bool(row["own"]),
        paragraphs=[],
        place=place,
        start=int(text["start"]) if text["start"] else None,
        end=int(text["end"]) if text["end"] else None,
        confidence=float(text["confidence"]) if text["confidence"] else None,
    )


def add_sentences(found: Iterable[Shown], both: Callable[[Iterable[str], str, Iterable[int]], list[str]]) -> None:
    """Give evidence without a quote the one sentence of its paragraphs that names both ends, if just one does.

    Args:
        found: claims, which are changed.
        both: what `kg.report.sentences.Sentences.both` is.
    """
    for claim in found:
        for proof in claim.evidence:
            sentences = [] if proof.quote else both((claim.subject, claim.object), proof.source, proof.paragraphs)
            if len(sentences) == 1:
                proof.sentence = sentences[0]
