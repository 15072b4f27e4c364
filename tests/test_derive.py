import datetime
from collections.abc import Callable

import pytest

from kg.derive import as_of, derive, overlap
from kg.project import Project

HEAD = "id,subject,relation,object,about,when,event,polarity,modality,at,according_to\n"
BIB = "@misc{one, title = {One}, date = {2016-04}}\n@misc{two, title = {Two}, date = {2017}}\n"


@pytest.fixture
def derived(make_project: Callable[..., Project]):  # type: ignore[no-untyped-def]
    def make(one: str, two: str = "", **files: str):  # type: ignore[no-untyped-def]
        rows = {"claims/one.csv": HEAD + one, "claims/two.csv": HEAD + two, "sources.bib": BIB, "names.csv": None}
        resolved = make_project({**rows, **{f"{name}.csv": text for name, text in files.items()}}).resolved()
        claims = {item.id: item.claim for item in resolved.evidence}
        return derive(resolved), claims

    return make


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("2016", "2016-05", True),
        ("2016", "2017", False),
        ("2014/..", "2020", True),
        ("../2014", "2015", False),
        ("", "2015", True),
        ("2016-05", "{2016..2019}", True),
    ],
)
def test_overlap(one: str, two: str, expected: bool) -> None:
    assert overlap(one, two) is overlap(two, one) is expected


@pytest.mark.parametrize(
    ("later", "outcome"),
    [
        ("t1,ann,meets,bob,,,talks,,,,\n", "happened"),  # the same meeting told later
        ("t1,bob,visits,isle,,,talks,,,,\n", "happened"),  # the occasion told as held
        ("t1,talks,leadsTo,a peace,,,,denied,,,\n", "happened"),  # told as held, though it led to nothing
        ("t1,ann,meets,bob,,,talks,denied,,,\n", "lapsed"),
        ("t1,ann,meets,bob,,,talks,,hypothetical,,\n", "unknown"),
        ("t1,ann,meets,bob,,,talks,,,,sud\n", "unknown"),  # only said by another
        ("t1,ann,meets,bob,,2018,,,,,\n", "unknown"),  # another meeting
        ("t1,ann,visits,isle,,2016-05,,,,,\n", "unknown"),  # something else at the time
        ("", "unknown"),
    ],
)
def test_a_plan_happened_lapsed_or_nothing_is_known(derived, later: str, outcome: str) -> None:  # type: ignore[no-untyped-def]
    found, claims = derived("o1,ann,meets,bob,,,talks,,planned,,\n", later)
    plan = found.outcomes[claims["one-o1"]]
    assert plan.value == outcome
    assert plan.by == ((claims["two-t1"],) if outcome != "unknown" else ())


def test_what_a_source_from_before_the_occasion_says_of_it_does_not_fulfil_a_plan(derived) -> None:  # type: ignore[no-untyped-def]
    found, claims = derived("o1,ann,meets,bob,,,talks,,planned,,\no2,talks,leadsTo,a peace,,,,denied,,,\n")
    assert found.outcomes[claims["one-o1"]].value == "unknown"


def test_an_outcome_may_be_curated(derived) -> None:  # type: ignore[no-untyped-def]
    link = "first,second,type,note\none-o1,two-t1,lapsed,never signed\n"
    found, claims = derived(
        "o1,ann,proposes,a pact by the end of the year,,,,,planned,,\n",
        "t1,nord,signs,pact,,,,denied,,,\n",
        conflicts=link,
    )
    assert found.outcomes[claims["one-o1"]].value == "lapsed"
    assert not found.conflicts


@pytest.mark.parametrize(
    ("one", "two", "contradicts"),
    [
        ("nord,allyOf,sud,,,,", "nord,allyOf,sud,,,,denied", True),
        ("nord,allyOf,sud,,2012/2014,,", "nord,allyOf,sud,,2016/..,,denied", False),  # another time
        ("nord,agreesWith,sud,pact,2016,,", "nord,agreesWith,sud,isle,2016,,denied", False),  # another topic
        ("nord,agreesWith,sud,pact,2016,,", "nord,agreesWith,sud,pact,2016,,denied", True),
        ("nord,agreesWith,sud,pact,,,", "nord,agreesWith,sud,pact,,,denied", False),  # events without a date
        ("nord,sanctions,sud,,,,", "sud,sanctions,nord,,,,denied", False),  # the other direction
    ],
)
def test_contradiction(derived, one: str, two: str, contradicts: bool) -> None:  # type: ignore[no-untyped-def]
    def row(id_: str, cells: str) -> str:
        parts = cells.split(",")
        return ",".join([id_, *parts, *[""] * (11 - 1 - len(parts))]) + "\n"

    found, _ = derived(row("o1", one), row("t1", two))
    assert [conflict.type for conflict in found.conflicts] == (["contradiction"] if contradicts else [])


def test_a_hedged_denial_contradicts_nothing(derived) -> None:  # type: ignore[no-untyped-def]
    found, _ = derived("o1,nord,allyOf,sud,,,,,,,\n", "t1,nord,allyOf,sud,,,,denied,hypothetical,,\n")
    assert found.conflicts == ()


