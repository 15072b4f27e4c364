from pathlib import Path

import pytest
from rdflib import RDFS, BNode

from kg.errors import InputError
from kg.vocabulary import KG, LITERAL, load_vocabulary, shipped_ontology


@pytest.fixture(scope="module")
def vocabulary():  # type: ignore[no-untyped-def]
    return load_vocabulary(shipped_ontology())


def test_every_relation_is_whole(vocabulary) -> None:  # type: ignore[no-untyped-def]
    assert len(vocabulary.relations) == 60
    for relation in vocabulary.relations.values():
        assert relation.label
        assert not relation.negated.startswith("not:")
        assert relation.kind in ("event", "state", "speech", "stance", "cause")
        assert relation.sign in (-1, 0, 1)
        assert {*relation.domain, *relation.range} - {LITERAL} <= set(vocabulary.supertypes)
        assert relation.line in ("solid", "dashed", "dotted")


def test_relations_have_exactly_the_names_and_properties_of_the_guide(vocabulary, shared: Path) -> None:  # type: ignore[no-untyped-def]
    lines = (shared / "guide" / "relations.tsv").read_text("utf-8").splitlines()[1:]
    rows = {line.split("\t")[0]: line.split("\t") for line in lines}
    assert set(rows) == set(vocabulary.relations)
    for name, (_, kind, symmetric, subject, object_, plover, family, sign, _) in rows.items():
        relation = vocabulary.relations[name]
        assert (relation.kind, relation.symmetric) == (kind, symmetric == "yes")
        assert (set(relation.domain), set(relation.range)) == (set(subject.split("|")), set(object_.split("|")))
        assert (relation.family, relation.sign) == (family, {"+": 1, "-": -1, "": 0}[sign])
        assert (str(vocabulary.graph.value(KG[name], KG.plover) or "-")) == plover


def test_no_relation_shares_its_name_with_a_term_of_the_tool() -> None:
    from rdflib import Graph

    terms = set(Graph().parse(shipped_ontology() / "kg.ttl").subjects())
    relations = Graph().parse(shipped_ontology() / "relations.ttl").subjects(RDFS.label)
    assert not terms & set(relations)


def test_the_ontology_has_no_blank_nodes_and_every_term_a_label(vocabulary) -> None:  # type: ignore[no-untyped-def]
    assert not [node for triple in vocabulary.graph for node in triple if isinstance(node, BNode)]
    for node in vocabulary.graph.subjects(unique=True):
        assert vocabulary.graph.value(node, RDFS.label), node


def test_a_state_is_an_actor_and_a_place(vocabulary) -> None:  # type: ignore[no-untyped-def]
    assert vocabulary.fits(("State",), ("Place",))
    assert vocabulary.fits(("Company",), ("Actor",))
    assert not vocabulary.fits(("Place",), ("Actor",))


def test_a_broken_ontology_is_told_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "relations.ttl").write_text("kg:meets a")
    with pytest.raises(InputError, match=r"relations\.ttl"):
        load_vocabulary(tmp_path)
    with pytest.raises(InputError, match="no relations"):
        load_vocabulary(tmp_path / "empty")
