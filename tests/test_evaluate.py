import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate import Gold, evaluate_curated, read_gold, read_names
from kg.project import Project

ROWS = (
    "id,subject,relation,object,addressee,about,polarity,modality,at\n"
    "o1,ann,meets,bob,,,,,¶1\no2,ann,believes,that it will rain,,isle,,,¶2\no3,ann,holdsOffice,premier,,,,,¶1\n"
    "o4,nord,sanctions,sud,,,denied,,¶3\no5,nord,requests,a treaty on the isle,sud,,,,¶4\n"
)


def gold(**fields: object) -> Gold:
    default = {"id": "g", "doc": "one.txt", "paragraph": 1, "polarity": "affirmed", "modality": "asserted"}
    return Gold(**{**default, "subject": "Ann", "relation": "meets", "object": "Bob", **fields})  # type: ignore[arg-type]


@pytest.fixture
def found(make_project: Callable[..., Project]) -> Callable[..., tuple[int, int]]:
    resolved = make_project({"claims/one.csv": ROWS, "claims/two.csv": None}).resolved()

    def evaluate(**fields: object) -> tuple[int, int]:
        names = {"The Ruler": ("Annie", "the leader"), "Nobody": ("No One",)}
        row = list(evaluate_curated([gold(**fields)], resolved, names).by_article.records())[-1]
        return int(str(row["strict"])), int(str(row["relaxed"]))

    return evaluate


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, (1, 1)),
        ({"subject": "Bob", "object": "Ann"}, (1, 1)),  # symmetric
        ({"subject": "The Ruler"}, (1, 1)),  # by an alias of the gold's names
        ({"subject": "Nobody"}, (0, 0)),
        ({"doc": "two.txt"}, (0, 0)),
        ({"polarity": "denied"}, (0, 0)),
        ({"modality": "planned"}, (0, 1)),
        ({"relation": "hosts"}, (0, 1)),  # the same family
        ({"relation": "sanctions"}, (0, 0)),
        ({"relation": "believes", "object": "rain is coming", "paragraph": 2}, (1, 1)),
        ({"relation": "believes", "object": "rain is coming", "paragraph": 3}, (0, 0)),
        ({"relation": "believes", "object": "Isle", "paragraph": 9}, (0, 1)),  # a party in `about`
        ({"relation": "holdsOffice", "object": "Premier"}, (1, 1)),
        ({"relation": "holdsOffice", "object": "Nord"}, (1, 1)),  # the office's state
        ({"relation": "holdsOffice", "object": "Sud"}, (0, 0)),
        ({"subject": "Nord", "relation": "sanctions", "object": "Sud", "polarity": "denied"}, (1, 1)),
        ({"subject": "Sud", "relation": "sanctions", "object": "Nord", "polarity": "denied"}, (0, 1)),
        ({"subject": "Nord", "relation": "requests", "object": "Sud", "paragraph": 9}, (0, 1)),  # the addressee
        ({"relation": "teleports"}, (0, 0)),
    ],
)
def test_strict_and_relaxed(found: Callable[..., tuple[int, int]], fields: dict[str, object], expected: object) -> None:
    assert found(**fields) == expected


def test_misses_are_listed_and_counts_add_up(make_project: Callable[..., Project]) -> None:
    resolved = make_project({"claims/one.csv": ROWS, "claims/two.csv": None}).resolved()
    result = evaluate_curated([gold(), gold(id="h", relation="hosts"), gold(id="i", object="Sud")], resolved, {})
    assert dict(zip(result.misses.column("id"), result.misses.column("found"), strict=True)) == {
        "h": "relaxed",
        "i": "no",
    }
    assert result.by_article.rows[-1][:5] == ("all", 3, 1, pytest.approx(1 / 3), 2)
    assert result.by_relation.column("relation") == ("hosts", "meets", "all")


def test_files_that_are_no_gold_are_told_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "g.jsonl").write_text(json.dumps({"doc": "a"}) + "\n")
    with pytest.raises(InputError, match=r"g\.jsonl:1"):
        read_gold(tmp_path / "g.jsonl")
    (tmp_path / "n.csv").write_text("title,aliases\nAnn,Annie|An\n")
    with pytest.raises(InputError, match="no column 'name'"):
        read_names(tmp_path / "n.csv")
    (tmp_path / "n.csv").write_text("name,aliases\nAnn,Annie|An\n")
    assert read_names(tmp_path / "n.csv") == {"Ann": ("Annie", "An")}


def test_the_gold_of_two_articles_is_found(root: Path, shared: Path) -> None:
    names = read_names(shared / "gold" / "entities.csv")
    result = evaluate_curated(read_gold(shared / "gold" / "articles.jsonl"), Project.open(root).resolved(), names)
    for _, _, _, strict, _, relaxed in result.by_article.rows:
        assert float(str(strict)) >= 0.8
        assert float(str(relaxed)) >= 0.9
