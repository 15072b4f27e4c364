from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import kg.seeds
from kg.errors import IssuesError, UsageError, errors_in
from kg.model import Entity
from kg.project import Project
from kg.review.desk import Decision, Desk
from kg.review.queue import Item

Make = Callable[..., Project]
Find = Callable[[Desk, str], Item]


def files(project: Project) -> dict[str, str]:
    return {
        path.relative_to(project.seeds).as_posix(): path.read_text("utf-8")
        for path in sorted(project.seeds.rglob("*.csv"))
    }


def judged(project: Project) -> list[list[str]]:
    return [line.split(",")[:2] for line in files(project)["judgements.csv"].splitlines()[1:]]


def sound(project: Project) -> bool:
    return not errors_in(project.check())


def test_what_is_accepted_enters_the_graph_as_reviewed_and_is_not_proposed_again(
    review_project: Make, find: Find
) -> None:
    project = review_project()
    desk = project.desk("me")
    item = find(desk, "Nord annexed")
    desk.decide(desk.accept(item))
    desk.decide(Decision(find(desk, "Nord threatened").evidence, "rejected"))
    assert files(project)["claims/two.csv"].splitlines()[-1] == (
        f"{item.row.id},nord,annexes,isle,,¶2,,Nord annexed Isle."
    )
    assert judged(project)[0] == [item.evidence, "accepted"]
    assert sound(project)
    waiting = {item.row.quote for item in project.desk("me").items}
    assert not waiting & {"Nord annexed Isle.", "Nord threatened Sud."}
    project.build()
    store = project.store()
    assert store.select("ASK { :nord kg:annexes :isle . [] kg:method kg:reviewed }").rows[0][0]
    assert not store.select("ASK { [] kg:quote 'Nord threatened Sud.' }").rows[0][0]
    assert store.select("ASK { [] kg:method kg:extracted ; kg:quote 'Nord attacked Sud.' }").rows[0][0]


def test_an_edited_claim_keeps_the_id_of_its_proposal(review_project: Make, find: Find) -> None:
    project = review_project()
    desk = project.desk("me")
    item = find(desk, "Bob criticized")
    desk.decide(desk.accept(item, {"relation": "threatens", "when": "2016", "about": "isle | nord"}, note="milder"))
    row = next(row for row in project.read()[0].rows if row.id == item.row.id)
    assert (row.relation, row.when, row.about) == ("threatens", "2016", ("isle", "nord"))
    assert sound(project)
    assert item.evidence not in {other.evidence for other in project.desk("me").items}
    with pytest.raises(UsageError, match="did you mean ann"):
        desk.accept(find(desk, "Bob visited"), {"subject": "anm"})
    with pytest.raises(UsageError, match="no subject"):
        desk.accept(find(desk, "Bob visited"), {"subject": ""})


def test_a_new_entity_is_made_merged_or_rejected(review_project: Make, find: Find) -> None:
    project = review_project()
    desk = project.desk("me")
    carl = Entity("osten", ("Person",), "C. Osten", "sud")
    desk.decide(desk.accept(find(desk, "Carl Osten visited"), new={"Carl Osten": carl}))
    assert desk.row(find(desk, "Osten criticized")).subject == "osten"
    desk.decide(desk.accept(find(desk, "Osten criticized")))
    desk.decide(desk.accept(find(desk, "Dora Halvorsen visited"), new={"Dora Halvorsen": "ann"}))
    assert desk.reject_thing("Harbour Group") == 3
    with pytest.raises(UsageError, match="no-one"):
        desk.accept(find(desk, "Peru supports"), new={"peru": "no-one"})
    with pytest.raises(UsageError, match="'isle' stands already"):
        desk.accept(find(desk, "Peru supports"), new={"peru": Entity("isle", ("State",), "Peru")})
    written = files(project)
    assert written["entities.csv"].splitlines()[-1] == "osten,Person,C. Osten,sud"
    assert written["names.csv"].splitlines()[-2:] == [
        "osten,Carl Osten,en,alias,,two,¶3",
        "ann,Dora Halvorsen,en,alias,,two,¶4",
    ]
    assert [verdict for _, verdict in judged(project)] == ["accepted"] * 3 + ["rejected"] * 3
    assert sound(project)
    assert not [item for item in project.desk("me").items if "Harbour" in item.row.quote]


def test_what_was_judged_by_name_does_not_return_when_the_name_becomes_an_entity(
    review_project: Make, find: Find
) -> None:
    project = review_project()
    desk = project.desk("me")
    desk.decide(Decision(find(desk, "Foreign Minister Carl Osten met").evidence, "rejected"))
    desk.decide(Decision(find(desk, "Osten criticized").evidence, "unsure"))
    carl = Entity("aa-osten", ("Person",), "Colin Osten")
    desk.decide(desk.accept(find(desk, "Carl Osten visited"), new={"Carl Osten": carl}))
    quotes = [item.row.quote for item in project.desk("me").items]
    assert not [quote for quote in quotes if quote.startswith(("Foreign Minister Carl", "Carl Osten visited"))]
    assert quotes[-1] == "Osten criticized Nord."


