"""A store in memory that holds only the claims that pass: with their evidence, entities, sources, and the ontology.

Works on the built triples, so that what extraction proposed and where quotes stand is kept. What the whole graph tells
of a claim (outcome, independent origins, perspective) stays; what names a claim that did not pass goes.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.filters import Filters, Passing, passing
from kg.prefixes import KG_IRI, prefixes
from kg.store import OxigraphStore, open_store

if TYPE_CHECKING:
    from kg.claims import Resolved

Triple = tuple[bytes, bytes, bytes]
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def known_on(resolved: "Resolved", day: datetime.date, base: str) -> OxigraphStore:
    """A store in memory with what was known on a day."""
    from kg.derive import as_of
    from kg.rdf import build_graph  # brings rdflib, which a view of the built store needs not

    store = open_store(None, prefixes(base), read_only=False)
    store.replace(build_graph(as_of(resolved, day), {}).serialize(format="nt", encoding="utf-8"))
    return store


def narrowed(store: OxigraphStore, filters: Filters) -> OxigraphStore:
    """The store itself if the filters ask for nothing, else one in memory with what passes.

    Raises:
        UsageError: a value that the graph does not know.
    """
    if not filters.narrow:
        return store
    found = passing(store, filters)
    view = open_store(None, prefixes(store.base), read_only=False)
    view.replace(_Sieve(store.dump(), store.base, found).triples())
    return view


def _kg(name: str) -> bytes:
    return f"<{KG_IRI}{name}>".encode()


def _rdf(name: str) -> bytes:
    return f"<{_RDF}{name}>".encode()


A, SUBJECT, PREDICATE, OBJECT = (_rdf(name) for name in ("type", "subject", "predicate", "object"))
_INSIDE = (SUBJECT, OBJECT, _kg("condition"))
_OF_CLAIMS = tuple(_kg(name) for name in ("Claim", "Evidence", "Conflict", "Tie"))
_LEADS_ON = tuple(_kg(name) for name in ("side", "where", "isPartOf", "author"))


class _Sieve:
    """Sorts the triples of a whole graph by what they tell of."""

    def __init__(self, data: bytes, base: str, found: Passing):
        self.base, self.found = base, found
        self.of: dict[bytes, dict[bytes, list[bytes]]] = defaultdict(lambda: defaultdict(list))
        self.all: list[Triple] = []
        for line in data.splitlines():
            subject, predicate, object_ = line[:-2].split(b" ", 2)
            self.all.append((subject, predicate, object_))
            self.of[subject][predicate].append(object_)
        self.claims = {self._own("claim", id_) for id_ in found.claims}
        self.evidence = {self._own("evidence", id_) for id_ in found.evidence}
        # no evidence that passes makes a fact of what was one
        own = {self._own("claim", id_) for id_ in found.own}
        self.fallen = {claim for claim in self.claims - own if _kg("Fact") in self.of[claim][A]}
        self.gone = self._gone()
        self.relations = {node for node in self.of if _kg("Relation") in self.of[node][A]}
        self.plain = set(self._plain())
        self.unseen = self._things() - self._seen()

    def _own(self, kind: str, id_: str) -> bytes:
        return f"<{self.base}{kind}-{id_}>".encode()

    def triples(self) -> bytes:
        """What passes, as N-Triples."""
        return b"".join(b"%s %s %s .\n" % triple for triple in sorted({*self._kept(), *self._added()}))

    def _kept(self) -> Iterator[Triple]:
        out = self.gone | self.unseen
        for triple in self.all:
            subject, predicate, object_ = triple
            if subject in out or (object_ in out and predicate not in _INSIDE):
                continue
            if predicate in self.relations and triple not in self.plain:
                continue
            if predicate == A and object_ == _kg("Fact") and subject in self.fallen:
                continue
            if predicate == _kg("text") and subject in self.retold:
                continue
            if predicate == _kg("tiedBy") and object_ in self.fallen:
                continue
            yield triple

    def _added(self) -> Iterator[Triple]:
        for claim in self.fallen:
            yield claim, A, _kg("Report")
        for tie, text in self.retold.items():
            yield tie, _kg("text"), text

    def _gone(self) -> set[bytes]:
        """Claims, evidence, conflicts and ties that do not pass; ties that do are told anew where they have to be."""
        nodes: dict[bytes, set[bytes]] = {kind: set() for kind in _OF_CLAIMS}
        for subject, predicate, object_ in self.all:
            if predicate == A and object_ in nodes:
                nodes[object_].add(subject)
        claims, evidence, conflicts, ties = (nodes[kind] for kind in _OF_CLAIMS)
        self.retold: dict[bytes, bytes] = {}
        gone = (claims - self.claims) | (evidence - self.evidence)
        gone |= {node for node in conflicts if not {*self.of[node][_kg("conflictOf")]} <= self.claims}
        for tie in ties:
            facts = self.of[tie][_kg("tiedBy")]
            if all(claim in self.claims and self._is_whole(claim) for claim in facts):
                continue
            pair = set(self.of[tie][_kg("ties")])
            direct = [
                claim
                for claim in facts
                if claim in self.claims and claim not in self.fallen and set(self.of[claim][_kg("between")]) == pair
            ]
            if direct:
                self.retold[tie] = self._tells(max(direct, key=self._weight))
            else:
                gone.add(tie)
        return gone

    def _is_whole(self, claim: bytes) -> bool:
        return len(self._proofs(claim)) == len(self.of[claim][_kg("evidence")])

    def _weight(self, claim: bytes) -> tuple[int, bool, bytes]:
        origins = {origin for item in self._proofs(claim) for origin in self.of[item][_kg("origin")]}
        return len(origins), bool(self.of[claim][_kg("when")]), claim

    def _proofs(self, claim: bytes) -> list[bytes]:
        return [item for item in self.of[claim][_kg("evidence")] if item in self.evidence]

    def _tells(self, claim: bytes) -> bytes:
        proofs = self._proofs(claim)
        first = next((item for item in proofs if self._by_author(item)), proofs[0])
        source = self.of[first][_kg("source")][0].decode().removeprefix(f"<{self.base}").removesuffix(">")
        paragraphs = sorted(int(one.split(b'"')[1]) for one in self.of[first][_kg("paragraph")])
        at = f" ¶{paragraphs[0]}" if paragraphs else ""
        return self.of[claim][_kg("text")][0][:-1] + f' ({source}{at})"'.encode()

    def _by_author(self, item: bytes) -> bool:
        source = self.of[item][_kg("source")][0]
        return self.of[item][_kg("voice")] == self.of[source][_kg("author")]

    def _plain(self) -> Iterator[Triple]:
        """The plain triples that a fact which passes stands for, as `rdf.stands_plain` has it."""
        for claim in self.claims - self.fallen:
            said = self.of[claim]
            relation = said[PREDICATE][0]
            ended = self.of[relation][_kg("kind")] == [b'"state"'] and said[_kg("latest")]
            if _kg("Fact") in said[A] and not ended:
                yield said[SUBJECT][0], relation, said[OBJECT][0]
                yield said[OBJECT][0], relation, said[SUBJECT][0]  # stands in the whole graph only where symmetric

    def _things(self) -> set[bytes]:
        """Everything that the ontology does not hold and no claim or evidence is: things, names, sources, authors."""
        kinds = {_kg(name) for name in ("Thing", "Name", "Source", "Author", "SilentParagraph")}
        return {subject for subject, predicate, object_ in self.all if predicate == A and object_ in kinds}

    def _seen(self) -> set[bytes]:
        """What claims and evidence that pass lead to, and what is told of that."""
        things = self._things()
        way = [object_ for node in self.claims | self.evidence for found in self.of[node].values() for object_ in found]
        seen: set[bytes] = set()
        while way:
            node = way.pop()
            if node in things and node not in seen:
                seen.add(node)
                way += [object_ for predicate in _LEADS_ON for object_ in self.of[node][predicate]]
        for node in things - seen:
            told_of = {*self.of[node][_kg("nameOf")]} or (
                {*self.of[node][_kg("source")]} if _kg("SilentParagraph") in self.of[node][A] else set()
            )
            seen |= {node} if told_of and told_of <= seen else set()
        return seen
