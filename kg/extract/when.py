"""Dates in running text → EDTF, against the day of the document; each with its span."""

import datetime
import re
from collections.abc import Iterator

from kg.dates import MONTHS

_MONTH = "|".join([*MONTHS, "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"])
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NUMBERS = {
    word: n
    for n, word in enumerate(
        ["a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
}
_NUMBERS["one"] = 1
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_PATTERN = re.compile(
    rf"""\b(?:(?P<lead>since|until|by|from|in|on|during|late\ on|early\ on|late|early|after|before|around|about|mid|the\ end\ of|earlier|later)[\ -])?
    (?:on\ |in\ |the\ )?(?:
      (?P<iso>\d{{4}}-\d\d-\d\d)
    | (?:(?:{"|".join(_DAYS)}),?\ )?{_DAY}\ (?:of\ )?(?P<month>{_MONTH})\.?(?:,?\ (?P<year>\d{{4}}))?\b
    | (?:(?:{"|".join(_DAYS)}),?\ )?(?P<month2>{_MONTH})\.?\ (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\ (?P<year2>\d{{4}}))?\b
    | (?P<month3>{_MONTH})\.?,?\ (?:of\ )?(?P<year3>\d{{4}})\b
    | (?P<relday>yesterday|today|tomorrow|tonight)\b
    | (?P<rel>last|next|this|earlier\ this|later\ this|earlier\ in\ the|later\ in\ the|past)\ (?P<unit>week|weekend|month|year|night|{"|".join(_DAYS)}|{_MONTH})\b
    | (?P<vague>(?:last|past|next|coming|recent)\ (?:(?:few|several|couple\ of|\d+|two|three|four|five|six|ten)\ )?(?:hours|days|weeks|months|years|decades))\b
    | (?P<weekday>{"|".join(_DAYS)})(?!'s\ [A-Z])\b
    | (?P<count>\d+|{"|".join(_NUMBERS)})\ (?P<span>day|week|month|year)s?\ (?P<way>ago|earlier|later)\b
    | (?P<decade>\d{{3}}0)s\b
    | (?P<lone>(?<=in\ )(?:{_MONTH})|(?<=since\ )(?:{_MONTH})|(?<=last\ )(?:{_MONTH}))\b(?!\s\d)
    | (?P<loneyear>(?<=in\ )(?:1[89]|20)\d\d|(?<=since\ )(?:1[89]|20)\d\d|(?<=until\ )(?:1[89]|20)\d\d|(?<=early\ )(?:19|20)\d\d|(?<=late\ )(?:19|20)\d\d|(?<=of\ )(?:19|20)\d\d|(?<=from\ )(?:19|20)\d\d|(?<=by\ )(?:19|20)\d\d)\b
    )""",  # noqa: E501
    re.VERBOSE | re.IGNORECASE,
)


_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def find_dates(text: str, start: int, end: int, published: datetime.date | None) -> Iterator[tuple[int, int, str]]:
    """The dates of a stretch of text: start, end, EDTF ('' where the day of the document would be needed)."""
    for match in _PATTERN.finditer(text, start, end):
        raw = match.group("lone") or match.group("month") or match.group("month2") or match.group("month3")
        if raw and not raw[0].isupper():
            continue
        try:
            value = _value(match, published)
        except (ValueError, OverflowError):
            continue
        if raw and value and not _has_year(match) and _looks_back(text, match.start(), int(value[:4])):
            value = ""
        first, last = match.span()
        yield first, last, _open(match, value)


def _has_year(match: re.Match[str]) -> bool:
    return any(match[name] for name in ("year", "year2", "year3"))


def _looks_back(text: str, place: int, year: int) -> bool:
    """Whether the year that the paragraph named last is further off: `in October` may then be of that year."""
    named = _YEAR.findall(text, text.rfind("\n", 0, place) + 1, place)
    return bool(named) and abs(int(named[-1]) - year) > 1


def _open(match: re.Match[str], value: str) -> str:
    lead = (match["lead"] or "").casefold()
    before = match.string[max(0, match.start() - 6) : match.start()].casefold().split()
    lead = lead or (before[-1] if before and before[-1] in ("since", "until") else "")
    if value and lead == "since":
        return f"{value}/.."
    if value and lead == "until":
        return f"../{value}"
    return value


def _number(month: str) -> int:
    return next(n for n, name in enumerate(MONTHS, 1) if name.casefold().startswith(month[:3].casefold()))


def _value(match: re.Match[str], day: datetime.date | None) -> str:  # noqa: C901 a branch for each form of date
    if match["iso"]:
        return match["iso"]
    if match["month"] or match["month2"]:
        month, number = match["month"] or match["month2"], int(match["day"] or match["day2"])
        year = match["year"] or match["year2"]
        if year:
            return datetime.date(int(year), _number(month), number).isoformat()
        return _near(day, _number(month), number).isoformat() if day else ""
    if match["month3"]:
        return f"{match['year3']}-{_number(match['month3']):02}"
    if match["decade"]:
        return f"{match['decade'][:3]}X"
    if match["loneyear"]:
        return match["loneyear"]
    if day is None:
        return ""
    if match["relday"]:
        step = {"yesterday": -1, "tomorrow": 1}.get(match["relday"].casefold(), 0)
        return (day + datetime.timedelta(step)).isoformat()
    if match["weekday"]:
        return _weekday(day, match["weekday"], match["lead"] or "").isoformat()
    if match["rel"]:
        return _relative(day, match["rel"].casefold(), match["unit"])
    if match["count"]:
        return _counted(day, match)
    if match["lone"]:
        return f"{_near(day, _number(match['lone']), 1).year}-{_number(match['lone']):02}"
    return ""


def _near(day: datetime.date, month: int, number: int) -> datetime.date:
    found = [datetime.date(year, month, number) for year in (day.year - 1, day.year, day.year + 1)]
    return min(found, key=lambda date: abs((date - day).days + 60 * (date > day)))


def _weekday(day: datetime.date, name: str, _lead: str) -> datetime.date:
    back = (day.weekday() - [known.casefold() for known in _DAYS].index(name.casefold())) % 7
    return day - datetime.timedelta(back)


def _relative(day: datetime.date, word: str, unit: str) -> str:
    unit = unit.casefold()
    step = -1 if word in ("last", "past") else 1 if word == "next" else 0
    if unit in ("week", "weekend"):
        monday = day - datetime.timedelta(day.weekday()) + datetime.timedelta(7 * step)
        first = monday + datetime.timedelta(5 if unit == "weekend" else 0)
        return f"{first.isoformat()}/{(monday + datetime.timedelta(6)).isoformat()}"
    if unit == "month":
        month = day.year * 12 + day.month - 1 + step
        return f"{month // 12}-{month % 12 + 1:02}"
    if unit == "year":
        return str(day.year + step)
    if unit == "night":
        return (day - datetime.timedelta(1)).isoformat()
    if unit.title() in _DAYS:
        found = _weekday(day, unit, "")
        return (found + datetime.timedelta(7 if step > 0 else 0)).isoformat()
    month = _number(unit)
    year = _near(day, month, 1).year
    return f"{year}-{month:02}"


def _counted(day: datetime.date, match: re.Match[str]) -> str:
    count = int(match["count"]) if match["count"].isdigit() else _NUMBERS[match["count"].casefold()]
    if match["way"].casefold() == "later":
        return ""
    unit = match["span"].casefold()
    if unit in ("day", "week"):
        found = day - datetime.timedelta(count * (7 if unit == "week" else 1))
        return found.isoformat() if unit == "day" else f"{found.isoformat()}~"
    month = day.year * 12 + day.month - 1 - count * (12 if unit == "year" else 1)
    return str(month // 12) if unit == "year" else f"{month // 12}-{month % 12 + 1:02}"
