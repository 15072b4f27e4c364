"""What waits for a decision, ranked so that the first hundred decisions matter most."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.claims import (
    RESERVED,
    Resolved,
    evidence_id,
    make_claim,
    parse_place,
    read_condition,
    read_node,
    resolve,
    sentence,
)
from kg.claims import sentences as all_sentences
from kg.dates import DateError
from kg.derive import derive, overlap
from kg.extract.gazetteer import read_world
from kg.extract.rows import Proposed
from kg.model import Claim, ClaimRow, Dossier, Entity, Evidence
from kg.vocabulary import Vocabulary

CONTESTS, SETTLES, CENTRAL, HELD, DOUBTFUL, UNSURE = range(6)
TIERS = ("contests what is checked", "may settle a plan", "new", "held already", "low confidence", "unsure before")
LOW = 0.6  # of five such proposals at least two are wrong
SHOWN = 6  # claims of the same pair


@dataclass(frozen=True, slots=True)
class Item:
    """One proposal in the queue; `spans` are its two ends in the quote."""

    evidence: str
    row: ClaimRow
    spans: tuple[tuple[int, int], ...]
    tier: int
    why: str

    @property
    def confidence(self) -> float:
        """How often the rule was right."""
        return self.row.proposal.confidence if self.row.proposal else 1.0


@dataclass(frozen=True, slots=True)
class New:
    """A thing that proposals name and the project does not know: the cell that stands for it, and a suggestion."""

    key: str
    entity: Entity


class _Named(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return key


class Known:
    """What the graph holds: checked claims by what they say and of whom."""

    def __init__(self, dossier: Dossier, vocabulary: Vocabulary, new: Iterable[New] = ()):
        self.vocabulary = vocabulary
        self.resolved: Resolved = resolve(dossier, vocabulary)
        self.names = _Named({item.key: item.entity.name for item in new})
        self.names |= {thing.id: thing.name for thing in dossier.things}
        self.texts = all_sentences(self.resolved.claims, self.names, vocabulary)
        self.evidence: dict[str, list[Evidence]] = defaultdict(list)
        for item in self.resolved.evidence:
            self.evidence[item.claim].append(item)
        self.spoken: Counter[str] = Counter()
        self.pairs: dict[frozenset[str], list[Claim]] = defaultdict(list)
        for claim in self.resolved.claims:
            ends = {node.value for node in (claim.subject, claim.object) if node.kind == "entity"}
            self.spoken.update(ends | {claim.addressee, *claim.about} - {""})
            self.pairs[frozenset((claim.subject.value, claim.object.value))].append(claim)

    def claim(self, row: ClaimRow) -> Claim:
        """The claim that a row would make."""
        relation = self.vocabulary.relations[row.relation]
        return make_claim(
            row,
            relation,
            read_node(row.subject, relation, "subject"),
            read_node(row.object, relation, "object"),
            read_condition(row.condition),
        )

    def say(self, row: ClaimRow) -> str:
        """A row in words, its voice among them."""
        try:
            text = sentence(self.claim(row), self.vocabulary.relations[row.relation], self.names, _Named(self.texts))
        except (KeyError, DateError):  # edited to what no check would pass
            text = f"{row.subject} {row.relation} {row.object}, {row.when}"
        return f"{text}, according to {self.names[row.according_to]}" if row.according_to else text

    def alike(self, row: ClaimRow) -> tuple[Claim, ...]:
        """Checked claims of the same two, those by the same relation first."""
        found = self.pairs.get(frozenset((row.subject, row.object)), [])
        return tuple(sorted(found, key=lambda claim: (claim.relation != row.relation, claim.when or "9", claim.id)))

    def shown(self, row: ClaimRow) -> tuple[str, ...]:
        """What is checked of the same two, in words, each with its class and its sources."""
        found = self.alike(row)
        lines = [f"{self.texts[claim.id]} [{self.where(claim)}]" for claim in found[:SHOWN]]
        return (*lines, f"and {len(found) - SHOWN} more") if len(found) > SHOWN else tuple(lines)

    def where(self, claim: Claim) -> str:
        """The sources and paragraphs of a claim, in another's voice or not."""
        told = []
        for item in self.evidence[claim.id]:
            at = "".join(f" ¶{number}" for number in item.paragraphs[:1])
            told.append(f"{item.id}{at}" + (f", told by {self.names[item.according_to]}" if item.according_to else ""))
        return "; ".join(told)


def rank(dossier: Dossier, vocabulary: Vocabulary, proposed: Iterable[Proposed]) -> tuple[Item, ...]:
    """The queue: conflicts with checked claims, plans that may be settled, central actors; doubtful ones last.

    Of several proposals that say the same, the surest keeps its place and the others follow behind; copies come last.
    """
    known = Known(dossier, vocabulary)
    outcomes = derive(known.resolved).outcomes
    open_plans = {id_ for id_, outcome in outcomes.items() if outcome.value == "unknown"}
    copies = {source.key for source in dossier.sources if source.get("origin")}
    decided = {*dossier.judged("accepted", "rejected"), *map(evidence_id, dossier.rows)}
    unsure = dossier.judged("unsure")
    found = [item for item in proposed if evidence_id(item.row) not in decided]
    said: Counter[tuple[object, ...]] = Counter()
    ranked = []
    for item in sorted(
        found, key=lambda item: (item.row.source in copies, -_confidence(item.row), evidence_id(item.row))
    ):
        row, key = item.row, evidence_id(item.row)
        tier, why = _place(row, known, open_plans)
        if tier == CENTRAL and _confidence(row) < LOW:
            tier, why = DOUBTFUL, f"low confidence ({_confidence(row):g})"
        if key in unsure:
            tier, why = UNSURE, TIERS[UNSURE]
        claim = known.claim(row)
        says = (claim.subject, claim.relation, claim.object, claim.polarity, claim.modality)
        weight = known.spoken[row.subject] + known.spoken[row.object]
        order = (tier, said[says], -weight, -_confidence(row), key)
        said[says] += 1
        ranked.append((order, Item(key, row, _spans(item), tier, why)))
    return tuple(item for _, item in sorted(ranked, key=lambda pair: pair[0]))


