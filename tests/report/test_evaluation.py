import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

from kg.project import Project


def test_the_command_prints_recall_and_misses(
    make_project: Callable[..., Project], run_kg: Callable[..., CompletedProcess[str]], tmp_path: Path
) -> None:
    project = make_project()
    lines = [
        {"id": "a", "doc": "one.txt", "subject": "Ann", "relation": "meets", "object": "Bob"},
        {"id": "b", "doc": "one.txt", "subject": "Ann", "relation": "fears", "object": "Sud"},
    ]
    (tmp_path / "g.jsonl").write_text("\n".join(map(json.dumps, lines)))
    args = ("evaluate", "curated", str(tmp_path / "g.jsonl"), "--misses", "--format", "json", "-p", str(project.root))
    done = run_kg(*args)
    assert done.returncode == 0, done.stderr
    sections = json.loads(done.stdout)["sections"]
    assert sections[0]["rows"][-1]["strict recall"] == 0.5
    assert [row["id"] for row in sections[2]["rows"]] == ["b"]
