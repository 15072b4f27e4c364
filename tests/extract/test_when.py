import datetime

import pytest

from kg.extract.when import find_dates

WEDNESDAY = datetime.date(2020, 6, 17)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Sunday.", "2020-06-14"),
        ("They met yesterday.", "2020-06-16"),
        ("They met last week.", "2020-06-08/2020-06-14"),
        ("They will meet next month.", "2020-07"),
        ("They met in 2016.", "2016"),
        ("They met on 7 July 2019.", "2019-07-07"),
        ("They met on May 26, 2016.", "2016-05-26"),
        ("They met on May 26.", "2020-05-26"),
        ("Sanctioned since 2011.", "2011/.."),
        ("They met three years ago.", "2017"),
        ("In the 1980s they met.", "198X"),
        ("They met in May 2016.", "2016-05"),
    ],
)
def test_dates_become_edtf_with_their_span(text: str, value: str) -> None:
    found = list(find_dates(text, 0, len(text), WEDNESDAY))
    assert [v for _, _, v in found] == [value]
    assert all(text[a:b].strip() == text[a:b] for a, b, _ in found)


def test_we_and_two_are_no_dates_and_nothing_relative_is_guessed() -> None:
    assert not list(find_dates("We may march with two others.", 0, 29, WEDNESDAY))
    assert [v for _, _, v in find_dates("It fell on Sunday.", 0, 18, None)] == [""]


def test_a_bare_month_after_a_year_long_past_is_not_guessed() -> None:
    text = "They met in June.\nIn September 2014 they met again. In October they parted."
    assert [v for _, _, v in find_dates(text, 0, len(text), WEDNESDAY)] == ["2020-06", "2014-09", ""]
