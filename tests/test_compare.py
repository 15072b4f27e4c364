import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from kg.claims import Resolved
from kg.compare import Compared, Finding, compare, compare_document
from kg.extract.document import from_text
from kg.extract.engine import make_extractor
from kg.model import ClaimRow
from kg.project import Project

Make = Callable[..., Project]

FILES = {
    "entities.csv": (
        "id,type,name,side\nberg,Person,Anna Berg,norland\nsol,Person,Boris Sol,sudria\nkent,Person,Ivo Kent,sudria\n"
        "lund,Person,Eva Lund,westland\nnorland,State,Norland,\nsudria,State,Sudria,\nwestland,State,Westland,\n"
        "isle,Place,Hawk Isle,\nporto,Place,Porto,\nhill,Place,Hill House,\nleague,Organization,Baltic League,\n"
        "pact,Document,Pact of Porto,\n"
    ),
    "events.csv": "id,name,type,when,where\nharbour,Harbour Summit,Event,2017-06,porto\n",
    "names.csv": None,
    "sources.bib": "@misc{one,\n\ttitle = {One},\n\tdate = {2016-06}\n}\n",
    "claims/two.csv": None,
    "claims/one.csv": (
        "id,subject,relation,object,about,when,where,event,polarity,modality,condition,at\n"
        "o1,berg,meets,sol,,2016-05,porto,,,,,¶1\n"
        "o2,berg,meets,sol,,,,harbour,,,,¶1\n"
        "o3,sudria,controls,isle,,1998/..,,,,,,¶2\n"
        "o4,berg,visits,sudria,,2018-12,,,,planned,,¶3\n"
        "o5,norland,memberOf,league,,,,,,,,¶4\n"
        "o6,norland,signs,pact,,2010,,,,,,¶4\n"
        "o7,norland,sanctions,sudria,,2014,,,,,,¶5\n"
        "o8,norland,allyOf,westland,,,,,,,,¶5\n"
        "o9,norland,dependsOn,westland,isle,,,,denied,,,¶5\n"
        "o10,norland,hasValue,32 % of voters trust Sudria,,,,,,,,¶6\n"
        "o11,hill,locatedIn,porto,,,,,,,,¶6\n"
        "o12,sol,visits,norland,,,,,,planned,,¶6\n"
        "o13,kent,visits,norland,,2015-03,,,,planned,,¶6\n"
        "o14,kent,visits,norland,,2015-03,,,,,,¶6\n"
        "o15,norland,supports,westland,,,,,,,it behaves,¶6\n"
        "o16,lund,holdsOffice,league,,2010/2015,,,,,,¶6\n"
        "o17,berg,attends,harbour,,,,,,,,¶7\n"
        "o18,berg,requests,the old map,,2016-01,,,,,,¶7\n"
    ),
}
DAY = datetime.date(2019, 1, 1)

TEXT = (
    "Notes on the two neighbours\n\n"
    "Anna Berg met Boris Sol in May 2016. Sudria controls Hawk Isle. Norland is a member of the Baltic League. The "
    "weather in the capital was fine that week.\n\n"
    "Norland sanctioned Sudria in 2014. Ivo Kent visited Norland in March 2015. Norland signed the Pact of Porto on 12 "
    "March 2010. Nothing else came of it.\n\n"
    "Norland is not an ally of Westland. Anna Berg attended the Harbour Summit in July 2017. Anna Berg visited Sudria in "
    "December 2018.\n"
)


@pytest.fixture
def resolved(make_project: Make) -> Resolved:
    return make_project(FILES).resolved()


def row(text: str, **more: object) -> ClaimRow:
    subject, relation, object_ = text.split(" ", 2)
    return replace(ClaimRow("new.txt", subject, relation, object_), **more)  # type: ignore[arg-type]


def told(findings: Sequence[Finding]) -> list[tuple[str, tuple[str, ...]]]:
    return [(finding.kind, finding.differs) for finding in findings]


def one(resolved: Resolved, text: str, **more: object) -> tuple[str, tuple[str, ...]]:
    (finding,) = told(compare(resolved, [row(text, **more)], DAY))
    return finding


