"""EDTF dates as intervals of days, and as words.

The Extended Date/Time Format (Library of Congress, ISO 8601-2:2019) writes what historians know: `2016-05`,
`2014/..`, `2017-11?`, `{2016..2019}`. Parsed by the `edtf` library; what spreadsheets make of such cells is
recognised and the nearest right form proposed.
"""

import calendar
import datetime
import math
import re
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH_NUMBER = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}


_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


class DateError(ValueError):
    """Not EDTF; the message proposes the nearest right form where one can be told."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The earliest and the latest day; None is an open or unknown end."""

    earliest: datetime.date | None
    latest: datetime.date | None


@lru_cache(maxsize=4096)
def interval(text: str) -> Interval:
    """The days that an EDTF string covers.

    >>> interval("2016-05")
    Interval(earliest=datetime.date(2016, 5, 1), latest=datetime.date(2016, 5, 31))
    >>> interval("2014/..").latest

    Raises:
        DateError: the text is not EDTF, or its end lies before its start.
    """
    if plain := _PLAIN.fullmatch(text):  # a hundred times as fast as the parser, and nearly all dates are such
        year, month, day = (int(part) if part else 0 for part in plain.groups())
        with suppress(ValueError):  # no such day: the parser tells of it
            first = datetime.date(year, month or 1, day or 1)
            last = day or calendar.monthrange(year, month or 12)[1]
            return Interval(first, datetime.date(year, month or 12, last))
    from edtf import parse_edtf  # 0.1 s to import: off the query path
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed = parse_edtf(text)
        earliest = None if text.startswith("/") else _day(parsed.lower_strict())
        latest = None if text.endswith("/") else _day(parsed.upper_strict())
    except (EDTFParseException, ValueError, OverflowError, TypeError, AttributeError) as error:
        raise DateError(f"'{text}' is not a date in EDTF{_proposal(text)}") from error
    if earliest and latest and latest < earliest:
        raise DateError(f"'{text}' ends before it begins")
    return Interval(earliest, latest)


def _day(value: Any) -> datetime.date | None:
    if isinstance(value, float) and math.isinf(value):
        return None
    return datetime.date(value.tm_year, value.tm_mon, value.tm_mday)


def _proposal(text: str) -> str:
    repaired = _repair(text.strip())
    return f"; did you mean {repaired}?" if repaired and repaired != text else " (write 2016, 2016-05 or 2016-05-26)"


def _repair(text: str) -> str:  # noqa: C901 one branch for each form that spreadsheets make
    """What a spreadsheet or a hurried person most likely made it from, or ''."""
    if match := re.fullmatch(r"([A-Za-z]{3,9})\.?[- ](\d{2}|\d{4})", text):  # May-16, May 2016
        return _year_month(match[2], _MONTH_NUMBER.get(match[1][:3].casefold()))
    if match := re.fullmatch(r"(\d{2}|\d{4})[- ]([A-Za-z]{3,9})\.?", text):  # 16-May, 2016 May
        return _year_month(match[1], _MONTH_NUMBER.get(match[2][:3].casefold()))
    if match := re.fullmatch(r"(\d{1,2})[- ]([A-Za-z]{3,9})\.?,?[- ](\d{2}|\d{4})", text):  # 26 May 2016
        return _year_month(match[3], _MONTH_NUMBER.get(match[2][:3].casefold()), int(match[1]))
    if match := re.fullmatch(r"([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})", text):  # May 26, 2016
        return _year_month(match[3], _MONTH_NUMBER.get(match[1][:3].casefold()), int(match[2]))
    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[ T]0?0:00(?::00)?)?", text):
        return _year_month(match[1], int(match[2]), int(match[3]) if match[3] else None)
    if match := re.fullmatch(r"(\d{1,2})[/.](\d{4})", text):  # 05/2016
        return _year_month(match[2], int(match[1]))
    if match := re.fullmatch(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", text):  # 26.05.2016, 5/26/2016
        first, second = int(match[1]), int(match[3])
        day_first = match[2] != "/" or first > 12
        day, month = (first, second) if day_first else (second, first)
        return _year_month(match[4], month, day)
    if re.fullmatch(r"\d{5}", text):  # the number that Excel keeps for a day
        return (datetime.date(1899, 12, 30) + datetime.timedelta(days=int(text))).isoformat()
    if match := re.fullmatch(r"(\d{3})0'?s", text):  # 1980s
        return f"{match[1]}X"
    if match := re.fullmatch(r"(\d{4}(?:-\d\d){0,2}) ?[-–—] ?(\d{4}(?:-\d\d){0,2})", text):  # 2012–2020
        return f"{match[1]}/{match[2]}"
    return ""


def _year_month(year: str, month: int | None, day: int | None = None) -> str:
    if month is None or not 1 <= month <= 12:
        return ""
    full = year if len(year) == 4 else f"20{year}"
    if day is None:
        return f"{full}-{month:02}"
    try:
        return datetime.date(int(full), month, day).isoformat()
    except ValueError:
        return ""


def in_words(text: str) -> str:
    """An EDTF string as an English reader says it; forms without a common wording stay as they are.

    >>> in_words("2012-12/2020-09-16")
    'December 2012 to 16 September 2020'
    >>> in_words("2017-11?"), in_words("2014/..")
    ('November 2017 (?)', 'since 2014')
    """
    start, slash, end = text.partition("/")
    if not slash:
        return _point_in_words(text)
    if end in ("", ".."):
        return f"since {_point_in_words(start)}"
    if start in ("", ".."):
        return f"until {_point_in_words(end)}"
    return f"{_point_in_words(start)} to {_point_in_words(end)}"


def _point_in_words(text: str) -> str:
    if match := re.fullmatch(r"\{(\d{4})\.\.(\d{4})\}", text):
        return f"each year {match[1]} to {match[2]}"
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%]?)", text)
    if not match or (match[2] and not 1 <= int(match[2]) <= 12):
        return text
    year, month, day, mark = match.groups()
    words = " ".join(
        part for part in (str(int(day)) if day else "", MONTHS[int(month) - 1] if month else "", year) if part
    )
    return words + {"?": " (?)", "~": " (approx.)", "%": " (approx., ?)"}.get(mark, "")
