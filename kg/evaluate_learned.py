"""What a learned extractor adds: cross-validated over documents, beside the rules and together with them.

Each document is read by a model that saw the other folds and the given samples, never by one that saw it. Intervals
(`from`, `to`) hold 95 of 100 resamples of the documents; that of a gain takes both extractors on the same ones.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from kg.errors import UsageError
from kg.evaluate_extracted import Record, evaluate_extracted
from kg.extract.engine import Extractor
from kg.extract.training import Data, fit, from_gold
from kg.table import Table

METHODS = ("rules", "linear", "both")
LEVELS = 3  # strict, with polarity and modality, with voice
Counts = tuple[int, int, int]  # right, found, gold


def cross_validate(
    gold: Sequence[Record],
    texts: Path,
    extractor: Extractor,
    folds: int,
    dates: Mapping[str, str] | None = None,
    only: Iterable[str] = (),
    given: Data | None = None,
) -> dict[str, Table]:
    """Rules, linear and both on every document of the gold: a table for each way of counting, and the gains.

    Raises:
        UsageError: there are fewer documents than folds.
    """
    wanted, dates = set(only), dates or {}
    docs = sorted({str(r["doc"]) for r in gold if not wanted or Path(str(r["doc"])).stem in wanted})
    if not 2 <= folds <= len(docs):
        raise UsageError(f"{folds} folds over {len(docs)} documents: at least 2, at most one for each document")
    samples = {}
    for doc in docs:
        data = Data()
        from_gold(extractor, gold, texts, dates, [doc], data)
        samples[doc] = data.samples
    counts: dict[tuple[str, str], list[Counts]] = {}
    for k in range(folds):
        held = docs[k::folds]
        seen = Data([*(given.samples if given else ()), *(s for doc in docs if doc not in held for s in samples[doc])])
        model = fit(seen)
        for method in METHODS:
            reader = extractor if method == "rules" else extractor.learned(model, method)
            for doc in held:
                scores = evaluate_extracted(gold, texts, reader, dates, [Path(doc).stem]).scores
                for name, right, found, total, *_ in scores.rows[:LEVELS]:
                    counts.setdefault((str(name), method), []).append((int(right), int(found), int(total)))  # type: ignore[arg-type]
    levels = list(dict.fromkeys(level for level, _ in counts))
    gains = Table.of(
        ("", "triples", "gain", "from", "to"),
        [
            (method, level, *_spread(counts[level, method], counts[level, METHODS[0]]))
            for method in METHODS[1:]
            for level in levels
        ],
    )
    tables = {f"Triples, {level}": _scores({method: counts[level, method] for method in METHODS}) for level in levels}
    return {**tables, "Gain in F1 on the rules": gains}


def _scores(counts: Mapping[str, Sequence[Counts]]) -> Table:
    rows = []
    for method, found in counts.items():
        right, proposed, gold = (sum(count[k] for count in found) for k in range(3))
        precision, recall = right / proposed if proposed else 0.0, right / gold if gold else 0.0
        rows.append((method, right, proposed, gold, precision, recall, *_spread(found)))
    return Table.of(("", "right", "found", "gold", "precision", "recall", "f1", "from", "to"), rows)


def _spread(found: Sequence[Counts], beside: Sequence[Counts] = ()) -> tuple[float, float, float]:
    """F1, less that of another where given, and its interval."""
    chance = random.Random(7)  # noqa: S311 a resample, not a secret
    sample = []
    for _ in range(1000):
        drawn = chance.choices(range(len(found)), k=len(found))
        sample.append(_f1([found[k] for k in drawn]) - (_f1([beside[k] for k in drawn]) if beside else 0.0))
    sample.sort()
    return _f1(found) - (_f1(beside) if beside else 0.0), sample[25], sample[974]


def _f1(counts: Sequence[Counts]) -> float:
    right, found, gold = (sum(count[k] for count in counts) for k in range(3))
    return 2 * right / (found + gold) if found + gold else 0.0


__all__ = ["cross_validate"]
