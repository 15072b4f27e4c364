import dataclasses
import json
from collections.abc import Callable
from pathlib import Path

from kg.pages.graph_data import graph_data, places_of
from kg.project import Project

Make = Callable[..., Project]


def test_every_actor_that_a_claim_may_tie_has_a_place_the_most_central_first(shipped: Project) -> None:
    data = graph_data(shipped.site(shipped.store(), "0" * 64))
    ids = [actor["id"] for actor in data["actors"]]
    assert ids[0] == "russia" and ids.index("putin") < ids.index("taro-kono" if "taro-kono" in ids else "kono")
    assert len(ids) == len(set(ids)) > 60
    assert {layer for claim in data["claims"] for layer in (data["layers"][claim["layer"]],)} == set(data["layers"])
    assert all({"x", "y"} <= set(actor) for actor in data["actors"])


def test_a_claim_leads_to_its_evidence_and_what_contests_it(shipped: Project) -> None:
    data = graph_data(shipped.site(shipped.store(), "0" * 64))
    rank = {actor["id"]: number for number, actor in enumerate(data["actors"])}
    ally = next(claim for claim in data["claims"] if claim["text"] == "China is an ally of Russia")
    assert {ally["one"], ally["two"]} == {rank["china"], rank["russia"]}
    known = {claim["id"] for claim in data["claims"]} | set(data["others"])
    assert ally["against"] and set(ally["against"]) <= known
    (proof,) = ally["evidence"]
    assert (proof["source"], proof["place"], proof["paragraph"]) == ("eyal2017", "¶13", 13)
    assert data["sources"]["eyal2017"]["author"] == "Jonathan Eyal"
    proposed = [proof for claim in data["claims"] for proof in claim["evidence"] if proof["method"] == "extracted"]
    assert proposed and all(proof["quote"] and proof["confidence"] for proof in proposed)


def test_origins_are_told_where_they_are_not_the_source(make_project: Make) -> None:
    bib = "@misc{one, title = {One}, date = {2016-06}, origin = {wire}}\n@misc{two, title = {Two}, date = {2017}, origin = {wire}}\n"
    project = make_project({"sources.bib": bib})
    project.build()
    data = graph_data(project.site(project.store(), "0" * 64))
    told = [proof["origins"] for claim in data["claims"] for proof in claim["evidence"] if "origins" in proof]
    assert told and all(origins == ["wire"] for origins in told)


def test_actors_keep_their_places_when_others_come(make_project: Make, starter: dict[str, str]) -> None:
    project = make_project()
    project.build()
    before = json.loads((project.output / "places.json").read_text("utf-8"))
    assert set(before) >= {"ann", "bob"}
    project.build()
    assert json.loads((project.output / "places.json").read_text("utf-8")) == before
    entities = Path(project.seeds / "entities.csv")
    entities.write_text(starter["entities.csv"] + "cat,Person,Cat,sud\n", encoding="utf-8")
    with (project.seeds / "claims" / "one.csv").open("a", encoding="utf-8") as file:
        file.write("o5,cat,meets,bob,,2017,,,,¶3,\n")
    project.build()
    after = json.loads((project.output / "places.json").read_text("utf-8"))
    assert set(after) - set(before) == {"cat"}
    assert {actor: after[actor] for actor in before} == before
    again = project.site(project.store(), "0" * 64)
    assert {actor: list(place) for actor, place in places_of(again).items()} == after
    fresh = dataclasses.replace(again, known_places={})
    assert set(places_of(fresh)) == set(after)


def test_pages_of_actors_and_sources_are_named_as_they_are_written(make_project: Make) -> None:
    project = make_project(
        {
            "entities.csv": "id,type,name\ncon,Person,Con\nbob,Person,Bob\n",
            "names.csv": None,
            "events.csv": None,
            "claims/one.csv": "id,subject,relation,object,at\no1,con,meets,bob,¶1\n",
            "claims/two.csv": None,
        }
    )
    project.build()
    data = graph_data(project.site(project.store(), "0" * 64))
    assert [(project.output / "site" / actor["page"]).is_file() for actor in data["actors"]] == [True, True]
    alone = graph_data(project.site(project.store(), "0" * 64, names=("graph",)))
    assert not any("page" in thing for thing in (*alone["actors"], *alone["sources"].values()))


def test_what_rules_propose_is_not_counted_among_claims(shipped: Project) -> None:
    data = graph_data(shipped.site(shipped.store(), "0" * 64))
    assert [data["total"], data["proposed"]] == [
        shipped.store()
        .select(f"SELECT (COUNT(*) AS ?n) {{ ?c a kg:Claim {filter_} EXISTS {{ ?c a kg:Candidate }} }}")
        .rows[0][0]
        for filter_ in ("FILTER NOT", "FILTER")
    ]


def test_a_sentence_found_by_names_is_no_quote(shipped: Project, tmp_path: Path) -> None:
    (tmp_path / "suga2021.txt").write_text("One.\n\nTwo.\n\nShinzo Abe saw Vladimir Putin.\n", encoding="utf-8")
    data = graph_data(shipped.site(shipped.store(), "0" * 64, tmp_path))
    found = [proof for claim in data["claims"] for proof in claim["evidence"] if "sentence" in proof]
    assert found and not any("quote" in proof for proof in found)
