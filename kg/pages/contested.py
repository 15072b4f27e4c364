"""The contested page: what parties name differently, each side's claims beside each other; pairs that do not agree."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kg.pages.claims import Shown
from kg.pages.frame import render, template_text
from kg.pages.site import Site
from kg.report.contested import opposed, party_names, views


@dataclass(frozen=True, slots=True)
class View:
    """What a side calls a thing, and what it holds of it."""

    side: str
    names: tuple[str, ...]
    claims: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Island:
    """A thing that parties name differently; sides with a name of their own come first."""

    thing: str
    views: tuple[View, ...]

    @property
    def named(self) -> tuple[View, ...]:
        """The sides that have a name of their own for it."""
        return tuple(view for view in self.views if view.names)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims that do not agree."""

    one: Shown
    two: Shown
    note: str
    by: str
    anchor: str


def islands(site: Site) -> list[Island]:
    """The things with a name for each of several parties."""
    found = []
    for thing, names in party_names(site.asked).items():
        if len(names) > 1:
            held = views(site.asked, thing, site.told)
            sides = sorted({*names, *held}, key=lambda side: (side not in names, site.name(side)))
            parts = tuple(
                View(side, tuple(names.get(side, ())), tuple(site.claims[item.id] for item in held.get(side, ())))
                for side in sides
            )
            found.append(Island(thing, parts))
    return found


def pairs(site: Site) -> dict[str, list[Pair]]:
    """The pairs by type; contradictions first."""
    found: dict[str, list[Pair]] = {}
    for row in opposed(site.asked, site.told):
        one, two = site.claims[row["one"]], site.claims[row["two"]]
        anchor = "-".join((row["type"], *(end.removeprefix("claim-") for end in (row["one"], row["two"]))))
        found.setdefault(row["type"], []).append(Pair(one, two, row["note"], row["by"], anchor))
    return found


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """One page."""
    found = pairs(site)
    perspectives = Counter(side for claim in site.claims.values() for side in claim.perspectives)
    yield (
        "contested.html",
        render(
            "contested.html",
            styles=[template_text("reading.css"), template_text("contested.css")],
            heading="Contested",
            here="contested.html",
            site=site,
            islands=islands(site),
            pairs=found,
            total=sum(map(len, found.values())),
            perspectives=perspectives.most_common(),
        ),
    )
