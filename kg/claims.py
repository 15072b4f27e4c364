"""Rows → claims and evidence: what a line of a claims file means.

Fills in the occasion's date and place, orders the pair of a symmetric relation, follows `#id`, and names each
claim by a hash of what it says, so that two sources that say the same share one claim.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from graphlib import TopologicalSorter

from kg.dates import in_words
from kg.errors import printable
from kg.model import Claim, ClaimRow, Dossier, Event, Evidence, Name, Node, Source
from kg.vocabulary import Relation, Vocabulary

ID_FORM = re.compile(r"[a-z][a-z0-9-]*")
RESERVED = re.compile(r"(claim|evidence|name|author-of|paragraph|conflict|tie)-")  # ids that the graph gives


class PlaceError(ValueError):
    """A cell of `at` that names no place in a text."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a text: paragraphs, a page, a note; what is not named is empty."""

    paragraphs: tuple[int, ...] = ()
    page: str = ""
    note: int | None = None


def parse_place(text: str) -> Place:
    """Read an `at` cell: `¶4` or `p4`, `¶4-6`, `p. 12`, `n2`, several with commas.

    >>> parse_place("¶4-5, n2")
    Place(paragraphs=(4, 5), page='', note=2)

    Raises:
        PlaceError: a part has none of these forms.
    """
    paragraphs: list[int] = []
    page, note = "", None
    for part in filter(None, (part.strip() for part in text.split(","))):
        if match := re.fullmatch(r"(?:¶\s*|p)(\d{1,6})(?:\s*[-–]\s*(?:¶\s*|p)?(\d{1,6}))?", part):
            first, last = int(match[1]), int(match[2] or match[1])
            if not 1 <= first <= last <= first + 1000:
                raise PlaceError(f"'{part}' is not a range of paragraphs")
            paragraphs += range(first, last + 1)
        elif match := re.fullmatch(r"pp?\.\s*([0-9ivxlc]+(?:\s*[-–]\s*[0-9ivxlc]+)?)", part):
            page = match[1]
        elif match := re.fullmatch(r"n\.?\s*(\d{1,5})", part):
            note = int(match[1])
        else:
            raise PlaceError(f"'{part}' is no place in a text; write ¶4 or p4, p. 12, n2")
    return Place(tuple(paragraphs), page, note)


def read_node(cell: str, relation: Relation, place: str) -> Node:
    """What a subject or object cell is: a claim (`#id`), an entity, or a phrase."""
    if cell.startswith("#"):
        return Node("claim", cell[1:])
    if relation.takes(place) and ID_FORM.fullmatch(cell):
        return Node("entity", cell)
    return Node("phrase", cell)


def read_condition(cell: str) -> Node | None:
    """What a condition cell is: a claim (`#id`) or a phrase."""
    if not cell:
        return None
    return Node("claim", cell[1:]) if cell.startswith("#") else Node("phrase", cell)


def row_key(source: str, reference: str, rows: Mapping[str, ClaimRow]) -> str | None:
    """The evidence id that `#reference` means in a file: a row of the same file first, then any; None if none."""
    local = f"{source}-{reference}"
    return local if local in rows else reference if reference in rows else None


def rows_by_key(dossier: Dossier) -> dict[str, ClaimRow]:
    """Rows by the id of the evidence that each becomes."""
    return {evidence_id(row): row for row in dossier.rows}


def evidence_id(row: ClaimRow) -> str:
    """What people cite, judge and link: `<source>-<id>`."""
    return f"{row.source}-{row.id}"


@dataclass(frozen=True, slots=True)
class Resolved:
    """What people wrote and what it means: the dossier, its claims and their evidence."""

    dossier: Dossier
    vocabulary: Vocabulary
    claims: tuple[Claim, ...]
    evidence: tuple[Evidence, ...]

    def checked(self) -> "Resolved":
        """Without what only a machine proposes: nothing else may follow from it."""
        evidence = tuple(item for item in self.evidence if item.method != "extracted")
        kept = {item.claim for item in evidence}
        return replace(self, claims=tuple(claim for claim in self.claims if claim.id in kept), evidence=evidence)


def resolve(dossier: Dossier, vocabulary: Vocabulary) -> Resolved:
    """All claims and their evidence, from rows that `check` found no error in.

    Raises:
        KeyError: a row names what does not exist; such rows are to be left out first.
    """
    rows = rows_by_key(dossier)
    events = {event.id: event for event in dossier.events}
    origins = root_origins(dossier.sources)
    reviewed = dossier.judged("accepted")
    claims: dict[str, Claim] = {}

    def claim_of(key: str) -> Claim:
        if key not in claims:
            claims[key] = _claim(rows[key])
        return claims[key]

    def follow(node: Node, source: str) -> Node:
        if node.kind != "claim":
            return node
        key = row_key(source, node.value, rows)
        if key is None:
            raise KeyError(node.value)
        return Node("claim", claim_of(key).id)

    def _claim(row: ClaimRow) -> Claim:
        relation = vocabulary.relations[row.relation]
        subject = follow(read_node(row.subject, relation, "subject"), row.source)
        object_ = follow(read_node(row.object, relation, "object"), row.source)
        told = read_condition(row.condition)
        condition = follow(told, row.source) if told else None
        return make_claim(row, relation, subject, object_, condition, events.get(row.event))

    evidence = [_evidence(row, claim_of(key).id, origins, key in reviewed) for key, row in rows.items()]
    named = dict(claims)
    for name in dossier.names:
        if vocabulary.naming and name.used_by and name.source:
            claim, proof = _naming(name, vocabulary.relations[vocabulary.naming], origins)
            named[proof.id] = claim
            evidence.append(proof)
    unique = {claim.id: claim for claim in named.values()}
    return Resolved(
        dossier,
        vocabulary,
        tuple(sorted(unique.values(), key=lambda claim: claim.id)),
        tuple(sorted(evidence, key=lambda item: item.id)),
    )


