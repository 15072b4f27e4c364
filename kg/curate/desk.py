"""The rows of one source and its text: checks one row as it is written, saves it at once, takes saves back."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from kg.check import check_dossier
from kg.claims import PlaceError, evidence_id, parse_place
from kg.curate.words import Words
from kg.errors import InputError, Issue, IssuesError, Location, UsageError, did_you_mean, errors_in
from kg.model import ClaimRow, Source
from kg.seeds import CLAIMS, as_read, fill_ids, read_dossier, rewrite_file
from kg.textcheck import check_texts
from kg.texts import Text, find_text, read_text
from kg.vocabulary import Vocabulary

ALWAYS = ("subject", "relation", "object", "at")
FORM = (*ALWAYS, *(name for name in CLAIMS.columns if name not in (*ALWAYS, "id")))
HERE = Location("this row")
_COLUMN = re.compile(r"(?:the |unknown id '.*' in |unknown )?(?P<column>[a-z_]+)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """What the checks say of a cell; of the row as a whole where `column` is blank."""

    column: str
    message: str
    severity: str = "error"


class Curation:
    """The rows of a source while a person writes them.

    Raises:
        UsageError: no source has this key.
        IssuesError: a file of the seeds cannot be read whole.
    """

    def __init__(self, seeds: Path, key: str, vocabulary: Vocabulary, folders: Iterable[Path] = ()):
        self.seeds, self.key, self.vocabulary = seeds, key, vocabulary
        self._done: list[tuple[ClaimRow | None, ClaimRow | None, int]] = []
        self.reload()
        self.text = self._find_text(tuple(folders))

    def reload(self) -> None:
        """Read the seeds anew: entities made meanwhile are known from then on."""
        dossier, issues = read_dossier(self.seeds)
        if errors_in(issues):
            raise IssuesError(sorted(errors_in(issues)), "nothing can be curated before they are mended")
        sources = {source.key: source for source in dossier.sources}
        if self.key not in sources:
            raise UsageError(f"no source '{self.key}' in sources.bib{did_you_mean(self.key, sources)}")
        self.dossier, self.source = dossier, sources[self.key]
        for name in ("rows", "words", "faulty"):
            self.__dict__.pop(name, None)

    def _find_text(self, folders: tuple[Path, ...]) -> Text | None:
        path = find_text(self.source, folders)
        try:
            return read_text(path) if path else None
        except UnicodeDecodeError as error:
            raise InputError(f"{path}: not UTF-8; save the text as UTF-8") from error

    # --- looking -----------------------------------------------------------------------------------------------

    @cached_property
    def rows(self) -> tuple[ClaimRow, ...]:
        """The rows of the source, by paragraph; those that name none come last."""
        own = [row for row in self.dossier.rows if row.source == self.key]
        return tuple(sorted(own, key=lambda row: min(paragraphs(row.at), default=10**9)))

    def row(self, id_: str) -> ClaimRow:
        """A row by its id.

        Raises:
            UsageError: it does not stand in its file.
        """
        found = next((row for row in self.rows if row.id == id_), None)
        if found is None:
            raise UsageError(f"{id_} does not stand in seeds/claims/{self.key}.csv any more")
        return found

    @cached_property
    def words(self) -> Words:
        """Completion."""
        return Words(self.dossier, self.vocabulary, self.rows, self.text)

    @cached_property
    def faulty(self) -> frozenset[Location]:
        """The lines of the files that have errors."""
        return frozenset(issue.location for issue in errors_in(check_dossier(self.dossier, self.vocabulary)))

    @property
    def count(self) -> int:
        """How many paragraphs there are, as far as text, bibliography and rows tell; at least one."""
        if self.text:
            return max(1, len(self.text.spans))
        told = self.source.get("paragraphs")
        return max([1, int(told) if told.isdecimal() else 1, *(n for row in self.rows for n in paragraphs(row.at))])

    def cells(self, row: ClaimRow | None, paragraph: int) -> dict[str, str]:
        """The cells of a row; of a new one at a paragraph."""
        row = row or ClaimRow(self.key, "", "", "", at=f"¶{paragraph}")
        return {name: "|".join(value) if isinstance(value := getattr(row, name), tuple) else value for name in FORM}

    # --- checking ----------------------------------------------------------------------------------------------

    def check(self, cells: Mapping[str, str], old: ClaimRow | None = None) -> tuple[Told, ...]:
        """What `kg check` would say of these cells, in the place of an old row or as a new one."""
        row = self._row(cells, old)
        others = (other for other in self.dossier.rows if not old or evidence_id(other) != evidence_id(old))
        trial = replace(self.dossier, rows=(*others, row))
        issues = [issue for issue in check_dossier(trial, self.vocabulary) if issue.location == HERE]
        issues += self._check_text(row)
        told = [Told(name, f"{name} is to be filled") for name in CLAIMS.required if not cells.get(name, "").strip()]
        empty = {item.column for item in told}
        told += (item for issue in issues if (item := _told(issue, row)).column not in empty)
        return tuple(dict.fromkeys(told))

    def _check_text(self, row: ClaimRow) -> list[Issue]:
        if self.text is None:
            return []
        ends = {row.subject, row.object, row.addressee}
        trial = replace(
            self.dossier,
            entities=tuple(item for item in self.dossier.entities if item.id in ends),
            events=tuple(item for item in self.dossier.events if item.id in ends),
            names=tuple(item for item in self.dossier.names if item.entity in ends),
            sources=(Source(self.key, "misc", (("text", self.text.path.name),)),),
            rows=(row,),
            paragraphs=(),
        )
        return [issue for issue in check_texts(trial, [self.text.path.parent]) if issue.location == HERE]

    def _row(self, cells: Mapping[str, str], old: ClaimRow | None) -> ClaimRow:
        values: dict[str, str | tuple[str, ...]] = {
            name: cell.strip() if name == "quote" else unicodedata.normalize("NFC", cell.strip())
            for name, cell in cells.items()
        }
        values["about"] = tuple(filter(None, (part.strip() for part in cells.get("about", "").split("|"))))
        for name, default in (("polarity", "affirmed"), ("modality", "asserted")):
            values[name] = "" if values.get(name) == default else values.get(name, "")
        blank = old or ClaimRow(self.key, "", "", "")
        row: ClaimRow = replace(blank, **values, location=HERE)  # type: ignore[arg-type]
        own = [other for other in self.dossier.rows if other.source == self.key]
        return fill_ids((*own, row))[-1]

    # --- writing -----------------------------------------------------------------------------------------------

    def save(self, cells: Mapping[str, str], old: ClaimRow | None = None) -> ClaimRow:
        """Write a new row, or another in the place of the old one; it is on disk when this returns.

        Raises:
            UsageError: the checks refuse the row, or the old one does not stand any more.
        """
        self.reload()
        wrong = [item for item in self.check(cells, old) if item.severity == "error"]
        if wrong:
            raise UsageError("; ".join(item.message for item in wrong))
        row = as_read(self._row(cells, old), CLAIMS, source=self.key)
        if row != old:
            self._done.append(self._swap(old, row))
        return row

    def delete(self, row: ClaimRow) -> None:
        """Take a row out.

        Raises:
            UsageError: something leans on it, or it does not stand any more.
        """
        self.reload()
        without = replace(self.dossier, rows=tuple(other for other in self.dossier.rows if other != row))
        before = set(check_dossier(self.dossier, self.vocabulary))
        if leaning := [issue for issue in check_dossier(without, self.vocabulary) if issue not in before]:
            raise UsageError(f"{row.id} is needed: {leaning[0]}")
        self._done.append(self._swap(row, None))

    def undo(self) -> str:
        """Take the last save or deletion of this session back; what was done, nothing if there is none."""
        if not self._done:
            return ""
        old, new, index = self._done[-1]
        self._swap(new, old, index)
        self._done.pop()
        row = new or old
        what = "edit" if old and new else "new row" if new else "deletion"
        return f"{what} {row.id if row else ''}"

    def _swap(
        self, old: ClaimRow | None, new: ClaimRow | None, index: int | None = None
    ) -> tuple[ClaimRow | None, ClaimRow | None, int]:
        """Put one row in the place of another; none for none there."""
        place = 0

        def change(rows: tuple[ClaimRow, ...]) -> list[ClaimRow]:
            nonlocal place
            kept = list(fill_ids(rows))
            if old is not None and old not in kept:
                raise UsageError(f"{old.id} was changed in the file meanwhile; nothing was written")
            if old is None and new is not None and any(row.id == new.id for row in kept):
                raise UsageError(f"{new.id} was written to the file meanwhile; nothing was written")
            place = kept.index(old) if old is not None else len(kept) if index is None else min(index, len(kept))
            kept[place : place + (old is not None)] = [new] if new is not None else []
            return kept

        rewrite_file(self.seeds / "claims" / f"{self.key}.csv", self.seeds, change)
        self.reload()
        return old, new, place


def paragraphs(at: str) -> tuple[int, ...]:
    """The paragraphs that a cell of `at` names; none where it cannot be read."""
    try:
        return parse_place(at).paragraphs
    except PlaceError:
        return ()


def _told(issue: Issue, row: ClaimRow) -> Told:
    """An issue led to its cell."""
    message = issue.message
    if unnamed := re.search(r"does not name '(.*)'$", message):
        column = next((name for name in FORM if getattr(row, name) == unnamed[1]), "")
    elif re.match("¶[0-9]+ is not in ", message):
        column = "at"
    else:
        match = _COLUMN.match(message)
        column = match["column"] if match and match["column"] in FORM else ""
    return Told(column, message, issue.severity)