def test_a_text_that_repeats_five_refines_one_contradicts_two_and_settles_one(make_project: Make) -> None:
    project = make_project(FILES)
    resolved = project.resolved()
    extractor = make_extractor(resolved.dossier, None, project.ontology)
    found = compare_document(resolved, extractor, from_text(TEXT, "new.txt", "2019-01-01"))
    assert {kind: len(found.of(kind)) for kind in ("known", "more precise", "contradicts", "settles", "new")} == {
        "known": 5,
        "more precise": 1,
        "contradicts": 2,
        "settles": 1,
        "new": 0,
    }
    assert sorted(told(found.of("contradicts"))) == [("contradicts", ("date",)), ("contradicts", ("polarity",))]
    assert (found.sentences, found.heard) == (11, 9)
    (settled,) = found.of("settles")
    assert settled.row.quote == "Anna Berg visited Sudria in December 2018."
    assert settled.known[0].modality == "planned"
    assert isinstance(found, Compared) and all(finding.known and finding.row.quote for finding in found.findings)


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("berg meets sol", {"when": "2016-05"}),
        ("berg meets sol", {"when": "2016"}),
        ("sol meets berg", {}),
        ("sol meets berg", {"when": "2016-05", "where": "hill"}),  # a claim tells that the house lies in the town
        ("sudria controls isle", {"when": "2016"}),  # what holds since 1998 holds in 2016
        ("berg visits sudria", {"when": "2018-12", "modality": "planned"}),
        ("norland hasValue 32 percent of voters trust Sudria", {}),
        ("norland dependsOn westland", {"polarity": "denied"}),
        ("berg meets sol", {"quote": "At the Harbour Summit Berg met Sol."}),
    ],
)
def test_known(resolved: Resolved, text: str, more: dict[str, object]) -> None:
    assert one(resolved, text, **more) == ("known", ())


@pytest.mark.parametrize(
    ("text", "more", "adds"),
    [
        ("berg meets sol", {"when": "2016-05-06"}, ("time",)),
        ("norland signs pact", {"when": "2010-03"}, ("time",)),
        ("norland memberOf league", {"when": "2004/.."}, ("time",)),
        ("sudria controls isle", {"when": "1998-05/.."}, ()),
        ("norland sanctions sudria", {"when": "2014", "about": ("isle",)}, ("about",)),
        ("norland signs pact", {"when": "2010", "where": "porto"}, ("where",)),
        ("norland sanctions sudria", {"when": "2014", "about": ("nobody",)}, None),
    ],
)
def test_more_precise(resolved: Resolved, text: str, more: dict[str, object], adds: tuple[str, ...] | None) -> None:
    wanted = ("known", ()) if adds is None else ("more precise", adds or ("time",))
    assert one(resolved, text, **more) == wanted


@pytest.mark.parametrize(
    ("text", "more", "differs"),
    [
        ("norland allyOf westland", {"polarity": "denied"}, "polarity"),
        ("sudria controls isle", {"polarity": "denied", "when": "2016"}, "polarity"),
        ("berg meets sol", {"polarity": "denied", "when": "2016-05"}, "polarity"),
        ("norland dependsOn westland", {"about": ("isle",)}, "polarity"),
        ("berg meets sol", {"when": "2017-07", "event": "harbour"}, "date"),
        ("berg meets sol", {"when": "2017-07", "quote": "Berg met Sol at the Harbour Summit in July 2017."}, "date"),
        ("berg attends harbour", {"when": "2015"}, "date"),
        ("norland hasValue 41 % of voters trust Sudria", {}, "figure"),
        ("berg meets kent", {"quote": "At the Harbour Summit Berg met Kent."}, "participants"),
        ("kent visits norland", {"polarity": "denied", "when": "2015-03"}, "polarity"),
    ],
)
def test_contradictions(resolved: Resolved, text: str, more: dict[str, object], differs: str) -> None:
    assert one(resolved, text, **more) == ("contradicts", (differs,))


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("berg meets sol", {"when": "2016-08"}),  # two meetings of one pair
        ("berg meets sol", {"when": "2016-08", "quote": "After the Harbour Summit Berg met Sol."}),
        ("berg meets sol", {"polarity": "denied", "when": "2016-08"}),
        ("berg meets sol", {"polarity": "denied"}),
        ("norland sanctions sudria", {"polarity": "denied", "when": "2014-03"}),  # it happened some time in 2014
        ("norland allyOf westland", {"polarity": "denied", "modality": "hypothetical"}),  # hedged against a fact
        ("norland supports westland", {"polarity": "denied"}),  # what is known holds on a condition
        ("norland allyOf westland", {"polarity": "denied", "about": ("isle",)}),  # denied in one matter only
        ("norland dependsOn westland", {}),  # affirmed at large, denied in one matter
        ("lund holdsOffice league", {"polarity": "denied"}),  # said in 2019 of one who left in 2015
        ("norland hasValue 41 % of farmers", {}),
        ("berg meets lund", {"quote": "At the Harbour Summit Berg met Lund."}),  # of another side: a second meeting
        ("berg meets kent", {"when": "2017-06"}),
        ("berg requests the old map", {"when": "2017"}),
        ("berg meets sol", {"when": "2016-05", "where": "isle"}),  # elsewhere: another meeting
    ],
)
def test_near_misses_are_new(resolved: Resolved, text: str, more: dict[str, object]) -> None:
    assert one(resolved, text, **more) == ("new", ())


