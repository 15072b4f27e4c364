"""What the pages of a site are made of: the store, its claims with their evidence, the sources and their texts."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from kg.model import Dossier, Source
from kg.network import Material, read
from kg.pages.claims import Shown, add_sentences, claims
from kg.report.sentences import Sentences
from kg.report.told import Told, told
from kg.store import Queryable, Store
from kg.table import Table

_THINGS = """
SELECT DISTINCT ?id ?name ?side ?actor WHERE {
  ?id a kg:Thing ; kg:name ?name .
  OPTIONAL { ?id kg:side ?side }
  BIND (EXISTS { ?id a kg:Actor } AS ?actor)
} ORDER BY ?id
"""
_NAMES = "SELECT DISTINCT ?thing ?form WHERE { ?name kg:nameOf ?thing ; kg:form ?form } ORDER BY ?thing ?form"


class Remembering:
    """A store that is asked the same question once; for what does not change while pages are made."""

    def __init__(self, store: Queryable):
        self._store = store
        self._answers: dict[str, Table] = {}

    @property
    def base(self) -> str:
        """The IRI that the project's own ids stand on."""
        return self._store.base

    def select(self, sparql: str) -> Table:
        """The rows of a SELECT."""
        if sparql not in self._answers:
            self._answers[sparql] = self._store.select(sparql)
        return self._answers[sparql]


def read_places(path: Path) -> dict[str, tuple[float, float]]:
    """The places of actors that a build left; none where it left none."""
    try:
        return {str(actor): (float(x), float(y)) for actor, (x, y) in json.loads(path.read_text("utf-8")).items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


@dataclass(frozen=True)
class Site:
    """One state of a project, asked once for all that pages need.

    Args:
        store: what to ask; perhaps only what filters let pass.
        dossier: the records as read, for the sources and the names.
        dataset: the hash of the data.
        folders: where texts of sources may lie.
        filters: the filters in force, as they are typed.
        files: the pages that exist, for the navigation.
        known_places: where actors stood in the picture of the last build.
    """

    store: Store
    dossier: Dossier
    dataset: str
    folders: Sequence[Path] = ()
    filters: str = ""
    files: frozenset[str] = field(default=frozenset())
    known_places: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The dossier's title."""
        return self.dossier.settings.title

    @cached_property
    def asked(self) -> Remembering:
        """The store for reports, which ask alike."""
        return Remembering(self.store)

    @cached_property
    def sentences(self) -> Sentences:
        """Finds sentences in the texts that are at hand."""
        return Sentences(self.dossier, self.folders)

    @cached_property
    def claims(self) -> dict[str, Shown]:
        """All claims by id, in order of time."""
        found = claims(self.store)
        add_sentences(found.values(), self.sentences.both)
        return found

    @cached_property
    def told(self) -> dict[str, Told]:
        """The claims that count by id, as reports tell them."""
        return {item.id: item for item in told(self.asked)}

    @cached_property
    def material(self) -> Material:
        """What networks are made of."""
        return read(self.asked)

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources of the claims by key, in order of date."""
        told = {proof.source for claim in self.claims.values() for proof in claim.evidence}
        known = sorted(self.dossier.sources, key=lambda source: (source.date, source.key))
        return {source.key: source for source in known if source.key in told}

    @cached_property
    def names(self) -> dict[str, str]:
        """The neutral name of each thing."""
        return {str(id_): str(name) for id_, name, _, _ in self.store.select(_THINGS).rows}

    @cached_property
    def sides(self) -> dict[str, str]:
        """The side of each thing that has one."""
        return {str(id_): str(side) for id_, _, side, _ in self.store.select(_THINGS).rows if side}

    @cached_property
    def actors(self) -> tuple[str, ...]:
        """The actors that some claim involves or that speak, in order of name."""
        told = {id_ for claim in self.claims.values() for id_ in claim.involved}
        told |= {proof.voice for claim in self.claims.values() for proof in claim.evidence}
        found = [(str(name), str(id_)) for id_, name, _, actor in self.store.select(_THINGS).rows if actor]
        return tuple(id_ for _, id_ in sorted(found) if id_ in told)

    @cached_property
    def acting(self) -> frozenset[str]:
        """The actors, to look one up."""
        return frozenset(self.actors)

    @cached_property
    def aliases(self) -> dict[str, list[str]]:
        """All forms of each thing's name, in any language, but the neutral one."""
        found: dict[str, list[str]] = {}
        for thing, form in self.store.select(_NAMES).rows:
            if form != self.names.get(str(thing)):
                found.setdefault(str(thing), []).append(str(form))
        return found

    def name(self, id_: str) -> str:
        """The name of a thing, or its id where it has none."""
        return self.names.get(id_, id_)