def test_one_occasion_with_two_dates_by_two_sources(derived) -> None:  # type: ignore[no-untyped-def]
    found, _ = derived("o1,ann,meets,bob,,,talks,,,,\n", "t1,ann,meets,bob,,2016-07,talks,,,,\n")
    assert [conflict.type for conflict in found.conflicts] == ["date"]
    found, _ = derived("o1,ann,meets,bob,,,talks,,,,\no2,ann,meets,bob,,2016-07,talks,,,,\n")
    assert found.conflicts == ()


def test_origins_are_counted_and_not_sources(derived) -> None:  # type: ignore[no-untyped-def]
    found, claims = derived("o1,nord,allyOf,sud,,,,,,,\n", "t1,nord,allyOf,sud,,2016,,,,,\n")
    assert found.corroborates == (tuple(sorted((claims["one-o1"], claims["two-t1"]))),)
    assert found.origins[claims["one-o1"]] == ("one", "two")


def test_a_briefing_and_its_article_are_one_origin(make_project: Callable[..., Project]) -> None:
    bibliography = BIB.replace("title = {Two}", "title = {Two}, origin = {one}")
    row = HEAD + "o1,nord,allyOf,sud,,,,,,,\n"
    files = {"claims/one.csv": row, "claims/two.csv": row, "sources.bib": bibliography, "names.csv": None}
    resolved = make_project(files).resolved()
    assert set(derive(resolved).origins.values()) == {("one",)}


def test_perspective_is_the_side_of_the_voice_or_of_who_holds_the_view(derived) -> None:  # type: ignore[no-untyped-def]
    found, claims = derived(
        "o1,nord,controls,isle,,,,,,,sud\no2,ann,believes,that it rains,,,,,,,\no3,ann,meets,bob,,,,,,,\n"
    )
    assert found.perspectives[claims["one-o1"]] == ("sud",)
    assert found.perspectives[claims["one-o2"]] == ("nord",)
    assert found.perspectives[claims["one-o3"]] == ()


@pytest.mark.parametrize(
    ("voices", "sides"),
    [
        (["sud"], ("sud",)),  # what one side tells of another's view is its own view of the other
        (["ann"], ("nord",)),
        (["nord"], ("nord",)),
        ([""], ("nord",)),
        (["", "sud"], ("nord", "sud")),
    ],
)
def test_who_holds_a_view_by_anothers_word_alone_has_no_perspective(derived, voices, sides) -> None:  # type: ignore[no-untyped-def]
    rows = "".join(f"o{n},ann,believes,that it rains,,,,,,,{voice}\n" for n, voice in enumerate(voices))
    found, claims = derived(rows)
    assert found.perspectives[claims["one-o0"]] == sides


def test_the_view_of_a_day_holds_what_was_published_by_then(make_project: Callable[..., Project]) -> None:
    project = make_project({"sources.bib": BIB})
    resolved = project.resolved()
    for day, sources in (("2016-03-31", set()), ("2016-04-01", {"one"}), ("2017-01-01", {"one", "two"})):
        view = as_of(resolved, datetime.date.fromisoformat(day))
        assert {item.source for item in view.evidence} == sources
        assert {claim.id for claim in view.claims} == {item.claim for item in view.evidence}
    store = project.store(datetime.date(2016, 4, 1))
    assert store.select("SELECT (COUNT(?e) AS ?n) { ?c rdf:predicate kg:meets ; kg:evidence ?e }").rows == ((1,),)


def test_a_curated_conflict_takes_the_place_of_a_derived_one(derived) -> None:  # type: ignore[no-untyped-def]
    link = "first,second,type,note\none-o1,two-t1,scope,in the wide sense\n"
    found, _ = derived("o1,nord,allyOf,sud,,,,,,,\n", "t1,nord,allyOf,sud,,,,denied,,,\n", conflicts=link)
    assert [(conflict.type, conflict.method) for conflict in found.conflicts] == [("scope", "curated")]


def test_any_claim_may_have_a_curated_outcome(derived) -> None:  # type: ignore[no-untyped-def]
    link = "first,second,type,note\none-o1,two-t1,happened,\n"
    found, claims = derived("o1,ann,proposes,a pact,,,,,,,\n", "t1,nord,signs,pact,,,,,,,\n", conflicts=link)
    assert found.outcomes[claims["one-o1"]].value == "happened"
    assert list(found.outcomes) == [claims["one-o1"]]


def test_actors_are_tied_by_facts_and_by_occasions(derived) -> None:  # type: ignore[no-untyped-def]
    found, claims = derived(
        "o1,ann,meets,bob,,,,,,,\no2,nord,attends,talks,,,talks,,,,\no3,sud,attends,talks,,,talks,,,,\n"
        "o4,ann,hosts,sud,,,,,planned,,\no5,bob,hosts,sud,,,,,,,ann\n"
    )
    assert [(tie.one, tie.two) for tie in found.ties] == [("ann", "bob"), ("nord", "sud")]
    assert found.ties[1].leading == (claims["one-o2"], claims["one-o3"])
