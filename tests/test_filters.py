import datetime

import pytest

from kg.errors import UsageError
from kg.filters import Filters, passing
from kg.project import Project

ROWS = (
    "id,subject,relation,object,addressee,about,when,event,polarity,modality,at,according_to\n"
    "o1,ann,meets,bob,,,,talks,,,¶1,\n"
    "o2,nord,claims,isle,,,,,,,¶2,bob\n"
    "o3,sud,controls,isle,,,1998/..,,,,¶2,\n"
    "o4,ann,hosts,bob,,,2016-12,,,planned,¶3,\n"
    "o5,bob,requests,#o6,ann,,2015,,,,¶3,\n"
    "o6,nord,recognizes,isle,,pact,,,,normative,¶3,\n"
    "o7,ann,signs,pact,,,,,denied,,¶4,\n"
    "o8,ann,threatens,bob,,,,,,hypothetical,¶4,\n"
)


@pytest.fixture
def store(make_project):  # type: ignore[no-untyped-def]
    project: Project = make_project({"claims/one.csv": ROWS})
    project.build()
    return project.store()


@pytest.mark.parametrize(
    ("filters", "evidence"),
    [
        (Filters(), "o1 o2 o3 o4 o5 o6 o7 o8 t1"),
        (Filters(actor=("ann",)), "o1 o4 o5 o7 o8 t1"),
        (Filters(actor=("ann", "sud")), "o1 o3 o4 o5 o7 o8 t1"),
        (Filters(actor=("ann",), relation=("hosts", "signs")), "o4 o7"),
        (Filters(actor=("nord",)), "o2 o5 o6"),  # o5 has it inside
        (Filters(side=("nord",)), "o1 o2 o4 o5 o6 o7 o8 t1"),
        (Filters(about=("pact",)), "o5 o6 o7"),
        (Filters(source=("two",)), "t1"),
        (Filters(perspective=("sud",)), "o2 o5"),
        (Filters(layer=("fact",)), "o1 o3 o5 t1"),
        (Filters(layer=("plan",)), "o4"),
        (Filters(layer=("reported",)), "o2"),
        (Filters(layer=("demand", "denied", "hypothetical")), "o6 o7 o8"),
        (Filters(since="2016"), "o1 o3 o4 t1"),
        (Filters(until="2016-05"), "o1 o3 o5 t1"),
        (Filters(since="2016-06", until="2017"), "o3 o4"),
        (Filters(method=("reviewed", "extracted")), ""),
        (Filters(min_sources=2), "o1 t1"),
    ],
    ids=str,
)
def test_which_claims_pass(store, filters: Filters, evidence: str) -> None:  # type: ignore[no-untyped-def]
    found = {item.partition("-")[2] for item in passing(store, filters).evidence if "-name-" not in item}
    assert found == set(evidence.split())


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        (Filters(actor=("annn",)), "no id 'annn'; did you mean ann?"),
        (Filters(about=('x" } #',)), "no id"),
        (Filters(side=("nrd",)), "--side: nothing is called 'nrd'; did you mean nord?"),
        (Filters(perspective=("ann",)), "--perspective: nothing is called 'ann': one of nord, sud"),
        (Filters(relation=("meetz",)), "did you mean meets?"),
        (Filters(source=("onee",)), "did you mean one?"),
        (Filters(layer=("plans",)), "did you mean plan?"),
        (Filters(method=("x",)), "one of curated, extracted, reviewed"),
        (Filters(since="May-16"), "--from: 'May-16' is not a date in EDTF; did you mean 2016-05?"),
        (Filters(since="2020", until="2010"), "--from 2020 is later than --to 2010"),
    ],
    ids=str,
)
def test_what_the_graph_does_not_know_is_refused(store, filters: Filters, message: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UsageError) as error:
        passing(store, filters)
    assert message in str(error.value)


def test_filters_as_they_are_typed() -> None:
    filters = Filters(actor=("a", "b"), since="2016", as_of=datetime.date(2017, 1, 2), min_sources=2)
    assert str(filters) == "--actor a --actor b --from 2016 --as-of 2017-01-02 --min-sources 2"
    assert not str(Filters()) and not Filters(as_of=datetime.date(2017, 1, 2)).narrow


def test_a_fact_that_the_source_asked_for_only_reports_is_reported_there(make_project) -> None:  # type: ignore[no-untyped-def]
    rows = "id,subject,relation,object,event,at,according_to\nt1,bob,meets,ann,talks,¶1,nord\n"
    project: Project = make_project({"claims/two.csv": rows})
    project.build()
    found = passing(project.store(), Filters(source=("two",), layer=("reported",)))
    assert found.evidence == {"two-t1"} and not found.own
    assert not passing(project.store(), Filters(source=("two",), layer=("fact",))).claims
