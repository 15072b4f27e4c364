"""`make bench`: how fast extraction is, whether memory stays flat, whether two runs give the same bytes.

Each measurement runs in a process of its own. Exit 1 if memory grows or bytes differ; speed is only printed.
"""

import json
import os
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [*sorted((ROOT / "seeds" / "texts").glob("*.txt")), *sorted((ROOT / "tests/extract/dev").glob("*.txt"))]
AIM = 50_000  # characters a second
FLAT = 1.1
SYLLABLES = ["ba", "de", "fi", "go", "lu", "mar", "ne", "pol", "ri", "san", "tu", "vel", "wo", "xan", "zim"]


def articles(count: int) -> Iterator[tuple[str, str]]:
    """Paragraphs of the project's own texts, mixed; each article also brings names and words that no other has."""
    found = [part.strip() for path in SOURCES for part in path.read_text("utf-8").split("\n\n") if part.strip()]
    dice = random.Random(7)
    for number in range(count):
        person, body, town, verb = ("".join(dice.choices(SYLLABLES, k=4)).title() for _ in range(4))
        own = (
            f"Foreign Minister {person} {town} of the Ministry of {body} met the Turkish president in {town}ville. "
            f"{town} {verb.lower()}ed the {body.lower()}s of Iran and accused the {body} Party (Q{body[:3].upper()})."
        )
        yield f"2019-05-{number % 28 + 1:02}-{number}.txt", "\n\n".join([*dice.sample(found, 12), own])


def speed() -> dict[str, float]:
    """Characters a second of one core's time, and those of cutting the same text into words by a regex."""
    from kg.extract.document import from_text
    from kg.extract.engine import make_extractor

    began = time.process_time()
    extractor = make_extractor()
    loaded = time.process_time() - began
    corpus = [*((path.name, path.read_text("utf-8")) for path in SOURCES), *articles(100)]
    size = sum(len(text) for _, text in corpus)

    def once() -> float:
        start = time.process_time()
        for name, text in corpus:
            extractor.extract(from_text(text, name))
        return time.process_time() - start

    def words() -> float:
        start = time.process_time()
        for _, text in corpus:
            re.findall(r"\w+|[^\w\s]", text)
        return time.process_time() - start

    first = once()
    again, plain = min(once() for _ in range(3)), min(words() for _ in range(5))
    return {"load": loaded, "size": size, "first": size / first, "again": size / again, "regex": size / plain}


def memory() -> dict[str, float]:
    """Peak MB after 100 and after 1,000 articles, read one after another."""
    from kg.extract.document import from_text
    from kg.extract.engine import make_extractor

    extractor = make_extractor()
    peaks = {}
    for number, (name, text) in enumerate(articles(1000), 1):
        extractor.extract(from_text(text, name))
        if number in (100, 1000):
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            peaks[str(number)] = peak / (2**20 if sys.platform == "darwin" else 2**10)
    return peaks


def results() -> list[object]:
    """All that is found and refused in the project's own texts and 50 articles."""
    from kg.extract.document import from_text
    from kg.extract.engine import make_extractor

    extractor = make_extractor()
    corpus = [*((path.name, path.read_text("utf-8")) for path in SOURCES), *articles(50)]
    passed = [extractor.extract(from_text(text, name)) for name, text in corpus]
    return [[one.claims, one.rejected] for one in passed]


MEASURES = {"speed": speed, "memory": memory, "results": results}


def run(measure: str, hashes: str = "0") -> bytes:
    """What a measurement prints in a fresh process; this one stays small, since peaks are inherited."""
    around = {**os.environ, "PYTHONHASHSEED": hashes, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, __file__, measure]
    return subprocess.run(command, env=around, cwd=ROOT, stdout=subprocess.PIPE, check=True, timeout=110).stdout


def main() -> int:
    """Measure, print a table, and tell whether memory and bytes are as they must be."""
    fast = json.loads(run("speed"))
    peaks = json.loads(run("memory"))
    first, second = run("results", "1"), run("results", "2")
    growth = peaks["1000"] / peaks["100"]
    flat, same = growth <= FLAT, first == second
    rows = (
        ("loading", f"{fast['load']:.2f} s", ""),
        ("first reading, with the dictionary", f"{fast['first']:,.0f} characters/s", f"of {fast['size']:,.0f}"),
        ("later readings", f"{fast['again']:,.0f} characters/s", f"aim {AIM:,}"),
        ("words by a regex, same text", f"{fast['regex']:,.0f} characters/s", f"{fast['regex'] / fast['again']:.0f} ×"),
        ("peak memory, 100 articles", f"{peaks['100']:.0f} MB", ""),
        ("peak memory, 1,000 articles", f"{peaks['1000']:.0f} MB", f"{growth:.2f} ×, {'flat' if flat else 'GROWS'}"),
        ("two runs, other hash seeds", f"{len(first):,} bytes", "equal" if same else "DIFFERENT"),
    )
    for what, value, note in rows:
        print(f"{what:36}{value:>24}  {note}".rstrip())
    return 0 if flat and same else 1


if __name__ == "__main__":
    if sys.argv[1:]:
        json.dump(MEASURES[sys.argv[1]](), sys.stdout, ensure_ascii=False)
    else:
        sys.exit(main())
