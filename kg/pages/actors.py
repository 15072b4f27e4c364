"""A page for each actor: its names, offices, ties and claims; and all actors in one table."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from kg.model import Entity, Name
from kg.pages.claims import Shown
from kg.pages.ego import HEIGHT, MOST, WIDTH, Tie, edges, ring
from kg.pages.frame import file_name, render, template_text
from kg.pages.site import Site
from kg.pages.years import axis, bars
from kg.report import ask

UTTERED = ("speech", "stance")
TOPICS = 12  # shown of what an actor takes a position on
LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
GROUPS = {
    "does": "What it does with others",
    "says": "What it says, wants and holds",
    "told": "What is told of it",
    "word": "What is told on its word",
    "named": "Where it is spoken of besides",
    "proposed": "Proposed by rules, seen by nobody",
}


@dataclass(slots=True)
class Actor:
    """An actor with all that a page shows of it."""

    id: str
    name: str
    type: str
    side: str
    note: str
    wikidata: str
    names: dict[str, list[Name]] = field(default_factory=dict)
    offices: list[tuple[str, Shown]] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    groups: dict[str, list[Shown]] = field(default_factory=dict)
    topics: list[tuple[str, list[Shown]]] = field(default_factory=list)

    @property
    def claims(self) -> list[Shown]:
        """All claims that count, each once."""
        return [claim for group, found in self.groups.items() if group != "proposed" for claim in found]

    @property
    def shown(self) -> frozenset[str]:
        """The claims that stand on its page."""
        return frozenset(claim.id for found in self.groups.values() for claim in found)

    @property
    def sources(self) -> int:
        """How many sources tell of it."""
        return len({source for claim in self.claims for source in claim.sources})


def actors(site: Site) -> dict[str, Actor]:
    """All actors by id, in order of name; what is told of each is gathered in one pass."""
    known: dict[str, Entity] = {entity.id: entity for entity in site.dossier.entities}
    about = site.material.actors
    found = {}
    for id_ in site.actors:
        entity = known.get(id_)
        said = about.get(id_, {})
        found[id_] = Actor(
            id_,
            site.name(id_),
            said.get("type", "Actor"),
            said.get("side", ""),
            entity.note if entity else "",
            entity.wikidata if entity else "",
            groups={group: [] for group in GROUPS},
        )
    _add_names(site, found)
    _add_claims(site, found)
    for row in ask(site.store, "offices").records():
        person, claim = str(row["person"]), site.claims.get(str(row["claim"]))
        if person in found and claim and (str(row["position"]), claim) not in found[person].offices:
            found[person].offices.append((str(row["position"]), claim))
    return found


def _add_names(site: Site, found: Mapping[str, Actor]) -> None:
    for name in site.dossier.names:
        if name.entity in found and name.name != found[name.entity].name:
            forms = found[name.entity].names.setdefault(_use(site, name), [])
            if name.name not in [form.name for form in forms]:
                forms.append(name)


def _use(site: Site, name: Name) -> str:
    """Who calls it so, in what way, in which language where it is not that of the page."""
    if name.used_by:
        return f"{site.name(name.used_by)} says"
    language = "" if name.lang in ("", "en") else LANGUAGES.get(name.lang, name.lang)
    return ", ".join(filter(None, (name.kind.capitalize(), language))) or "Also"


def _add_claims(site: Site, found: Mapping[str, Actor]) -> None:
    for claim in site.claims.values():
        voices = sorted({proof.voice for proof in claim.evidence})
        for id_ in dict.fromkeys((*claim.involved, *voices)):
            if id_ in found:
                found[id_].groups[_group(site, claim, id_)].append(claim)
    sound = [claim for claim in site.claims.values() if claim.cls != "Candidate"]
    for id_, others in _between(sound, found).items():
        ties = [_tie(site, other, claims) for other, claims in others.items()]
        found[id_].ties = sorted(ties, key=lambda tie: (-tie.claims, -tie.sources, tie.name))
    for id_, topics in _topics(sound, found).items():
        ranked = sorted(topics.items(), key=lambda item: (-len(item[1]), site.name(item[0])))
        found[id_].topics = ranked[:TOPICS]


Grouped = dict[str, dict[str, list[Shown]]]


def _between(claims: Iterable[Shown], found: Container[str]) -> Grouped:
    """By actor and other actor: the claims whose ends they are."""
    between: Grouped = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        if claim.subject in found and claim.object in found and claim.subject != claim.object:
            between[claim.subject][claim.object].append(claim)
            between[claim.object][claim.subject].append(claim)
    return between


def _topics(claims: Iterable[Shown], found: Container[str]) -> Grouped:
    """By actor and topic: what the actor says or wants, or what is said and wanted on its side."""
    topics: Grouped = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        for speaker in dict.fromkeys((claim.subject, *claim.perspectives)) if claim.kind in UTTERED else ():
            for topic in claim.involved if speaker in found else ():
                if topic not in (speaker, claim.subject):
                    topics[speaker][topic].append(claim)
    return topics


def _group(site: Site, claim: Shown, actor: str) -> str:
    if claim.cls == "Candidate":
        return "proposed"
    if actor == claim.subject and claim.kind in UTTERED:
        return "says"
    if actor in (claim.subject, claim.object):
        others = {claim.subject, claim.object} - {actor}
        return "does" if others & site.acting and claim.kind not in UTTERED else "told"
    return "word" if any(proof.voice == actor for proof in claim.evidence) else "named"


def _tie(site: Site, other: str, claims: Sequence[Shown]) -> Tie:
    signs = Counter(claim.sign if claim.cls != "Denial" else 0 for claim in claims)
    days = [day for claim in claims for day in (claim.earliest, claim.latest) if day]
    return Tie(
        other,
        site.name(other),
        signs[1],
        signs[-1],
        signs[0],
        len({source for claim in claims for source in claim.sources}),
        any(claim.contests for claim in claims),
        min(days, default="")[:4],
        max(days, default="")[:4],
    )


def spark(claims: Iterable[Shown]) -> dict[str, object]:
    """Dated claims by year, for a small picture."""
    years = [int(day[:4]) for claim in claims if (day := claim.earliest or claim.latest)]
    found = axis(years)
    parts = bars(found, [(year, "") for year in years], ("",))
    return {"axis": found, "bars": parts, "top": max((part.count for part in parts), default=0), "total": len(years)}


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """The list of actors, and a page for each."""
    found = actors(site)
    styles = [template_text("reading.css"), template_text("actors.css")]
    draw = partial(render, scripts=[template_text("tables.js")], styles=styles, here="actors.html", site=site)
    yield "actors.html", draw("actors.html", heading="Actors", found=found)
    for actor in found.values():
        spokes = ring(actor.ties)
        yield (
            f"actors/{file_name(actor.id)}.html",
            draw(
                "actor.html",
                heading=actor.name,
                up="../",
                actor=actor,
                titles=GROUPS,
                spokes=spokes,
                edges=edges(spokes),
                most=MOST,
                size=(WIDTH, HEIGHT),
                spark=spark(actor.claims),
                shown=actor.shown,
            ),
        )
