import csv
import io
import json

from kg.claims import make_claim
from kg.evaluate_extracted import read_gold_lines
from kg.export.rows import COLUMNS, as_csv, as_jsonl, records
from kg.filters import Filters
from kg.model import METHODS, Claim, ClaimRow, Node
from kg.project import Project
from kg.table import unguarded
from kg.vocabulary import Vocabulary, load_vocabulary


def node(id_: str | None, name: str) -> Node:
    if not id_:
        return Node("phrase", name)
    return Node("claim", id_[1:]) if id_.startswith("#") else Node("entity", id_)


def claim(vocabulary: Vocabulary, record: dict[str, str], about: list[str]) -> Claim:
    """What a record says, read back; `make_claim` names it by a hash of all its parts."""
    cells = {key: record[key] or "" for key in ("relation", "addressee", "when", "where", "polarity", "modality")}
    row = ClaimRow(source="", subject="", object="", about=tuple(about), event=record["event"] or "", **cells)
    said = record["condition"] or ""
    condition = (Node("claim", said[1:]) if said.startswith("#") else Node("phrase", said)) if said else None
    subject = node(record["subject"], record["subject_name"])
    object_ = node(record["object"], record["object_name"])
    return make_claim(row, vocabulary.relations[row.relation], subject, object_, condition)


def test_rows_read_back_are_the_same_claims_and_evidence(shipped: Project) -> None:
    vocabulary = load_vocabulary(shipped.ontology)
    resolved = shipped.resolved()
    wanted = {item.id: item for item in resolved.evidence}
    claims = {item.id: item for item in resolved.claims}
    store = shipped.view(Filters().checked())
    lines = [json.loads(line) for line in as_jsonl(store).decode().splitlines()]
    table = list(csv.DictReader(io.StringIO(as_csv(store).decode())))
    assert len(lines) == len(table) == len(wanted) == len({line["evidence"] for line in lines})
    for line, cells in zip(lines, table, strict=True):
        bare = {key: unguarded(cell) for key, cell in cells.items()}
        item = wanted[line["evidence"]]
        for read, about in ((line, line["about"]), (bare, [topic for topic in bare["about"].split("|") if topic])):
            assert claim(vocabulary, read, about) == claims[item.claim]
            assert (read["claim"], read["doc"], read["according_to"] or "") == (
                item.claim,
                item.source,
                item.according_to,
            )
            assert (read["wording"] or "", read["said"] or "", read["quote"] or "", read["note"] or "") == (
                item.wording,
                item.said,
                item.quote,
                item.note,
            )
            assert (read["origin"], read["method"]) == (item.origin, item.method)
        assert line["paragraphs"] == sorted(item.paragraphs)


def test_the_keys_are_those_of_kg_extract_and_then_our_own(shipped: Project, run_kg) -> None:  # type: ignore[no-untyped-def]
    text = shipped.root / "seeds" / "texts" / "abiru2021-briefing.txt"
    done = run_kg("extract", str(text), "--format", "jsonl", "-p", str(shipped.root))
    keys = list(json.loads(done.stdout.splitlines()[0]))
    for record in records(shipped.view(Filters(method=METHODS))):
        assert list(record)[: len(keys)] == keys
        assert tuple(record) == COLUMNS


def test_what_is_extracted_keeps_its_rule_and_quote(shipped: Project) -> None:
    found = list(records(shipped.view(Filters(method=("extracted",)))))
    assert found
    for record in found:
        assert record["rule"] and record["extractor"] and record["quote"] and 0 < record["confidence"] <= 1
        assert record["class"] == "Candidate"


def test_a_cell_that_begins_like_a_formula_is_guarded(make_project) -> None:  # type: ignore[no-untyped-def]
    rows = 'id,subject,relation,object,at,note\no1,ann,states,=1+1,¶1,"\'@x"\no2,ann,states,-2,¶1,\n'
    project: Project = make_project({"claims/one.csv": rows, "claims/two.csv": None, "names.csv": None})
    project.build()
    table = list(csv.DictReader(io.StringIO(as_csv(project.store()).decode())))
    assert [row["object_name"] for row in table] == ["'=1+1", "'-2"]
    assert table[0]["note"] == "''@x"
    assert json.loads(as_jsonl(project.store()).splitlines()[0])["object_name"] == "=1+1"


def test_evaluation_reads_our_own_export_and_that_of_extract(shipped: Project, tmp_path, run_kg) -> None:  # type: ignore[no-untyped-def]
    gold, texts = tmp_path / "gold.jsonl", shipped.root / "seeds" / "texts"
    store = shipped.view(Filters(method=METHODS, source=("abiru2021-briefing",)))
    gold.write_bytes(as_jsonl(store))
    extracted = run_kg("extract", str(texts / "abiru2021-briefing.txt"), "--format", "jsonl", "-p", str(shipped.root))
    own = tmp_path / "own.jsonl"
    own.write_text(extracted.stdout, "utf-8")
    for path in (gold, own):
        lines = read_gold_lines(path)
        assert len(lines) > 5 and all(line["subject"] == line["subject_name"] for line in lines)
        done = run_kg("evaluate", "extracted", str(path), "--texts", str(texts), "--format", "json")
        assert done.returncode == 0, done.stderr
        strict = json.loads(done.stdout)["sections"][0]["rows"][0]
        assert (
            strict["triples"] == "strict" and strict["right"] > 1 and strict["gold"] > 5
        )  # without the names of the dossier


def test_every_end_has_a_text(shipped: Project) -> None:
    for record in records(shipped.store()):
        assert record["subject_text"] and record["object_text"]
