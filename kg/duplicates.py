"""How much of a text's wording stands in another: exact containment of its runs of words (Broder's w-shingling)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

WIDTH = 5
SHARE = 0.5
Shingles = frozenset[tuple[str, ...]]


def shingles(text: str, width: int = WIDTH) -> Shingles:
    """All runs of `width` words, without case, marks and soft hyphens; of a shorter text, the whole."""
    words = re.findall(r"\w+", text.replace("\xad", "").casefold())
    return frozenset(tuple(words[i : i + width]) for i in range(max(len(words) - width + 1, min(len(words), 1))))


def containment(part: Shingles, whole: Shingles) -> float:
    """The share of `part` that stands in `whole`; 0 of nothing.

    >>> containment(shingles("a b c d e f"), shingles("x A b, c d e! Y"))
    0.5
    """
    return len(part & whole) / len(part) if part else 0.0


@dataclass(frozen=True, slots=True)
class Alike:
    """A known text that is like a new one: the share of the new in the known, and of the known in the new."""

    key: str
    of_new: float
    of_known: float


def near_duplicates(text: str, known: Mapping[str, str], share: float = SHARE) -> list[Alike]:
    """The known texts in which at least `share` of the wording of `text` stands, or that stand so in it.

    The text that holds most of the new one comes first: of copies of one another, the one known first.
    """
    new = shingles(text)
    found = []
    for key, other in known.items():
        old = shingles(other)
        alike = Alike(key, containment(new, old), containment(old, new))
        if max(alike.of_new, alike.of_known) >= share:
            found.append(alike)
    return sorted(found, key=lambda alike: -alike.of_new)


def repeated_parts(parts: Iterable[str], share: float, shortest: int = WIDTH) -> dict[int, int]:
    """Which parts of a text repeat a longer part (or an equal, earlier one): its number → the other's.

    Goes by an index of shingles, so that many parts take no longer than their words.
    """
    made = [shingles(part) for part in parts]
    owners: dict[tuple[str, ...], list[int]] = {}
    for number, part in enumerate(made):
        for shingle in part:
            owners.setdefault(shingle, []).append(number)
    found = {}
    for number, part in enumerate(made):
        if len(part) < shortest - WIDTH + 1 or not part:
            continue
        shared: dict[int, int] = {}
        for shingle in part:
            for owner in owners[shingle][:20]:
                shared[owner] = shared.get(owner, 0) + 1
        for owner in sorted(shared):
            longer = (len(made[owner]), -owner) > (len(part), -number)
            if longer and shared[owner] >= share * len(part):
                found[number] = owner
                break
    return found
