"""The lexicon: how texts say each relation. Read from `ontology/lexicon/`; nothing of the domain stands in code."""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg.errors import InputError

PRIOR = 0.7  # how often a rule is right that no gold has met, as seen on texts that no rule was made for


@dataclass(frozen=True, slots=True)
class Frame:
    """One way of saying a relation.

    `kind` is verb, noun or (flag `inside`) inner (`X-backed Y`); `contents.csv` holds those whose object is a phrase.
    `words` are lemmas; `particle` must follow the verb (`cut off`); `with_noun` holds the nouns that a verb's object
    must have (`hold talks`), or words one of which is said of a noun (`relations … soured`). `subject` and `object`
    are slots: `subj`, `obj`, `poss`, `both`, or prepositions (`with|to`).
    """

    id: str
    kind: str
    relation: str
    words: tuple[str, ...]
    particle: str
    with_noun: tuple[str, ...]
    subject: tuple[str, ...]
    object: tuple[str, ...]
    flags: frozenset[str]
    example: str
    claim: str

    @property
    def nouns(self) -> tuple[str, ...]:
        """The nouns wanted, without the preposition before them."""
        return tuple(noun.rpartition(":")[2] for noun in self.with_noun)

    @property
    def specific(self) -> bool:
        """Whether it asks for more than the verb, and so goes before the verb's plain frames."""
        return bool(self.with_noun or self.particle)

    def fits(self, side: str, how: str, is_a: Callable[[str], bool]) -> bool:
        """Whether an end is what flags such as `object:Document/Event`, `object:-State`, `object:named` ask for."""
        for flag in self.flags:
            where, colon, kinds = flag.partition(":")
            if colon and where == side:
                wanted = kinds.lstrip("-").split("/")
                found = how in wanted or ("named" in wanted and how not in _BORROWED) or any(map(is_a, wanted))
                if found == kinds.startswith("-"):
                    return False
        return True


_BORROWED = ("representative", "content", "asset", "modifier", "national", "seat")  # what names another thing's owner


@dataclass(frozen=True)
class Words:
    """Closed classes and cue lists by word, nouns by role, titles."""

    classes: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]
    titles: dict[str, bool]

    @cached_property
    def _kinds(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for name in ("det", "pron", "prep", "modal", "be", "have", "do", "neg", "sub", "cc", "rel", "adv", "stopadj"):
            for word in self.classes.get(name, ()):
                found[word].add(name)
        return {word: frozenset(names) for word, names in found.items()}

    def kinds(self, word: str) -> frozenset[str]:
        """The closed classes of a word."""
        return self._kinds.get(word, frozenset())

    def has(self, name: str, word: str) -> bool:
        """Whether a cue list holds this word."""
        return word in self.classes.get(name, ())

    def is_noun(self, role: str, word: str) -> bool:
        """Whether a noun plays this role."""
        return word in self.nouns.get(role, ())

    @cached_property
    def types(self) -> dict[str, str]:
        """The type that a word in a name tells."""
        return {
            word: role.removeprefix("type:")
            for role, words in self.nouns.items()
            if role.startswith("type:")
            for word in sorted(words)
        }


@dataclass(frozen=True)
class Lexicon:
    """All of it."""

    words: Words
    frames: tuple[Frame, ...]
    roles: dict[str, str]
    confidence: dict[str, float]
    types: dict[str, str]
    phrases: tuple[Frame, ...] = ()

    @cached_property
    def verbs(self) -> dict[str, tuple[Frame, ...]]:
        """Verb frames by lemma."""
        return self._by_word(self.frames, "verb")

    @cached_property
    def nominals(self) -> dict[str, tuple[Frame, ...]]:
        """Noun frames by lemma."""
        return self._by_word(self.frames, "noun")

    @cached_property
    def inner(self) -> dict[str, tuple[Frame, ...]]:
        """Frames by a word that stands inside a noun phrase."""
        return self._by_word(self.frames, "inner")

    @cached_property
    def contents(self) -> dict[str, tuple[Frame, ...]]:
        """Frames whose object is a phrase, by lemma."""
        return self._by_word(self.phrases)

    def _by_word(self, frames: Iterable[Frame], kind: str = "") -> dict[str, tuple[Frame, ...]]:
        found: dict[str, list[Frame]] = defaultdict(list)
        for frame in frames:
            if not kind or frame.kind == kind:
                for word in frame.words:
                    found[word].append(frame)
        return {word: tuple(frames) for word, frames in found.items()}


def load_lexicon(folder: Path) -> Lexicon:
    """Read the lexicon of an ontology folder.

    Raises:
        InputError: a file is missing, or a row lacks what it needs.
    """
    where = folder / "lexicon"
    if not where.is_dir():
        raise InputError(f"{where}: no lexicon; an ontology folder that is to extract holds lexicon/*.csv")
    classes = {row["class"]: frozenset(_list(row["words"])) for row in _rows(where / "words.csv")}
    nouns = {row["role"]: frozenset(_list(row["nouns"])) for row in _rows(where / "nouns.csv")}
    titles = {row["title"]: row["office"] == "yes" for row in _rows(where / "titles.csv")}
    frames = tuple(
        _frame(kind, row, f"{name}:{number}")
        for kind, name in (("verb", "verbs.csv"), ("noun", "nominals.csv"))
        for number, row in enumerate(_rows(where / name), 2)
    )
    phrases = tuple(
        _frame(row.get("kind", "verb"), row, f"contents.csv:{number}")
        for number, row in enumerate(_rows(where / "contents.csv") if (where / "contents.csv").is_file() else (), 2)
    )
    roles = {row["role"]: row["relation"] for row in _rows(where / "roles.csv")}
    table = where / "calibration.csv"
    confidence = {
        row["rule"]: (int(row["right"]) + 2 * PRIOR) / (int(row["right"]) + int(row["wrong"]) + 2)
        for row in (_rows(table) if table.is_file() else ())
    }
    types = {row["written"]: row["type"] for row in _rows(where / "types.csv")}
    return Lexicon(Words(classes, nouns, titles), frames, roles, confidence, types, phrases)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                yield {key: (value or "").strip() for key, value in row.items() if key}
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}") from error


def _list(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in cell.split("|"))))


def _frame(kind: str, row: dict[str, str], where: str) -> Frame:
    if not (row.get("id") and row.get("relation") and row.get("words") and row.get("subject") and row.get("object")):
        raise InputError(f"lexicon {where}: id, relation, words, subject and object are needed")
    flags = frozenset(_list(row.get("flags", "")))
    return Frame(
        row["id"],
        "inner" if "inside" in flags else kind,
        row["relation"],
        _list(row["words"]),
        row.get("particle", ""),
        _list(row.get("with_noun", "")),
        _list(row["subject"]),
        _list(row["object"]),
        flags,
        row.get("example", ""),
        row.get("claim", ""),
    )
