"""The neighbours of one actor on a ring: a picture small enough to be drawn in Python and to stand still."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

MOST = 15
WIDTH, HEIGHT = 440, 400
ACROSS, DOWN = 105, 140  # radii of the ring
LABEL, ROOM = 17, 32  # characters that fit beside the ring, on a phone and where there is room


@dataclass(frozen=True, slots=True)
class Tie:
    """What claims tell between an actor and another: how many of each sign, from how many sources."""

    other: str
    name: str
    positive: int
    negative: int
    neutral: int
    sources: int
    contested: bool
    first: str = ""
    last: str = ""

    @property
    def claims(self) -> int:
        """All of them."""
        return self.positive + self.negative + self.neutral

    @property
    def kind(self) -> str:
        """`cooperative` or `conflictual` where one sign leads, else `mixed`."""
        if self.positive == self.negative:
            return "mixed"
        return "cooperative" if self.positive > self.negative else "conflictual"

    @property
    def sign(self) -> str:
        """Its mark in the picture; none where all is neutral."""
        return {"cooperative": "+", "conflictual": "−", "mixed": "±" if self.positive else ""}[self.kind]


@dataclass(frozen=True, slots=True)
class Spoke:
    """A tie with its place in the picture."""

    tie: Tie
    x: float
    y: float
    label: str
    full: str
    anchor: str
    label_x: float
    label_y: float
    mark_x: float
    mark_y: float
    width: float

    @property
    def mark(self) -> str:
        """What stands on its line."""
        return self.tie.sign + ("≠" if self.tie.contested else "")


def ring(ties: Sequence[Tie]) -> list[Spoke]:
    """The strongest ties around the middle, in the order given; the first at the top right."""
    shown = ties[:MOST]
    middle_x, middle_y = WIDTH / 2, HEIGHT / 2
    spokes = []
    for index, tie in enumerate(shown):
        angle = -pi / 2 + (index + 0.5) * 2 * pi / len(shown)
        across, down = cos(angle), sin(angle)
        x, y = middle_x + ACROSS * across, middle_y + DOWN * down
        level = abs(across) < 0.1
        spokes.append(
            Spoke(
                tie,
                round(x, 1),
                round(y, 1),
                _cut(tie.name, LABEL),
                _cut(tie.name, ROOM),
                "middle" if level else "start" if across > 0 else "end",
                round(x if level else x + (11 if across > 0 else -11), 1),
                round(y + (20 if down > 0 else -12) if level else y + 4 + 5 * down, 1),
                round(middle_x + ACROSS * across * 0.62, 1),
                round(middle_y + DOWN * down * 0.62, 1),
                1 + min(tie.sources, 6) * 0.7,
            )
        )
    return spokes


def edges(spokes: Sequence[Spoke]) -> tuple[float, float]:
    """The top and the bottom of what is drawn; the actor in the middle is part of it."""
    heights = [
        height for spoke in spokes for height in (spoke.label_y - 16, spoke.label_y + 10, spoke.y - 8, spoke.y + 8)
    ]
    return min([HEIGHT / 2 - 30, *heights]), max([HEIGHT / 2 + 30, *heights])


def _cut(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"
