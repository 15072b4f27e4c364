"""Query rows → networkx: decides what is a node, what an edge, and what `strength` and `distance` mean.

`strength` is more for closer ties; `distance` is its inverse as a whole number (least common multiple of all
strengths divided by the strength), because shortest paths over floats break ties at random.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations
from math import lcm

import networkx as nx

from kg.store import Queryable
from kg.table import Value

LAYERS = {
    "fact": ("Fact",),
    "plans": ("Fact", "Plan"),
    "reported": ("Fact", "Plan", "Report", "Hypothesis", "Demand"),
}
BASES = ("direct", "occasions", "propositions")
WEIGHTS = ("claims", "sources", "occasions")

_ACTORS = """
SELECT ?actor ?name ?side ?type WHERE {
  ?actor a kg:Actor ; kg:name ?name .
  OPTIONAL { ?actor kg:side ?side }
  OPTIONAL { VALUES ?type { kg:Company kg:Organization kg:Person kg:State } ?actor a ?type }
}
ORDER BY ?actor ?type
"""

_CLAIMS = """
SELECT ?claim ?one ?two ?relation ?cls ?family ?sign ?kind ?symmetric ?when ?earliest ?latest ?event ?text WHERE {
  ?claim rdf:predicate ?relation ; a ?cls ; kg:text ?text .
  VALUES ?cls { kg:Fact kg:Plan kg:Denial kg:Hypothesis kg:Demand kg:Report }
  ?relation kg:family ?family ; kg:sign ?sign ; kg:kind ?kind ; kg:symmetric ?symmetric .
  OPTIONAL { ?claim rdf:subject ?one . ?one a kg:Actor }
  OPTIONAL { ?claim rdf:object ?two . ?two a kg:Actor }
  OPTIONAL { ?claim kg:event ?told }
  OPTIONAL { ?claim rdf:object ?at . ?at a kg:Event }
  BIND (COALESCE(?told, ?at) AS ?event)
  OPTIONAL { ?claim kg:when ?when }
  OPTIONAL { ?claim kg:earliest ?earliest }
  OPTIONAL { ?claim kg:latest ?latest }
  FILTER (BOUND(?one) || BOUND(?two))
}
ORDER BY ?claim
"""

_PROOFS = """
SELECT DISTINCT ?claim ?source ?origin ?paragraph ?own WHERE {
  ?claim kg:evidence ?evidence . ?evidence kg:source ?source ; kg:origin ?origin ; kg:voice ?voice .
  OPTIONAL { ?evidence kg:paragraph ?paragraph }
  OPTIONAL { ?voice a kg:Author . BIND (true AS ?own) }
}
ORDER BY ?claim ?source ?origin ?paragraph ?own
"""

_INVOLVED = (
    "SELECT DISTINCT ?claim ?actor WHERE { ?claim kg:involves ?actor . ?actor a kg:Actor } ORDER BY ?claim ?actor"
)


@dataclass(frozen=True, slots=True)
class Proof:
    """Where a claim is told; `own` tells that the author says it, and does not report it."""

    source: str
    origin: str
    paragraph: int = 0
    own: bool = True


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim as a network sees it: its two ends where they are actors, and all actors that it involves."""

    claim: str
    one: str = ""
    two: str = ""
    relation: str = ""
    cls: str = "Fact"
    family: str = ""
    sign: int = 0
    kind: str = "event"
    symmetric: bool = True
    when: str = ""
    earliest: str = ""
    latest: str = ""
    event: str = ""
    text: str = ""
    involved: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = (Proof("", ""),)

    @property
    def origins(self) -> tuple[str, ...]:
        """The independent origins that it rests on."""
        return tuple(sorted({proof.origin for proof in self.proofs}))

    @property
    def paragraph(self) -> tuple[str, int]:
        """The paragraph where it is first told."""
        return min((proof.source, proof.paragraph) for proof in self.proofs)


@dataclass(frozen=True, slots=True)
class View:
    """Which claims tie whom, and how much.

    - basis: `direct`, a claim has both as its ends; `occasions`, both took part in one occasion; `propositions`, one
      says, wants or does something that involves the other beside its ends (`about`, or inside the claim it speaks of).
    - layer: see `LAYERS`. sign: only claims of this sign. since, until: only claims that may fall within these days;
      what has no time falls within none.
    - weight: number of `claims`, of independent `sources` (origins), or of `occasions`; a claim that names no occasion
      counts as one of its own.
    - without: sources and origins that are left out; what then is only reported is a Report.
    """

    basis: str = "direct"
    layer: str = "fact"
    weight: str = "claims"
    sign: int | None = None
    by_side: bool = False
    directed: bool = False
    since: str = ""
    until: str = ""
    without: frozenset[str] = frozenset()


FACTS = View()


