"""Records → triples: the only place that knows how a claim looks in RDF.

All triples stand in one graph, without blank nodes. Beside `rdf:subject/predicate/object` stand derived, flat
properties, so that a question needs no detours; plain triples only for what may stand plain.
"""

import datetime
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rdflib import RDF, RDFS, SKOS, XSD, Graph, Literal, Namespace, URIRef

from kg.claims import Resolved, inside, inside_first, parse_place, sentences
from kg.dates import interval
from kg.derive import Derived, Tie, confirmations, derive
from kg.errors import Location
from kg.model import Claim, Dossier, Entity, Event, Evidence, Name, Node, Paragraph, Source
from kg.vocabulary import KG, Vocabulary

WIKIDATA = Namespace("http://www.wikidata.org/entity/")
Triple = tuple[URIRef, URIRef, URIRef | Literal]

# The first that fits; what fits none is a Report or a Fact.
_CLASS_OF_MODALITY = {"planned": KG.Plan, "hypothetical": KG.Hypothesis, "normative": KG.Demand}


def build_graph(resolved: Resolved, spans: Mapping[str, tuple[int, int]]) -> Graph:
    """The whole graph; `spans` tells by evidence id where its quote stands in the text, where that is at hand."""
    dossier, claims = resolved.dossier, resolved.claims
    make = _Maker(dossier, resolved.vocabulary)
    derived = derive(resolved.checked())
    graph = Graph()
    for triple in resolved.vocabulary.graph:
        graph.add(triple)
    proofs: dict[str, list[Evidence]] = defaultdict(list)
    for item in resolved.evidence:
        proofs[item.claim].append(item)
    texts = sentences(claims, make.names, resolved.vocabulary)
    involved = _involved(claims)
    parts: list[Iterable[Triple]] = [
        *(make.entity(entity) for entity in dossier.entities),
        *(make.event(event) for event in dossier.events),
        *(make.name(name) for name in dossier.names),
        *(make.source(source) for source in dossier.sources),
        *(make.claim(claim, proofs[claim.id], texts[claim.id], involved[claim.id]) for claim in claims),
        *(make.evidence(item, spans.get(item.id)) for item in resolved.evidence),
        *(make.paragraph(paragraph) for paragraph in dossier.paragraphs),
        make.derived(derived),
        make.confirmed(confirmations(resolved)),
        make.ties(derived.ties, texts, proofs),
    ]
    for part in parts:
        for triple in part:
            graph.add(triple)
    return graph


def locations(dossier: Dossier, evidence: Iterable[Evidence]) -> dict[str, Location]:
    """Where each node of the graph was written, by its IRI: to lead an issue in the graph back to a line."""
    base = dossier.settings.base
    found = {base + item.id: item.location for item in dossier.things}
    found |= {base + source.key: source.location for source in dossier.sources}
    found |= {f"{base}{name_id(name)}": name.location for name in dossier.names}
    for item in evidence:
        found[f"{base}evidence-{item.id}"] = item.location
        found.setdefault(f"{base}claim-{item.claim}", item.location)
    return found


def name_id(name: Name) -> str:
    """The id of a name's node: a hash of all that the row says."""
    said = (name.entity, name.name, name.lang, name.kind, name.used_by, name.when, name.source, name.at)
    return f"name-{hashlib.sha256('|'.join(said).encode()).hexdigest()[:10]}"


def claim_class(claim: Claim, evidence: Sequence[Evidence]) -> str:
    """The one derived class of a claim: Candidate (only proposed), Denial, Plan, Hypothesis, Demand, Report or Fact."""
    if all(item.method == "extracted" for item in evidence):
        return "Candidate"
    if claim.polarity == "denied":
        return "Denial"
    if claim.modality in _CLASS_OF_MODALITY:
        return str(_CLASS_OF_MODALITY[claim.modality]).removeprefix(str(KG))
    return "Fact" if any(not item.according_to for item in checked(evidence)) else "Report"


def checked(evidence: Iterable[Evidence]) -> list[Evidence]:
    """The evidence that a person wrote or reviewed."""
    return [item for item in evidence if item.method != "extracted"]


