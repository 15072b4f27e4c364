"""Claims as a report tells them: one entry for each, with all who tell it and where."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kg.dates import interval
from kg.errors import UsageError
from kg.report import STORY, Section, ask
from kg.store import Queryable
from kg.table import Table, Value

BARS = "▁▂▃▄▅▆▇█"
STAGES = {
    "Fact": "",
    "Report": "reported",
    "Plan": "planned",
    "Denial": "denied",
    "Hypothesis": "possible",
    "Demand": "demanded",
}


@dataclass(frozen=True, slots=True)
class Proof:
    """Who tells a claim where. `author` is False where the source lends its page to another's voice."""

    source: str
    place: str
    voice: str
    by: str
    wording: str
    said: str
    said_from: str
    published: str
    published_from: str
    quote: str

    @property
    def author(self) -> bool:
        """Whether the author says it in the author's own voice."""
        return self.voice == f"author-of-{self.source}"


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with its evidence. Days are ISO, blank where not told."""

    id: str
    text: str
    cls: str
    relation: str
    kind: str
    family: str
    sign: int
    attitude: bool
    subject: str
    name: str
    object: str
    when: str
    earliest: str
    latest: str
    outcome: str
    origins: int
    proofs: list[Proof] = field(default_factory=list)

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that tell it, each once."""
        return tuple(dict.fromkeys(proof.source for proof in self.proofs))

    @property
    def ends(self) -> set[str]:
        """Its subject and object."""
        return {self.subject, self.object}

    @property
    def place(self) -> tuple[str, int]:
        """Where it is first told, to order by."""
        first = self.proofs[0]
        return first.source, int(first.place[1:]) if first.place[1:].isdecimal() else 0

    @property
    def uttered(self) -> tuple[str, str]:
        """The first day on which it was said or so, and how to write it; in brackets that of the report."""
        said = sorted((proof.said_from, proof.said) for proof in self.proofs if proof.said_from)
        if said:
            return said[0]
        if self.earliest:
            return self.earliest, self.when
        told = sorted((proof.published_from, f"({proof.published})") for proof in self.proofs if proof.published_from)
        return told[0] if told else ("", "")


_TEXTS = ("text", "relation", "kind", "family", "subject", "object", "when", "earliest", "latest", "outcome")


def told(store: Queryable, since: str = "", until: str = "", **values: str) -> list[Told]:
    """The claims that the query `told` gives, in its order.

    Args:
        store: what to ask.
        since: an EDTF time; what ended before it, or bears no date, is left out.
        until: an EDTF time; what began after it, or bears no date, is left out.
        values: parameters of the query.
    """
    found: dict[str, Told] = {}
    for row in ask(store, "told", **values).records():
        text = {key: "" if value is None else str(value) for key, value in row.items()}
        if text["claim"] not in found:
            found[text["claim"]] = Told(
                id=text["claim"],
                cls=text["class"],
                sign=int(text["sign"]),
                attitude=row["attitude"] is True or row["kind"] in ("stance", "speech"),
                name=text["name"] or text["subject"],
                origins=int(text["origins"]),
                **{key: text[key] for key in _TEXTS},  # type: ignore[arg-type]
            )
        place = f"¶{text['place']}" if isinstance(row["place"], int) else text["place"] and f"p. {text['place']}"
        by = text["by"] or text["voice"]
        rest = (text[key] for key in ("wording", "said", "saidFrom", "published", "publishedFrom", "quote"))
        found[text["claim"]].proofs.append(Proof(text["source"], place, text["voice"], by, *rest))
    first, last = bounds(since, until)
    return [item for item in found.values() if (not first and not last) or _within(item, first, last)]


def bounds(since: str, until: str) -> tuple[str, str]:
    """The first day of one EDTF time and the last of another; blank where open.

    Raises:
        UsageError: the first is later than the last.
    """
    first = interval(since).earliest if since else None
    last = interval(until).latest if until else None
    if first and last and first > last:
        raise UsageError(f"--from {since} is later than --to {until}: nothing can pass")
    return first.isoformat() if first else "", last.isoformat() if last else ""


def _within(item: Told, first: str, last: str) -> bool:
    if not item.earliest and not item.latest:
        return False
    return not (first and item.latest and item.latest < first) and not (last and item.earliest and item.earliest > last)


def cite(proofs: Iterable[Proof]) -> str:
    """`one2016 ¶3, ¶7; two2018 ¶1`: sources in order, each with its places."""
    places: dict[str, list[str]] = {}
    for proof in proofs:
        known = places.setdefault(proof.source, [])
        if proof.place and proof.place not in known:
            known.append(proof.place)
    return "; ".join(f"{source} {', '.join(found)}".strip() for source, found in places.items())


