"""What follows from the claims together: outcomes of plans, corroboration, conflict, perspective, the view of a day.

Rules see only structure (subject, relation, object, topics, time, occasion, source); what they cannot tell is curated
in `conflicts.csv`. Two claims concern one *proposition* if they share subject, relation, object and topics.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from kg.claims import Resolved
from kg.dates import Interval, interval
from kg.model import Claim, Evidence, Source
from kg.vocabulary import Relation


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a plan: happened, lapsed or unknown, and the claims that tell."""

    value: str
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims that do not agree; `first` and `second` are claim ids in order."""

    first: str
    second: str
    type: str
    note: str = ""
    method: str = "derived"


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors, in order, tied by facts; `leading` are those that tell it best: one of both, or one of each."""

    one: str
    two: str
    claims: tuple[str, ...]
    leading: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Derived:
    """All that follows; claims by id."""

    outcomes: Mapping[str, Outcome]
    corroborates: tuple[tuple[str, str], ...]
    origins: Mapping[str, tuple[str, ...]]
    conflicts: tuple[Conflict, ...]
    perspectives: Mapping[str, tuple[str, ...]]
    ties: tuple[Tie, ...]


def derive(resolved: Resolved) -> Derived:
    """Everything that the claims together imply."""
    return _Deriver(resolved).derived()


def as_of(resolved: Resolved, day: datetime.date) -> Resolved:
    """What the sources published by that day say; a source counts from the earliest day of its date."""
    known = {source.key for source in resolved.dossier.sources if (first := published_from(source)) and first <= day}
    evidence = tuple(item for item in resolved.evidence if item.source in known)
    kept = {item.claim for item in evidence}
    dossier = replace(
        resolved.dossier,
        sources=tuple(source for source in resolved.dossier.sources if source.key in known),
        rows=tuple(row for row in resolved.dossier.rows if row.source in known),
        names=tuple(name for name in resolved.dossier.names if not name.source or name.source in known),
        paragraphs=tuple(item for item in resolved.dossier.paragraphs if item.source in known),
    )
    claims = tuple(claim for claim in resolved.claims if claim.id in kept)
    return replace(resolved, dossier=dossier, claims=claims, evidence=evidence)


def confirmations(resolved: Resolved) -> tuple[tuple[str, str], ...]:
    """Proposed evidence, and each checked claim that says the same from another origin, topics aside."""
    claims = {claim.id: claim for claim in resolved.claims}
    checked: dict[tuple[object, ...], list[Evidence]] = defaultdict(list)
    for item in resolved.evidence:
        if item.method != "extracted":
            checked[_says(claims[item.claim])].append(item)
    return tuple(
        sorted(
            {
                (item.id, other.claim)
                for item in resolved.evidence
                if item.method == "extracted"
                for other in checked[_says(claims[item.claim])]
                if other.origin != item.origin
                and bool(other.according_to) == bool(item.according_to)
                and overlap(claims[other.claim].when, claims[item.claim].when)
            }
        )
    )


def _says(claim: Claim) -> tuple[object, ...]:
    return claim.subject, claim.relation, claim.object, claim.polarity, claim.modality


def published_from(source: Source) -> datetime.date | None:
    """The earliest day on which a source may have been published."""
    return interval(source.date).earliest if source.date else None


def overlap(one: str, two: str) -> bool:
    """Whether two EDTF times share a day; a time not told shares one with any."""
    first, second = days(one), days(two)
    return not (
        (first.latest and second.earliest and first.latest < second.earliest)
        or (second.latest and first.earliest and second.latest < first.earliest)
    )


def days(text: str) -> Interval:
    """The days of an EDTF time; a time not told has no end on either side."""
    return interval(text) if text else Interval(None, None)


def topics(claim: Claim) -> tuple[str, ...]:
    """What a claim is about beside its parties."""
    return tuple(topic for topic in claim.about if topic not in (claim.subject.value, claim.object.value))


def is_plan(claim: Claim) -> bool:
    """Whether a claim says that something is to happen."""
    return claim.modality == "planned" and claim.polarity == "affirmed"


def is_dated(relation: Relation) -> bool:
    """Whether it tells what happened once: only dates or the occasion show that two claims speak of the same."""
    return relation.kind in ("event", "speech")


def opposed(one: Claim, two: Claim, relation: Relation) -> bool:
    """Whether one affirms what the other denies, both asserted, at a time that they share."""
    return (
        one.polarity != two.polarity
        and one.modality == two.modality == "asserted"
        and overlap(one.when, two.when)
        and (not is_dated(relation) or bool(one.when and two.when))
    )


