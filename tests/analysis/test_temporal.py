from kg.analysis.temporal import by_year, last_year, years
from kg.network import Material, Statement, View


def said(claim: str, earliest: str, latest: str, two: str = "b") -> Statement:
    return Statement(claim, "a", two, earliest=earliest, latest=latest)


def test_the_years_of_which_a_claim_holds() -> None:
    for earliest, latest, told in (
        ("2016-05-01", "2016-05-31", [2016]),
        ("2016-01-01", "2018-12-31", [2016, 2017, 2018]),
        ("2019-03-01", "", [2019, 2020, 2021]),
        ("", "2010-12-31", [2010]),
        ("2023-01-01", "", [2023]),
        ("", "", []),
    ):
        assert list(years(said("c", earliest, latest), 2021)) == told


def test_a_network_for_each_year_that_a_dated_claim_tells_of() -> None:
    statements = (
        said("one", "2014-01-01", ""),
        said("two", "2016-05-01", "2016-05-31", "c"),
        said("none", "", ""),
        Statement("plan", "a", "b", cls="Plan", earliest="2030-01-01", latest="2030-12-31"),
    )
    assert last_year(statements) == 2030
    found = by_year(Material({}, statements))
    assert {year: [item.claim for item in part.statements] for year, part in found.items()} == {
        2014: ["one"],
        2015: ["one"],
        2016: ["one", "two"],
    }
    assert max(by_year(Material({}, statements), View(layer="plans"))) == 2030
    assert by_year(Material({}, ())) == {}
