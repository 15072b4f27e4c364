"""Decisions, and how they reach the files: every one is on disk before the next is shown.

The order of writing is entities, names, claims, judgements, and the other way round for taking back. A kill between
any two leaves files that `kg check` accepts: a row without its judgement is finished by the next review.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

from kg.check import check_dossier
from kg.claims import evidence_id
from kg.errors import Location, UsageError, errors_in
from kg.extract.rows import Ids, Proposed
from kg.model import ClaimRow, Dossier, Entity, Judgement, Name
from kg.review.queue import Item, Known, New, rank, renamed, suggest
from kg.seeds import CLAIMS, ENTITIES, JUDGEMENTS, NAMES, PROPOSED, as_read, change_file
from kg.vocabulary import Vocabulary

EDITABLE = (
    *("subject", "relation", "object", "addressee", "about", "when", "where", "event", "polarity"),
    *("modality", "condition", "according_to", "wording", "said"),
)
HERE = Location("this decision")


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decides on one proposal; if accepted, with its row and what that brings along."""

    evidence: str
    verdict: str
    row: ClaimRow | None = None
    entities: tuple[Entity, ...] = ()
    names: tuple[Name, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Change:
    """Records by file, in order of writing."""

    entities: tuple[Entity, ...] = ()
    names: tuple[Name, ...] = ()
    rows: tuple[ClaimRow, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    replaced: tuple[Judgement, ...] = ()


class Desk:
    """A review at work: the queue, what is known, and what was decided in this session."""

    def __init__(
        self, seeds: Path, dossier: Dossier, vocabulary: Vocabulary, proposed: Sequence[Proposed], by: str, on: str
    ):
        self.seeds, self.dossier, self.vocabulary, self.by, self.on = seeds, dossier, vocabulary, by, on
        self.items: tuple[Item, ...] = rank(dossier, vocabulary, proposed)
        self.suggestions: dict[str, New] = suggest(dossier, vocabulary, proposed)
        self._proposed = tuple(proposed)
        self._done: list[_Change] = []

    # --- looking -----------------------------------------------------------------------------------------------

    def undecided(self, items: Iterable[Item]) -> tuple[Item, ...]:
        """Those that are neither accepted nor rejected."""
        decided = self.dossier.judged("accepted", "rejected")
        return tuple(item for item in items if item.evidence not in decided)

    def open(self, items: Iterable[Item]) -> tuple[Item, ...]:
        """Those that wait in this session: undecided, and not called unsure in it."""
        said = {item.evidence for change in self._done for item in change.judgements}
        return tuple(item for item in self.undecided(items) if item.evidence not in said)

    @cached_property
    def known(self) -> Known:
        """What is checked by now."""
        return Known(self.dossier, self.vocabulary, self.suggestions.values())

    @cached_property
    def ids(self) -> dict[str, str]:
        """What names mean by now, and the cells that proposals write for what the project did not know."""
        meaning = {name.name: name.entity for name in reversed(self.dossier.names)}
        meaning |= {thing.name: thing.id for thing in reversed(self.dossier.things)}
        meaning |= {key: id_ for key, new in self.suggestions.items() if (id_ := meaning.get(new.entity.name))}
        things = {thing.id for thing in self.dossier.things}
        return {name: id_ for name, id_ in meaning.items() if name not in things}

    @cached_property
    def by_id(self) -> dict[str, Item]:
        """The queue by evidence id, those that proposals had before their ends became entities among them."""
        ids, items = Ids(self.dossier, self.vocabulary), {item.evidence: item for item in self.items}
        found = {}
        for made in self._proposed:
            if item := items.get(evidence_id(made.row)):
                for former in ids.former(made.record):
                    id_ = f"{made.row.source}-{former}"
                    found[id_] = replace(item, evidence=id_, row=replace(item.row, id=former))
        return {**found, **items}

    def row(self, item: Item) -> ClaimRow:
        """The row of a proposal, with what has become an entity since."""
        return renamed(item.row, self.ids)

    def new(self, row: ClaimRow) -> tuple[New, ...]:
        """The things that a row names and the project does not know."""
        things = {thing.id for thing in self.dossier.things}
        cells = dict.fromkeys((row.subject, row.object, row.according_to))
        return tuple(self.suggestions[cell] for cell in cells if cell in self.suggestions and cell not in things)

    def naming(self, key: str) -> tuple[Item, ...]:
        """The open proposals that name a thing."""
        return tuple(
            item
            for item in self.undecided(self.items)
            if key in (item.row.subject, item.row.object, item.row.according_to)
        )

    # --- deciding ----------------------------------------------------------------------------------------------

    def accept(
        self,
        item: Item,
        changes: Mapping[str, str] | None = None,
        new: Mapping[str, Entity | str] | None = None,
        note: str = "",
    ) -> Decision:
        """A decision to accept, perhaps with other cells; `new` says which entity each new name is to be.

        Raises:
            UsageError: the row would not pass the check; the message says why.
        """
        row = self.row(item)
        entities, names, ids = [], [], {}
        for key, choice in (new or {}).items():
            form = self.suggestions[key].entity.name
            if isinstance(choice, Entity):
                entities.append(choice)
            id_ = choice.id if isinstance(choice, Entity) else choice
            if form != (choice.name if isinstance(choice, Entity) else ""):
                names.append(Name(id_, form, "en", "alias", source=row.source, at=row.at))
            ids[key] = id_
        cells: dict[str, str | tuple[str, ...]] = {**(changes or {})}
        if changes and "about" in changes:
            cells["about"] = tuple(changes["about"].split("|"))
        row = replace(renamed(row, ids), **cells)  # type: ignore[arg-type]
        row = replace(
            row,
            polarity="" if row.polarity == "affirmed" else row.polarity,
            modality="" if row.modality == "asserted" else row.modality,
            proposal=None,
        )
        used = {row.subject, row.object, row.according_to}
        decision = Decision(
            item.evidence,
            "accepted",
            as_read(row, CLAIMS, HERE, source=row.source),
            tuple(as_read(entity, ENTITIES, HERE) for entity in entities if entity.id in used),
            tuple(as_read(name, NAMES, HERE) for name in names if name.entity in used),
            note,
        )
        if faults := self.faults(decision):
            raise UsageError("; ".join(faults))
        return decision

    def faults(self, decision: Decision) -> tuple[str, ...]:
        """What `kg check` would say of a decision to accept."""
        row, dossier = decision.row, self.dossier
        assert row is not None  # noqa: S101
        refers = any(cell.startswith("#") for cell in (row.subject, row.object, row.condition))
        trial = replace(
            dossier,
            entities=(*dossier.entities, *decision.entities),
            names=decision.names,
            rows=(*(other for other in dossier.rows if refers or _may_equal(other, row)), row),
            paragraphs=(),
            conflicts=(),
            judgements=(),
        )
        taken = {thing.id for thing in dossier.things}
        twice = [f"id '{entity.id}' stands already" for entity in decision.entities if entity.id in taken]
        issues = errors_in(check_dossier(trial, self.vocabulary))
        return tuple(dict.fromkeys([*twice, *(issue.message for issue in issues if issue.location == HERE)]))

    def decide(self, *decisions: Decision) -> None:
        """Write decisions to the files, then to memory; one call is one step to undo."""
        change = self._change(decisions)
        self._write(change)
        self._remember(change)
        self._done.append(change)

    def decide_all(self, makers: Iterable[Callable[[], Decision]]) -> None:
        """Decide one after the other as a person would, but write each file once, and nothing if one of them fails."""
        before, made = self.dossier, []
        try:
            for make in makers:
                decision = make()
                made.append(decision)
                self._remember(self._change([decision]))
        finally:
            self._recall(before)
        if made:
            self.decide(*made)

    def reject_thing(self, key: str) -> int:
        """Reject all proposals that name a thing which is none; how many there are."""
        items = self.naming(key)
        self.decide(*(Decision(item.evidence, "rejected") for item in items))
        return len(items)

    def undo(self) -> tuple[str, ...]:
        """Take the last decision back: of this session, or else the last line of judgements.csv.

        Returns:
            The evidence that is open again; nothing if there is nothing to take back.
        """
        if self._done:
            change = self._done.pop()
        elif self.dossier.judgements:
            last = self.dossier.judgements[-1]
            rows = tuple(row for row in self.dossier.rows if evidence_id(row) == last.evidence)
            change = _Change(rows=rows, judgements=(last,))
        else:
            return ()
        self._take_back(change)
        self._forget(change)
        return tuple(item.evidence for item in change.judgements)

    def finish(self) -> int:
        """Judge the rows that a review which was killed has written and not judged; how many."""
        accepted = self.dossier.judged("accepted")
        loose = [
            key for row in self.dossier.rows if PROPOSED.fullmatch(row.id) and (key := evidence_id(row)) not in accepted
        ]
        if loose:
            self.decide(*(Decision(key, "accepted") for key in loose))
            self._done.clear()
        return len(loose)

    # --- files and memory --------------------------------------------------------------------------------------

    def _change(self, decisions: Sequence[Decision]) -> _Change:
        accepted = [decision for decision in decisions if decision.verdict == "accepted"]
        about = {decision.evidence for decision in decisions}
        names = dict.fromkeys(name for decision in accepted for name in decision.names)
        return _Change(
            entities=tuple(dict.fromkeys(item for decision in accepted for item in decision.entities)),
            names=tuple(name for name in names if name not in self.dossier.names),
            rows=tuple(decision.row for decision in accepted if decision.row),
            judgements=tuple(
                as_read(Judgement(item.evidence, item.verdict, self.by, self.on, item.note), JUDGEMENTS, HERE)
                for item in decisions
            ),
            replaced=tuple(item for item in self.dossier.judgements if item.evidence in about),
        )

    def _write(self, change: _Change) -> None:
        self._put("entities.csv", change.entities)
        self._put("names.csv", change.names)
        for source, rows in groupby(sorted(change.rows, key=lambda row: row.source), key=lambda row: row.source):
            self._put(f"claims/{source}.csv", tuple(rows))
        about = {item.evidence for item in change.judgements}
        self._put("judgements.csv", change.judgements, lambda item: item.evidence in about)

    def _take_back(self, change: _Change) -> None:
        about = {item.evidence for item in change.judgements}
        self._put("judgements.csv", change.replaced, lambda item: item.evidence in about)
        for source in sorted({row.source for row in change.rows}):
            self._put(f"claims/{source}.csv", (), lambda row: evidence_id(row) in about)
        self._put("names.csv", (), change.names.__contains__)
        self._put("entities.csv", (), change.entities.__contains__)

    def _put(self, name: str, add: Sequence[Any], drop: Callable[[Any], bool] | None = None) -> None:
        if add or drop:
            change_file(self.seeds / name, self.seeds, add, drop or (lambda _: False))

    def _remember(self, change: _Change) -> None:
        about = {item.evidence for item in change.judgements}
        dossier = self.dossier
        self._recall(
            replace(
                dossier,
                entities=(*dossier.entities, *change.entities),
                names=(*dossier.names, *change.names),
                rows=(*dossier.rows, *change.rows),
                judgements=(
                    *(item for item in dossier.judgements if item.evidence not in about),
                    *change.judgements,
                ),
            )
        )

    def _forget(self, change: _Change) -> None:
        about = {item.evidence for item in change.judgements}
        dossier = self.dossier
        self._recall(
            replace(
                dossier,
                entities=tuple(item for item in dossier.entities if item not in change.entities),
                names=tuple(item for item in dossier.names if item not in change.names),
                rows=tuple(item for item in dossier.rows if item not in change.rows),
                judgements=(
                    *(item for item in dossier.judgements if item.evidence not in about),
                    *change.replaced,
                ),
            )
        )

    def _recall(self, dossier: Dossier) -> None:
        self.dossier = dossier
        for name in ("known", "ids"):
            self.__dict__.pop(name, None)


def _may_equal(one: ClaimRow, other: ClaimRow) -> bool:
    return one.source == other.source and (one.id == other.id or one.quote == other.quote)
