import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from kg.errors import UsageError
from kg.evaluate_learned import cross_validate
from kg.extract.engine import make_extractor

SAID = ["{} pestered {} while Mali watched.", "On Monday {} pestered {}, and Mali wept."]
ENDS = [
    ("France", "Spain"),
    ("Kenya", "Ghana"),
    ("Chad", "Togo"),
    ("Peru", "Chile"),
    ("Italy", "Norway"),
    ("Iran", "Iraq"),
]


def make_gold(folder: Path) -> list[dict[str, str]]:
    gold = []
    for number, (first, second) in enumerate(ENDS):
        text = " ".join(form.format(first, second) for form in SAID)
        (folder / f"{number}.txt").write_text(text, "utf-8")
        quote = SAID[0].format(first, second)
        gold.append(
            {"doc": f"{number}.txt", "subject": first, "relation": "threatens", "object": second, "quote": quote}
        )
    return gold


def test_the_table_tells_what_learning_adds(tmp_path: Path) -> None:
    pytest.importorskip("sklearn")
    tables = cross_validate(make_gold(tmp_path), tmp_path, make_extractor(), 3)
    rules, linear, both = tables["Triples, strict"].records()
    assert (rules["right"], rules["gold"], rules["f1"]) == (0, 6, 0.0)
    assert both["right"] == linear["right"] == 6
    assert [row["right"] for row in tables["Triples, + voice (full)"].records()] == [0, 6, 6]
    assert tables["Gain in F1 on the rules"].rows[3] == ("both", "strict", 1.0, 1.0, 1.0)


def test_folds_and_documents_must_fit(tmp_path: Path) -> None:
    for folds in (1, 7):
        with pytest.raises(UsageError, match="folds"):
            cross_validate(make_gold(tmp_path), tmp_path, make_extractor(), folds)


def test_the_command(run_kg: Callable[..., CompletedProcess[str]], tmp_path: Path) -> None:
    pytest.importorskip("sklearn")
    (tmp_path / "gold.jsonl").write_text("\n".join(map(json.dumps, make_gold(tmp_path))), "utf-8")
    args = ("evaluate", "extracted", "gold.jsonl", "--texts", ".", "--cross-validate", "2", "--format", "json")
    done = run_kg(*args, "--also", "gold.jsonl", ".", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [len(section["rows"]) for section in json.loads(done.stdout)["sections"]] == [3, 3, 3, 6]
