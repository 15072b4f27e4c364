import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.extract.document import from_text
from kg.extract.engine import Extractor, make_extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return make_extractor()


Told = tuple[str, str, str, str, str, str | None]


def told(extractor: Extractor, text: str) -> set[Told]:
    claims = extractor.extract(from_text(text, date="2020-06-17")).claims
    return {
        (c["subject_name"], c["relation"], c["object_name"], c["polarity"], c["modality"], c["according_to"])
        for c in claims
        if c["object_type"] != "Literal"
    }


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("France attacked Spain.", ("France", "attacks", "Spain", "affirmed", "asserted", None)),
        ("Spain was attacked by France.", ("France", "attacks", "Spain", "affirmed", "asserted", None)),
        ("France has failed to condemn Spain.", ("France", "criticizes", "Spain", "denied", "asserted", None)),
        ("France didn't attack Spain.", ("France", "attacks", "Spain", "denied", "asserted", None)),
        ("France denied that it had attacked Spain.", ("France", "attacks", "Spain", "denied", "asserted", None)),
        ("France plans to sanction Spain.", ("France", "sanctions", "Spain", "affirmed", "planned", None)),
        ("France may sanction Spain.", ("France", "sanctions", "Spain", "affirmed", "hypothetical", None)),
        ("France should sanction Spain.", ("France", "sanctions", "Spain", "affirmed", "normative", None)),
        ("If France attacks Spain, Italy will weep.", ("France", "attacks", "Spain", "affirmed", "hypothetical", None)),
        ("Italy said that France had attacked Spain.", ("France", "attacks", "Spain", "affirmed", "asserted", "italy")),
        ("According to Italy, France attacked Spain.", ("France", "attacks", "Spain", "affirmed", "asserted", "italy")),
        (
            "France attacked Spain, according to Anna Borg, a professor of history.",
            ("France", "attacks", "Spain", "affirmed", "asserted", "Anna Borg"),
        ),
        (
            "Otto Brandt met his Kenyan counterpart Anna Borg. Anna Borg visited Japan.",
            ("Anna Borg", "visits", "Japan", "affirmed", "asserted", None),
        ),
        ("France attacked Spain, Italy said.", ("France", "attacks", "Spain", "affirmed", "asserted", "italy")),
        ("Italy and France attacked Spain.", ("Italy", "attacks", "Spain", "affirmed", "asserted", None)),
        ("French forces attacked Spain.", ("France", "attacks", "Spain", "affirmed", "asserted", None)),
        (
            "Iranian President Omar Sabri visited Japan.",
            ("Omar Sabri", "holdsOffice", "Iran", "affirmed", "asserted", None),
        ),
        (
            "President Omar Sabri of Iran spoke. He visited Japan.",
            ("Omar Sabri", "visits", "Japan", "affirmed", "asserted", None),
        ),
    ],
)
def test_content_and_voice(extractor: Extractor, text: str, claim: Told) -> None:
    assert claim in told(extractor, text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("France lifted its sanctions on Spain.", ("France", "sanctions", "Spain", "denied", "asserted", None)),
        ("France has no dispute with Spain.", ("France", "disputesWith", "Spain", "denied", "asserted", None)),
        ("France cut ties with Spain.", ("France", "sanctions", "Spain", "affirmed", "asserted", None)),
        ("France turned an offer from Spain down.", ("France", "opposes", "Spain", "affirmed", "asserted", None)),
        ("Strained relations between France and Spain are harmful.",
         ("France", "hasPoorRelationsWith", "Spain", "affirmed", "asserted", None)),
    ],
)  # fmt: skip
def test_ends_particles_and_words_nearby(extractor: Extractor, text: str, claim: Told) -> None:
    assert claim in told(extractor, text)


@pytest.mark.parametrize(
    "text",
    [
        "France attacked the problem of debt in Spain.",
        "France is fighting Italy. Spain froze its exports.",
        "French rebels attacked Spain.",
        "French-backed troops attacked Spain.",
        "France held Spain to a draw.",
        "France charged Spain with leading the mission.",
        "France launched a vaccination campaign in Spain.",
        "Italy spoke. France said Spain had not violated the treaty.",
        "France shot rockets into the Sea of Japan.",
        "They came to the summit of the African Union in Nairobi.",
    ],
)
def test_other_senses_say_nothing(extractor: Extractor, text: str) -> None:
    assert not {c[:3] for c in told(extractor, text)} - {("France", "attacks", "Italy")}


def test_a_demonym_alone_is_no_actor_and_namesakes_stay_apart(extractor: Extractor) -> None:
    assert not told(extractor, "A French tourist attacked Spain.")
    claims = told(
        extractor, "President Shinzo Arai of Japan visited Kenya. Minister Shintaro Arai of Japan visited Ghana."
    )
    assert {c[:3] for c in claims} >= {("Shinzo Arai", "visits", "Kenya"), ("Shintaro Arai", "visits", "Ghana")}


def test_quotes_stand_in_the_text_and_rejects_have_reasons(extractor: Extractor) -> None:
    text = "😀 France annexed Otto. Minister Otto Brandt of Kenya annexed Minister Anna Weber of Ghana."
    passed = extractor.extract(from_text(text))
    assert all(text[c["start"] : c["end"]] == c["quote"] for c in passed.claims)
    assert all(c["reason"] for c in passed.rejected) and passed.rejected


def test_two_runs_are_equal_under_any_hash_seed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "On Monday, France and Italy signed an agreement with Spain. Kenya, Ghana and Mali condemned Chad.", "utf-8"
    )
    runs = set()
    for seed in ("0", "1", "77"):
        command = [sys.executable, "-m", "kg", "extract", str(path), "--date", "2020-06-17", "--format", "jsonl"]
        done = subprocess.run(
            command, capture_output=True, check=True, cwd=tmp_path, env={**os.environ, "PYTHONHASHSEED": seed}
        )
        runs.add(done.stdout)
    assert len(runs) == 1
    keys = list(json.loads(runs.pop().splitlines()[0]))
    assert keys[:9] == [
        "subject",
        "object",
        "subject_name",
        "subject_type",
        "subject_text",
        "object_name",
        "object_type",
        "object_text",
        "relation",
    ]


def test_a_bad_file_does_not_stop_the_batch(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("France attacked Spain.", "utf-8")
    bad.write_bytes(b"\x00\x01")
    command = [sys.executable, "-m", "kg", "extract", str(bad), str(good), "--format", "jsonl"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 3 and "binary" in done.stderr and len(done.stdout.splitlines()) == 1
