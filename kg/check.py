"""Issues in what people wrote: each led back to its file and line, all of them in one run."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rdflib import SH, Graph, URIRef

from kg.claims import ID_FORM, RESERVED, PlaceError, evidence_id, parse_place, read_node, row_key, rows_by_key
from kg.dates import DateError, interval
from kg.errors import InputError, Issue, Location, did_you_mean, errors_in
from kg.model import (
    CONFLICTS,
    MODALITIES,
    NAME_KINDS,
    OUTCOMES,
    POLARITIES,
    VERDICTS,
    WORDINGS,
    ClaimRow,
    Dossier,
    Entity,
    Event,
    Judgement,
    Link,
    Name,
    Paragraph,
    Source,
)
from kg.seeds import PROPOSED
from kg.settings import is_web_address
from kg.textcheck import check_texts
from kg.vocabulary import Relation, Vocabulary

MAX_DEPTH = 12  # of claims inside claims
PARAGRAPH_KINDS = ("boilerplate", "pull quote", "heading", "note", "no claim")


def check_dossier(dossier: Dossier, vocabulary: Vocabulary, texts: Iterable[Path] = ()) -> tuple[Issue, ...]:
    """All issues in the records, and where texts are at hand, in what they say of the texts."""
    return tuple(sorted(set(_Checker(dossier, vocabulary, tuple(texts)).issues())))


def sound_part(dossier: Dossier, vocabulary: Vocabulary, issues: Iterable[Issue]) -> Dossier:
    """The dossier without what has errors, and without what would then lean on nothing (for --keep-going)."""
    errors = errors_in(issues)
    while errors:
        bad = {issue.location for issue in errors}
        parts: dict[str, Any] = {
            name: tuple(record for record in getattr(dossier, name) if record.location not in bad)
            for name in ("entities", "names", "events", "sources", "rows", "paragraphs", "conflicts", "judgements")
        }
        smaller = replace(dossier, **parts)
        if smaller == dossier:
            break
        dossier = smaller
        errors = errors_in(check_dossier(dossier, vocabulary))
    return dossier


def check_graph(graph: Graph, vocabulary: Vocabulary, locations: Mapping[str, Location]) -> tuple[Issue, ...]:
    """What SHACL finds in the graph; `locations` leads a node's IRI back to its line."""
    if vocabulary.shapes is None:
        return ()
    from pyshacl import validate  # 0.26 s to import

    try:
        _, results, _ = validate(graph, shacl_graph=str(vocabulary.shapes), shacl_graph_format="turtle")
    except Exception as error:  # what is no Turtle or no shape raises many kinds
        raise InputError(f"{vocabulary.shapes}: {' '.join(str(error).split())[:200]}") from error
    found = set()
    for result in results.subjects(SH.resultSeverity):
        node, message = results.value(result, SH.focusNode), results.value(result, SH.resultMessage)
        severity = "error" if results.value(result, SH.resultSeverity) == SH.Violation else "warning"
        where = locations.get(str(node), Location(str(vocabulary.shapes.name)))
        name = str(node).rpartition("/")[2] if isinstance(node, URIRef) else str(node)
        found.add(Issue(where, f"{name}: {message}", severity))
    return tuple(sorted(found))


