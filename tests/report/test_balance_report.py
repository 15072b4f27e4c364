from collections.abc import Callable

from kg.project import Project
from kg.report.balance import balance
from kg.report.formats import as_json, as_text

ENTITIES = (
    "id,type,name,side\nann,Person,Ann,nord\nbob,Person,Bob,sud\nnord,State,Nord,\nsud,State,Sud,\nost,State,Ost,\nwest,State,West,\n"
    "isle,Place,Isle,\npremier,Position,Premier,nord\npact,Document,Pact,\n"
)
ONE = (
    "id,subject,relation,object,about,when,event,polarity,modality,at,according_to\n"
    "o1,ann,meets,bob,,,talks,,,¶1,\n"
    "o2,nord,cooperatesWith,ost,,2014/..,,,,¶2,\n"
    "o3,sud,sanctions,ost,,2016,,,,¶2,\n"
    "o4,west,cooperatesWith,ost,,,,,,¶3,\n"
    "o5,west,sanctions,nord,,2018,,,,¶3,\n"
    'o6,ann,states,"all is well",sud|west,,,,,¶4,\n'
)
FILES = {"entities.csv": ENTITIES, "claims/one.csv": ONE}


def built(make_project: Callable[..., Project]) -> Project:
    project = make_project(FILES)
    project.build()
    return project


def test_all_four_triangles_of_four_sides_are_told(make_project: Callable[..., Project]) -> None:
    report = balance(built(make_project).store(), "T", "d")
    assert report.lead[0] == "4 triangles of Nord, Ost, Sud and West: 2 unbalanced, 0 balanced, 2 open."
    assert report.lead[1] == "No signed tie is told between Sud and West."
    found = {row[:3]: row[3:] for row in report.sections[0].table.rows}
    assert found["nord", "ost", "sud"] == ("+", "+", "-", "unbalanced", "")
    assert found["nord", "sud", "west"] == ("+", "-", "", "open", "-")
    text = as_text(report, 80)
    assert "unbalanced  Nord, Ost and Sud\n            Nord – Ost: + · Nord – Sud: + · Ost – Sud: −" in text


def test_what_makes_each_sign_and_what_comes_nearest(make_project: Callable[..., Project]) -> None:
    behind = balance(built(make_project).store(), "T", "d").sections[1].table.rows
    headings = [(row[0], row[1]) for row in behind if not row[4]]
    assert ("+", "Nord – Sud") in headings and ("−", "Nord – West") in headings
    place = headings.index(("open", "Sud – West"))
    assert place >= 0
    after = behind[[(row[0], row[1]) for row in behind].index(("open", "Sud – West")) :]
    assert str(after[0][2]).startswith("no direct tie told; 1 claim of any kind")
    assert "all is well" in str(after[1][1]) and "does not tie them" in str(after[1][2])


def test_signs_and_triangles_by_year(make_project: Callable[..., Project]) -> None:
    report = balance(built(make_project).store(), "T", "d")
    sections = {section.heading: section for section in report.sections}
    signs = sections["Signs by year"]
    assert ("nord", "ost", "+", 1, 0) in [row[1:] for row in signs.table.rows if row[0] == 2016]
    shown = dict((signs.text or signs.table).rows)
    assert shown["Nord – Ost"] == "2014–2018 +"
    assert shown["Nord – West"] == "2018 −"
    assert shown["Ost – West"] == "no dated tie"
    triangles = sections["Triangles by year"]
    assert triangles.table.rows[2] == (2016, 1, 0.0)  # meeting +, cooperation +, sanctions −
    assert (triangles.text or triangles.table).rows[0] == ("2014–2015", 0, None)
    assert any("1 of 5 claims that tie bear no date" in warning for warning in report.warnings)


def test_sides_that_no_triangle_joins(make_project: Callable[..., Project]) -> None:
    project = make_project({"claims/one.csv": None, "claims/two.csv": None})
    project.build()
    report = balance(project.store(), "T", "d")
    assert report.lead == ("Fewer than three sides are tied: no triangle.",)
    assert as_text(report, 80) and as_json(report)


def test_the_shipped_triangles_stand_with_their_claims(shipped: Project) -> None:
    report = balance(shipped.store(), "T", "d")
    main, behind = (section.table for section in report.sections[:2])
    assert len(main) == 4
    assert set(main.column("state")) == {"unbalanced", "open"}
    assert any("¶" in str(cell) for row in behind.rows for cell in row)