def voices(item: Told) -> str:
    """Who tells it: nobody is named where only authors do, in their own voice."""
    return ", ".join(dict.fromkeys(proof.by for proof in item.proofs if not proof.author))


def note(item: Told, *more: str) -> str:
    """How it is said: whose voice, how near to the words, planned or denied and what became of it."""
    by = voices(item)
    wordings = "/".join(dict.fromkeys(proof.wording for proof in item.proofs if proof.wording))
    quotes = [f"“{quote}”" for quote in dict.fromkeys(proof.quote for proof in item.proofs if proof.quote)]
    told_by = f"according to {by}" if by else ""
    outcome = f"outcome: {item.outcome}" if item.outcome else ""
    parts = (*quotes, told_by, wordings, STAGES.get(item.cls, item.cls), outcome, *more)
    return " · ".join(part for part in parts if part)


def entry(item: Told, when: str, *more: str) -> tuple[Value, ...]:
    """A claim as a row of a story."""
    return when, item.text, note(item, *more), cite(item.proofs), item.id


def spark(years: Iterable[str]) -> str:
    """How often each year stands in a list, as a line: `2015▃ 16▁ 17█`; years between without any are shown."""
    counts = Counter(int(year) for year in years if year)
    if len(counts) < 2:
        return ""
    span = range(min(counts), max(counts) + 1)
    if len(span) > 40:  # a line of the terminal
        return ""
    top = max(counts.values())
    marks = [BARS[(len(BARS) - 1) * counts[year] // top] if counts[year] else "·" for year in span]
    labels = [f"{year}" if year % 100 == 0 or year == span[0] else f"{year % 100:02}" for year in span]
    return " ".join(label + mark for label, mark in zip(labels, marks, strict=True))


def plural(count: int, noun: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def counted(names: Iterable[str], limit: int = 6) -> str:
    """`Ann (3), Bob (1)`: the most frequent first."""
    counts = Counter(names).most_common()
    shown = ", ".join(f"{name} ({count})" for name, count in counts[:limit])
    return shown + (f" and {len(counts) - limit} more" if len(counts) > limit else "")


def span(days: Iterable[str]) -> str:
    """`2016 to 2021`, or one year, or nothing."""
    years = sorted({day[:4] for day in days if day})
    return " to ".join(dict.fromkeys((years[0], years[-1]))) if years else ""


def extent(items: Sequence[Told], what: str = "claim") -> str:
    """`5 claims, 2016 to 2021, from 2 sources`."""
    days = span(item.uttered[0] for item in items)
    sources = {source for item in items for source in item.sources}
    return ", ".join(filter(None, (plural(len(items), what), days, f"from {plural(len(sources), 'source')}")))


def months_between(one: str, two: str) -> int:
    """Whole months from one ISO day to another."""
    (year, month), (later, last) = ((int(day[:4]), int(day[5:7])) for day in (one, two))
    return (later - year) * 12 + last - month


def gaps(days: Sequence[str], least: int = 12) -> dict[int, int]:
    """The position of each day that comes at least so many months after the one before, and how many."""
    spans = {index: months_between(*pair) for index, pair in enumerate(pairwise(days), 1)}
    return {index: months for index, months in spans.items() if months >= least}


def by_utterance(items: Iterable[Told]) -> list[Told]:
    """Claims in the order in which they were said or so, then of their place in the source."""
    return sorted(items, key=lambda item: (item.uttered[0], item.place, item.text))


def uttered(heading: str, items: Iterable[Told]) -> Section:
    """Claims as a section in the order in which they were said or so."""
    return Section(heading, Table.of(STORY, [entry(item, item.uttered[1]) for item in by_utterance(items)]))


def leading(claims: Mapping[str, Told], ids: Iterable[str], most: int) -> list[Told]:
    """Of some claims those best founded: by origins, then by places where they are told."""
    found = [claims[id_] for id_ in ids if id_ in claims]
    return sorted(found, key=lambda item: (-item.origins, -len(item.proofs), item.id))[:most]


def founded(item: Told) -> str:
    """On how many origins a claim rests, with those of what corroborates it, where they are several."""
    return f"{item.origins} origins" if item.origins > 1 else ""


def listed(names: Sequence[str]) -> str:
    """`Ann, Bob and Cid`."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def filled(*sections: Section) -> tuple[Section, ...]:
    """The sections that hold something."""
    return tuple(section for section in sections if len(section.table))
