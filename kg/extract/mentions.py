"""Mentions: the names in one document, those it brings in new, and what each stands for."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kg.dates import DateError, interval
from kg.extract.gazetteer import Entry, Form, Gazetteer, fold_letters, guess_types, pieces
from kg.extract.lexicon import Words


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text: which entry it was linked to, and how (`name`, `alias`, `demonym`, `surname`, `new` …)."""

    start: int
    end: int
    key: str
    how: str
    others: tuple[str, ...] = ()


_WORD = r"\w*(?:[’'](?!s\b)\w+)*"
_CAPITAL = rf"(?:[A-ZÀ-Ž]{_WORD}(?:[-–][A-Za-z]{_WORD})*|[A-Z]\.)"
_NAME = rf"{_CAPITAL}(?:\ (?:(?:al|el|bin|ibn|van|von|der|de|da|dos|du|la|le)[\ -])?{_CAPITAL}){{0,3}}"
_ACRONYM = re.compile(r"\s\((?:the\s)?([A-Z][A-Za-z]?[A-Z&]{1,6}s?)\)")
_PLACE_PREPOSITIONS = re.compile(
    r"\b(?:in|at|near|outside|around|from|to|into|across|inside|via|through)\s+(?:the\s+)?$", re.IGNORECASE
)
_ARRIVALS = re.compile(r"\b(?:in|at|near|outside|around|inside)\s+$", re.IGNORECASE)


