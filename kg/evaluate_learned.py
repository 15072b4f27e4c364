"""What a learned extractor adds: cross-validated over documents, beside the rules and together with them.

Each document is read by a model that saw the other folds and the given samples, never by one that saw it. The intervals
resample documents; `gain` is the difference in F1 to the rules on the same resamples.
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
) -> Table:
    """Rules, linear and both on every document of the gold.

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
    return _table(counts)


def _table(counts: Mapping[tuple[str, str], Sequence[Counts]]) -> Table:
    rows = []
    for (level, method), found in sorted(counts.items(), key=lambda item: METHODS.index(item[0][1])):
        beside = counts[level, METHODS[0]]
        chance = random.Random(7)  # noqa: S311 a resample, not a secret
        spread, gains = [], []
        for _ in range(1000):
            drawn = chance.choices(range(len(found)), k=len(found))
            score = _f1([found[k] for k in drawn])
            spread.append(score)
            gains.append(score - _f1([beside[k] for k in drawn]))
        right, proposed, gold = (sum(count[k] for count in found) for k in range(3))
        precision, recall = right / proposed if proposed else 0.0, right / gold if gold else 0.0
        gain = "" if method == METHODS[0] else f"{_f1(found) - _f1(beside):+.3f} ({_interval(gains, '+.3f')})"
        score = _f1(found)
        rows.append((method, level, right, proposed, gold, precision, recall, score, _interval(spread, ".2f"), gain))
    columns = ("extractor", "triples", "right", "found", "gold", "precision", "recall", "f1", "f1 95 %", "gain 95 %")
    return Table.of(columns, rows)


def _f1(counts: Sequence[Counts]) -> float:
    right, found, gold = (sum(count[k] for count in counts) for k in range(3))
    return 2 * right / (found + gold) if found + gold else 0.0


def _interval(sample: Sequence[float], form: str) -> str:
    ordered = sorted(sample)
    return f"{ordered[25]:{form}} to {ordered[974]:{form}}"


__all__ = ["cross_validate"]