def test_who_else_took_part_is_no_contradiction_where_the_text_names_both(resolved: Resolved) -> None:
    quote = "At the Harbour Summit Berg met Sol and Kent."
    rows = [row("berg meets sol", quote=quote), row("berg meets kent", quote=quote)]
    assert told(compare(resolved, rows, DAY)) == [("known", ()), ("new", ())]


@pytest.mark.parametrize(
    ("text", "more", "wanted"),
    [
        ("berg visits sudria", {"when": "2018-12-03"}, ("settles", ("happened",))),
        ("berg visits sudria", {"when": "2018-12", "polarity": "denied"}, ("settles", ("lapsed",))),
        ("berg visits sudria", {"when": "2018-12-03", "polarity": "denied"}, ("new", ())),
        ("berg visits sudria", {"when": "2018-11"}, ("new", ())),
        ("berg visits sudria", {}, ("new", ())),  # which visit is not told
        ("berg visits sudria", {"when": "2018-12", "according_to": "sol"}, ("new", ())),
        ("berg visits sudria", {"when": "2018-12", "modality": "hypothetical"}, ("new", ())),
        ("sol visits norland", {}, ("settles", ("happened",))),  # an undated plan, told of later
        ("sol visits norland", {"when": "2016-09"}, ("settles", ("happened",))),
        ("sol visits norland", {"when": "2012"}, ("new", ())),
    ],
)
def test_plans(resolved: Resolved, text: str, more: dict[str, object], wanted: tuple[str, tuple[str, ...]]) -> None:
    assert one(resolved, text, **more) == wanted


def test_a_text_from_before_a_plan_does_not_settle_it(resolved: Resolved) -> None:
    early = datetime.date(2015, 1, 1)
    assert told(compare(resolved, [row("berg visits sudria", when="2018-12")], early)) == [("new", ())]


def test_an_outcome_that_curators_linked_is_known_or_contradicted(make_project: Make) -> None:
    linked = {**FILES, "conflicts.csv": "first,second,type\none-o4,one-o2,happened\n"}
    resolved = make_project(linked).resolved()
    assert one(resolved, "berg visits sudria", when="2018-12") == ("known", ("outcome",))
    assert one(resolved, "berg visits sudria", when="2018-12", polarity="denied") == ("contradicts", ("outcome",))


def test_what_the_project_lacks_is_new_and_named(resolved: Resolved) -> None:
    found = compare(resolved, [row("berg meets Carla Reyes")], DAY, frozenset({"Carla Reyes"}))
    assert told(found) == [("new", ("Carla Reyes",))]


def test_known_from_one_and_denied_by_another(make_project: Make) -> None:
    more = FILES["claims/one.csv"] + "o19,norland,allyOf,westland,,,,,denied,,,¶9\n"  # type: ignore[operator]
    resolved = make_project({**FILES, "claims/one.csv": more}).resolved()
    found = told(compare(resolved, [row("norland allyOf westland")], DAY))
    assert found == [("contradicts", ("polarity",)), ("known", ())]


def test_a_text_without_claims(resolved: Resolved) -> None:
    found = compare_document(resolved, make_extractor(resolved.dossier), from_text("The weather was fine today.\n"))
    assert (found.sentences, found.heard, found.findings) == (1, 0, ())
