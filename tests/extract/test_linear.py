import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.extract.document import from_text
from kg.extract.engine import Extractor, make_extractor
from kg.extract.linear import Model, load_model

MODEL = Model(
    ("attacks>", "meets>", "none"), (0.0, 0.0, 1.0), {"between=bombard": {0: 9.0}, "between=pester": {1: 9.0}}
)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return make_extractor()


def told(extractor: Extractor, text: str) -> list[tuple[Any, ...]]:
    return [
        (c["subject_name"], c["relation"], c["object_name"], c["polarity"], c["modality"], c["according_to"], c["rule"])
        for c in extractor.extract(from_text(text)).claims
    ]


def test_it_proposes_what_the_rules_miss_with_its_content_and_voice(extractor: Extractor) -> None:
    both = extractor.learned(MODEL, "both")
    assert told(extractor, "France pestered Spain.") == []
    assert told(both, "France pestered Spain.") == [
        ("France", "meets", "Spain", "affirmed", "asserted", None, "linear")
    ]
    assert told(both, "Italy said France may not pester Spain.")[0][3:6] == ("denied", "hypothetical", "italy")


def test_the_rules_stay_and_what_the_model_also_says_is_surer(extractor: Extractor) -> None:
    text = "France bombarded Spain. Kenya met Ghana."
    alone = {c["relation"]: c["confidence"] for c in extractor.extract(from_text(text)).claims}
    both = {c["relation"]: c["confidence"] for c in extractor.learned(MODEL, "both").extract(from_text(text)).claims}
    assert set(alone) == set(both) == {"attacks", "meets"}
    assert both["attacks"] > 0.99 > alone["attacks"]
    assert [c[-1] for c in told(extractor.learned(MODEL, "both"), text)].count("linear") == 0
    assert [c[:3] for c in told(extractor.learned(MODEL, "linear"), text)] == [("France", "attacks", "Spain")]


def test_types_must_fit(extractor: Extractor) -> None:
    model = Model(("signs>", "none"), (9.0, 0.0), {})
    assert told(extractor.learned(model, "linear"), "France pestered Spain.") == []


def test_a_model_is_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    model = Model(MODEL.labels, MODEL.bias, MODEL.weights, (("a.csv", "00ff"),))
    path.write_text(model.dump(), "utf-8")
    assert load_model(path) == model
    assert load_model(path).dump() == model.dump()
    assert abs(sum(model.probabilities(["between=pester", "unknown"]).values()) - 1) < 1e-12


@pytest.mark.parametrize(
    "change",
    [
        {"version": 99},
        {"labels": ["attacks>"]},
        {"labels": ["attacks>", "attacks>", "none"]},
        {"bias": [1.0]},
        {"bias": [0.0, 0.0, float("nan")]},
        {"weights": {"a": {"3": 1.0}}},
        {"weights": {"a": [1.0]}},
        {"weights": {"a": {"0": "x"}}},
        {"data": [["one"]]},
    ],
    ids=str,
)
def test_a_damaged_model_is_refused(tmp_path: Path, change: dict[str, Any]) -> None:
    path = tmp_path / "model.json"
    path.write_text(json.dumps({**json.loads(MODEL.dump()), **change}), "utf-8")
    with pytest.raises(InputError):
        load_model(path)


@pytest.mark.parametrize("raw", [b"", b"[]", b"\x80\x04\x95", b"{}"])
def test_what_is_no_model_is_refused(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "model.json"
    path.write_bytes(raw)
    with pytest.raises(InputError):
        load_model(path)
    with pytest.raises(InputError, match="kg train"):
        load_model(tmp_path / "none.json")
