"""The records. Frozen, of plain values; ids are short: IRIs exist only from `rdf` on.

`ClaimRow` is one line of a claims file, as it was written. `Claim` and `Evidence` are what it means: the same
claim may rest on many pieces of evidence. Where a record was written is not part of what it says, so
`location` is left out of comparisons.
"""

from dataclasses import dataclass, field

from kg.errors import Location

POLARITIES = ("affirmed", "denied")
MODALITIES = ("asserted", "planned", "hypothetical", "normative")
WORDINGS = ("verbatim", "paraphrase", "summary", "inference")
NAME_KINDS = ("alias", "title", "demonym", "metonym", "contested", "misspelling")
METHODS = ("curated", "reviewed", "extracted")

CONFLICTS = ("contradiction", "figure", "date", "place", "scope", "framing")
OUTCOMES = ("happened", "lapsed")
VERDICTS = ("accepted", "rejected", "unsure")

NOWHERE = Location("")


@dataclass(frozen=True, slots=True)
class Entity:
    """Anything that claims speak of. `name` is the neutral one; `side` the state or bloc it belongs to."""

    id: str
    types: tuple[str, ...]
    name: str
    side: str = ""
    wikidata: str = ""
    note: str = ""
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A surface form of an entity or event. No `kind` means: its proper label in the language `lang`."""

    entity: str
    name: str
    lang: str = ""
    kind: str = ""
    used_by: str = ""
    when: str = ""
    source: str = ""
    at: str = ""
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Event:
    """One occasion, however many claims speak of it; its date and place hold for all of them."""

    id: str
    name: str
    type: str = "Event"
    when: str = ""
    where: str = ""
    part_of: str = ""
    note: str = ""
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Source:
    """A text that makes claims: a BibTeX entry with its fields, in the order written, nothing dropped."""

    key: str
    type: str
    fields: tuple[tuple[str, str], ...] = ()
    location: Location = field(default=NOWHERE, compare=False)

    def get(self, *names: str) -> str:
        """The first of these fields that is filled, without BibTeX's protecting braces."""
        known = {name.casefold(): value for name, value in self.fields}
        found = next((known[name] for name in names if known.get(name)), "")
        return found.replace("{", "").replace("}", "").strip()

    @property
    def title(self) -> str:
        """The title."""
        return self.get("title")

    @property
    def author(self) -> str:
        """The author or authors, first names first; blank where the text names none."""
        people = (person.partition(",") for person in self.get("author").split(" and "))
        return ", ".join(f"{first.strip()} {last.strip()}".strip() for last, _, first in people)

    @property
    def date(self) -> str:
        """The day of publication as EDTF."""
        return self.get("date", "year")

    @property
    def outlet(self) -> str:
        """Who published it."""
        return self.get("organization", "publisher", "journaltitle", "journal", "institution")

    @property
    def origin(self) -> str:
        """The key that all repetitions of one report share; a text stands for itself unless it says otherwise."""
        return self.get("origin") or self.key


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Why a paragraph of a source carries no claim, or what kind of paragraph it is."""

    source: str
    at: str
    kind: str
    note: str = ""
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Link:
    """A line of conflicts.csv: two pieces of evidence that do not agree, or a plan and what became of it."""

    first: str
    second: str
    type: str
    note: str = ""
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A line of judgements.csv: what a person decided on a proposal, named by the evidence that it would become."""

    evidence: str
    verdict: str
    by: str = ""
    on: str = ""
    note: str = ""
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a machine adds to what it proposes: which extractor, by which rule, how sure, where its quote stands."""

    extractor: str
    rule: str
    confidence: float
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One line of `claims/<source>.csv`: one piece of evidence for one claim; with a `proposal` no person wrote it."""

    source: str
    subject: str
    relation: str
    object: str
    id: str = ""
    addressee: str = ""
    about: tuple[str, ...] = ()
    when: str = ""
    where: str = ""
    event: str = ""
    polarity: str = ""
    modality: str = ""
    condition: str = ""
    at: str = ""
    according_to: str = ""
    wording: str = ""
    said: str = ""
    origin: str = ""
    quote: str = ""
    note: str = ""
    proposal: Proposal | None = None
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Node:
    """A subject or object: an `entity` (or event), a `claim`, or a `phrase` in the curator's words."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said. The id is a hash of all other fields, so what two sources share is one claim."""

    id: str
    subject: Node
    relation: str
    object: Node
    addressee: str = ""
    about: tuple[str, ...] = ()
    when: str = ""
    where: str = ""
    event: str = ""
    polarity: str = "affirmed"
    modality: str = "asserted"
    condition: Node | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Who says it where. People cite, judge and link this id; it never changes."""

    id: str
    claim: str
    source: str
    paragraphs: tuple[int, ...] = ()
    page: str = ""
    note_number: int | None = None
    according_to: str = ""
    wording: str = ""
    said: str = ""
    origin: str = ""
    quote: str = ""
    note: str = ""
    method: str = "curated"
    proposal: Proposal | None = None
    location: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """`project.toml`: what the project as a whole declares."""

    title: str = "Untitled dossier"
    base: str = "https://example.org/dossier/"
    license: str = ""
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that people wrote, as read from `seeds/`."""

    settings: Settings = Settings()
    entities: tuple[Entity, ...] = ()
    names: tuple[Name, ...] = ()
    events: tuple[Event, ...] = ()
    sources: tuple[Source, ...] = ()
    rows: tuple[ClaimRow, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    conflicts: tuple[Link, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    def judged(self, *verdicts: str) -> frozenset[str]:
        """The evidence on which a person gave one of these verdicts."""
        return frozenset(item.evidence for item in self.judgements if item.verdict in verdicts)

    @property
    def sides(self) -> dict[str, str]:
        """The side of each entity; a state is its own."""
        return {entity.id: entity.side or (entity.id if "State" in entity.types else "") for entity in self.entities}

    @property
    def things(self) -> tuple[Entity | Event, ...]:
        """Entities and events: they share one namespace of ids."""
        return (*self.entities, *self.events)
