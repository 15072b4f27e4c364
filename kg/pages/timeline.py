"""The timeline page: dated claims in order of the time that they speak of, plans beside what came of them."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kg.pages.claims import LAYERS, Shown
from kg.pages.frame import render, template_text
from kg.pages.site import Site
from kg.pages.years import Axis, Bar, axis, bars
from kg.report.timeline import MARKS, day, lasts, late, precision
from kg.report.told import Told, extent, gaps

GAP = 12  # months without a dated claim that are told
_SETTLED = """
SELECT DISTINCT ?plan ?later { ?plan kg:fulfilledBy|kg:lapsedBy ?later . ?plan a kg:Plan } ORDER BY ?plan ?later
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A dated claim: how sure its time is, how late it was first told, what came of it, and the silence before it."""

    item: Shown
    told: Told
    who: tuple[str, ...]
    precision: str
    late: str
    later: tuple[Shown, ...]
    span: tuple[float, float]
    silent: int = 0

    @property
    def day(self) -> str:
        """Where it stands in the order of time."""
        return day(self.told)

    @property
    def published(self) -> str:
        """When the first source that tells it came out."""
        dated = sorted((proof.published_from, proof.published) for proof in self.told.proofs if proof.published_from)
        return dated[0][1] if dated else ""


@dataclass(frozen=True)
class Timeline:
    """All dated claims: `years` are the points by year, `lasting` what goes on for long, `plans` all plans."""

    years: dict[str, list[Entry]]
    lasting: list[Entry]
    plans: list[Entry]
    axis: Axis
    bars: list[Bar]
    undated: int
    proposed: int
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def dated(self) -> list[Entry]:
        """Points and lasting ones."""
        return [*(entry for found in self.years.values() for entry in found), *self.lasting]

    @property
    def top(self) -> int:
        """The height of the highest column."""
        return max((bar.bottom + bar.count for bar in self.bars), default=0)


def timeline(site: Site) -> Timeline:
    """Gather what the page shows; the rules are those of the report."""
    later: dict[str, list[Shown]] = defaultdict(list)
    for plan, other in site.store.select(_SETTLED).rows:
        if str(other) in site.claims:
            later[str(plan)].append(site.claims[str(other)])
    told = [item for item in site.told.values() if item.when and item.id in site.claims]
    points = sorted((item for item in told if not lasts(item)), key=lambda item: (day(item), item.latest, item.text))
    lasting = [item for item in told if lasts(item)]
    ends = [end for item in told for end in (item.earliest, item.latest) if end]
    found = axis(int(end[:4]) for end in ends)
    silent = gaps([day(item) for item in points], GAP)
    years: dict[str, list[Entry]] = defaultdict(list)
    for index, item in enumerate(points):
        years[day(item)[:4]].append(_entry(site, item, later, _within_year(item), silent.get(index, 0)))
    return Timeline(
        dict(years),
        [_entry(site, item, later, _within(found, item)) for item in lasting],
        _plans(site, later),
        found,
        bars(found, [(int(day(item)[:4]), item.cls) for item in points], list(MARKS)),
        undated=sum(not item.when for item in site.told.values()),
        proposed=sum(claim.cls == "Candidate" and bool(claim.when) for claim in site.claims.values()),
        counts=Counter(item.cls for item in told),
    )


def _plans(site: Site, later: dict[str, list[Shown]]) -> list[Entry]:
    """Plans whose outcome is known before the others, in order of time."""
    plans = [item for item in site.told.values() if item.cls == "Plan" and (item.when or item.id in later)]
    plans.sort(key=lambda item: (item.id not in later, day(item) or "9", item.text))
    return [_entry(site, item, later, (0, 1)) for item in plans]


def _entry(site: Site, item: Told, later: dict[str, list[Shown]], span: tuple[float, float], silent: int = 0) -> Entry:
    claim = site.claims[item.id]
    voices = [proof.voice for proof in item.proofs]
    who = tuple(id_ for id_ in dict.fromkeys((*claim.involved, *voices)) if id_ in site.acting)
    fine = precision(item) if item.earliest and item.latest else ""
    return Entry(claim, item, who, fine, late(item), tuple(later.get(item.id, ())), span, silent)


def _within_year(item: Told) -> tuple[float, float]:
    """From where to where in the year that it begins in, 0 to 1."""
    year = Axis(1, {int(item.earliest[:4]): 0.0}, 1)
    same = item.latest[:4] == item.earliest[:4]
    return year.at(item.earliest), min(year.at(item.latest) + 1 / 365, 1) if same else 1


def _within(found: Axis, item: Told) -> tuple[float, float]:
    """From where to where on the axis, 0 to 1; an open end goes to the border."""
    start = found.at(item.earliest) if item.earliest else 0
    end = found.at(item.latest) if item.latest else found.width
    return start / found.width, end / found.width


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """One page; its script narrows it to an actor or a pair and to layers."""
    found = timeline(site)
    entries = {entry.item.id: entry for entry in (*found.dated, *found.plans)}
    counts = Counter(id_ for entry in found.dated for id_ in entry.who)
    people = sorted(counts, key=lambda id_: (site.name(id_), id_))
    index = {id_: number for number, id_ in enumerate(people)}
    data: dict[str, Any] = {
        "gap": GAP,
        "step": found.axis.step,
        "people": [[id_, site.name(id_), counts[id_], site.aliases.get(id_, [])] for id_ in people],
        "claims": {
            id_: [
                entry.item.cls,
                int(entry.day[:4]) * 12 + int(entry.day[5:7]) - 1 if entry.day else 0,
                [index[who] for who in entry.who if who in index],
            ]
            for id_, entry in entries.items()
        },
    }
    yield (
        "timeline.html",
        render(
            "timeline.html",
            scripts=[template_text("timeline.js")],
            styles=[template_text("reading.css"), template_text("timeline.css")],
            heading="Timeline",
            here="timeline.html",
            site=site,
            data=data,
            found=found,
            marks=MARKS,
            anchors={entry.item.id for entry in found.dated},
            layers={cls: name for cls, name in LAYERS.items() if cls in MARKS},
            extent=extent([entry.told for entry in found.dated], "dated claim"),
        ),
    )
