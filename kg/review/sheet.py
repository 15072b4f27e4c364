"""The queue as a table for spreadsheets, and the verdicts that come back in it."""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.claims import evidence_id
from kg.errors import Issue, IssuesError, Location, UsageError, did_you_mean, printable
from kg.model import NOWHERE, VERDICTS, ClaimRow, Entity
from kg.review.desk import EDITABLE, Decision, Desk
from kg.review.queue import Item, New
from kg.seeds import Schema, columns_of, read_csv
from kg.table import guarded, unguarded

FIXED = ("quote", "source", "paragraph")
COLUMNS = ("evidence", "verdict", "note", "text", *EDITABLE, "new", *FIXED, "confidence", "why", "held")
_NEW = re.compile(r"(?P<key>.+?)\s*->\s*(?P<id>\S+?)\s*(?:\((?P<types>[^()]+)\)\s*(?P<name>.*))?")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table; `cells` by column."""

    evidence: str
    cells: dict[str, str] = field(default_factory=dict)
    location: Location = field(default=NOWHERE, compare=False)


def _line(location: Location, **cells: str) -> Line:
    return Line(cells["evidence"], cells, location)


SHEET = Schema(_line, COLUMNS, required=("evidence",))  # type: ignore[arg-type]


def export_sheet(desk: Desk, items: Iterable[Item]) -> str:
    """The queue as CSV, in its order; `verdict` is to be filled in. Cells that begin like a formula are guarded."""
    output = io.StringIO()
    writer = csv.DictWriter(output, COLUMNS, lineterminator="\n")
    writer.writeheader()
    unsure = desk.dossier.judged("unsure")
    for item in items:
        row = desk.row(item)
        cells = {
            **_cells(desk, row),
            "evidence": item.evidence,
            "verdict": "unsure" if item.evidence in unsure else "",
            "text": desk.known.say(row),
            "confidence": f"{item.confidence:g}",
            "why": item.why,
            "held": "\n".join(desk.known.shown(row)),
        }
        writer.writerow({name: guarded(cell) for name, cell in cells.items()})
    return output.getvalue()


def _cells(desk: Desk, row: ClaimRow) -> dict[str, str]:
    """What a row's cells of the table say before anybody edits them."""
    cells = {name: getattr(row, name) for name in EDITABLE}
    cells["about"] = "|".join(row.about)
    cells["new"] = "; ".join(_told(new) for new in desk.new(row))
    return {**cells, "quote": row.quote, "source": row.source, "paragraph": row.at}


def _told(new: New) -> str:
    return f"{new.key} -> {new.entity.id} ({'|'.join(new.entity.types)}) {new.entity.name}"


def import_sheet(desk: Desk, path: Path) -> dict[str, int]:
    """Decide what the verdicts of a table say; edited cells count as edits. All of it, or nothing.

    Returns:
        How many were accepted, rejected, called unsure.

    Raises:
        IssuesError: a line cannot be followed; nothing was written.
    """
    lines, issues = read_csv(path, SHEET, path.name)
    if issues:
        raise IssuesError(issues, "nothing was imported")
    columns = set(columns_of(path, SHEET))
    reader = _Reader(desk, columns)
    bare = [replace(line, cells={name: unguarded(cell) for name, cell in line.cells.items()}) for line in lines]
    desk.decide_all(reader.decisions(bare))
    return reader.counts


class _Reader:
    def __init__(self, desk: Desk, columns: set[str]):
        self.desk, self.columns = desk, columns
        self.judged = {item.evidence: item.verdict for item in desk.dossier.judgements}
        self.judged |= {evidence_id(row): "accepted" for row in desk.dossier.rows}
        self.seen: dict[str, Location] = {}
        self.issues: list[Issue] = []
        self.counts = dict.fromkeys(VERDICTS, 0)

    def decisions(self, lines: Iterable[Line]) -> Iterator[Callable[[], Decision]]:
        """What makes each decision; at the end all issues are raised at once."""
        for line in lines:
            try:
                if decision := self._decision(line):
                    self.counts[decision.verdict] += 1
                    yield lambda made=decision: made  # type: ignore[misc]
            except UsageError as error:
                self.issues.append(Issue(line.location, str(error)))
        if self.issues:
            raise IssuesError(self.issues, "nothing was imported")

    def _decision(self, line: Line) -> Decision | None:
        written = line.cells.get("verdict", "")
        if not written:
            return None
        verdict = next((name for name in VERDICTS if written.casefold() in (name, name[0])), "")
        if not verdict:
            raise UsageError(
                f"verdict '{written}' is not one of {', '.join(VERDICTS)} (a, r, u){did_you_mean(written, VERDICTS)}"
            )
        if line.evidence in self.seen:
            raise UsageError(f"'{line.evidence}' stands already at {self.seen[line.evidence]}")
        self.seen[line.evidence] = line.location
        judged = self.judged.get(line.evidence, "")
        if judged == verdict:
            return None
        if judged in ("accepted", "rejected"):
            raise UsageError(f"'{line.evidence}' was {judged} before; undo that in kg review first")
        item, note = self.desk.by_id.get(line.evidence), line.cells.get("note", "")
        if item is None:
            waiting = [other.evidence for other in self.desk.items]
            raise UsageError(f"no proposal '{line.evidence}' waits{did_you_mean(line.evidence, waiting)}")
        if verdict != "accepted":
            return Decision(item.evidence, verdict, note=note)
        row = self.desk.row(item)
        was = {name: _plain(cell) for name, cell in _cells(self.desk, row).items()}
        now = {name: _plain(line.cells.get(name, "")) if name in self.columns else was[name] for name in was}
        for name in FIXED:
            if " ".join(now[name].split()) != " ".join(was[name].split()):
                raise UsageError(f"{name} is what the text has ('{printable(was[name], 60)}'); it is not edited here")
        ids = self.desk.ids  # a name that has become an entity since the table was written is no edit
        changes = {name: now[name] for name in EDITABLE if was[name] not in (now[name], ids.get(now[name]))}
        return self.desk.accept(item, changes, self._new(row, now), note)

    def _new(self, row: ClaimRow, now: dict[str, str]) -> dict[str, Entity | str]:
        """Which entity each new name of a line is to be: a new one, or one that is there."""
        wanted = {new.key: new for new in self.desk.new(row)}
        things = {thing.id for thing in self.desk.dossier.things}
        found: dict[str, Entity | str] = {}
        for part in filter(None, (part.strip() for part in now["new"].split("; "))):
            match = _NEW.fullmatch(part)
            if not match:
                raise UsageError(f"new '{part}' is to be: name -> id (Type) neutral name, or: name -> id of an entity")
            key, id_ = match["key"], match["id"]
            if key in wanted:
                if not match["types"] and id_ not in things:
                    raise UsageError(
                        f"no entity '{id_}'{did_you_mean(id_, things)}; a new one has its (Type) behind it"
                    )
                types = tuple(filter(None, (match["types"] or "").split("|")))
                entity = wanted[key].entity
                same = entity.wikidata if id_ == entity.id else ""
                found[key] = Entity(id_, types, match["name"] or entity.name, wikidata=same) if types else id_
            elif key in self.desk.suggestions and id_ not in (
                self.desk.ids.get(key),
                self.desk.suggestions[key].entity.id,
            ):
                raise UsageError(f"an earlier line says what '{key}' is: '{self.desk.ids.get(key, key)}', not '{id_}'")
        return found


def _plain(text: str) -> str:
    """A cell as reading gives it."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").strip())
