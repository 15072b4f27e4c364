from collections.abc import Callable

import pytest

from kg.errors import UsageError
from kg.project import Project
from kg.report import STORY
from kg.report.told import (
    Proof,
    bounds,
    by_utterance,
    cite,
    counted,
    founded,
    gaps,
    leading,
    listed,
    note,
    plural,
    span,
    spark,
    told,
    uttered,
    voices,
)

CLAIMS = (
    "id,subject,relation,object,about,when,event,polarity,modality,at,according_to,wording,said,quote\n"
    "o1,ann,meets,bob,,,talks,,,¶1,,,,\n"
    "o2,nord,claims,isle,,,,,,¶2,bob,verbatim,2016-05-30,“[sic] =mine\n"
    "o3,sud,controls,isle,,1998/..,,,,¶2,,,,\n"
    "o4,ann,hosts,bob,,2016-12,,,planned,p. 3,,,,\n"
)


@pytest.fixture
def project(make_project: Callable[..., Project]) -> Project:
    made = make_project({"claims/one.csv": CLAIMS, "names.csv": None})
    made.build()
    return made


def test_a_claim_is_told_once_with_all_its_evidence(project: Project) -> None:
    items = {item.text.partition(",")[0]: item for item in told(project.store())}
    meeting = items["Ann meets Bob"]
    assert cite(meeting.proofs) == "one ¶1; two ¶1"
    assert (meeting.origins, meeting.cls, meeting.kind, meeting.ends) == (2, "Fact", "event", {"ann", "bob"})
    assert voices(meeting) == ""
    plan = next(item for item in items.values() if item.cls == "Plan")
    assert cite(plan.proofs) == "one p. 3"
    assert note(plan) == "planned · outcome: unknown"
    claim = items["Nord claims Isle"]
    assert note(claim, "new", "") == "““[sic] =mine” · according to Bob · verbatim · reported · new"
    assert claim.uttered == ("2016-05-30", "2016-05-30")


def test_time_is_when_it_was_said_else_the_claims_else_in_brackets_the_reports(project: Project) -> None:
    whens = [item.uttered[1] for item in by_utterance(told(project.store()))]
    assert whens == ["1998/..", "2016-05", "2016-05-30", "2016-12"]
    section = uttered("S", told(project.store(), actor="ann"))
    assert section.story
    assert section.table.columns == STORY
    assert [row[0] for row in section.table.rows] == ["2016-05", "2016-12"]


def test_a_period_leaves_out_what_is_before_after_or_undated(project: Project) -> None:
    def texts(**values: str) -> int:
        return len(told(project.store(), **values))

    assert texts() == 4
    assert texts(since="2016-06") == 2  # the plan, and what lasts
    assert texts(until="2015") == 1
    assert texts(since="2016-05", until="2016-05") == 2
    assert texts(since="2016", about="isle") == 2
    assert bounds("2016", "2017-02") == ("2016-01-01", "2017-02-28")
    assert bounds("", "2014/..") == ("", "")
    with pytest.raises(UsageError, match="later than"):
        bounds("2020", "2010")


def test_the_best_founded_claims_come_first(project: Project) -> None:
    items = {item.id: item for item in told(project.store())}
    first, second = leading(items, [*items, "claim-unknown"], 2)
    assert (first.text.partition(",")[0], founded(first), founded(second)) == ("Ann meets Bob", "2 origins", "")


def test_words_and_lines() -> None:
    assert [listed(names) for names in ([], ["Ann"], ["Ann", "Bob"], ["Ann", "Bob", "Cid"])] == [
        "",
        "Ann",
        "Ann and Bob",
        "Ann, Bob and Cid",
    ]
    assert cite([Proof("one", "", "v", "V", "", "", "", "", "", "")]) == "one"
    assert spark(["2015", "2015", "2017", ""]) == "2015█ 16· 17▄"
    assert spark(["2015", "2015"]) == spark(["1800", "2015"]) == ""
    assert (plural(1, "claim"), plural(2, "claim")) == ("1 claim", "2 claims")
    assert counted(["a", "b", "a"], 1) == "a (2) and 1 more"
    assert span(["2017-01-01", "", "2016-01-01"]) == "2016 to 2017"
    assert gaps(["2015-01-01", "2015-12-01", "2017-01-01"]) == {2: 13}
