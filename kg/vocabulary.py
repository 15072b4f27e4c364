"""The ontology as the rest of the code sees it: types and relations. What may be said is data, not code.

A project uses the shipped `ontology/` unless it brings one of its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from rdflib import RDF, RDFS, SKOS, BNode, Graph, Namespace, URIRef
from rdflib.term import Node

from kg.errors import InputError
from kg.prefixes import KG_IRI

KG = Namespace(KG_IRI)
LITERAL = "Literal"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of the domain. `domain` and `range` are type names; `Literal` among them allows a phrase."""

    name: str
    label: str
    negated: str
    kind: str
    symmetric: bool
    domain: tuple[str, ...]
    range: tuple[str, ...]
    family: str
    sign: int
    attitude: bool  # tells what its subject says, wants or holds
    color: str
    line: str
    definition: str = ""

    def takes(self, place: str) -> tuple[str, ...]:
        """The entity types allowed as 'subject' or 'object', phrases aside."""
        return tuple(name for name in (self.domain if place == "subject" else self.range) if name != LITERAL)

    def takes_phrase(self, place: str) -> bool:
        """Whether the 'subject' or 'object' may be a phrase."""
        return LITERAL in (self.domain if place == "subject" else self.range)


@dataclass(frozen=True)
class Vocabulary:
    """Types with their supertypes, relations by name, and the ontology's own triples."""

    supertypes: dict[str, frozenset[str]]
    relations: dict[str, Relation]
    naming: str | None
    graph: Graph
    shapes: Path | None

    def fits(self, types: Iterable[str], allowed: Iterable[str]) -> bool:
        """Whether a thing of these types may stand where one of the allowed types is asked for."""
        wanted = set(allowed)
        return any(wanted & self.closure(name) for name in types)

    def closure(self, name: str) -> frozenset[str]:
        """A type with all its supertypes."""
        return self.supertypes.get(name, frozenset((name,)))


def shipped_ontology() -> Path:
    """The ontology that comes with the package: inside it in a wheel, beside it in a checkout."""
    return shipped("ontology", "ontology")


def shipped(inside: str, beside: str) -> Path:
    """A data folder of the distribution: `kg/<inside>` in a wheel, `<beside>` next to `kg/` in a checkout."""
    package = Path(str(files("kg")))
    return next((path for path in (package / inside, package.parent / beside) if path.is_dir()), package / inside)


def load_vocabulary(folder: Path) -> Vocabulary:
    """Read all `*.ttl` of a folder but `shapes.ttl`.

    Raises:
        InputError: a file cannot be read or is not Turtle.
    """
    graph = Graph()
    for path in sorted(folder.glob("*.ttl")):
        if path.name != "shapes.ttl":
            try:
                graph.parse(path, format="turtle")
            except Exception as error:  # rdflib raises many kinds here
                reason = " ".join(str(error).split())[:200]
                raise InputError(f"{path}: cannot be read as Turtle: {reason}") from error
    _refuse_faults(folder, graph)
    relations = {_local(node): _relation(graph, node) for node in graph.subjects(RDF.type, KG.Relation)}
    if not relations:
        raise InputError(f"{folder}: no relations found; an ontology folder holds relations.ttl")
    naming = next((_local(node) for node in graph.subjects(KG.naming)), None)
    shapes = folder / "shapes.ttl"
    supertypes = {
        _local(node): frozenset(_local(up) for up in graph.transitive_objects(node, RDFS.subClassOf) if up)
        for node in graph.subjects(RDF.type, RDFS.Class)
        if KG.Thing in set(graph.transitive_objects(node, RDFS.subClassOf))
    }
    return Vocabulary(supertypes, dict(sorted(relations.items())), naming, graph, shapes if shapes.is_file() else None)


def _refuse_faults(folder: Path, graph: Graph) -> None:
    """What would give a graph that is wrong or differs from build to build."""
    if any(isinstance(term, BNode) for triple in graph for term in triple):
        raise InputError(f"{folder}: blank nodes are not allowed in an ontology (shapes.ttl aside)")
    for node in graph.subjects(RDF.type, KG.Relation):
        name = _local(node)
        if node != KG[name]:
            raise InputError(f"{folder}: relation {node} is to be named in {KG}")
        if (node, RDF.type, RDF.Property) in graph or (node, RDF.type, RDFS.Class) in graph:
            raise InputError(f"{folder}: relation '{name}' shares its name with a term of the tool")
        for needed in (KG.domain, KG.range, KG.kind):
            if graph.value(node, needed) is None:
                raise InputError(f"{folder}: relation '{name}' has no kg:{_local(needed)}")
        if str(graph.value(node, KG.sign) or 0) not in ("-1", "0", "1"):
            raise InputError(f"{folder}: kg:sign of '{name}' is 1, -1 or 0")


def _local(node: Node) -> str:
    return str(node).removeprefix(str(KG)).rpartition("#")[2]


def _relation(graph: Graph, node: Node) -> Relation:
    def text(predicate: Node, default: str = "") -> str:
        return str(graph.value(node, predicate) or default)

    def several(predicate: URIRef) -> tuple[str, ...]:
        return tuple(sorted(_local(value) for value in graph.objects(node, predicate)))

    name = _local(node)
    label = text(RDFS.label, name)
    sign = graph.value(node, KG.sign)
    return Relation(
        name=name,
        label=label,
        negated=text(KG.negated, f"not: {label}"),
        kind=text(KG.kind),
        symmetric=text(KG.symmetric) == "true",
        domain=several(KG.domain),
        range=several(KG.range),
        family=text(KG.family, name),
        sign=int(str(sign)) if sign is not None else 0,
        attitude=text(KG.kind) in ("speech", "stance") or text(KG.attitude) == "true",
        color=text(KG.color, "#6b7280"),
        line=text(KG.line, "solid"),
        definition=text(SKOS.definition),
    )


__all__ = ["KG", "LITERAL", "Relation", "Vocabulary", "load_vocabulary", "shipped", "shipped_ontology"]