class _Deriver:
    def __init__(self, resolved: Resolved):
        self.resolved = resolved
        self.relations = resolved.vocabulary.relations
        self.claims = {claim.id: claim for claim in resolved.claims}
        self.events = {event.id: event for event in resolved.dossier.events}
        self.evidence: dict[str, list[Evidence]] = defaultdict(list)
        for item in resolved.evidence:
            self.evidence[item.claim].append(item)
        self.dates = {source.key: published_from(source) for source in resolved.dossier.sources}
        self.sides = resolved.dossier.sides
        self.actors = {
            entity.id for entity in resolved.dossier.entities if resolved.vocabulary.fits(entity.types, ("Actor",))
        }
        self.propositions: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
        for claim in resolved.claims:
            self.propositions[self._proposition(claim)].append(claim)

    def derived(self) -> Derived:
        pairs = sorted(self._corroborating())
        return Derived(
            outcomes={
                claim.id: outcome for claim in self.resolved.claims if (outcome := self._outcome(claim)) is not None
            },
            corroborates=tuple(pairs),
            origins=self._origins(pairs),
            conflicts=self._conflicts(),
            perspectives={claim.id: self._perspective(claim) for claim in self.resolved.claims},
            ties=self._ties(),
        )

    def _proposition(self, claim: Claim) -> tuple[object, ...]:
        return claim.subject, claim.relation, claim.object, topics(claim)

    # --- outcomes ----------------------------------------------------------------------------------------------

    def _outcome(self, plan: Claim) -> Outcome | None:
        """What became of a plan, or of any claim that a curated link gives an outcome; None for others."""
        curated = self._linked(plan)
        if curated or not is_plan(plan):
            return curated
        same = [
            claim
            for claim in self.propositions[self._proposition(plan)]
            if claim.modality == "asserted" and self._same_time(plan, claim) and self._later(claim, plan)
        ]
        done = [claim.id for claim in same if claim.polarity == "affirmed" and self._vouched(claim)]
        told = self.resolved.claims if plan.event in self.events else ()
        held = [claim.id for claim in told if self._tells_that_held(claim, plan.event)]
        if done or held:
            return Outcome("happened", tuple(sorted(done or held)))
        denied = [claim.id for claim in same if claim.polarity == "denied" and self._vouched(claim)]
        return Outcome("lapsed", tuple(sorted(denied))) if denied else Outcome("unknown")

    def _linked(self, plan: Claim) -> Outcome | None:
        mine = {item.id for item in self.evidence[plan.id]}
        by_evidence = {item.id: item.claim for item in self.resolved.evidence}
        for link in self.resolved.dossier.conflicts:
            if link.type in ("happened", "lapsed") and link.first in mine and link.second in by_evidence:
                return Outcome(link.type, (by_evidence[link.second],))
        return None

    @staticmethod
    def _same_time(plan: Claim, claim: Claim) -> bool:
        """On the same occasion, or at the same, told time."""
        if plan.event or claim.event:
            return plan.event == claim.event
        return bool(plan.when and claim.when) and overlap(plan.when, claim.when)

    def _tells_that_held(self, claim: Claim, event: str) -> bool:
        """Whether a claim, told in a source from after the occasion, speaks of it as having been held."""
        start = days(self.events[event].when).earliest if event in self.events else None
        if start is None or claim.modality != "asserted" or not self._vouched(claim):
            return False
        speaks = claim.subject.value == event or (
            claim.event == event and claim.polarity == "affirmed" and self.relations[claim.relation].kind != "state"
        )
        return speaks and any(
            (told := self.dates.get(item.source)) and told > start for item in self.evidence[claim.id]
        )

    def _later(self, claim: Claim, plan: Claim) -> bool:
        """Whether some source tells the claim no earlier than the first tells the plan."""
        planned = [day for item in self.evidence[plan.id] if (day := self.dates.get(item.source))]
        told = [day for item in self.evidence[claim.id] if (day := self.dates.get(item.source))]
        return not planned or not told or max(told) >= min(planned)

    def _vouched(self, claim: Claim) -> bool:
        return any(not item.according_to for item in self.evidence[claim.id])

    # --- corroboration and conflict ----------------------------------------------------------------------------

    def _corroborating(self) -> Iterable[tuple[str, str]]:
        for claims in self.propositions.values():
            for one, two in combinations(claims, 2):
                alike = (one.polarity, one.modality) == (two.polarity, two.modality)
                if alike and overlap(one.when, two.when) and self._sources(one) != self._sources(two):
                    yield min(one.id, two.id), max(one.id, two.id)

    def _sources(self, claim: Claim) -> set[str]:
        return {item.origin for item in self.evidence[claim.id]}

    def _origins(self, pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
        """The independent origins of each claim, those of claims that corroborate it among them."""
        origins = {claim.id: self._sources(claim) for claim in self.resolved.claims}
        shared = {id_: set(found) for id_, found in origins.items()}
        for one, two in pairs:
            shared[one] |= origins[two]
            shared[two] |= origins[one]
        return {id_: tuple(sorted(found)) for id_, found in shared.items()}

    def _conflicts(self) -> tuple[Conflict, ...]:
        """Curated ones, and derived ones of pairs that nobody has judged."""
        curated = set(self._curated())
        judged = {(conflict.first, conflict.second) for conflict in curated}
        derived = {*self._contradictions(), *self._occasions()}
        return tuple(
            sorted(curated | {item for item in derived if (item.first, item.second) not in judged}, key=_order)
        )

    def _contradictions(self) -> Iterable[Conflict]:
        """One affirms what the other denies: same proposition, both asserted, at a time that they share."""
        for claims in self.propositions.values():
            for one, two in combinations(claims, 2):
                if opposed(one, two, self.relations[one.relation]):
                    yield _conflict(one, two, "contradiction")

    def _occasions(self) -> Iterable[Conflict]:
        """One occasion, two dates or two places, as different sources tell it."""
        by_event: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.resolved.claims:
            if claim.event:
                by_event[claim.event].append(claim)
        for claims in by_event.values():
            for one, two in combinations(claims, 2):
                alike = one.modality == two.modality == "asserted" and self._proposition(one) == self._proposition(two)
                if alike and not self._sources(one) & self._sources(two):
                    if not overlap(one.when, two.when):
                        yield _conflict(one, two, "date")
                    if one.where and two.where and one.where != two.where:
                        yield _conflict(one, two, "place")

    def _curated(self) -> Iterable[Conflict]:
        by_evidence = {item.id: item.claim for item in self.resolved.evidence}
        for link in self.resolved.dossier.conflicts:
            if link.type not in ("happened", "lapsed") and link.first in by_evidence and link.second in by_evidence:
                one, two = sorted((by_evidence[link.first], by_evidence[link.second]))
                yield Conflict(one, two, link.type, link.note, "curated")

    # --- perspective -------------------------------------------------------------------------------------------

    def _perspective(self, claim: Claim) -> tuple[str, ...]:
        """The sides whose view this is: of each voice but the author's, and of who speaks, wants or holds a view.

        What one side says that another holds is the view of the first alone, unless an author vouches for it.
        """
        holders = {item.according_to for item in self.evidence[claim.id]} - {""}
        if self.relations[claim.relation].attitude and self._vouched(claim):
            holders.add(claim.subject.value)
        return tuple(sorted({self.sides[holder] for holder in holders if self.sides.get(holder)}))

    # --- ties --------------------------------------------------------------------------------------------------

    def _ties(self) -> tuple[Tie, ...]:
        """Pairs of actors of whom a fact is told, or facts that each took part in one occasion."""
        facts = [claim for claim in self.resolved.claims if self._is_fact(claim)]
        direct: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        at: dict[str, dict[str, Claim]] = defaultdict(dict)
        for claim in facts:
            ends = sorted({node.value for node in (claim.subject, claim.object) if node.value in self.actors})
            if len(ends) == 2:
                direct[ends[0], ends[1]].append(claim)
            if claim.event and self.relations[claim.relation].kind == "event":
                for end in ends:
                    at[claim.event].setdefault(end, claim)
        ties: dict[tuple[str, str], tuple[tuple[str, ...], tuple[str, ...]]] = {
            pair: (tuple(claim.id for claim in claims), (max(claims, key=self._weight).id,))
            for pair, claims in direct.items()
        }
        for present in at.values():
            for one, two in combinations(sorted(present), 2):
                both = tuple(dict.fromkeys((present[one].id, present[two].id)))
                ties.setdefault((one, two), (both, both))
        return tuple(Tie(one, two, claims, leading) for (one, two), (claims, leading) in sorted(ties.items()))

    def _is_fact(self, claim: Claim) -> bool:
        return claim.polarity == "affirmed" and claim.modality == "asserted" and self._vouched(claim)

    def _weight(self, claim: Claim) -> tuple[int, bool, str]:
        return len(self._sources(claim)), bool(claim.when), claim.id


def _conflict(one: Claim, two: Claim, type_: str) -> Conflict:
    return Conflict(min(one.id, two.id), max(one.id, two.id), type_)


def _order(conflict: Conflict) -> tuple[str, ...]:
    return conflict.first, conflict.second, conflict.type, conflict.note
