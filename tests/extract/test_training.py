import builtins
import hashlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from kg.errors import UsageError
from kg.extract.document import from_text
from kg.extract.engine import Extractor, make_extractor
from kg.extract.linear import NONE
from kg.extract.rows import proposal_id
from kg.extract.training import Data, Sample, fit, from_gold, from_lexicon, from_project, labelled
from kg.project import Project
from kg.vocabulary import shipped_ontology


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return make_extractor()


def labels(samples: list[Sample]) -> list[str]:
    return sorted(sample.label for sample in samples)


def test_pairs_carry_their_claim_its_direction_or_silence(extractor: Extractor) -> None:
    text = "France was attacked by Spain. Kenya wept with Ghana. Spain praised France."
    first, second = "France was attacked by Spain.", "Spain praised France."
    claims = [("Spain", "attacks", "France", first), ("Spain", "supports", "France", second)]
    document = from_text(text)
    assert labels(list(labelled(extractor, document, claims))) == ["attacks<", NONE, "supports>"]
    assert labels(list(labelled(extractor, document, claims, every=False))) == ["attacks<", "supports>"]
    # the pair's claim stands elsewhere: neither a sample of it nor of silence
    assert labels(list(labelled(extractor, document, claims[:1]))) == ["attacks<", NONE]
    assert labels(list(labelled(extractor, document, [("Ghana", "meets", "Kenya", "")]))) == ["meets>", NONE, NONE]


def test_the_lexicon_shows_each_relation_and_silence_too(extractor: Extractor) -> None:
    data = Data()
    from_lexicon(extractor, shipped_ontology(), data)
    found = Counter(sample.label for sample in data.samples)
    relations = {frame.relation for frame in extractor.lexicon.frames}
    assert len({label.rstrip("<>") for label in found} & relations) > 0.9 * len(relations)
    assert found[NONE] > 100
    table = shipped_ontology() / "lexicon" / "verbs.csv"
    assert data.files["lexicon/verbs.csv"] == hashlib.sha256(table.read_bytes()).hexdigest()


def test_gold_and_its_texts_are_named(extractor: Extractor, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("France attacked Spain beside Kenya.", "utf-8")
    (tmp_path / "b.txt").write_text("France met Spain.", "utf-8")
    gold = [
        {"doc": "a.txt", "subject": "France", "relation": "attacks", "object": "Spain", "quote": ""},
        {"doc": "b.txt", "subject": "France", "relation": "meets", "object": "Spain", "quote": ""},
    ]
    data = Data()
    from_gold(extractor, gold, tmp_path, {}, ["a"], data)
    assert labels(data.samples) == ["attacks>", NONE, NONE] and list(data.files) == ["a.txt"]


TEXT = "Ann met Bob in Nord.\nNord pestered Sud. Ann pestered Bob. Later Ann left Bob.\nNord attacked Sud.\n"
CLAIMS = "subject,relation,object,at,id,quote\nann,meets,bob,¶1,o1,\nann,fears,bob,¶2,o2,\nsud,fears,nord,¶2,o3,\n"


@pytest.mark.parametrize(
    ("more", "judgements", "wanted"),
    [
        # two sentences of the second paragraph name both: o2 teaches nothing
        ("", False, {("meets>", 0.5): 1, ("fears<", 0.5): 1, (NONE, 0.5): 2}),
        ("ann,threatens,bob,¶2,x1,Ann pestered Bob.\n", False, {("threatens>", 1.0): 1}),
        ("", True, {(NONE, 1.0): 1}),
    ],
    ids=["distant", "accepted", "rejected"],
)
def test_a_project_teaches(
    make_project: Callable[..., Project], more: str, judgements: bool, wanted: dict[tuple[str, float], int]
) -> None:
    bib = "@misc{one,\n\ttitle = {One},\n\tdate = {2016-06},\n\ttext = {one.txt}\n}\n"
    text = TEXT.replace("\nNord attacked", " " * 3 + "\nNord attacked")
    files = {"claims/one.csv": CLAIMS + more, "claims/two.csv": None, "sources.bib": bib, "texts/one.txt": text}
    project = make_project(files)
    dossier = project.read()[0]
    extractor = make_extractor(dossier, None, project.ontology)
    if judgements:
        document = from_text(text)
        (record,) = [c for c in extractor.extract(document).claims if c["relation"] == "attacks"]
        lines = f"evidence,verdict,by,on,note\none-{proposal_id(record)},rejected,me,2026-01-01,\n"
        (project.seeds / "judgements.csv").write_text(lines, "utf-8")
    data = Data()
    from_project(extractor, dossier, project.seeds, project.text_folders(), data)
    found = Counter((sample.label, sample.weight) for sample in data.samples)
    assert wanted.items() <= found.items(), found
    assert set(data.files) == {"claims/one.csv", "one.txt"} | ({"judgements.csv"} if judgements else set())


def test_a_small_model_learns(extractor: Extractor) -> None:
    pytest.importorskip("sklearn")
    samples = [Sample(("a", f"n{k % 3}"), "x>") for k in range(9)] + [
        Sample(("b", f"n{k % 3}"), NONE) for k in range(9)
    ]
    model = fit(Data(samples, {"f": "00"}))
    assert model.probabilities(["a"])["x>"] > 0.6 > 0.4 > model.probabilities(["b"])["x>"]
    assert model.data == (("f", "00"),)
    three = fit(Data([*samples, *[Sample(("c",), "y<")] * 9]))
    assert max((chance, label) for label, chance in three.probabilities(["c"]).items())[1] == "y<"


def test_nothing_to_learn_from_and_no_library_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("sklearn")
    with pytest.raises(UsageError, match="nothing to learn"):
        fit(Data([Sample(("a",), NONE)]))
    real = builtins.__import__

    def without(name: str, *args: Any, **more: Any) -> Any:
        if name.startswith(("sklearn", "scipy")):
            raise ImportError(name)
        return real(name, *args, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UsageError, match=r"kg\[learn\]"):
        fit(Data([Sample(("a",), NONE), Sample(("a",), "x>")]))


def test_training_twice_gives_the_same_bytes_and_the_model_extracts(
    run_kg: Callable[..., CompletedProcess[str]], tmp_path: Path
) -> None:
    pytest.importorskip("sklearn")
    (tmp_path / "a.txt").write_text("France pestered Spain. France attacked Kenya.", "utf-8")
    made = set()
    for seed in ("0", "7"):
        done = run_kg("train", "-o", f"m{seed}.json", cwd=tmp_path, PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stderr
        made.add((tmp_path / f"m{seed}.json").read_bytes())
    assert len(made) == 1
    args = ("extract", "a.txt", "--extractor", "both", "--model", "m0.json", "--format", "jsonl")
    done = run_kg(*args, cwd=tmp_path)
    assert done.returncode == 0 and '"relation": "attacks"' in done.stdout, done.stderr
    missing = run_kg("extract", "a.txt", "--extractor", "linear", cwd=tmp_path)
    assert missing.returncode == 3 and "kg train" in missing.stderr
