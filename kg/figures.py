"""Numbers with their units in phrases: whether two phrases give the same figure of the same thing."""

import re
from dataclasses import dataclass

from kg.texts import fold

_TIMES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_FIGURE = re.compile(
    r"(?P<currency>[$€£¥])?\s*(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)"
    rf"(?:[\s-]+(?P<times>{'|'.join(_TIMES)})\b)?\s*(?P<unit>%|per\s?cent\b|[^\W\d_]+)?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_UNIT = frozenset(("and", "or", "of", "to", "the", "in", "at", "by", "as", "on", "for", "with", "was", "is"))
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it counts."""

    number: float
    unit: str


def figures(phrase: str) -> tuple[Figure, ...]:
    """The figures of a phrase; bare years are none.

    >>> figures("loans of 1.5 billion euros since 2014, or 12 per cent")
    (Figure(number=1500000000.0, unit='euros'), Figure(number=12.0, unit='%'))
    """
    found = []
    for match in _FIGURE.finditer(fold(phrase)):
        unit = match["currency"] or match["unit"] or ""
        unit = "" if unit in _NO_UNIT else unit
        before = phrase[: match.start("number")].casefold().split()[-1:]
        dated = not unit or (before and before[0] in ("in", "since", "by", "until", "from"))
        if not (_YEAR.fullmatch(match["number"]) and dated):
            number = float(match["number"].replace(",", "")) * _TIMES.get(match["times"] or "", 1)
            found.append(Figure(number, "%" if unit.startswith("per") and unit.endswith("cent") else unit))
    return tuple(found)


def figures_agree(one: str, two: str) -> bool | None:
    """Whether two phrases give the same figures of one thing; None where they do not speak of one thing.

    They do if units are the same and the words of one are all among those of the other.

    >>> figures_agree("32 % of voters", "41 per cent of all voters")
    False
    >>> figures_agree("32 % of voters", "32 % of farmers") is None
    True
    """
    first, second = figures(one), figures(two)
    words, others = _words(one), _words(two)
    if not first or [item.unit for item in first] != [item.unit for item in second]:
        return None
    if not (words <= others or others <= words):
        return None
    return first == second


def _words(phrase: str) -> set[str]:
    plain = re.sub(r"per\s?cent\b", " ", fold(phrase))
    return set(_WORD.findall(plain)) - set(_TIMES)
