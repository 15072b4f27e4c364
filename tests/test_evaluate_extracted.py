import json
from pathlib import Path

from kg.evaluate_extracted import evaluate_extracted, read_gold_lines
from kg.extract.engine import make_extractor


def test_scores_of_a_small_gold(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("France attacked Spain. Kenya signed an agreement with Ghana.", "utf-8")
    gold = tmp_path / "gold.jsonl"
    rows = [
        {
            "doc": "a.txt",
            "subject": "France",
            "relation": "attacks",
            "object": "Spain",
            "quote": "France attacked Spain.",
        },
        {"doc": "a.txt", "subject": "Ghana", "relation": "agreesWith", "object": "Kenya", "quote": ""},
        {"doc": "a.txt", "subject": "Kenya", "relation": "visits", "object": "Ghana", "quote": ""},
    ]
    gold.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    found = evaluate_extracted(read_gold_lines(gold), tmp_path, make_extractor())
    assert found.scores.rows[0][:4] == ("strict", 2, 2, 3)
    assert [row[0] for row in found.scores.rows][-2:] == ["baseline: co-occurrence", "baseline: verbs without types"]
    assert [row[1] for row in found.errors.rows] == ["miss"]


def test_phrases_are_counted_apart(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("France attacked Spain. Kenya wants to sell the harbour.", "utf-8")
    gold = [
        {"doc": "a.txt", "subject": "France", "relation": "attacks", "object": "Spain", "quote": ""},
        {
            "doc": "a.txt",
            "subject": "Kenya",
            "relation": "seeks",
            "object": "sale of the harbour",
            "quote": "sell the harbour",
        },
    ]
    rows = {row[0]: row[1:4] for row in evaluate_extracted(gold, tmp_path, make_extractor()).scores.rows}
    assert rows["strict"] == (1, 1, 1) and rows["phrases (overlap)"] == (1, 1, 1)
