"""Names: what the project, the world list and `--names` call things, and where these names stand in a text."""

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from kg.errors import InputError
from kg.model import Dossier, Entity, Name
from kg.vocabulary import shipped

_PIECE = re.compile(r"\w+")
_GLUE = re.compile(r"[ \t]?[-–—.'’&/]?[ \t]?")


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing that can be named. `id` is '' for what a text or `--names` brings in new."""

    key: str
    id: str
    name: str
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One surface form: which thing it names, and how (name, alias, demonym, metonym, title, misspelling)."""

    key: str
    kind: str
    cased: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of text that is a known name, with all readings."""

    start: int
    end: int
    forms: tuple[Form, ...]


def fold_letters(text: str) -> str:
    """Without case and accents, letter for letter, so that offsets stay.

    >>> fold_letters("Erdoğan’s")
    'erdogan’s'
    """
    return text.lower() if text.isascii() else "".join(map(_fold_letter, text))


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    base = unicodedata.normalize("NFKD", letter)[0].lower()
    return {"ı": "i", "ø": "o", "ł": "l", "đ": "d"}.get(base, base if len(base) == 1 else letter)


def pieces(text: str) -> list[tuple[str, int, int]]:
    """The words of a text with their places, folded."""
    folded = fold_letters(text)
    return [(match[0], match.start(), match.end()) for match in _PIECE.finditer(folded)]


class Gazetteer:
    """Entries by key and a tree of their names by word; longest match wins."""

    def __init__(self, entries: Iterable[Entry] = (), forms: Iterable[tuple[str, Form]] = ()):
        self.entries: dict[str, Entry] = {}
        self._tree: dict[str, dict[tuple[str, ...], list[Form]]] = {}
        self._own: set[str] = set()  # branches of the tree that no copy shares
        self._longest: dict[str, int] = defaultdict(int)
        self._lower: set[str] = set()
        self.capitals: dict[str, str] = {}  # of states, once all names are known
        for entry in entries:
            self.add_entry(entry)
        for surface, form in forms:
            self.add_form(surface, form)

    def copy(self) -> "Gazetteer":
        """One that a document may add to."""
        other = Gazetteer()
        other.entries = dict(self.entries)
        other._tree = dict(self._tree)
        self._own.clear()
        other._lower = set(self._lower)
        other.capitals = self.capitals
        other._longest = defaultdict(int, self._longest)
        return other

    def add_entry(self, entry: Entry) -> None:
        """Make a thing known, by its own name."""
        self.entries[entry.key] = entry
        self.add_form(entry.name, Form(entry.key, "name"))

    def add_form(self, surface: str, form: Form) -> None:
        """Make one more name of a thing known."""
        words = tuple(word for word, _, _ in pieces(surface))
        if not words:
            return
        if surface[:1].islower() and len(words) > 1:
            self._lower.add(words[0])
        if words[0] not in self._own:
            self._tree[words[0]] = dict(self._tree.get(words[0], ()))
            self._own.add(words[0])
        known = self._tree[words[0]].setdefault(words, [])
        exact = (surface.isupper() and len(surface) <= 5) or (surface[0].islower() and surface != surface.lower())
        cased = surface if exact else form.cased  # `US` is no `us`, `the North` no `the north`
        made = Form(form.key, form.kind, cased, form.when)
        if all((made.key, made.kind) != (other.key, other.kind) for other in known):
            self._tree[words[0]][words] = [*known, made]
        self._longest[words[0]] = max(self._longest[words[0]], len(words))

    def forms(self, surface: str) -> tuple[Form, ...]:
        """All readings of exactly this name."""
        words = tuple(word for word, _, _ in pieces(surface))
        return tuple(self._tree.get(words[0], {}).get(words, ())) if words else ()

    def beginning(self, word: str) -> Iterator[tuple[tuple[str, ...], Form]]:
        """All names that begin with this word."""
        for words, forms in self._tree.get(word, {}).items():
            for form in forms:
                yield words, form

    def find_capitals(self) -> None:
        """Note the city whose name stands for a state."""
        for _, forms in self.surfaces():
            cities = [f.key for f in forms if "Place" in (types := self.entries[f.key].types) and "State" not in types]
            for form in forms if cities else ():
                if form.kind == "metonym":
                    self.capitals.setdefault(form.key, cities[0])

    def surfaces(self) -> Iterator[tuple[str, tuple[Form, ...]]]:
        """All names with what they may stand for."""
        for tails in self._tree.values():
            for words, forms in tails.items():
                yield " ".join(words), tuple(forms)

    def find(self, text: str) -> Iterator[Hit]:
        """All names in a text, longest first match, whole words, starting with a capital or a digit."""
        words = pieces(text)
        place = 0
        while place < len(words):
            first, start, _ = words[place]
            length = 0
            if first in self._tree and (not text[start].islower() or first in self._lower):
                length = self._match(text, words, place)
            if length:
                end = words[place + length - 1][2]
                forms = self._tree[first][tuple(word for word, _, _ in words[place : place + length])]
                fitting = tuple(form for form in forms if not form.cased or _same_case(form.cased, text[start:end]))
                if fitting:
                    yield Hit(start, end, fitting)
                else:
                    length = 1
            place += max(length, 1)

    def _match(self, text: str, words: list[tuple[str, int, int]], place: int) -> int:
        tails = self._tree[words[place][0]]
        reach = 1
        longest = self._longest[words[place][0]]
        while reach < longest and place + reach < len(words):
            gap = text[words[place + reach - 1][2] : words[place + reach][1]]
            if not _GLUE.fullmatch(gap):
                break
            reach += 1
        for length in range(reach, 0, -1):
            if tuple(word for word, _, _ in words[place : place + length]) in tails:
                return length
        return 0


def _same_case(wanted: str, found: str) -> bool:
    return wanted[:1].casefold() + wanted[1:].replace(".", "") == found[:1].casefold() + found[1:].replace(".", "")


def read_world() -> tuple[tuple[Entity, ...], tuple[Name, ...]]:
    """The world gazetteer that ships: states, capitals, international bodies."""
    folder = shipped("example/world", "seeds/world")
    entities = tuple(
        Entity(row["id"], tuple(row["type"].split("|")), row["name"], wikidata=row.get("wikidata", ""))
        for row in _rows(folder / "entities.csv")
    )
    names = tuple(
        Name(row["entity"], row["name"], row.get("lang", ""), row.get("kind", ""), when=row.get("when", "") or "")
        for row in _rows(folder / "names.csv")
    )
    return entities, names


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{key: value or "" for key, value in row.items() if key} for row in csv.DictReader(file)]


def read_extra(path: Path) -> tuple[tuple[Entity, ...], tuple[Name, ...]]:
    """The names of one run: `name` required; `id`, `type`, `aliases` (with `|`), `lang`, `kind` optional.

    Raises:
        InputError: the file cannot be read or has no column `name`.
    """
    try:
        rows = _rows(path)
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: not a CSV file in UTF-8: {error}") from error
    if rows and "name" not in rows[0]:
        raise InputError(f"{path}:1: no column 'name'")
    entities, names = [], []
    for row in rows:
        if row["name"].strip():
            types = tuple(filter(None, row.get("type", "").split("|")))
            entity = Entity(row.get("id", ""), types, row["name"].strip())
            entities.append(entity)
            names += [
                Name(entity.name, alias.strip(), row.get("lang", ""), row.get("kind", "") or "alias")
                for alias in row.get("aliases", "").split("|")
                if alias.strip()
            ]
    return tuple(entities), tuple(names)


def build(
    dossier: Dossier | None = None,
    extra: Path | None = None,
    guess: Mapping[str, str] | None = None,
    types: Mapping[str, str] | None = None,
) -> Gazetteer:
    """The names for one run: the project's first, then those of `--names`, then the world's.

    A name that an earlier list has names the same thing in a later one, and is not added twice. `guess` maps words of
    names to types, for names that come without one; `types` what people write as a type to ours (any, if not given).
    """
    gazetteer = Gazetteer()
    if dossier:
        _add_dossier(gazetteer, dossier)
    world, world_names = read_world()
    things, names = read_extra(extra) if extra else ((), ())
    if types is not None:
        things = tuple(replace(thing, types=_known_types(thing.types, types)) for thing in things)
    _add_extra(gazetteer, things, names, {thing.name: thing for thing in world}, guess or {})
    _add_world(gazetteer, world, world_names)
    _vary(gazetteer, things)
    gazetteer.find_capitals()
    return gazetteer


def _known_types(written: Iterable[str], types: Mapping[str, str]) -> tuple[str, ...]:
    """`Country` is a State, `Event/Meeting` an Event; what nobody knows is left out."""
    found = [types.get(part.strip().casefold(), "") for name in written for part in name.split("/")]
    return tuple(dict.fromkeys(filter(None, found)))


def _add_dossier(gazetteer: Gazetteer, dossier: Dossier) -> None:
    for thing in dossier.things:
        types = thing.types if isinstance(thing, Entity) else (thing.type,)
        gazetteer.add_entry(Entry(thing.id, thing.id, thing.name, types))
    for name in dossier.names:
        if name.lang in ("", "en") and name.entity in gazetteer.entries:
            gazetteer.add_form(name.name, Form(name.entity, name.kind or "name", when=name.when))


def _add_extra(
    gazetteer: Gazetteer,
    things: Iterable[Entity],
    names: Iterable[Name],
    world: Mapping[str, Entity],
    guess: Mapping[str, str],
) -> None:
    for thing in things:
        twin = world.get(thing.name)
        types = thing.types or (twin.types if twin else guess_types(thing.name, guess))
        key = thing.id or (twin.id if twin else "")
        if not gazetteer.forms(thing.name):
            gazetteer.add_entry(Entry(key or thing.name, key, thing.name, types))
    for name in names:
        for form in gazetteer.forms(name.entity):
            if form.kind == "name":
                gazetteer.add_form(name.name, Form(form.key, name.kind))


def _add_world(gazetteer: Gazetteer, world: Iterable[Entity], names: Iterable[Name]) -> None:
    same: dict[str, str] = {}
    for thing in world:
        known = [form.key for form in gazetteer.forms(thing.name) if form.kind == "name"]
        known = [key for key in known if _agree(gazetteer.entries[key].types, thing.types)] or known[:1]
        same[thing.id] = known[0] if known else thing.id
        if not known:
            gazetteer.add_entry(Entry(thing.id, thing.id, thing.name, thing.types))
    for name in names:
        if name.lang not in ("", "en") or name.entity not in same:
            continue
        key = same[name.entity]
        taken = [form for form in gazetteer.forms(name.name) if form.kind in ("name", "alias")]
        full = [form.key for form in taken if form.kind == "name" and name.kind == "alias"]
        if full and key == name.entity and full[0] != key:  # `--names` knows it by this other name
            gazetteer.add_form(gazetteer.entries[key].name, Form(full[0], "alias"))
        elif not taken or name.kind not in ("", "alias"):
            gazetteer.add_form(name.name, Form(key, name.kind or "name", when=name.when))


def _agree(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    return not first or bool(set(first) & set(second))


def guess_types(name: str, words: Mapping[str, str]) -> tuple[str, ...]:
    """The types of a name from its words, such as its last one; () where nothing tells."""
    parts = name.replace("–", " ").replace("-", " ").split()
    if not parts:
        return ()
    for word in (parts[-1], *parts):
        if found := words.get(word.casefold()):
            return (found,)
    if len(parts) == 1 and parts[0].isupper():
        return (words.get("*upper", "Organization"),)
    return ()


def _swap(words: list[str]) -> str:
    """`department of state` is `state department`, and back; '' for other names."""
    if len(words) > 2 and words[1] == "of":
        return " ".join([*words[2:], words[0]])
    return f"{words[-1]} of {' '.join(words[:-1])}" if len(words) == 2 else ""


def _vary(gazetteer: Gazetteer, things: Iterable[Entity]) -> None:
    """`US Department of X` is also `United States Department of X`; `X of Germany` is also `the German X`."""
    forms = _forms_by_key(gazetteer)
    known = {fold_letters(word): key for key, words in forms.items() for word in words}
    for thing in things:
        words = [word for word, _, _ in pieces(thing.name)]
        for form in gazetteer.forms(thing.name)[:1]:
            for length in (1, 2):
                lead = known.get(" ".join(words[:length]))
                if lead is not None and len(words) > length:
                    _vary_lead(gazetteer, form.key, words[length:], forms[lead])
                tail = known.get(" ".join(words[-length:]))
                if tail is not None and len(words) > length + 1 and words[-length - 1] == "of":
                    rest = " ".join(words[: -length - 1])
                    for other in forms[tail]:
                        gazetteer.add_form(f"{other} {rest}", Form(form.key, "alias"))
                    gazetteer.add_form(rest, Form(form.key, "alias"))


def _forms_by_key(gazetteer: Gazetteer) -> dict[str, list[str]]:
    """The names, aliases and demonyms of states and bodies that lists know."""
    kinds = {"State", "Organization"}
    forms = {entry.key: [entry.name] for entry in gazetteer.entries.values() if entry.id and set(entry.types) & kinds}
    for surface, found in list(gazetteer.surfaces()):
        for form in found:
            if form.key in forms and form.kind in ("alias", "demonym"):
                forms[form.key].append(surface)
    return forms


def _vary_lead(gazetteer: Gazetteer, key: str, rest: list[str], others: Iterable[str]) -> None:
    words, swapped = " ".join(rest), _swap(rest)
    for other in others:
        for surface in (f"{other} {words}", f"{words} of {other}", f"{words} of the {other}"):
            gazetteer.add_form(surface, Form(key, "alias"))
        if swapped:
            gazetteer.add_form(f"{other} {swapped}", Form(key, "alias"))
    if swapped and not gazetteer.forms(swapped):
        gazetteer.add_form(swapped, Form(key, "alias"))