def _confidence(row: ClaimRow) -> float:
    return row.proposal.confidence if row.proposal else 1.0


def _spans(item: Proposed) -> tuple[tuple[int, int], ...]:
    """The two ends in the quote, in order, without the second if they overlap."""
    record = item.record
    found = sorted(
        (record[f"{place}_start"] - record["start"], len(record[f"{place}_text"])) for place in ("subject", "object")
    )
    spans: list[tuple[int, int]] = []
    for start, length in found:
        if length and start >= (spans[-1][1] if spans else 0):
            spans.append((start, start + length))
    return tuple(spans)


def _place(row: ClaimRow, known: Known, open_plans: set[str]) -> tuple[int, str]:
    """The tier of a proposal, and the reason in words."""
    claim = known.claim(row)
    kind = known.vocabulary.relations[row.relation].kind
    same = [
        other
        for other in known.alike(row)
        if (other.subject, other.relation, other.object) == (claim.subject, claim.relation, claim.object)
        and overlap(other.when, claim.when)
    ]
    for other in same:
        opposite = other.polarity != claim.polarity and other.modality == claim.modality == "asserted"
        dated = kind not in ("event", "speech") or bool(other.when and claim.when)
        if opposite and dated:
            return CONTESTS, f"contests {_cite(known, other)}"
    for other in same:
        if other.id in open_plans and claim.modality == "asserted" and (claim.when or not other.when):
            return SETTLES, f"may settle the plan {_cite(known, other)}"
    for other in same:
        if (other.polarity, other.modality) == (claim.polarity, claim.modality) and _same_place(row, known, other):
            return HELD, f"held already: {_cite(known, other)}"
    counts = [f"{known.names[id_]} {known.spoken[id_]}" for id_ in (row.subject, row.object) if known.spoken[id_]]
    return CENTRAL, f"checked claims: {', '.join(counts)}" if counts else "speaks of nobody known"


def _cite(known: Known, claim: Claim) -> str:
    return known.where(claim).partition(";")[0]


def _same_place(row: ClaimRow, known: Known, claim: Claim) -> bool:
    at = set(parse_place(row.at).paragraphs)
    return any(
        item.source == row.source and (not at or bool(at & set(item.paragraphs))) for item in known.evidence[claim.id]
    )


def select(
    items: Iterable[Item],
    source: str = "",
    entity: str = "",
    relation: str = "",
    min_confidence: float = 0.0,
    limit: int | None = None,
) -> tuple[Item, ...]:
    """The part of a queue that someone asks for, in its order."""
    found = [
        item
        for item in items
        if source in ("", item.row.source)
        and relation in ("", item.row.relation)
        and item.confidence >= min_confidence
        and (not entity or entity in (item.row.subject, item.row.object, item.row.according_to, *item.row.about))
    ]
    return tuple(found[:limit])


def suggest(dossier: Dossier, vocabulary: Vocabulary, proposed: Sequence[Proposed]) -> dict[str, New]:
    """For each thing that proposals name and the project does not know: an id that is free, a name and types."""
    world = {entity.id: entity for entity in read_world()[0]}
    taken = {thing.id for thing in dossier.things} | {source.key for source in dossier.sources}
    types: dict[str, tuple[str, ...]] = {}
    names: dict[str, str] = {}
    for item in proposed:
        for key, name, told in _named(item, vocabulary):
            if key in item.unknown and (key not in types or (told and not types[key])):
                types[key], names[key] = told, name
    found = {}
    for key in sorted(types):
        thing = world.get(key)
        name = thing.name if thing else names[key]
        id_ = next(id_ for id_ in _slugs(key) if id_ not in taken)
        taken.add(id_)
        kinds = thing.types if thing else types[key] or ("Actor",)
        found[key] = New(key, Entity(id_, kinds, name, wikidata=thing.wikidata if thing else ""))
    return found


def _named(item: Proposed, vocabulary: Vocabulary) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """What stands at each place of a proposal: cell, name, types that fit the place (none for a voice)."""
    row, record = item.row, item.record
    relation = vocabulary.relations[row.relation]
    for place, cell in (("subject", row.subject), ("object", row.object)):
        told = tuple(type_ for type_ in record[f"{place}_type"].split("|") if type_ in vocabulary.supertypes)
        allowed = relation.takes(place)
        yield cell, record[f"{place}_name"], told if vocabulary.fits(told, allowed) else allowed[:1]
    if row.according_to:
        yield row.according_to, row.according_to, ()


def _slugs(name: str) -> Iterator[str]:
    """Ids for a name: lower-case letters, digits, hyphens; then with a number."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    if not slug[:1].isalpha() or RESERVED.match(slug):
        slug = f"the-{slug}".rstrip("-")
    yield slug
    number = 2
    while True:
        yield f"{slug}-{number}"
        number += 1


def renamed(row: ClaimRow, ids: dict[str, str]) -> ClaimRow:
    """A row in which names that have become entities stand as ids."""
    return replace(
        row,
        subject=ids.get(row.subject, row.subject),
        object=ids.get(row.object, row.object),
        according_to=ids.get(row.according_to, row.according_to),
    )