def test_undo_takes_back_step_by_step_and_across_sessions(review_project: Make, find: Find) -> None:
    project = review_project()
    before = files(project)
    desk = project.desk("me")
    key = find(desk, "Osten criticized").evidence
    desk.decide(Decision(key, "unsure"))
    assert key not in {item.evidence for item in desk.open(desk.items)}
    desk.decide(desk.accept(find(desk, "Osten criticized"), new={"Carl Osten": desk.suggestions["Carl Osten"].entity}))
    assert desk.undo() == (key,)
    assert judged(project) == [[key, "unsure"]]
    desk.undo()
    kept = {name: text for name, text in files(project).items() if name != "claims/two.csv"}
    assert kept == {name: text for name, text in before.items() if name != "claims/two.csv"}
    assert project.read()[0].rows == review_project(folder="fresh").read()[0].rows
    assert desk.undo() == ()
    desk.decide(desk.accept(find(desk, "Nord attacked")))
    again = project.desk("me")
    assert again.undo() == (find(desk, "Nord attacked").evidence,)
    assert "judgements.csv" not in files(project)


def test_a_spreadsheets_marks_survive_and_other_rows_stay(
    review_project: Make, find: Find, starter: dict[str, str]
) -> None:
    sheet = b"\xef\xbb\xbf" + starter["claims/two.csv"].replace("\n", "\r\n").encode()
    project = review_project({"claims/two.csv": sheet})
    desk = project.desk("me")
    (project.seeds / "names.csv").write_text(starter["names.csv"] + "bob,Bobby,en,alias,,,\n")  # while it is open
    desk.decide(desk.accept(find(desk, "Dora Halvorsen visited"), new={"Dora Halvorsen": "ann"}))
    rows = [row for row in project.read()[0].rows if row.source == "two"]
    assert (rows[0].id, rows[0].subject, len(rows)) == ("t1", "bob", 2)
    assert "bob,Bobby" in files(project)["names.csv"]
    assert sound(project)


def test_a_file_that_cannot_be_read_is_left_as_it_is(review_project: Make, find: Find) -> None:
    project = review_project()
    desk = project.desk("me")
    (project.seeds / "judgements.csv").write_text("evidence;verdict\n")
    with pytest.raises(IssuesError, match="semicolons"):
        desk.decide(Decision(desk.items[0].evidence, "rejected"))
    assert files(project)["judgements.csv"] == "evidence;verdict\n"
    with pytest.raises(IssuesError):
        project.desk("me")


class Killed(BaseException):
    pass


@pytest.fixture
def kill_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[int, bool], None]:
    """Let the process die at the n-th write of a file, before it or after."""
    write = kg.seeds.write_file

    def arm(number: int, after: bool) -> None:
        left = [number]

        def dying(path: Path, text: str) -> None:
            left[0] -= 1
            if left[0] == 0:
                if after:
                    write(path, text)
                else:
                    path.with_name(f".{path.name}.new").write_text(text[: len(text) // 2])
                raise Killed
            write(path, text)

        monkeypatch.setattr(kg.seeds, "write_file", dying)

    return arm


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_kill_at_any_write_leaves_sound_files_and_is_finished_without_doubles(
    review_project: Make, find: Find, kill_at: Callable[[int, bool], None], number: int, after: bool
) -> None:
    entity = Entity("osten", ("Person",), "C. Osten")  # a name of its own, so that four files are written

    def decide(desk: Desk) -> None:
        item = find(desk, "Carl Osten visited")
        new = {one.key: entity for one in desk.new(desk.row(item))}
        desk.decide(desk.accept(item, new=new))

    whole = review_project(folder="whole")
    whole_desk = whole.desk("me")
    decide(whole_desk)
    project = review_project()
    desk = project.desk("me")
    kill_at(number, after)
    with pytest.raises(Killed):
        decide(desk)
    kill_at(99, False)
    assert sound(project)
    desk = project.desk("me")
    desk.finish()
    if desk.dossier.judged("accepted") == frozenset():
        assert "osten" not in {row.subject for row in project.read()[0].rows}
        if number > 2 or (number == 2 and after):  # the names are there
            assert desk.new(desk.row(find(desk, "Carl Osten visited"))) == ()
            decide(desk)
            own, other = find(desk, "Carl Osten visited"), find(whole_desk, "Carl Osten visited")
            assert desk.by_id[other.evidence].row == replace(own.row, id=other.row.id)
            assert {name: text.replace(own.row.id, other.row.id) for name, text in files(project).items()} == files(
                whole
            )
    else:
        assert files(project) == files(whole)
    assert sound(project)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_kill_while_undoing_leaves_sound_files(
    review_project: Make, find: Find, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    project = review_project()
    desk = project.desk("me")
    desk.decide(Decision(find(desk, "Nord attacked").evidence, "unsure"))
    entity = replace(desk.suggestions["Carl Osten"].entity, name="C. Osten")
    desk.decide(desk.accept(find(desk, "Carl Osten visited"), new={"Carl Osten": entity}))
    change, left = kg.review.desk.change_file, [number]  # type: ignore[attr-defined]

    def dying(*args: object) -> None:
        left[0] -= 1
        if left[0] == 0:
            raise Killed
        change(*args)

    monkeypatch.setattr("kg.review.desk.change_file", dying)
    with pytest.raises(Killed):
        desk.undo()
    monkeypatch.setattr("kg.review.desk.change_file", change)
    assert sound(project)
    again = project.desk("me")
    again.finish()
    assert sound(project)
    rows = [row.id for row in project.read()[0].rows]
    assert len(rows) == len(set(rows))
    assert ["two-" + id_ in again.dossier.judged("accepted") for id_ in rows if id_.startswith("x")] == (
        [True] if number <= 2 else []
    )


def test_two_reviews_at_once_are_refused(review_project: Make) -> None:
    project = review_project()
    with project.reviewing(), pytest.raises(UsageError, match="another review"), project.reviewing():
        pass
