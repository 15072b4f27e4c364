from collections.abc import Callable

from kg.model import Entity
from kg.project import Project
from kg.review.desk import Desk
from kg.review.queue import CENTRAL, CONTESTS, DOUBTFUL, HELD, SETTLES, UNSURE, Item, select

Make = Callable[..., Project]
Find = Callable[[Desk, str], Item]


def test_conflicts_come_first_then_plans_then_central_actors(review_project: Make) -> None:
    desk = review_project().desk("me")
    assert [item.tier for item in desk.items] == sorted(item.tier for item in desk.items)
    assert [item.row.quote for item in desk.items[:2]] == [
        "Sud does not control Isle.",
        "Ann hosted Bob in December 2016.",
    ]
    assert [item.tier for item in desk.items[:3]] == [CONTESTS, SETTLES, CENTRAL]
    assert desk.items[0].why == "contests one-o3 ¶2"
    weights = [desk.known.spoken[item.row.subject] + desk.known.spoken[item.row.object] for item in desk.items[2:]]
    assert weights == sorted(weights, reverse=True)


def test_what_the_same_source_holds_and_what_is_doubtful_or_unsure_come_last(review_project: Make, find: Find) -> None:
    held = "id,subject,relation,object,at\nt1,nord,annexes,isle,¶2\n"
    desk = review_project({"claims/two.csv": held}).desk("me")
    assert find(desk, "Nord annexed").tier == HELD
    assert find(desk, "Nord annexed").why == "held already: two-t1 ¶2"
    key = find(desk, "Nord annexed").evidence
    judged = {"claims/two.csv": held, "judgements.csv": f"evidence,verdict\n{key},unsure\n"}
    last = review_project(judged, "q").desk("me").items[-1]
    assert (last.evidence, last.tier) == (key, UNSURE)
    assert DOUBTFUL < UNSURE


def test_an_item_knows_its_mentions_its_words_and_what_is_held(review_project: Make, find: Find) -> None:
    desk = review_project().desk("me")
    item = find(desk, "Ann hosted Bob")
    assert [item.row.quote[start:end] for start, end in item.spans] == ["Ann", "Bob"]
    assert desk.known.say(item.row) == "Ann hosts Bob, December 2016"
    assert desk.known.shown(item.row)[0] == "Ann hosts Bob, December 2016 (planned) [one-o4 ¶3]"
    assert len(desk.known.shown(item.row)) == 2  # their meeting, too


def test_new_things_have_a_free_id_and_types(review_project: Make, find: Find, starter: dict[str, str]) -> None:
    taken = starter["entities.csv"] + "carl-osten,Place,Osten Rock,\n"
    desk = review_project({"entities.csv": taken}).desk("me")
    (new,) = desk.new(find(desk, "Carl Osten visited").row)
    assert (new.key, new.entity.id, new.entity.types) == ("Carl Osten", "carl-osten-2", ("Person",))
    (state,) = desk.new(find(desk, "Peru supports").row)
    assert state.entity == Entity("peru", ("State",), "Peru", wikidata="Q419")


def test_a_copy_waits_behind_its_original(review_project: Make, starter: dict[str, str]) -> None:
    copied = "@misc{ahead, title = {A}, origin = {two}}\n\n"
    project = review_project({"sources.bib": copied + starter["sources.bib"]})
    texts = project.seeds / "texts"
    (texts / "ahead.txt").write_bytes((texts / "two.txt").read_bytes())
    quotes = [(item.row.quote, item.row.source) for item in project.desk("me").items]
    assert {source for _, source in quotes} >= {"two", "ahead"}
    for quote, source in quotes:
        if source == "ahead":
            assert quotes.index((quote, "two")) < quotes.index((quote, "ahead"))


def test_filters_keep_the_order(review_project: Make) -> None:
    items = review_project().desk("me").items
    about = select(items, entity="isle", min_confidence=0.7)
    assert [item.row.relation for item in about] == ["controls", "claims", "annexes", "visits"]
    assert select(items, source="one") == ()
    assert select(items, relation="meets", limit=1) == select(items, relation="meets")[:1]


def test_of_several_that_say_the_same_only_one_stands_ahead(review_project: Make) -> None:
    again = "Nord annexed Isle.\n\nNord, it is said, annexed Isle in haste. Ann met Bob. Bob criticized Ann.\n"
    items = review_project({"texts/two.txt": again}).desk("me").items
    first = [item.row.relation for item in items if item.tier == CENTRAL]
    assert first.index("annexes") < first.index("criticizes")