class Finder:
    """Finds the names of a document, learning as it reads."""

    def __init__(self, text: str, gazetteer: Gazetteer, words: Words, published: datetime.date | None):
        self.text, self.words, self.published = text, words, published
        self.gazetteer = gazetteer.copy()
        titles = sorted(words.titles, key=lambda title: (-len(title), title))
        self._titles = "|".join(re.escape(title).replace(r"\ ", r"\s") for title in titles)

    def find(self) -> list[Mention]:
        """All names, in order of place."""
        self._titled()
        self._organizations()
        first = self._link()
        self._learn_persons(first)
        self._learn_acronyms(first)
        return self._link()

    def entry(self, key: str) -> Entry:
        """The entry of a key."""
        return self.gazetteer.entries[key]

    def is_a(self, key: str, *types: str) -> bool:
        """Whether an entry has one of these types."""
        return bool(set(self.gazetteer.entries[key].types) & set(types))

    def _link(self) -> list[Mention]:
        found = []
        for hit in self.gazetteer.find(self.text):
            end = hit.end
            forms = [form for form in hit.forms if self._valid(form)]
            if not forms or (hit.end - hit.start < 2):
                continue
            if self._inside_name(hit.start, end, forms):
                continue
            chosen = self._choose(hit.start, forms)
            how = "demonym" if chosen.kind == "demonym" else chosen.kind
            others = tuple(sorted({form.key for form in forms} - {chosen.key}))
            found.append(Mention(hit.start, end, chosen.key, how, others))
        return found

    def within(self, mention: Mention) -> list[Mention]:
        """The names of parties and places inside a longer name that is neither."""
        types = set(self.entry(mention.key).types)
        if types & {"Person", "State", "Organization", "Company", "Place"}:
            return []
        found: dict[int, Mention] = {}
        words = [
            (mention.start + match.start(), mention.start + match.end())
            for match in re.finditer(r"[^\s–—-]+", self.text[mention.start : mention.end])
        ]
        for first, last in ((words[0][0], words[-2][1]), (words[1][0], words[-1][1])) if len(words) > 1 else ():
            for hit in self.gazetteer.find(self.text[first:last]):
                forms = [form for form in hit.forms if self._valid(form)]
                if forms:
                    chosen = self._choose(first + hit.start, forms)
                    inner = Mention(first + hit.start, first + hit.end, chosen.key, chosen.kind)
                    party = self.is_a(chosen.key, "Person", "State", "Organization", "Company", "Place")
                    for each in [inner] if party else self.within(inner):
                        found[each.start] = each
        return [found[start] for start in sorted(found)]

    def _valid(self, form: Form) -> bool:
        if not form.when or self.published is None:
            return True
        try:
            span = interval(form.when)
        except DateError:
            return True
        return (span.earliest is None or span.earliest <= self.published) and (
            span.latest is None or self.published <= span.latest
        )

    def _choose(self, start: int, forms: Sequence[Form]) -> Form:
        """A capital is its government, unless it stands where a place does."""
        if len(forms) == 1:
            return forms[0]
        place = next(
            (form for form in forms if self.is_a(form.key, "Place") and not self.is_a(form.key, "State")), None
        )
        metonym = next((form for form in forms if form.kind == "metonym"), None)
        if place and metonym:
            before = self.text[max(0, start - 14) : start]
            based = re.match(r"[\w ]+?-based", self.text[start : start + 30])
            return (
                place
                if based or _PLACE_PREPOSITIONS.search(before) or self.text[start - 2 : start] == ", "
                else metonym
            )
        order = ("name", "alias", "surname", "title", "contested", "metonym", "demonym", "misspelling")
        return min(forms, key=lambda form: order.index(form.kind) if form.kind in order else 9)

    def _inside_name(self, start: int, end: int, forms: Sequence[Form]) -> bool:
        """A surname inside another's full name: `Shintaro Abe` where `Abe` is known."""
        if not any(self.is_a(form.key, "Person") for form in forms) or " " in self.text[start:end]:
            return False
        before = re.search(rf"({_CAPITAL})\ $", self.text[max(0, start - 25) : start])
        if not before:
            return False
        word = before[1]
        if fold_letters(word) in self.words.titles or any(
            title.split()[-1] == fold_letters(word) for title in self.words.titles
        ):
            return False
        known = self.gazetteer.forms(word)
        sentence_start = re.search(r"(?:^|[.!?\n]\s+|[“\"])$", self.text[max(0, start - 25) : start - len(word) - 1])
        return not known and not (sentence_start and self.words.kinds(word.casefold()))

    def _titled(self) -> None:
        """`Foreign Minister Taro Kono`: a title and an unknown name make a new person."""
        for match in re.finditer(rf"(?i:\b(?:{self._titles}))\s({_NAME})", self.text):
            self._new_person(match.group(1))

    def _new_person(self, name: str) -> None:
        name = re.sub(r"[’']s$", "", name).strip()
        if self.gazetteer.forms(name):
            key = self.gazetteer.forms(name)[0].key
            entry = self.entry(key)
            if not entry.types:
                self.gazetteer.entries[key] = Entry(entry.key, entry.id, entry.name, ("Person",))
            return
        words = [word for word, _, _ in pieces(name)]
        if len(words) < 2 or any(
            self.gazetteer.forms(word) and self.gazetteer.forms(word)[0].kind == "demonym" for word in words
        ):
            return
        if any(word in self.words.titles or self.words.kinds(word) for word in words) or words[-1] in self.words.types:
            return
        if any(self.gazetteer.forms(part) for part in (" ".join(words[:2]), words[0])):
            return
        if key := self._spelt_nearly(words):
            self.gazetteer.add_form(name, Form(key, "misspelling"))
            self.gazetteer.add_form(name.split()[-1], Form(key, "surname"))
            return
        self.gazetteer.add_entry(Entry(name, "", name, ("Person",)))

    def _spelt_nearly(self, words: Sequence[str]) -> str:
        """The entry with the same first name and nearly the same surname, the oldest if there are several."""
        near = {
            form.key
            for other, form in self.gazetteer.beginning(words[0])
            if form.kind == "name"
            and len(other) > 1
            and SequenceMatcher(None, other[-1], words[-1]).ratio() >= 0.85
            and other == tuple(word for word, _, _ in pieces(self.entry(form.key).name))
        }
        return next((key for key in self.gazetteer.entries if key in near), "") if near else ""

    def _organizations(self) -> None:
        """`the Ministry of Defence`, `Lebanon Reform Party`: capitals ending in a word for a body make a new one."""
        types = self.words.types
        for match in re.finditer(rf"(?<![-–.\w]){_CAPITAL}(?:\ (?:(?:of|for|and)\ )?{_CAPITAL}){{1,5}}", self.text):
            name = match[0]
            name = re.sub(r"^(?:(?:\S+-(?:[a-z]+ed|run)|The|An?)\s)+", "", name)
            if self.gazetteer.forms(name):
                continue
            words = name.split()
            short = _ACRONYM.match(self.text, match.end())
            known = [form for form in self.gazetteer.forms(short[1]) if form.kind == "name"] if short else []
            initials = "".join(word[0] for word in words if word[0].isupper())
            begins = known and short and (initials[:1] == short[1][:1] or known[0].kind == "name") and len(words) > 1
            spells = short and len(initials) == len(short[1])
            if begins and (spells or words[-1].casefold() in self.words.types or len(words) > 2):
                self.gazetteer.add_form(name, Form(known[0].key, "alias"))
                continue
            kind = types.get(words[-1].casefold(), "")
            lead = fold_letters(words[0])
            if kind not in ("Organization", "Company") or self.words.kinds(lead) or lead in self.words.titles:
                continue
            if any(word.casefold() in self.words.titles for word in words):
                continue
            self.gazetteer.add_entry(Entry(name, "", name, (kind,)))

    def _learn_persons(self, found: Sequence[Mention]) -> None:
        """Surnames, once the full name was seen; types of names that come without one."""
        surnames: dict[str, set[str]] = {}
        for mention in found:
            entry = self.entry(mention.key)
            types = entry.types
            if not types:
                types = ("Person",) if self._looks_like_person(entry) else guess_types(entry.name, self.words.types)
                if not types and self._looks_like_place(entry):
                    types = ("Place",)
                self.gazetteer.entries[entry.key] = Entry(entry.key, entry.id, entry.name, types)
            if "Person" in types:
                for surname in _surnames(entry.name):
                    surnames.setdefault(surname, set()).add(entry.key)
            elif set(types) & {"Organization", "Company"} or not types:
                self._shorten(entry)
        for surname, keys in sorted(surnames.items()):
            if len(keys) == 1 and len(surname) > 2 and not self.gazetteer.forms(surname):
                self.gazetteer.add_form(surname, Form(next(iter(keys)), "surname"))

    def _shorten(self, entry: Entry) -> None:
        """`Mahan Air` is `Mahan` later on, `Houthi movement` is `the Houthis`."""
        parts = entry.name.split()
        if len(parts) != 2 or parts[-1].casefold() not in self.words.types or self.gazetteer.forms(parts[0]):
            return
        lead = parts[0].casefold()
        if len(lead) > 3 and not self.words.kinds(lead) and lead not in self.words.types:
            self.gazetteer.add_form(parts[0], Form(entry.key, "short"))
            if not parts[0].endswith("s"):
                self.gazetteer.add_form(parts[0] + "s", Form(entry.key, "short"))

    def _looks_like_person(self, entry: Entry) -> bool:
        parts = entry.name.split()
        if not 2 <= len(parts) <= 4 or any(part.casefold() in self.words.types for part in parts):
            return False
        if not all(
            part[0].isupper() or part.casefold() in ("al", "bin", "van", "de", "von") or "-" in part for part in parts
        ):
            return False
        name = re.escape(entry.name)
        if re.search(rf"(?i:\b(?:{self._titles}))\s{name}", self.text) or re.search(
            rf"{name},\s(?:the\s|a\s|an\s)?[\w’' ]{{0,40}}\b(?:{self._titles})\b", self.text
        ):
            return True
        if re.search(rf"\b(?:the|in|near|at|into|around|outside)\s{name}", self.text, re.IGNORECASE):
            return False
        if any(self.gazetteer.forms(part) for part in parts[:1]):
            return False
        if any(self.gazetteer.forms(part) and self.gazetteer.forms(part)[0].key != entry.key for part in parts):
            return False
        return len(parts) <= 3

    def _looks_like_place(self, entry: Entry) -> bool:
        return bool(re.search(rf"\b(?:in|at|near|into|around|outside)\s{re.escape(entry.name)}\b", self.text))

    def _learn_acronyms(self, found: Sequence[Mention]) -> None:
        for mention in found:
            match = _ACRONYM.match(self.text, mention.end)
            if match and not self.gazetteer.forms(match[1]):
                self.gazetteer.add_form(match[1], Form(mention.key, "acronym"))


def _surnames(name: str) -> list[str]:
    """What a person is called once the full name was told: the last word, `al-X` without its article, the last two."""
    parts = name.split()
    if len(parts) < 2:
        return []
    article, dash, rest = parts[-1].partition("-")
    return [
        parts[-1],
        *([rest] if dash and article in ("al", "el") else []),
        *([" ".join(parts[-2:])] if len(parts) > 2 else []),
    ]