def root_origins(sources: Iterable[Source]) -> dict[str, str]:
    """The origin of each source: a copy of a copy goes back to the first text, and a circle to its first key."""
    told = {source.key: source.origin for source in sources}

    def root(key: str) -> str:
        way = [key]
        while (further := told.get(way[-1], way[-1])) not in way:
            way.append(further)
        return min(way[way.index(further) :])

    return {key: root(key) for key in told}


def make_claim(
    row: ClaimRow,
    relation: Relation,
    subject: Node,
    object_: Node,
    condition: Node | None = None,
    event: Event | None = None,
) -> Claim:
    """The claim of a row: the occasion's date and place filled in, a symmetric pair in order, named by its hash."""
    if relation.symmetric and subject.kind == object_.kind == "entity" and object_.value < subject.value:
        subject, object_ = object_, subject
    when = row.when or (event.when if event else "")
    where = row.where or (event.where if event else "")
    polarity, modality = row.polarity or "affirmed", row.modality or "asserted"
    about = tuple(sorted(set(row.about)))
    said = [
        _mark(subject),
        relation.name,
        _mark(object_),
        *(row.addressee, about, when, where, row.event, polarity, modality),
        _mark(condition) if condition else "",
    ]
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return Claim(
        id=hashlib.sha256(text.encode()).hexdigest()[:12],
        subject=subject,
        relation=relation.name,
        object=object_,
        addressee=row.addressee,
        about=about,
        when=when,
        where=where,
        event=row.event,
        polarity=polarity,
        modality=modality,
        condition=condition,
    )


def _mark(node: Node) -> str:
    return f"#{node.value}" if node.kind == "claim" else node.value


def _evidence(row: ClaimRow, claim: str, origins: Mapping[str, str], reviewed: bool = False) -> Evidence:
    place = parse_place(row.at)
    origin = row.origin or row.source
    return Evidence(
        id=evidence_id(row),
        claim=claim,
        source=row.source,
        paragraphs=place.paragraphs,
        page=place.page,
        note_number=place.note,
        according_to=row.according_to,
        wording=row.wording,
        said=row.said,
        origin=origins.get(origin, origin),
        quote=row.quote,
        note=row.note,
        method="extracted" if row.proposal else "reviewed" if reviewed else "curated",
        proposal=row.proposal,
        location=row.location,
    )


def _naming(name: Name, relation: Relation, origins: Mapping[str, str]) -> tuple[Claim, Evidence]:
    """A party's own name for a thing, which stands with its source in names.csv, as a claim."""
    said = (name.entity, name.used_by, name.name, name.lang, name.when, name.at)
    digest = hashlib.sha256("|".join(said).encode()).hexdigest()[:8]
    row = ClaimRow(
        source=name.source,
        subject=name.used_by,
        relation=relation.name,
        object=name.name,
        id=f"name-{digest}",
        about=(name.entity,),
        when=name.when,
        at=name.at,
        location=name.location,
    )
    claim = make_claim(row, relation, Node("entity", row.subject), Node("phrase", row.object))
    return claim, _evidence(row, claim.id, origins)


def sentence(claim: Claim, relation: Relation, names: Mapping[str, str], sentences: Mapping[str, str]) -> str:
    """The claim in English, made from its parts.

    `names` gives each entity's neutral name, `sentences` the text of each claim that stands inside this one.
    """

    def phrase(node: Node) -> str:
        if node.kind == "claim":
            return f"[{printable(sentences[node.value])}]"
        return names[node.value] if node.kind == "entity" else node.value

    verb = relation.label if claim.polarity == "affirmed" else relation.negated
    text = f"{phrase(claim.subject)} {verb} {phrase(claim.object)}"
    if claim.addressee:
        text += f", to {names[claim.addressee]}"
    told = {claim.subject.value, claim.object.value, claim.addressee}
    topics = [names[topic] for topic in claim.about if topic not in told]
    if topics and claim.object.kind == "entity":
        text += f", on {' and '.join(topics)}"
    if claim.when:
        text += f", {in_words(claim.when)}"
    if claim.where and claim.where not in told:
        text += f", {names[claim.where]}"
    if claim.condition:
        text += f", if {phrase(claim.condition)}"
    return text if claim.modality == "asserted" else f"{text} ({claim.modality})"


def inside(claim: Claim) -> tuple[str, ...]:
    """The claims that stand inside this one, as subject, object or condition."""
    return tuple(node.value for node in (claim.subject, claim.object, claim.condition) if node and node.kind == "claim")


def inside_first(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims in an order in which those that stand inside others come first."""
    by_id = {claim.id: claim for claim in claims}
    order = TopologicalSorter({id_: inside(claim) for id_, claim in by_id.items()}).static_order()
    return tuple(by_id[id_] for id_ in order)


def sentences(claims: Iterable[Claim], names: Mapping[str, str], vocabulary: Vocabulary) -> dict[str, str]:
    """Each claim in English, by its id."""
    texts: dict[str, str] = {}
    for claim in inside_first(claims):
        texts[claim.id] = sentence(claim, vocabulary.relations[claim.relation], names, texts)
    return texts
