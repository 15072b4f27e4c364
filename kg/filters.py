"""The one filter vocabulary of query, report, render and export: which claims of a store pass.

Values of one filter are alternatives, several filters narrow each other. A claim passes `source` and `method` by its
evidence, and only the evidence that fits counts as its own.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace

from kg.dates import DateError, interval
from kg.errors import UsageError, did_you_mean
from kg.lookup import iri, require_id, unknown_id
from kg.model import METHODS
from kg.store import Queryable
from kg.table import Value

CHECKED = ("curated", "reviewed")
LAYERS = ("fact", "plan", "reported", "hypothetical", "demand", "denied")
_LAYER_OF_CLASS = dict(zip(("Fact", "Plan", "Report", "Hypothesis", "Demand", "Denial"), LAYERS, strict=True))
_LAYER_OF_MODALITY = {"planned": "plan", "hypothetical": "hypothetical", "normative": "demand"}
_OPTIONS = {"since": "from", "until": "to"}

# what a thing that is named has to do with a claim; a claim inside a claim speaks for it
_WAYS = {
    "actor": "(rdf:subject|rdf:object|kg:condition)*/(rdf:subject|rdf:object|kg:addressee)",
    "side": "(rdf:subject|rdf:object|kg:condition)*/(rdf:subject|rdf:object|kg:addressee)/kg:side",
    "about": "kg:involves",
    "perspective": "kg:perspective",
}
_CLAIMS = """
SELECT ?claim ?relation ?class ?polarity ?modality ?earliest ?latest ?origins WHERE {
  ?claim a kg:Claim , ?class ; rdf:predicate ?relation ; kg:polarity ?polarity ; kg:modality ?modality .
  VALUES ?class { kg:Fact kg:Plan kg:Denial kg:Hypothesis kg:Demand kg:Report kg:Candidate }
  OPTIONAL { ?claim kg:earliest ?earliest }
  OPTIONAL { ?claim kg:latest ?latest }
  OPTIONAL { ?claim kg:origins ?origins }
}
"""
_EVIDENCE = """
SELECT ?claim ?evidence ?source ?method ?own ?counts WHERE {
  ?evidence kg:evidenceFor ?claim ; kg:source ?source ; kg:method ?method ; kg:voice ?voice .
  BIND (EXISTS { ?source kg:author ?voice } AS ?own)
  BIND (EXISTS { ?claim kg:evidence ?evidence } AS ?counts)
}
"""
_SIDES = "SELECT DISTINCT ?side WHERE { ?thing kg:side ?side }"
_KNOWN = {
    "side": _SIDES,
    "perspective": _SIDES,
    "relation": "SELECT ?relation WHERE { ?relation a kg:Relation }",
    "source": "SELECT ?source WHERE { ?source a kg:Source }",
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; a filter that is left empty lets everything pass, but `method` what no person has seen.

    `actor` takes part: is subject, object or addressee, of the claim or of one inside it; `side` is that of someone who
    takes part; `about` is anything that the claim speaks of. `since` and `until` are dates in EDTF of which the claim's
    own time is to share a day: what has no time falls out. `min_sources` counts independent origins, those of claims
    that corroborate among them.
    """

    actor: tuple[str, ...] = ()
    side: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    relation: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    as_of: datetime.date | None = None
    perspective: tuple[str, ...] = ()
    layer: tuple[str, ...] = ()
    method: tuple[str, ...] = ()
    min_sources: int = 0

    @property
    def narrow(self) -> bool:
        """Whether they ask for less than all that the sources of a day say."""
        return replace(self, as_of=None) != Filters()

    def checked(self) -> "Filters":
        """The same, asking for what a person has seen unless they ask for a method themselves."""
        return self if self.method else replace(self, method=CHECKED)

    def given(self) -> dict[str, list[str]]:
        """What is asked for, by the name of its option."""
        told = {}
        for item in fields(self):
            value = getattr(self, item.name)
            option = _OPTIONS.get(item.name, item.name).replace("_", "-")
            told[option] = [str(one) for one in (value if isinstance(value, tuple) else (value,)) if one]
        return {option: values for option, values in told.items() if values}

    def __str__(self) -> str:
        """As they are typed."""
        return " ".join(f"--{option} {value}" for option, values in self.given().items() for value in values)


@dataclass(frozen=True, slots=True)
class Passing:
    """The ids that pass, without the prefix of their kind; `own` are the claims that some author vouches for there."""

    claims: frozenset[str]
    evidence: frozenset[str]
    own: frozenset[str]