@dataclass(frozen=True, slots=True)
class Material:
    """All actors, with `name`, `side` and `type`, and all statements on them."""

    actors: Mapping[str, Mapping[str, str]]
    statements: tuple[Statement, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of all statements."""
        return tuple(sorted({proof.source for said in self.statements for proof in said.proofs}))

    @property
    def origins(self) -> tuple[str, ...]:
        """The independent origins of all statements."""
        return tuple(sorted({proof.origin for said in self.statements for proof in said.proofs}))


@dataclass(slots=True)
class _Pair:
    """What ties two: marks that are counted, and the claims by sign."""

    marks: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    claims: dict[str, int] = field(default_factory=dict)

    def add(self, said: Statement, occasion: str) -> None:
        self.claims[said.claim] = said.sign
        self.marks["claims"].add(occasion if occasion else said.claim)
        self.marks["occasions"].add(said.event or said.claim)
        self.marks["sources"].update(said.origins)


def read(store: Queryable) -> Material:
    """All that a network can be made of."""
    actors: dict[str, dict[str, str]] = {}
    for row in store.select(_ACTORS).records():  # of several types, the first in order of name
        said = {"name": str(row["name"]), "side": str(row["side"] or ""), "type": str(row["type"] or "Actor")}
        actors.setdefault(str(row["actor"]), said)
    proofs: dict[str, list[Proof]] = defaultdict(list)
    for row in store.select(_PROOFS).records():
        place = (str(row["source"]), str(row["origin"]), int(str(row["paragraph"] or 0)))
        proofs[str(row["claim"])].append(Proof(*place, own=bool(row["own"])))
    involved: dict[str, list[str]] = defaultdict(list)
    for claim, actor in store.select(_INVOLVED).rows:
        involved[str(claim)].append(str(actor))
    statements = {str(row["claim"]): row for row in store.select(_CLAIMS).records()}
    return Material(
        actors,
        tuple(
            _statement(row, tuple(involved[claim]), tuple(proofs[claim])) for claim, row in sorted(statements.items())
        ),
    )


def _statement(row: Mapping[str, Value], involved: tuple[str, ...], proofs: tuple[Proof, ...]) -> Statement:
    plain = ("claim", "one", "two", "relation", "cls", "family", "kind", "when", "earliest", "latest", "event", "text")
    text = {key: str(row[key] or "") for key in plain}
    return Statement(
        **text, sign=int(str(row["sign"])), symmetric=bool(row["symmetric"]), involved=involved, proofs=proofs
    )


_SHOWN = ("relation", "cls", "family", "sign", "when", "text", "origins")


def actor_network(material: Material) -> "nx.MultiDiGraph[str]":
    """All actors, and an edge for each claim between two of them; the edge's key is the claim's id.

    Nodes carry `name`, `side` and `type`; edges `relation`, `cls` (Fact, Plan …), `family`, `sign`, `when`, `text`
    and `origins` (the independent origins that the claim rests on). A symmetric claim is one edge.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for actor, about in material.actors.items():
        network.add_node(actor, **about)
    for said in material.statements:
        if said.one and said.two and said.one != said.two:
            shown = {
                key: getattr(said, key) for key in ("relation", "cls", "family", "sign", "when", "text", "origins")
            }
            network.add_edge(said.one, said.two, said.claim, **shown)
    return network


def ties(material: Material, view: View = FACTS, draws: Mapping[tuple[str, int], int] | None = None) -> "nx.Graph[str]":
    """The simple graph of those actors that any claim of this view ties; a `DiGraph` if it is directed.

    Edges carry `strength`, `distance`, `claims`, and for signed networks `positive` and `negative` (claims of each
    sign) and `sign`, that of the majority. Actors without a tie are left out. A symmetric claim ties both ways, and
    mirrored claims count once: claims of one family, cooperative, of opposite direction and on one occasion or date.

    Args:
        material: what `read` gives.
        view: what to count.
        draws: how often each paragraph was drawn, for a bootstrap: a claim counts as often as the paragraph where it
            is first told; by default once.
    """
    statements = [said for said in chosen(material.statements, view) if draws is None or draws.get(said.paragraph)]
    pairs: dict[tuple[str, str], _Pair] = defaultdict(_Pair)
    for one, two, said, occasion in _tied(statements, view):
        pairs[one, two].add(said, occasion)
    if view.by_side:
        pairs = _rolled_up(pairs, material, view)
    times = {said.claim: draws[said.paragraph] for said in statements} if draws else {}
    return _graph(pairs, material, view, times)


def chosen(statements: Iterable[Statement], view: View) -> Iterator[Statement]:
    """The statements that a view looks at, each without the proofs that it leaves out."""
    for item in statements:
        said = _without(item, view.without)
        if said and said.cls in LAYERS[view.layer] and (view.sign is None or said.sign == view.sign):
            dated = said.earliest or said.latest
            early = view.since and (not dated or (said.latest and said.latest < view.since))
            late = view.until and (not dated or (said.earliest and said.earliest > view.until))
            if not early and not late:
                yield said


def _without(said: Statement, without: frozenset[str]) -> Statement | None:
    if not without:
        return said
    left = tuple(proof for proof in said.proofs if proof.source not in without and proof.origin not in without)
    if len(left) == len(said.proofs):
        return said
    if not left:
        return None
    only_reported = said.cls == "Fact" and not any(proof.own for proof in left)
    return replace(said, proofs=left, cls="Report" if only_reported else said.cls)


def _mirrors_once(statements: Iterable[Statement]) -> Iterator[Statement]:
    seen: dict[tuple[str, ...], str] = {}
    for said in statements:
        at = said.event or said.when
        if at and said.sign > 0 and not said.symmetric:
            if seen.get((said.two, said.one, said.family, said.cls, at), said.relation) != said.relation:
                continue
            seen[said.one, said.two, said.family, said.cls, at] = said.relation
        yield said


def _ends(one: str, two: str, symmetric: bool, view: View) -> Iterator[tuple[str, str]]:
    if one == two:
        return
    if not view.directed:
        yield min(one, two), max(one, two)
        return
    yield one, two
    if symmetric:
        yield two, one


def _tied(statements: Iterable[Statement], view: View) -> Iterator[tuple[str, str, Statement, str]]:
    """The two ends of each tie, the statement that makes it, and the occasion where that is what ties."""
    how = {"direct": _direct, "propositions": _spoken_of, "occasions": _met}[view.basis]
    for one, two, said, occasion in how(statements):
        for ends in _ends(one, two, occasion != "" or (view.basis == "direct" and said.symmetric), view):
            yield *ends, said, occasion


def _direct(statements: Iterable[Statement]) -> Iterator[tuple[str, str, Statement, str]]:
    for said in _mirrors_once(statements):
        if said.one and said.two:
            yield said.one, said.two, said, ""


def _spoken_of(statements: Iterable[Statement]) -> Iterator[tuple[str, str, Statement, str]]:
    for said in statements:
        for other in said.involved if said.one else ():
            if other != said.two:
                yield said.one, other, said, ""


def _met(statements: Iterable[Statement]) -> Iterator[tuple[str, str, Statement, str]]:
    present: dict[str, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for said in statements:
        for actor in {said.one, said.two} - {""} if said.event and said.kind == "event" else ():
            present[said.event][actor].append(said)
    for event, actors in present.items():
        for one, two in combinations(sorted(actors), 2):
            for said in actors[one] + actors[two]:
                yield one, two, said, event


def _rolled_up(pairs: Mapping[tuple[str, str], _Pair], material: Material, view: View) -> dict[tuple[str, str], _Pair]:
    rolled: dict[tuple[str, str], _Pair] = defaultdict(_Pair)
    sides = {actor: about["side"] or actor for actor, about in material.actors.items()}
    for (one, two), pair in pairs.items():
        for ends in _ends(sides.get(one, one), sides.get(two, two), False, view):
            rolled[ends].claims.update(pair.claims)
            for kind, marks in pair.marks.items():
                rolled[ends].marks[kind] |= marks
    return rolled


def _graph(
    pairs: Mapping[tuple[str, str], _Pair], material: Material, view: View, times: Mapping[str, int]
) -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.DiGraph() if view.directed else nx.Graph()
    for (one, two), pair in sorted(pairs.items()):
        strength = len(pair.marks[view.weight])
        if times and view.weight == "claims" and view.basis != "occasions":
            strength = sum(times[claim] for claim in pair.claims)
        positive = tuple(sorted(claim for claim, sign in pair.claims.items() if sign > 0))
        negative = tuple(sorted(claim for claim, sign in pair.claims.items() if sign < 0))
        graph.add_edge(one, two, strength=strength, claims=tuple(sorted(pair.claims)))
        sign = (len(positive) > len(negative)) - (len(negative) > len(positive))
        graph.edges[one, two].update(positive=positive, negative=negative, sign=sign)
    for actor in graph:
        graph.nodes[actor].update(material.actors.get(actor, {"name": actor, "side": actor, "type": "Actor"}))
    measure(graph)
    return graph


def measure(graph: "nx.Graph[str]") -> None:
    """Write each edge's `distance` from its whole `strength`, and their product, `multiple`, on the graph."""
    multiple = lcm(*(said["strength"] for _, _, said in graph.edges(data=True)))
    for _, _, said in graph.edges(data=True):
        said["distance"] = multiple // said["strength"]
    graph.graph["multiple"] = multiple