@dataclass
class _Checker:
    dossier: Dossier
    vocabulary: Vocabulary
    folders: tuple[Path, ...]

    def __post_init__(self) -> None:
        things = self.dossier.things
        self.types: dict[str, tuple[str, ...]] = {
            thing.id: thing.types if isinstance(thing, Entity) else (thing.type,) for thing in things
        }
        self.keys = {source.key: source for source in self.dossier.sources}
        self.rows = rows_by_key(self.dossier)
        self.by_name: dict[str, str] = {thing.name.casefold(): thing.id for thing in things}
        self.by_name |= {name.name.casefold(): name.entity for name in self.dossier.names}

    def issues(self) -> Iterator[Issue]:
        checks: tuple[tuple[Iterable[Any], Callable[[Any], Iterator[str]]], ...] = (
            (self.dossier.entities, self._entity),
            (self.dossier.names, self._name),
            (self.dossier.events, self._event),
            (self.dossier.sources, self._source),
            (self.dossier.rows, self._row),
            (self.dossier.paragraphs, self._paragraph),
            (self.dossier.conflicts, self._link),
            (self.dossier.judgements, self._judgement),
        )
        for records, check in checks:
            for record in records:
                for message in check(record):
                    yield Issue(record.location, message)
        yield from self._duplicates()
        yield from self._circles()
        yield from check_texts(self.dossier, self.folders)

    # --- one record at a time: plain words, the location is added by the caller --------------------------------

    def _entity(self, entity: Entity) -> Iterator[str]:
        yield from self._id(entity.id)
        for type_ in entity.types:
            if type_ not in self.vocabulary.supertypes:
                yield f"unknown type '{type_}'{did_you_mean(type_, self.vocabulary.supertypes)}"
        yield from self._is(entity.side, "side", "Actor")
        if entity.wikidata and not re.fullmatch(r"Q[1-9][0-9]*", entity.wikidata):
            yield f"'{entity.wikidata}' is not a Wikidata item; write Q and a number"

    def _name(self, name: Name) -> Iterator[str]:
        yield from self._is(name.entity, "entity")
        yield from self._is(name.used_by, "used_by", "Actor")
        yield from self._one_of(name.kind, "kind", NAME_KINDS)
        yield from self._date(name.when, "when")
        yield from self._key(name.source)
        yield from self._place(name.at)
        if name.lang and not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?", name.lang):
            yield f"'{name.lang}' is not a language code; write en, ja or ru"

    def _event(self, event: Event) -> Iterator[str]:
        yield from self._id(event.id)
        if not self.vocabulary.fits((event.type,), ("Event",)):
            yield f"type '{event.type}' is not a kind of Event"
        yield from self._date(event.when, "when")
        yield from self._is(event.where, "where", "Place")
        yield from self._is(event.part_of, "part_of")

    def _source(self, source: Source) -> Iterator[str]:
        yield from self._id(source.key, "key")
        if not source.title:
            yield f"{source.key} has no title"
        yield from self._date(source.date, "date")
        url = source.get("url")
        if url and not is_web_address(url):
            yield f"url '{url}' is not an http(s) address"

    def _paragraph(self, paragraph: Paragraph) -> Iterator[str]:
        yield from self._key(paragraph.source)
        yield from self._place(paragraph.at)
        yield from self._one_of(paragraph.kind, "kind", PARAGRAPH_KINDS)

    def _link(self, link: Link) -> Iterator[str]:
        yield from self._one_of(link.type, "type", (*CONFLICTS, *OUTCOMES))
        for id_ in (link.first, link.second):
            if id_ not in self.rows:
                yield f"no evidence '{id_}'; it is <source>-<id>{did_you_mean(id_, self.rows)}"

    def _judgement(self, judgement: Judgement) -> Iterator[str]:
        id_ = judgement.evidence
        source, _, local = id_.rpartition("-")
        yield from self._one_of(judgement.verdict, "verdict", VERDICTS)
        yield from self._date(judgement.on, "on")
        if not PROPOSED.fullmatch(local):
            proposed = [key for key in self.rows if PROPOSED.fullmatch(key.rpartition("-")[2])]
            yield f"evidence '{id_}' is to be <source>-x and 8 hex digits{did_you_mean(id_, proposed)}"
        elif source not in self.keys:
            yield from self._key(source)
        elif judgement.verdict == "accepted" and id_ not in self.rows:
            yield f"accepted, but claims/{source}.csv has no row '{local}'{did_you_mean(id_, self.rows)}"
        elif judgement.verdict == "rejected" and id_ in self.rows:
            yield f"rejected, but its row stands at {self.rows[id_].location}"

    def _row(self, row: ClaimRow) -> Iterator[str]:
        if row.source not in self.keys:
            yield f"no source '{row.source}' in sources.bib{did_you_mean(row.source, self.keys)}"
        relation = self.vocabulary.relations.get(row.relation)
        if relation is None:
            yield f"unknown relation '{row.relation}'{did_you_mean(row.relation, self.vocabulary.relations)}"
        else:
            yield from self._end(row, relation, "subject", row.subject)
            yield from self._end(row, relation, "object", row.object)
        if row.condition.startswith("#"):
            yield from self._reference(row, row.condition[1:], "condition")
        yield from self._is(row.addressee, "addressee", "Actor")
        for topic in row.about:
            yield from self._is(topic, "about")
        yield from self._is(row.where, "where", "Place")
        yield from self._is(row.event, "event", "Event")
        yield from self._is(row.according_to, "according_to", "Actor", "Document")
        yield from self._date(row.when, "when")
        yield from self._date(row.said, "said")
        yield from self._one_of(row.polarity, "polarity", POLARITIES)
        yield from self._one_of(row.modality, "modality", MODALITIES)
        yield from self._one_of(row.wording, "wording", WORDINGS)
        yield from self._place(row.at)
        if not re.fullmatch(r"[a-z0-9][a-z0-9.-]{0,39}", row.id) or row.id.startswith("name-"):
            yield f"id '{row.id}' is to be at most 40 lower-case letters, digits, dots and hyphens, not name-…"

    def _end(self, row: ClaimRow, relation: Relation, place: str, cell: str) -> Iterator[str]:
        """The subject or object of a row."""
        allowed = relation.takes(place)
        node = read_node(cell, relation, place)
        if node.kind == "claim":
            if not relation.takes_phrase(place) and "Thing" not in allowed:
                yield f"the {place} of {relation.name} is {_or(allowed)}, not a claim"
            else:
                yield from self._reference(row, node.value, place)
        elif node.kind == "entity":
            types = self.types.get(node.value)
            if types is None:
                yield self._unknown(node.value, place)
            elif not self.vocabulary.fits(types, allowed):
                yield (
                    f"the {place} of {relation.name} is {_or(allowed)}; "
                    f"'{node.value}' is {_or(types)}{self._better(relation, place, types)}"
                )
        elif not relation.takes_phrase(place):
            yield f"the {place} of {relation.name} is an entity ({_or(allowed)}), '{cell}' is not an id" + (
                self._near(cell)
            )

    def _better(self, relation: Relation, place: str, types: tuple[str, ...]) -> str:
        """Relations of the same family that would take a thing of these types."""
        fitting = [
            other.name
            for other in self.vocabulary.relations.values()
            if other.family == relation.family and other != relation and self.vocabulary.fits(types, other.takes(place))
        ]
        return f"; {_or(tuple(fitting[:3]))} would take it" if fitting else ""

    def _reference(self, row: ClaimRow, reference: str, place: str) -> Iterator[str]:
        if row_key(row.source, reference, self.rows) is None:
            known = [other.id for other in self.dossier.rows if other.source == row.source]
            yield f"{place} '#{reference}' is no row of this file{did_you_mean(reference, known)}"

    def _id(self, id_: str, column: str = "id") -> Iterator[str]:
        if not ID_FORM.fullmatch(id_):
            yield f"{column} '{id_}' is to be lower-case letters, digits and hyphens, a letter first"
        elif RESERVED.match(id_):
            yield f"{column} '{id_}' begins like the ids that the graph gives to claims, evidence, names and authors"

    def _is(self, id_: str, column: str, *allowed: str) -> Iterator[str]:
        """Whether a filled cell names a thing of an allowed type."""
        if not id_:
            return
        types = self.types.get(id_)
        if types is None:
            yield self._unknown(id_, column)
        elif allowed and not self.vocabulary.fits(types, allowed):
            yield f"{column} is {_or(allowed)}; '{id_}' is {_or(types)}"

    def _unknown(self, id_: str, column: str) -> str:
        return f"unknown id '{id_}' in {column}{self._near(id_)}"

    def _near(self, word: str) -> str:
        exact = self.by_name.get(word.casefold().replace("-", " ")) or self.by_name.get(word.casefold())
        return f"; did you mean {exact}?" if exact else did_you_mean(word, self.types)

    def _one_of(self, value: str, column: str, allowed: tuple[str, ...]) -> Iterator[str]:
        if value and value not in allowed:
            yield f"{column} '{value}' is not one of {', '.join(allowed)}{did_you_mean(value, allowed)}"

    def _date(self, value: str, column: str) -> Iterator[str]:
        try:
            if value:
                interval(value)
        except DateError as error:
            yield f"{column}: {error}"

    def _place(self, value: str) -> Iterator[str]:
        try:
            parse_place(value)
        except PlaceError as error:
            yield f"at: {error}"

    def _key(self, key: str) -> Iterator[str]:
        if key and key not in self.keys:
            yield f"no source '{key}' in sources.bib{did_you_mean(key, self.keys)}"

    # --- what only all records together show -------------------------------------------------------------------

    def _duplicates(self) -> Iterator[Issue]:
        ids = [(item.id, item.location) for item in self.dossier.things]
        ids += [(source.key, source.location) for source in self.dossier.sources]
        yield from _twice(ids, "id '{}' stands already at {}")
        keys = [(evidence_id(row), row.location) for row in self.dossier.rows]
        yield from _twice(keys, "its evidence id '{0}' stands already at {1}")
        judged = [(item.evidence, item.location) for item in self.dossier.judgements]
        yield from _twice(judged, "'{}' is judged already at {}")
        contents = [(replace(row, id=""), row.location) for row in self.dossier.rows]
        yield from _twice(contents, "the same row stands already at {1}")
        for records, what in ((self.dossier.names, "name"), (self.dossier.paragraphs, "paragraph")):
            yield from _twice([(item, item.location) for item in records], f"the same {what} stands already at {{1}}")

    def _circles(self) -> Iterator[Issue]:
        """Rows whose `#id` leads back to themselves or too deep; things that are their own side or whole."""
        inner = {
            key: [
                target
                for cell in (row.subject, row.object, row.condition)
                if cell.startswith("#") and (target := row_key(row.source, cell[1:], self.rows))
            ]
            for key, row in self.rows.items()
        }
        for key in sorted(inner):
            level, reached = set(inner[key]), 1
            while level and key not in level and reached <= MAX_DEPTH:
                level, reached = {step for at in level for step in inner[at]}, reached + 1
            if key in level:
                yield Issue(self.rows[key].location, f"#{self.rows[key].id} leads back to itself")
            elif level:
                yield Issue(self.rows[key].location, f"#{self.rows[key].id} nests claims more than {MAX_DEPTH} deep")
        for column in ("side", "part_of"):
            up = {thing.id: getattr(thing, column, "") for thing in self.dossier.things}
            for thing in self.dossier.things:
                above, seen = up[thing.id], {thing.id}
                while above and above not in seen:
                    seen.add(above)
                    above = up.get(above, "")
                if above == thing.id:
                    yield Issue(thing.location, f"{column} of '{thing.id}' leads back to itself")


def _twice(items: Iterable[tuple[Any, Location]], message: str) -> Iterator[Issue]:
    first: dict[Any, Location] = {}
    for key, location in items:
        if key in first:
            yield Issue(location, message.format(key, first[key]))
        first.setdefault(key, location)


def _or(words: tuple[str, ...]) -> str:
    return " or ".join(words)