def passing(store: Queryable, filters: Filters) -> Passing:
    """The claims that pass, and which of their evidence; `as_of` is the business of whoever makes the store.

    Raises:
        UsageError: a value that the graph does not know, with the nearest it does.
    """
    _require(store, filters)
    named = [_named(store, way, getattr(filters, name)) for name, way in _WAYS.items() if getattr(filters, name)]
    methods = filters.method or CHECKED
    proofs: dict[str, list[Mapping[str, Value]]] = defaultdict(list)
    for row in store.select(_EVIDENCE).records():
        if row["method"] in methods and (not filters.source or row["source"] in filters.source):
            proofs[str(row["claim"])].append(row)
    first, last = _days(filters)
    claims = {
        claim
        for row in store.select(_CLAIMS).records()
        for claim in (str(row["claim"]),)
        if any(proof["counts"] for proof in proofs[claim])
        and all(claim in found for found in named)
        and (not filters.relation or row["relation"] in filters.relation)
        and (not filters.layer or layer_of(row, own=any(proof["own"] for proof in proofs[claim])) in filters.layer)
        and _shares_a_day(row, first, last)
        and int(str(row["origins"] or 1)) >= filters.min_sources
    }
    kept = [(claim, proof) for claim in claims for proof in proofs[claim]]
    return Passing(
        frozenset(claim.removeprefix("claim-") for claim in claims),
        frozenset(str(proof["evidence"]).removeprefix("evidence-") for _, proof in kept),
        frozenset(claim.removeprefix("claim-") for claim, proof in kept if proof["own"] and proof["counts"]),
    )


def _named(store: Queryable, way: str, ids: Iterable[str]) -> frozenset[str]:
    values = " ".join(iri(id_) for id_ in ids)
    found = store.select(f"SELECT DISTINCT ?claim WHERE {{ VALUES ?x {{ {values} }} ?claim a kg:Claim ; {way} ?x }}")
    return frozenset(str(claim) for claim in found.column("claim"))


def layer_of(row: Mapping[str, Value], own: bool) -> str:
    """The layer of a claim by class, polarity and modality, and whether an author vouches for it.

    A candidate is of the layer that it would be of if a person accepted it.
    """
    class_ = str(row["class"])
    if class_ != "Candidate":
        return "reported" if class_ == "Fact" and not own else _LAYER_OF_CLASS[class_]
    if row["polarity"] == "denied":
        return "denied"
    return _LAYER_OF_MODALITY.get(str(row["modality"]), "fact" if own else "reported")


def _days(filters: Filters) -> tuple[str, str]:
    """The first and the last day asked for, each blank where it is open."""
    ends = []
    for option, text in (("--from", filters.since), ("--to", filters.until)):
        try:
            days = interval(text) if text else None
        except DateError as error:
            raise UsageError(f"{option}: {error}") from error
        day = days and (days.earliest if option == "--from" else days.latest)
        ends.append(day.isoformat() if day else "")
    if all(ends) and ends[0] > ends[1]:
        raise UsageError(f"--from {filters.since} is later than --to {filters.until}: nothing can pass")
    return ends[0], ends[1]


def _shares_a_day(row: Mapping[str, Value], first: str, last: str) -> bool:
    if not first and not last:
        return True
    earliest, latest = str(row["earliest"] or ""), str(row["latest"] or "")
    if not earliest and not latest:
        return False
    return not (first and latest and latest < first) and not (last and earliest and last < earliest)


def _require(store: Queryable, filters: Filters) -> None:
    for id_ in (*filters.actor, *filters.about):
        require_id(store, id_)
        if not store.select(f"ASK {{ {iri(id_)} a kg:Thing }}").rows[0][0]:
            raise unknown_id(store, id_)
    for option, query in _KNOWN.items():
        values: tuple[str, ...] = getattr(filters, option)
        if values:
            _require_known(option, values, [str(row[0]) for row in store.select(query).rows])
    _require_known("layer", filters.layer, LAYERS)
    _require_known("method", filters.method, METHODS)


def _require_known(option: str, values: Iterable[str], known: Iterable[str]) -> None:
    names = sorted(known)
    for value in values:
        if value not in names:
            near = did_you_mean(value, names) or (f": one of {', '.join(names)}" if len(names) < 12 else "")
            raise UsageError(f"--{option}: nothing is called '{value}'{near}")
