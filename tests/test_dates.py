import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.dates import DateError, in_words, interval


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2016-05-26", "2016-05-26", "2016-05-26"),
        ("2017-11?", "2017-11-01", "2017-11-30"),
        ("1945~/..", "1945-01-01", None),
        ("../2014", None, "2014-12-31"),
        ("/2014", None, "2014-12-31"),
        ("2012-12/2020-09-16", "2012-12-01", "2020-09-16"),
        ("{2016..2019}", "2016-01-01", "2019-12-31"),
        ("198X", "1980-01-01", "1989-12-31"),
    ],
)
def test_intervals(text: str, earliest: str | None, latest: str | None) -> None:
    found = interval(text)
    assert [str(day) if day else None for day in (found.earliest, found.latest)] == [earliest, latest]


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("May-16", "2016-05"),
        ("16-May", "2016-05"),
        ("2016/05", "2016-05"),
        ("2016-5", "2016-05"),
        ("05/2016", "2016-05"),
        ("42491", "2016-05-01"),
        ("2016-05-01 00:00:00", "2016-05-01"),
        ("26.05.2016", "2016-05-26"),
        ("5/26/2016", "2016-05-26"),
        ("1980s", "198X"),
        ("2012–2020", "2012/2020"),
        ("26 May 2016", "2016-05-26"),
        ("May 26, 2016", "2016-05-26"),
    ],
)
def test_what_spreadsheets_make_of_dates_is_refused_with_the_right_form(text: str, proposal: str) -> None:
    with pytest.raises(DateError, match=f"did you mean {proposal}\\?"):
        interval(text)


@pytest.mark.parametrize("text", ["", "soon", "2016-13", "2016-02-30", "2018/2016", "31/02/2016"])
def test_no_date(text: str) -> None:
    with pytest.raises(DateError):
        interval(text)


@given(st.text(max_size=20))
def test_any_text_is_an_interval_or_a_date_error(text: str) -> None:
    try:
        found = interval(text)
    except DateError:
        return
    assert found.earliest is None or found.latest is None or found.earliest <= found.latest


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_a_day_is_its_own_interval(day: datetime.date) -> None:
    assert interval(day.isoformat()).earliest == interval(day.isoformat()).latest == day


def test_a_plain_year_month_or_day_is_what_the_parser_makes_of_it() -> None:
    for text in ("2016", "2016-02", "1900-02", "2016-12-31"):
        parsed = interval(f"{text}/{text}")
        assert (interval(text).earliest, interval(text).latest) == (parsed.earliest, parsed.latest)
    for text in ("2015-02-29", "2015-13"):
        with pytest.raises(DateError):
            interval(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2016-05", "May 2016"),
        ("2016-05-06", "6 May 2016"),
        ("../2014", "until 2014"),
        ("2021?/..", "since 2021 (?)"),
        ("{2016..2019}", "each year 2016 to 2019"),
        ("198X", "198X"),
    ],
)
def test_in_words(text: str, words: str) -> None:
    assert in_words(text) == words
