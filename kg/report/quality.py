"""What the graph cannot tell."""

from collections.abc import Callable

from kg.report import Report, Section
from kg.report.coverage import coverage
from kg.report.told import Told, filled, plural, told, uttered
from kg.store import Queryable
from kg.table import Table

MOST = 20  # claims shown of each kind
_UNREVIEWED = "SELECT (COUNT(DISTINCT ?evidence) AS ?n) { ?evidence kg:method kg:extracted }"
_PHRASES = """
SELECT (COUNT(DISTINCT ?claim) AS ?n) {
  ?claim a kg:Claim ; rdf:object ?object FILTER (ISLITERAL(?object)) FILTER NOT EXISTS { ?claim a kg:Candidate }
}
"""
_NAMELESS = 'SELECT ?voice { ?voice kg:name ?name FILTER (CONTAINS(?name, "unnamed")) }'

GAPS: dict[str, tuple[str, Callable[[Told], bool]]] = {
    "no time told": ("cannot stand on a timeline", lambda item: not item.when),
    "events without a time": ("happened, but when?", lambda item: item.kind == "event" and not item.when),
    "time uncertain or approximate": (
        "the source or the curator doubts it",
        lambda item: any(c in item.when for c in "?~%"),
    ),
    "one origin only": ("nobody independent says so", lambda item: item.origins == 1),
    "in another's voice only": (
        "no author vouches for it",
        lambda item: all(not proof.author for proof in item.proofs),
    ),
    "inferred by the curator": (
        "the text does not say it in so many words",
        lambda item: "inference" in _wordings(item),
    ),
    "no quotation": ("look it up at its paragraph", lambda item: not any(proof.quote for proof in item.proofs)),
    "no paragraph or page": ("must be searched for", lambda item: not all(proof.place for proof in item.proofs)),
    "report without a date": ("when it was said is unknown", lambda item: not item.uttered[0]),
    "plans of unknown outcome": ("no source tells what became of it", lambda item: item.outcome == "unknown"),
}


def _wordings(item: Told) -> set[str]:
    return {proof.wording for proof in item.proofs}


def quality(
    store: Queryable, title: str, dataset: str, *, about: str = "", actor: str = "", source: str = ""
) -> Report:
    """What the graph cannot tell: times, second origins, words, outcomes and voices that it lacks."""
    items = told(store, about=about, actor=actor, source=source)
    total = len(items) or 1
    rows = []
    for what, (why, lacks) in GAPS.items():
        count = sum(map(lacks, items))
        rows.append((what, count, count / total, why))
    phrases, unreviewed = (int(str(store.select(query).rows[0][0])) for query in (_PHRASES, _UNREVIEWED))
    nameless = {row[0] for row in store.select(_NAMELESS).rows}
    hidden = [item for item in items if any(proof.voice in nameless for proof in item.proofs)]
    unknown = [item for item in items if item.outcome == "unknown"]
    inferred = [item for item in items if "inference" in _wordings(item)]
    neither = sum(int(str(row["neither"] or 0)) for row in coverage(store, title, dataset).sections[0].table.records())
    sections = filled(
        Section("What claims lack", Table.of(("what", "claims", "share", "so"), rows)),
        uttered("Plans of which no source tells the outcome", unknown[:MOST]),
        uttered("Inferred by the curator", inferred[:MOST]),
        uttered("Voices that the source does not name", hidden[:MOST]),
    )
    lead = (
        f"Of {plural(len(items), 'claim')}, {sum(not item.when for item in items)} bear no time, "
        f"{sum(item.origins == 1 for item in items)} rest on one origin, {len(unknown)} plans have an unknown outcome.",
    )
    warnings = (
        f"{plural(phrases, 'claim')} in the whole graph end in a phrase: what it names no network counts.",
        f"{plural(unreviewed, 'proposal')} of the extractor, seen by nobody, stand in no figure here.",
        f"{plural(neither, 'paragraph')} of the sources have neither a claim nor a reason why not.",
        "What no source tells, or nobody curated, leaves no trace: see kg report silence and coverage.",
        "The graph repeats its sources. It cannot tell which of them is right.",
    )
    return Report("quality", f"{title}: what the graph cannot tell", dataset, sections, warnings, lead)