def stands_plain(claim: Claim, evidence: Sequence[Evidence], kind: str) -> bool:
    """Whether a plain triple may stand: for a fact that a person has seen, and not for a state that ended."""
    vouched = any(not item.according_to for item in checked(evidence))
    ended = kind == "state" and bool(claim.when) and interval(claim.when).latest is not None
    return claim_class(claim, evidence) == "Fact" and vouched and not ended and claim.subject.kind == "entity"


class _Maker:
    """Makes the triples of each record; holds what they share: base IRI, names, types."""

    def __init__(self, dossier: Dossier, vocabulary: Vocabulary):
        self.own = Namespace(dossier.settings.base)
        self.vocabulary = vocabulary
        self.sides = dossier.sides
        self.dates = {source.key: source.date for source in dossier.sources}
        self.names = {item.id: item.name for item in dossier.things}
        self.types: dict[str, tuple[str, ...]] = {
            **{entity.id: entity.types for entity in dossier.entities},
            **{event.id: (event.type,) for event in dossier.events},
        }

    def entity(self, entity: Entity) -> Iterator[Triple]:
        node = self.own[entity.id]
        yield from self._thing(node, entity.id, entity.name, entity.note)
        if self.sides[entity.id]:
            yield node, KG.side, self.own[self.sides[entity.id]]
        if entity.wikidata:
            yield node, SKOS.exactMatch, WIKIDATA[entity.wikidata]

    def event(self, event: Event) -> Iterator[Triple]:
        node = self.own[event.id]
        yield from self._thing(node, event.id, event.name, event.note)
        yield from self._time(node, event.when)
        if event.where:
            yield node, KG.where, self.own[event.where]
        if event.part_of:
            yield node, KG.isPartOf, self.own[event.part_of]

    def _thing(self, node: URIRef, id_: str, name: str, note: str) -> Iterator[Triple]:
        for type_ in self.types[id_]:
            for supertype in sorted(self.vocabulary.closure(type_)):
                yield node, RDF.type, KG[supertype]
        yield node, KG.name, Literal(name)
        yield node, RDFS.label, Literal(name, lang="en")
        if note:
            yield node, KG.note, Literal(note)

    def name(self, name: Name) -> Iterator[Triple]:
        thing = self.own[name.entity]
        node = self.own[name_id(name)]
        form = Literal(name.name, lang=name.lang) if name.lang else Literal(name.name)
        yield node, RDF.type, KG.Name
        yield node, KG.nameOf, thing
        yield node, KG.form, Literal(name.name)
        yield node, KG.nameKind, Literal(name.kind or "label")
        if name.lang:
            yield node, KG.language, Literal(name.lang)
        if name.used_by:
            yield node, KG.usedBy, self.own[name.used_by]
        if name.source:
            yield node, KG.source, self.own[name.source]
        for number in parse_place(name.at).paragraphs:
            yield node, KG.paragraph, Literal(number)
        yield from self._time(node, name.when)
        yield thing, SKOS.altLabel if name.kind else RDFS.label, form

    def source(self, source: Source) -> Iterator[Triple]:
        node, author = self.own[source.key], self.own[f"author-of-{source.key}"]
        yield node, RDF.type, KG.Source
        yield node, KG.author, author
        yield author, RDF.type, KG.Author
        yield author, KG.name, Literal(source.author or f"author of {source.key} (not named)")
        texts = {
            KG.title: source.title,
            KG.outlet: source.outlet,
            KG.license: source.get("license"),
            KG.origin: source.origin,
        }
        if source.get("paragraphs").isdecimal():
            yield node, KG.paragraphs, Literal(int(source.get("paragraphs")))
        for predicate, text in texts.items():
            if text:
                yield node, predicate, Literal(text)
        if source.get("url"):
            yield node, KG.url, URIRef(source.get("url"))
        yield from self._published(node, source.date)

    def paragraph(self, paragraph: Paragraph) -> Iterator[Triple]:
        for number in parse_place(paragraph.at).paragraphs:
            node = self.own[f"paragraph-{paragraph.source}-{number}"]
            yield node, RDF.type, KG.SilentParagraph
            yield node, KG.source, self.own[paragraph.source]
            yield node, KG.paragraph, Literal(number)
            yield node, KG.reason, Literal(paragraph.kind)
            if paragraph.note:
                yield node, KG.note, Literal(paragraph.note)

    def derived(self, derived: Derived) -> Iterator[Triple]:
        """What follows from the claims together."""

        def claim(id_: str) -> URIRef:
            return self.own[f"claim-{id_}"]

        for id_, outcome in derived.outcomes.items():
            yield claim(id_), KG.outcome, KG[outcome.value]
            for other in outcome.by:
                yield claim(id_), KG.fulfilledBy if outcome.value == "happened" else KG.lapsedBy, claim(other)
        for one, two in derived.corroborates:
            yield claim(one), KG.corroborates, claim(two)
            yield claim(two), KG.corroborates, claim(one)
        for id_, origins in derived.origins.items():
            yield claim(id_), KG.origins, Literal(len(origins))
        for id_, sides in derived.perspectives.items():
            for side in sides:
                yield claim(id_), KG.perspective, self.own[side]
        yield from self._conflicts(derived)

    def confirmed(self, confirmations: Iterable[tuple[str, str]]) -> Iterator[Triple]:
        """Which proposed evidence a checked claim of another origin confirms."""
        for item, claim in confirmations:
            yield self.own[f"evidence-{item}"], KG.confirmedBy, self.own[f"claim-{claim}"]

    def ties(
        self, ties: Iterable[Tie], texts: Mapping[str, str], proofs: Mapping[str, Sequence[Evidence]]
    ) -> Iterator[Triple]:
        """Who is tied to whom, with the leading facts and their sources in words."""

        def told(id_: str) -> str:
            seen = checked(proofs[id_])
            item = next((item for item in seen if not item.according_to), seen[0])
            at = "".join(f" ¶{number}" for number in item.paragraphs[:1])
            return f"{texts[id_]} ({item.source}{at})"

        for tie in ties:
            node = self.own[f"tie-{tie.one}--{tie.two}"]
            yield node, RDF.type, KG.Tie
            yield node, KG.ties, self.own[tie.one]
            yield node, KG.ties, self.own[tie.two]
            yield node, KG.text, Literal("; ".join(told(id_) for id_ in tie.leading))
            for id_ in tie.claims:
                yield node, KG.tiedBy, self.own[f"claim-{id_}"]

    def _conflicts(self, derived: Derived) -> Iterator[Triple]:
        for conflict in derived.conflicts:
            node = self.own[f"conflict-{conflict.first}-{conflict.second}-{conflict.type}"]
            first, second = self.own[f"claim-{conflict.first}"], self.own[f"claim-{conflict.second}"]
            yield first, KG.contests, second
            yield second, KG.contests, first
            yield node, RDF.type, KG.Conflict
            yield node, KG.conflictType, Literal(conflict.type)
            yield node, KG.conflictBy, Literal(conflict.method)
            yield node, KG.conflictOf, first
            yield node, KG.conflictOf, second
            if conflict.note:
                yield node, KG.note, Literal(conflict.note)

    def _published(self, node: URIRef, date: str) -> Iterator[Triple]:
        if date:
            yield node, KG.published, Literal(date)
        earliest = interval(date).earliest if date else None
        if earliest:
            yield node, KG.publishedFrom, _day(earliest)

    def claim(self, claim: Claim, evidence: Sequence[Evidence], text: str, involved: Iterable[str]) -> Iterator[Triple]:
        node = self.own[f"claim-{claim.id}"]
        relation = self.vocabulary.relations[claim.relation]
        subject, object_ = self._term(claim.subject), self._term(claim.object)
        yield node, RDF.type, KG.Claim
        class_ = claim_class(claim, evidence)
        yield node, RDF.type, KG[class_]
        yield node, RDF.subject, subject
        yield node, RDF.predicate, KG[claim.relation]
        yield node, RDF.object, object_
        yield node, KG.polarity, KG[claim.polarity]
        yield node, KG.modality, KG[claim.modality]
        yield node, KG.text, Literal(text)
        yield from self._time(node, claim.when)
        for predicate, id_ in (
            (KG.where, claim.where),
            (KG.event, claim.event),
            (KG.addressee, claim.addressee),
        ):
            if id_:
                yield node, predicate, self.own[id_]
        for topic in claim.about:
            yield node, KG.about, self.own[topic]
        if claim.condition:
            yield node, KG.condition, self._term(claim.condition)
        pair = [item.value for item in (claim.subject, claim.object) if self._is_actor(item)]
        for id_ in pair if len(pair) == 2 else ():
            yield node, KG.between, self.own[id_]
        for id_ in involved:
            yield node, KG.involves, self.own[id_]
        # what is only proposed does not count for a claim that a person has seen
        for item in evidence if class_ == "Candidate" else checked(evidence):
            yield node, KG.evidence, self.own[f"evidence-{item.id}"]
        if stands_plain(claim, evidence, relation.kind) and isinstance(subject, URIRef):
            yield subject, KG[claim.relation], object_
            if relation.symmetric and isinstance(object_, URIRef):
                yield object_, KG[claim.relation], subject

    def evidence(self, item: Evidence, span: tuple[int, int] | None) -> Iterator[Triple]:
        node = self.own[f"evidence-{item.id}"]
        yield node, RDF.type, KG.Evidence
        yield node, KG.evidenceFor, self.own[f"claim-{item.claim}"]
        yield node, KG.source, self.own[item.source]
        yield node, KG.voice, self.own[item.according_to or f"author-of-{item.source}"]
        yield node, KG.origin, Literal(item.origin)
        yield node, KG.method, KG[item.method]
        yield from self._published(node, self.dates.get(item.source, ""))
        for number in item.paragraphs:
            yield node, KG.paragraph, Literal(number)
        if item.note_number is not None:
            yield node, KG.footnote, Literal(item.note_number)
        if item.proposal:
            yield node, KG.extractor, Literal(item.proposal.extractor)
            yield node, KG.rule, Literal(item.proposal.rule)
            yield node, KG.confidence, Literal(item.proposal.confidence, datatype=XSD.decimal)
        texts = {KG.page: item.page, KG.wording: item.wording, KG.said: item.said, KG.note: item.note}
        for predicate, text in texts.items():
            if text:
                yield node, predicate, Literal(text)
        if item.said and (first := interval(item.said).earliest):
            yield node, KG.saidFrom, _day(first)
        if item.quote:
            yield node, KG.quote, Literal(item.quote)
        if span:
            yield node, KG.start, Literal(span[0])
            yield node, KG.end, Literal(span[1])

    def _term(self, node: Node) -> URIRef | Literal:
        if node.kind == "phrase":
            return Literal(node.value)
        return self.own[f"claim-{node.value}" if node.kind == "claim" else node.value]

    def _is_actor(self, node: Node) -> bool:
        return node.kind == "entity" and self.vocabulary.fits(self.types[node.value], ("Actor",))

    def _time(self, node: URIRef, when: str) -> Iterator[Triple]:
        if when:
            days = interval(when)
            yield node, KG.when, Literal(when)
            if days.earliest:
                yield node, KG.earliest, _day(days.earliest)
            if days.latest:
                yield node, KG.latest, _day(days.latest)


def _day(day: datetime.date) -> Literal:
    return Literal(day.isoformat(), datatype=XSD.date)


def _involved(claims: Iterable[Claim]) -> dict[str, tuple[str, ...]]:
    involved: dict[str, tuple[str, ...]] = {}
    for claim in inside_first(claims):
        ids = {node.value for node in (claim.subject, claim.object) if node.kind == "entity"}
        ids |= {claim.addressee, claim.event, *claim.about} - {""}
        for inner in inside(claim):
            ids |= set(involved[inner])
        involved[claim.id] = tuple(sorted(ids))
    return involved
