"""A new text held against the graph: what of it is known, new or more precise, contradicts, or settles a plan.

Rules see only structure, as those of `derive` do. Silence is not agreement: what the extractor does not hear is in no
finding, so a `Compared` also counts the sentences.
"""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.claims import Resolved
from kg.claims import make_claim as claim_of
from kg.derive import days, derive, is_dated, is_plan, opposed, overlap, published_from, topics
from kg.extract.document import Document
from kg.extract.engine import Extractor
from kg.extract.rows import as_proposed
from kg.extract.sentences import split
from kg.figures import figures_agree
from kg.model import Claim, ClaimRow, Node
from kg.textcheck import name_patterns, plain
from kg.vocabulary import LITERAL

KINDS = ("contradicts", "settles", "more precise", "new", "known")
# An occasion is named as the one at which something happens, not as what came before or after.
_AT = re.compile(r"\b(?:at|during|in|for|sidelines of|margins of)\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Finding:
    """How one proposal of a text stands to the graph.

    `differs` tells in what: polarity, date, figure, participants or outcome; time, where, about or event; happened
    or lapsed; the names that the project lacks. `known` are the claims it was held against.
    """

    kind: str
    row: ClaimRow
    claim: Claim
    differs: tuple[str, ...] = ()
    known: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """The findings of one text; how many sentences its body has, and how many gave a claim."""

    name: str
    sentences: int
    heard: int
    findings: tuple[Finding, ...]

    def of(self, kind: str) -> tuple[Finding, ...]:
        """The findings of one kind."""
        return tuple(finding for finding in self.findings if finding.kind == kind)


def compare_document(resolved: Resolved, extractor: Extractor, document: Document) -> Compared:
    """What the extractor hears in a document, held against the claims."""
    records = extractor.extract(document).claims
    ends = {
        record[place] or record[f"{place}_name"]
        for record in records
        for place in ("subject", "object")
        if record[f"{place}_type"] != LITERAL
    }
    known = frozenset(thing.id for thing in resolved.dossier.things)
    rows = sorted((item.row for item in as_proposed(records, document, document.name, known)), key=_place)
    spans = [
        span
        for paragraph in document.paragraphs
        if paragraph.kind == "body"
        for span in split(document.text, paragraph.start, paragraph.end)
    ]
    heard = sum(any(first <= record["start"] < last for record in records) for first, last in spans)
    findings = compare(resolved, rows, document.published, frozenset(ends - known))
    return Compared(document.name, len(spans), heard, findings)


def compare(
    resolved: Resolved,
    rows: Sequence[ClaimRow],
    published: datetime.date | None = None,
    unknown: frozenset[str] = frozenset(),
) -> tuple[Finding, ...]:
    """The findings of the rows proposed from one text, in their order.

    Args:
        resolved: what the project holds; what only a machine proposes in it is left aside.
        rows: what a new text says.
        published: its day.
        unknown: ends of rows that name things the project lacks.
    """
    return tuple(_Comparer(resolved.checked(), rows, published, unknown).findings())


class _Comparer:
    def __init__(
        self, resolved: Resolved, rows: Sequence[ClaimRow], published: datetime.date | None, unknown: frozenset[str]
    ):
        dossier = resolved.dossier
        self.relations = resolved.vocabulary.relations
        self.published, self.unknown = published, unknown
        self.things = {thing.id for thing in dossier.things}
        self.types = {entity.id: set(entity.types) for entity in dossier.entities}
        self.sides = dossier.sides
        self.events = {event.id: event for event in dossier.events}
        self.names = {id_: form for id_, form in name_patterns(dossier).items() if id_ in self.events}
        self.outcomes = derive(resolved).outcomes
        self.claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in resolved.claims:
            occasion = self._occasion_at_end(claim)
            self.claims[claim.relation].append(replace(claim, when=claim.when or occasion))
        self.tied = {frozenset((claim.subject.value, claim.object.value)) for claim in resolved.claims}
        days_of = {source.key: published_from(source) for source in dossier.sources}
        self.told: dict[str, list[datetime.date]] = defaultdict(list)
        for item in resolved.evidence:
            if day := days_of.get(item.source):
                self.told[item.claim].append(day)
        self.said = [(row, self._claim(row)) for row in rows]

    def findings(self) -> Iterator[Finding]:
        for row, claim in self.said:
            names = tuple(sorted({claim.subject.value, claim.object.value} & self.unknown))
            if names:
                yield Finding("new", row, claim, names)
                continue
            standing = self._standing(row, claim)
            contradictions = list(self._contradictions(row, claim, standing.kind == "new"))
            yield from contradictions
            if not (contradictions and standing.kind in ("new", "contradicts")):
                yield standing

    # --- what a row says ---------------------------------------------------------------------------------------

    def _claim(self, row: ClaimRow) -> Claim:
        relation = self.relations[row.relation]
        subject, object_ = self._node(row.subject), self._node(row.object)
        event = row.event or (self._occasion(row) if is_dated(relation) else "")
        about = tuple(topic for topic in row.about if topic in self.things)
        return claim_of(
            replace(row, event=event, about=about), relation, subject, object_, None, self.events.get(event)
        )

    def _node(self, cell: str) -> Node:
        return Node("entity" if cell in self.things | self.unknown else "phrase", cell)

    def _occasion(self, row: ClaimRow) -> str:
        """The one occasion at which the sentence says that it happens."""
        sentence = plain(row.quote)
        named = {
            id_
            for id_, form in self.names.items()
            if id_ not in (row.subject, row.object)
            for match in form.finditer(sentence)
            if _AT.search(sentence[: match.start()])
        }
        return named.pop() if len(named) == 1 else ""

    def _occasion_at_end(self, claim: Claim) -> str:
        """The time of what happens to or at an occasion, which the occasion itself lends; an attitude has its own."""
        relation, event = self.relations[claim.relation], self.events.get(claim.object.value)
        lends = event and event.when and days(event.when).latest and relation.kind == "event" and not relation.attitude
        return event.when if event and lends else ""

    # --- known, more precise, settles, new -----------------------------------------------------------------------

    def _standing(self, row: ClaimRow, new: Claim) -> Finding:
        alike = {
            known: self._adds(new, known)
            for known in self.claims[new.relation]
            if (known.polarity, known.modality) == (new.polarity, new.modality)
            and self._same_ends(new, known)
            and self._same_setting(new, known)
            and self._same_topics(new, known)
            and overlap(new.when, known.when)
        }
        same = tuple(known for known, adds in alike.items() if not adds)
        if same:
            alike_dated = tuple(known for known in same if known.when == new.when)
            return Finding("known", row, new, (), alike_dated or same)
        plans = [plan for plan in self.claims[new.relation] if self._tells_outcome(row, new, plan)]
        if plans:
            return self._settled(row, new, plans)
        if alike:
            fewest = min(alike.values(), key=len)
            return Finding(
                "more precise", row, new, fewest, tuple(known for known, adds in alike.items() if adds == fewest)
            )
        return Finding("new", row, new)

    def _adds(self, new: Claim, known: Claim) -> tuple[str, ...]:
        """In what the new claim tells more than the known one."""
        added = {
            "time": self._narrower(new, known),
            "where": bool(new.where and not known.where and new.where not in (new.subject.value, new.object.value)),
            "about": bool(set(topics(new)) - set(topics(known)) - {known.where, known.event, known.addressee}),
            "event": bool(new.event and not known.event),
        }
        return tuple(name for name, more in added.items() if more)

    def _narrower(self, new: Claim, known: Claim) -> bool:
        if not is_dated(self.relations[new.relation]) and "/" in known.when and "/" not in new.when:
            return False  # what holds through a time holds on each of its days
        return bool(new.when) and days(new.when) != days(known.when) and _within(new.when, known.when)

    def _settled(self, row: ClaimRow, new: Claim, plans: Sequence[Claim]) -> Finding:
        """An outcome that the graph does not know, or one that it knows, or knows otherwise."""
        value = "happened" if new.polarity == "affirmed" else "lapsed"
        outcomes = {plan: self.outcomes[plan.id] for plan in plans}
        open_ = tuple(plan for plan in plans if not outcomes[plan].by)
        if open_:
            return Finding("settles", row, new, (value,), open_)
        other = tuple(plan for plan in plans if outcomes[plan].value != value)
        told = {id_ for plan in other or plans for id_ in outcomes[plan].by}
        tellers = (claim for claims in self.claims.values() for claim in claims if claim.id in told)
        held = (*(other or plans), *tellers)
        return Finding("contradicts" if other else "known", row, new, ("outcome",), held)

    def _tells_outcome(self, row: ClaimRow, new: Claim, plan: Claim) -> bool:
        """As in `derive`: by an author, asserted, of the same parties, told no earlier than the plan."""
        if not is_plan(plan) or new.modality != "asserted" or row.according_to:
            return False
        alike = self._same_ends(new, plan) and self._same_setting(new, plan) and self._same_topics(new, plan)
        planned = min(self.told[plan.id], default=None)
        if not alike or (self.published and planned and self.published < planned):
            return False
        if plan.event and new.event:
            return True
        if plan.when:  # that it did not happen on one day does not tell of the month it was planned for
            told = new.polarity == "affirmed" or _within(plan.when, new.when)
            return bool(new.when) and overlap(plan.when, new.when) and told
        if new.when:
            end = days(new.when).latest
            return not (planned and end and end < planned)
        return bool(self.published and planned and self.published > planned)

    # --- contradictions ------------------------------------------------------------------------------------------

    def _contradictions(self, row: ClaimRow, new: Claim, is_new: bool) -> Iterator[Finding]:
        found: dict[str, list[Claim]] = defaultdict(list)
        for known in self.claims[new.relation]:
            if known.modality == new.modality == "asserted" and not known.condition:
                for differs in self._differences(new, known, is_new):
                    found[differs].append(known)
        for differs, claims in found.items():
            yield Finding("contradicts", row, new, (differs,), tuple(claims))

    def _differences(self, new: Claim, known: Claim, is_new: bool) -> Iterator[str]:
        affirmed = new.polarity == known.polarity == "affirmed"
        if self._same_ends(new, known):
            if self._denies(new, known):
                yield "polarity"
            if affirmed and new.when and known.when and not overlap(new.when, known.when) and self._one(new, known):
                yield "date"
        elif affirmed and new.subject == known.subject and new.object.kind == known.object.kind == "phrase":
            setting = overlap(new.when, known.when) and self._same_setting(new, known)
            if setting and figures_agree(new.object.value, known.object.value) is False:
                yield "figure"
        elif affirmed and is_new and self._others_took_part(new, known):
            yield "participants"

    def _denies(self, new: Claim, known: Claim) -> bool:
        relation = self.relations[new.relation]
        if self.published and not new.when and not is_dated(relation):
            new = replace(new, when=self.published.isoformat())  # said without a time, it is said of its day
        denied, affirmed = (new, known) if new.polarity == "denied" else (known, new)
        once = is_dated(relation) and not (new.event and new.event == known.event)
        return (
            opposed(new, known, relation)
            and self._same_setting(new, known)
            and set(topics(denied)) <= set(topics(affirmed))
            # that it happened some time in a year is not denied by a month of it
            and (not once or _within(affirmed.when, denied.when))
        )

    def _one(self, new: Claim, known: Claim) -> bool:
        """Whether both speak of one occasion: at which it happened, or which is itself an end."""
        if new.event or known.event:
            return new.event == known.event
        time = self._occasion_at_end(known)
        return bool(time) and overlap(time, known.when)

    def _others_took_part(self, new: Claim, known: Claim) -> bool:
        """Of a pair at one occasion, another of the same side stands in for one, whom the text does not place there."""
        relation = self.relations[new.relation]
        if not (relation.symmetric and relation.kind == "event" and new.event and new.event == known.event):
            return False
        one, two = _pair(new), _pair(known)
        if len(one & two) != 1 or any(_pair(claim) == two and claim.event == new.event for _, claim in self.said):
            return False
        (came,), (known_to_come,) = one - two, two - one
        sides = {self.sides.get(came, ""), self.sides.get(known_to_come, "")}
        alike = self.types.get(came, set()) & self.types.get(known_to_come, set())
        return len(sides) == 1 and not sides & {"", came, known_to_come} and bool(alike)

    # --- whether two claims speak of the same ----------------------------------------------------------------------

    def _same_ends(self, new: Claim, known: Claim) -> bool:
        return new.subject == known.subject and _same_object(new.object, known.object)

    def _same_setting(self, new: Claim, known: Claim) -> bool:
        """No other occasion, addressee or place; of two places that a claim ties, one may lie in the other."""
        return (
            _agree(new.event, known.event)
            and _agree(new.addressee, known.addressee)
            and (_agree(new.where, known.where) or frozenset((new.where, known.where)) in self.tied)
        )

    def _same_topics(self, new: Claim, known: Claim) -> bool:
        one, two = set(topics(new)), set(topics(known))
        dated_alike = is_dated(self.relations[new.relation]) and bool(new.when and known.when)
        return not one or not two or bool(one & two) or dated_alike


def _agree(one: str, two: str) -> bool:
    return not one or not two or one == two


def _same_object(one: Node, two: Node) -> bool:
    if one.kind == two.kind == "phrase":
        return one.value.casefold() == two.value.casefold() or figures_agree(one.value, two.value) is True
    return one == two


def _within(inner: str, outer: str) -> bool:
    """Whether all of one time lies in the other."""
    one, two = days(inner), days(outer)
    starts = not two.earliest or bool(one.earliest and one.earliest >= two.earliest)
    return starts and (not two.latest or bool(one.latest and one.latest <= two.latest))


def _pair(claim: Claim) -> set[str]:
    return {claim.subject.value, claim.object.value}


def _place(row: ClaimRow) -> tuple[int, str, str, str]:
    return row.proposal.span[0] if row.proposal else 0, row.relation, row.subject, row.object
