from collections.abc import Callable

from kg.project import Project
from kg.report.formats import as_text
from kg.report.position import opposed_texts, position

CLAIMS = (
    "id,subject,relation,object,about,when,polarity,modality,at,wording\n"
    "o1,ann,seeks,pact,,2015,,,¶1,\n"
    "o2,ann,supports,pact,bob,2016,,,¶1,verbatim\n"
    "o3,ann,seeks,pact,,2015-05,denied,,¶2,\n"
    "o4,bob,seeks,pact,,2016,,,¶2,\n"
)


def test_what_is_new_and_what_is_against_earlier_words(make_project: Callable[..., Project]) -> None:
    project = make_project({"claims/one.csv": CLAIMS, "claims/two.csv": None})
    project.build()
    report = position(project.store(), "T", "abc", side="nord", about="pact")
    assert [section.heading for section in report.sections] == ["2015 (2 claims)", "2016 (1 claim)"]
    notes = [str(row[2]) for section in report.sections for row in section.table.rows]
    assert notes == [
        "",
        "denied · first denial · against “Ann seeks Pact, 2015” of 2015",
        "verbatim · brings in Bob",
    ]
    assert report.title == "Nord on Pact"
    later = position(project.store(), "T", "abc", side="nord", about="pact", since="2015-03", until="2015-12")
    assert [len(section.table) for section in later.sections] == [1]
    nothing = position(project.store(), "T", "abc", side="nord", about="bob", until="2014")
    assert (nothing.sections, nothing.lead) == ((), ("0 claims, from 0 sources.",))
    assert set(opposed_texts(project.store())) == {"Ann seeks Pact, 2015", "Ann does not seek Pact, May 2015"}


def test_russia_on_the_peace_treaty_from_2016_to_2021(shipped: Project) -> None:
    report = position(shipped.store(), "T", "abc", side="russia", about="peace-treaty")
    assert [section.heading[:4] for section in report.sections] == ["2016", "2017", "2018", "2021"]
    text = " ".join(as_text(report, 80).split())
    told = [
        "2016-09-01 Vladimir Putin states Russia sells none of its territories",
        "brings in U.S.-Japan Alliance",
        "no preconditions attached, to Shinzo Abe, September 2018, Vladivostok verbatim · outcome: lapsed",
        "Russia will not act against its constitution",
        "Sergey Lavrov requests [Japan recognizes",
    ]
    places = [text.index(words) for words in told]
    assert places == sorted(places)
    assert all(row[3] and row[4] for section in report.sections for row in section.table.rows)
