"""An axis of years for pictures of time: years without anything are left out, and the break shows."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

STEPS = (1, 2, 5, 10, 25, 50, 100, 500)
MOST = 40  # bins that a picture of the width of a page can label
BREAK = 0.6  # width of what is left out, in bins


@dataclass(frozen=True, slots=True)
class Axis:
    """Bins of `step` years, each at its place from the left; `width` is that of all, in bins."""

    step: int
    places: dict[int, float]
    width: float

    @property
    def breaks(self) -> list[float]:
        """Where years are left out: the middle of each break."""
        return [right - BREAK / 2 for left, right in pairwise(self.places.values()) if right - left > 1]

    def label(self, start: int) -> str:
        """What a bin is called."""
        return str(start) if self.step == 1 else f"{start}–{(start + self.step - 1) % 100:02}"

    def start(self, year: int) -> int:
        """The first year of the bin of a year."""
        return year - year % self.step

    def at(self, day: str) -> float:
        """The place of an ISO day; within a break where its year is left out."""
        found = date.fromisoformat(day)
        start = self.start(found.year)
        if start in self.places:
            begin, end = date(max(start, 1), 1, 1), date(min(start + self.step - 1, 9999), 12, 31)
            return self.places[start] + (found - begin).days / ((end - begin).days + 1)
        later = [place for first, place in self.places.items() if first > found.year]
        return later[0] - BREAK / 2 if later else self.width


def axis(years: Iterable[int]) -> Axis:
    """The axis of these years, with the finest step that leaves room for its labels."""
    known = sorted(set(years))
    for step in STEPS:
        starts = sorted({year - year % step for year in known})
        if len(starts) <= MOST:
            break
    places, place = {}, 0.0
    for index, start in enumerate(starts):
        place += BREAK if index and start - starts[index - 1] > step else 0
        places[start] = place
        place += 1
    return Axis(step, places, place)


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of a column: which layer, of which bin, from where to where as counts."""

    layer: str
    start: int
    left: float
    bottom: int
    count: int


def bars(found: Axis, dated: Iterable[tuple[int, str]], layers: Sequence[str]) -> list[Bar]:
    """A part for each layer of each bin, stacked in order of layers, empty ones among them.

    Args:
        found: the axis.
        dated: year and layer of each claim.
        layers: their order from the ground up.
    """
    counts = Counter((found.start(year), layer) for year, layer in dated)
    made = []
    for start, left in found.places.items():
        bottom = 0
        for layer in layers:
            made.append(Bar(layer, start, left, bottom, counts[start, layer]))
            bottom += counts[start, layer]
    return made
