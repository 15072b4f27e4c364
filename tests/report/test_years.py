from kg.analysis.pagerank import pagerank
from kg.network import FACTS, Material, Statement
from kg.report.years import Yearly, begins, merged, yearly_ranks

ACTORS = {actor: {"name": actor.upper(), "side": "", "type": "Actor"} for actor in "abc"}


def yearly() -> Yearly:
    dated = [("one", "b", 2014, 2015), ("two", "c", 2015, 2015), ("three", "b", 2018, 2018)]
    statements = [
        Statement(claim, "a", two, earliest=f"{one}-01-01", latest=f"{to}-12-31") for claim, two, one, to in dated
    ]
    return Yearly.of(Material(ACTORS, (*statements, Statement("none", "b", "c"))), FACTS)


def test_years_that_follow_each_other_and_tell_the_same_are_one() -> None:
    assert merged([(2014, 1), (2015, 1), (2016, 2), (2018, 2)]) == [("2014–2015", 1), ("2016", 2), ("2018", 2)]
    assert merged([]) == []


def test_a_network_for_each_year_and_what_has_no_date() -> None:
    found = yearly()
    assert (list(found.graphs), found.claims, found.undated, found.last) == ([2014, 2015, 2018], 4, 1, 2018)
    assert found.caveat().startswith("By year: 1 of 4 claims that tie bear no date")


def test_ranks_in_each_year() -> None:
    section = yearly_ranks(yearly(), pagerank)
    assert [row[:4] for row in section.table.rows] == [
        (2014, 1, "a", "A"),
        (2014, 1, "b", "B"),
        (2015, 1, "a", "A"),
        (2015, 2, "b", "B"),
        (2015, 2, "c", "C"),
        (2018, 1, "a", "A"),
        (2018, 1, "b", "B"),
    ]
    assert section.text and section.text.rows[1] == ("2015", 2, "1 A, 2= B, 2= C")


def test_when_claims_begin() -> None:
    rows = begins(yearly(), {"a": "A", "c": "C", "x": "X"}).table.rows
    assert rows == (("A", 3, "2014█ 15█ 16· 17· 18█"), ("C", 1, "2015 (1)"), ("X", 0, ""))
