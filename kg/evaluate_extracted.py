"""Extracted claims against gold: triples, content, voice, dates, quotes; beside two baselines.

A triple is counted once a document. Strict: both ends, direction and relation; relaxed: relation of the same family and
the pair in any order. Polarity, modality and voice are judged on strict matches, and all together (`full`). Claims
whose object is a phrase are counted apart: right if subject and relation agree and the phrase overlaps gold's quote.
"""

import json
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.extract.document import Document, read_document
from kg.extract.engine import Extractor
from kg.extract.mentions import Finder
from kg.table import Table
from kg.texts import fold, text_of
from kg.vocabulary import LITERAL, Vocabulary

Record = Mapping[str, Any]
Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class ExtractedEvaluation:
    """All tables of one evaluation."""

    scores: Table
    details: Table
    relations: Table
    rules: Table
    errors: Table


@dataclass(slots=True)
class _Doc:
    """The claims of one document, gold and found, by key."""

    gold: dict[Key, list[Record]] = field(default_factory=lambda: defaultdict(list))
    found: dict[Key, list[Record]] = field(default_factory=lambda: defaultdict(list))
    phrases: tuple[int, int, int] = (0, 0, 0)


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Read JSON lines.

    Raises:
        InputError: a line is not JSON, or lacks what gold needs.
    """
    records = []
    for number, line in enumerate(path.read_text("utf-8-sig").splitlines(), 1):
        if line.strip():
            try:
                record = json.loads(line)
            except ValueError as error:
                raise InputError(f"{path}:{number}: not JSON: {error}") from error
            if not isinstance(record, dict):
                raise InputError(f"{path}:{number}: not a record")
            records.append(record)
    return records


def read_gold_lines(path: Path) -> list[dict[str, Any]]:
    """Gold: `doc`, `subject`, `relation` and `object` in each line, or what `kg extract` and `kg export` write.

    Raises:
        InputError: a line lacks one of them.
    """
    records = read_lines(path)
    for number, record in enumerate(records, 1):
        for end in ("subject", "object"):  # there an id, and nothing for a phrase
            record[end] = record.get(f"{end}_name") or record.get(end)
        if missing := [key for key in ("doc", "subject", "relation", "object") if not record.get(key)]:
            raise InputError(f"{path}:{number}: no {', '.join(missing)}")
    return records


def read_dates(path: Path | None) -> dict[str, str]:
    """The dates of texts by id, from JSON lines with `id` and `date`."""
    return {str(record["id"]): str(record["date"]) for record in (read_lines(path) if path else ())}


def evaluate_extracted(
    gold: Sequence[Record],
    texts: Path,
    extractor: Extractor,
    dates: Mapping[str, str] | None = None,
    only: Iterable[str] = (),
) -> ExtractedEvaluation:
    """Extract from the texts of the gold and compare."""
    wanted = set(only)
    names = sorted({record["doc"] for record in gold if not wanted or Path(record["doc"]).stem in wanted})
    judge = _Judge(extractor)
    docs: dict[str, _Doc] = {}
    baselines: dict[str, dict[str, set[Key]]] = {"co-occurrence": {}, "verbs without types": {}}
    quotes = Counter[str]()
    recognised = Counter[str]()
    for name in names:
        document = read_document(text_of(texts, name), (dates or {}).get(name, (dates or {}).get(Path(name).stem, "")))
        passed = extractor.extract(document)
        doc = _Doc()
        wanted_phrases = [r for r in gold if r["doc"] == name and judge.is_phrase(r)]
        told = [claim for claim in passed.claims if claim["object_type"] == LITERAL]
        met = sum(any(judge.overlaps(r, claim, document.text) for claim in told) for r in wanted_phrases)
        doc.phrases = met, len(told), len(wanted_phrases)
        for record in gold:
            if record["doc"] == name and not judge.is_phrase(record):
                doc.gold[judge.key(record["subject"], record["relation"], record["object"])].append(record)
        for claim in passed.claims:
            quotes[str(document.text[claim["start"] : claim["end"]] == claim["quote"])] += 1
            if claim["object_type"] != LITERAL:
                doc.found[judge.key(claim["subject_name"], claim["relation"], claim["object_name"])].append(claim)
        docs[name] = doc
        finder = Finder(document.text, extractor.gazetteer, extractor.lexicon.words, document.published)
        known = {judge.name(finder.entry(m.key).name) for m in finder.find()}
        for end in {judge.name(r[side]) for rs in doc.gold.values() for r in rs for side in ("subject", "object")}:
            recognised[str(end in known)] += 1
        for method, found in _baselines(document, extractor, judge).items():
            baselines[method][name] = found
    return _Tables(docs, baselines, quotes, recognised, judge).all()


class _Judge:
    """Decides what is the same."""

    def __init__(self, extractor: Extractor):
        self.extractor = extractor
        self.vocabulary: Vocabulary = extractor.vocabulary

    def name(self, name: str) -> str:
        """One spelling for all names of a thing."""
        forms = self.extractor.gazetteer.forms(name)
        full = next((form for form in forms if form.kind in ("name", "alias", "metonym")), None)
        return full.key if full else fold(name)

    def key(self, subject: str, relation: str, object_: str) -> Key:
        """A triple, the pair of a symmetric relation in order."""
        first, second = self.name(subject), self.name(object_)
        known = self.vocabulary.relations.get(relation)
        if known is not None and known.symmetric and second < first:
            first, second = second, first
        return first, relation, second, ""

    def relaxed(self, key: Key) -> Key:
        """The family of the relation, and the pair in order."""
        known = self.vocabulary.relations.get(key[1])
        first, second = sorted((key[0], key[2]))
        return first, known.family if known else key[1], second, ""

    def is_phrase(self, gold: Record) -> bool:
        """Whether gold has a phrase as object: one that the relation takes, and that is written as no name is."""
        known = self.vocabulary.relations.get(gold["relation"])
        object_ = str(gold["object"])
        if known is None or not known.takes_phrase("object") or self.extractor.gazetteer.forms(object_):
            return False
        return not known.takes("object") or object_[:1].islower() or len(object_.split()) > 6

    def overlaps(self, gold: Record, claim: Record, text: str) -> bool:
        """Whether a phrase covers half of what gold quotes, or lies half in it."""
        if gold["relation"] != claim["relation"] or self.name(gold["subject"]) != self.name(claim["subject_name"]):
            return False
        at = text.find(gold.get("quote") or "\0")
        start = text.find(claim["object_text"], claim["start"])
        shared = min(at + len(gold.get("quote") or ""), start + len(claim["object_text"])) - max(at, start)
        return at >= 0 and 2 * shared >= min(len(gold.get("quote") or ""), len(claim["object_text"]))

    def voice(self, gold: Record, claim: Record) -> bool:
        """Whether both speak in the same voice."""
        first, second = gold.get("according_to") or "", claim.get("according_to") or ""
        if not first or not second:
            return first == second
        names = {self.name(part.strip()) for part in str(first).split(";")}
        return self.name(second) in names or any(set(fold(n).split()) & set(fold(second).split()) for n in [first])


def content(record: Record) -> tuple[str, str]:
    """Polarity and modality."""
    return record.get("polarity") or "affirmed", record.get("modality") or "asserted"


def _baselines(document: Document, extractor: Extractor, judge: _Judge) -> dict[str, set[Key]]:
    """What cheaper methods find: a trigger word beside two names, and a verb between two names."""
    finder = Finder(document.text, extractor.gazetteer, extractor.lexicon.words, document.published)
    mentions = finder.find()
    first: set[Key] = set()
    second: set[Key] = set()
    for sentence in extractor.sentences(document, mentions):
        named = [(t.start, finder.entry(mentions[t.mention].key).name) for t in sentence.tokens if t.tag == "NAME"]
        for token in sentence.tokens:
            frames = extractor.lexicon.verbs.get(token.lemma, ()) or extractor.lexicon.nominals.get(token.lemma, ())
            if not frames:
                continue
            relation = frames[0].relation
            first |= {judge.key(a, relation, b) for x, a in named for y, b in named if x < y and a != b}
            left, right = [n for s, n in named if s < token.start], [n for s, n in named if s > token.start]
            if token.tag == "V" and left and right and left[-1] != right[0]:
                second.add(judge.key(left[-1], relation, right[0]))
    return {"co-occurrence": first, "verbs without types": second}


class _Tables:
    def __init__(
        self,
        docs: dict[str, _Doc],
        baselines: dict[str, dict[str, set[Key]]],
        quotes: Counter[str],
        recognised: Counter[str],
        judge: _Judge,
    ):
        self.docs, self.baselines, self.quotes, self.recognised, self.judge = docs, baselines, quotes, recognised, judge

    def all(self) -> ExtractedEvaluation:
        return ExtractedEvaluation(self._scores(), self._details(), self._relations(), self._rules(), self._errors())

    def _matches(self, doc: _Doc, test: Callable[[Record, Record], bool]) -> set[Key]:
        return {key for key in doc.gold if any(test(g, c) for g in doc.gold[key] for c in doc.found.get(key, ()))}

    def _scores(self) -> Table:
        rows = []
        same = self.judge
        tests: list[tuple[str, Callable[[Record, Record], bool]]] = [
            ("strict", lambda g, c: True),
            ("+ polarity, modality", lambda g, c: content(g) == content(c)),
            ("+ voice (full)", lambda g, c: content(g) == content(c) and same.voice(g, c)),
        ]
        for name, test in tests:
            counts = [(len(self._matches(d, test)), len(d.found), len(d.gold)) for d in self.docs.values()]
            rows.append(_row(name, counts))
        counts = []
        for doc in self.docs.values():
            gold, found = {same.relaxed(k) for k in doc.gold}, {same.relaxed(k) for k in doc.found}
            counts.append((len(gold & found), len(found), len(gold)))
        rows.append(_row("relaxed", counts))
        if any(d.phrases[2] for d in self.docs.values()):
            rows.append(_row("phrases (overlap)", [d.phrases for d in self.docs.values()]))
        for method, by_doc in self.baselines.items():
            pairs = [(set(self.docs[n].gold), found) for n, found in by_doc.items()]
            rows.append(_row(f"baseline: {method}", [(len(g & f), len(f), len(g)) for g, f in pairs]))
        return Table.of(("triples", "right", "found", "gold", "precision", "recall", "f1", "f1 95 %"), rows)

    def _details(self) -> Table:
        right: Counter[str] = Counter()
        total: Counter[str] = Counter()
        for doc in self.docs.values():
            for key in set(doc.gold) & set(doc.found):
                pairs = [(g, c) for g in doc.gold[key] for c in doc.found[key]]
                total["polarity"] += 1
                right["polarity"] += any(content(g)[0] == content(c)[0] for g, c in pairs)
                total["modality"] += 1
                right["modality"] += any(content(g)[1] == content(c)[1] for g, c in pairs)
                total["voice"] += 1
                right["voice"] += any(self.judge.voice(g, c) for g, c in pairs)
                if any(g.get("when") for g, _ in pairs):
                    total["date (where gold has one)"] += 1
                    right["date (where gold has one)"] += any(
                        g.get("when") and g["when"] == c["when"] for g, c in pairs
                    )
                asserted = [c for _, c in pairs if content(c) == ("affirmed", "asserted") and not c["according_to"]]
                if asserted:
                    total["asserted and it was"] += 1
                    right["asserted and it was"] += any(
                        content(g) == ("affirmed", "asserted") and not g.get("according_to") for g, _ in pairs
                    )
        total["quote stands in the text"], right["quote stands in the text"] = self.quotes.total(), self.quotes["True"]
        total["names found in the text"], right["names found in the text"] = (
            self.recognised.total(),
            self.recognised["True"],
        )
        rows = [
            (name, right[name], total[name], right[name] / total[name] if total[name] else 0.0)
            for name in sorted(total)
        ]
        return Table.of(("on strict matches", "right", "of", "share"), rows)

    def _relations(self) -> Table:
        gold: Counter[str] = Counter()
        found: Counter[str] = Counter()
        right: Counter[str] = Counter()
        for doc in self.docs.values():
            gold.update(key[1] for key in doc.gold)
            found.update(key[1] for key in doc.found)
            right.update(key[1] for key in set(doc.gold) & set(doc.found))
        rows = [
            (
                n,
                right[n],
                found[n],
                gold[n],
                right[n] / found[n] if found[n] else 0.0,
                right[n] / gold[n] if gold[n] else 0.0,
            )
            for n in sorted(set(gold) | set(found))
        ]
        return Table.of(("relation", "right", "found", "gold", "precision", "recall"), rows)

    def _rules(self) -> Table:
        right: Counter[str] = Counter()
        wrong: Counter[str] = Counter()
        for doc in self.docs.values():
            for key, claims in doc.found.items():
                for rule in sorted({str(claim["rule"]) for claim in claims}):
                    (right if key in doc.gold else wrong)[rule] += 1
        return Table.of(("rule", "right", "wrong"), [(n, right[n], wrong[n]) for n in sorted(set(right) | set(wrong))])

    def _errors(self) -> Table:
        rows = []
        for name, doc in self.docs.items():
            for key in sorted(set(doc.gold) - set(doc.found)):
                g = doc.gold[key][0]
                told = (g["subject"], g["relation"], g["object"], *content(g), g.get("according_to") or "")
                rows.append((name, "miss", *told, "", g.get("quote", "")))
            for key in sorted(set(doc.found) - set(doc.gold)):
                c = doc.found[key][0]
                told = (c["subject_name"], c["relation"], c["object_name"], *content(c), c["according_to"] or "")
                rows.append((name, "false alarm", *told, c["rule"], c["quote"]))
            for key in sorted(set(doc.found) & set(doc.gold)):
                pairs = [(g, c) for g in doc.gold[key] for c in doc.found[key]]
                if not any(content(g) == content(c) and self.judge.voice(g, c) for g, c in pairs):
                    g, c = pairs[0]
                    told = (c["subject_name"], c["relation"], c["object_name"], *content(c), c["according_to"] or "")
                    wanted = "/".join((*content(g), g.get("according_to") or "author"))
                    rows.append((name, f"content (gold: {wanted})", *told, c["rule"], c["quote"]))
        columns = ("doc", "error", "subject", "relation", "object", "polarity", "modality", "voice", "rule", "quote")
        return Table.of(columns, rows)


def _row(name: str, counts: Sequence[tuple[int, int, int]]) -> tuple[Any, ...]:
    """Sums over documents, and an interval for F1 by resampling documents 1,000 times."""
    right, found, gold = (sum(count[k] for count in counts) for k in range(3))
    chance = random.Random(7)  # noqa: S311 a resample, not a secret
    sample = []
    for _ in range(1000 if counts else 0):
        drawn = chance.choices(counts, k=len(counts))
        sample.append(_f1(*(sum(count[k] for count in drawn) for k in range(3))))
    sample.sort()
    span = f"{sample[25]:.2f}–{sample[974]:.2f}" if sample else ""
    precision, recall = right / found if found else 0.0, right / gold if gold else 0.0
    return name, right, found, gold, precision, recall, _f1(right, found, gold), span


def _f1(right: int, found: int, gold: int) -> float:
    return 2 * right / (found + gold) if found + gold else 0.0


__all__ = ["ExtractedEvaluation", "evaluate_extracted", "read_dates", "read_gold_lines", "read_lines"]
