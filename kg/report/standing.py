"""On how many independent origins claims rest, and what each source brings."""

from collections import Counter, defaultdict

from kg.report import STORY, Report, Section, ask, name_of
from kg.report.told import Proof, Told, cite, entry, filled, plural, spark, told
from kg.store import Queryable
from kg.table import Table

MOST = 40  # claims shown

_SOURCES = """
SELECT ?source ?title ?author ?outlet ?published ?origin {
  ?source a kg:Source ; kg:title ?title .
  OPTIONAL { ?source kg:author/kg:name ?author }
  OPTIONAL { ?source kg:outlet ?outlet }
  OPTIONAL { ?source kg:published ?published }
  OPTIONAL { ?source kg:origin ?origin }
} ORDER BY ?source
"""


def corroboration(
    store: Queryable, title: str, dataset: str, *, about: str = "", actor: str = "", source: str = ""
) -> Report:
    """Which claims several independent origins tell, and how many rest on one alone."""
    items = told(store, about=about, actor=actor, source=source)
    strong = sorted((item for item in items if item.origins > 1), key=lambda item: (-item.origins, item.text))
    elsewhere = _elsewhere(store, about or actor)
    rows = [
        (*entry(item, f"{item.origins} origins", item.when)[:3], cite(elsewhere.get(item.id, item.proofs)), item.id)
        for item in strong[:MOST]
    ]
    counts = Counter(item.origins for item in items)
    table = Table.of(("origins", "claims", "share"), [(n, counts[n], counts[n] / len(items)) for n in sorted(counts)])
    echoes = [item for item in items if len(item.sources) > item.origins]
    what = " and ".join(name_of(store, id_) for id_ in (about, actor) if id_)
    lead = (f"{len(strong)} of {plural(len(items), 'claim')} are told by more than one independent origin.",)
    warnings = (
        "An origin is a source, or one utterance that several sources repeat: an echo does not count twice.",
        f"{plural(len(echoes), 'claim')} in more sources than origins.",
        f"{max(0, len(strong) - MOST)} more not shown. Two origins are not two witnesses: both may rest on a third.",
    )
    sections = filled(Section("Told by several origins", Table.of(STORY, rows)), Section("Claims by origins", table))
    return Report("corroboration", f"Corroboration: {what or title}", dataset, sections, warnings, lead)


def _elsewhere(store: Queryable, about: str) -> dict[str, list[Proof]]:
    """By claim: where it is told, and where the claims that corroborate it are."""
    found: dict[str, list[Proof]] = defaultdict(list)
    for row in ask(store, "corroborated", entity=about, least="2").records():
        paragraph = f"¶{row['paragraph']}" if row["paragraph"] is not None else ""
        found[str(row["claim"])].append(Proof(str(row["source"]), paragraph, *[""] * 8))
    return found


def sources(store: Queryable, title: str, dataset: str, *, about: str = "", actor: str = "") -> Report:
    """Each source: who wrote it where and when, what it brings, what it alone tells; how much rests on the largest."""
    items = told(store, about=about, actor=actor)
    known = {str(row["source"]): row for row in store.select(_SOURCES).records()}
    by_source: dict[str, list[Told]] = defaultdict(list)
    for item in items:
        for key in item.sources:
            by_source[key].append(item)
    ranked = sorted(by_source, key=lambda key: (-len(by_source[key]), key))
    figures = []
    for key in ranked:
        found = by_source[key]
        voices = {proof.voice for item in found for proof in item.proofs if proof.source == key and not proof.author}
        alone = sum(item.origins == 1 for item in found)
        figures.append((key, len(found), alone, len(voices), len(found) / len(items)))
    about_each = [
        (key, known[key]["author"], known[key]["outlet"], known[key]["published"], known[key]["title"])
        for key in ranked
    ]
    top = sum(len(by_source[key]) for key in ranked[:2])
    total = sum(map(len, by_source.values()))
    outlets = {known[key]["outlet"] or known[key]["author"] for key in ranked}
    lead = [f"{plural(len(ranked), 'source')} of {plural(len(outlets), 'outlet')}, {plural(len(items), 'claim')}."]
    if len(ranked) > 2:
        lead.append(f"{100 * top // total} % of what is told comes from {ranked[0]} and {ranked[1]}.")
    if line := spark(_published(key, item) for key in ranked for item in by_source[key]):
        lead.append(f"Claims by year of publication: {line}")
    silent = sorted(set(known) - set(ranked))
    copies = [f"{key} repeats {row['origin']}" for key, row in known.items() if row["origin"] not in (None, key)]
    warnings = [
        "'alone' counts claims that rest on one origin. A large share is attention in the texts, not weight.",
        *([f"Without a claim here: {', '.join(silent)}."] if silent else []),
        *copies,
    ]
    sections = (
        Section("What each brings", Table.of(("source", "claims", "alone", "voices", "share"), figures)),
        Section("Who wrote it", Table.of(("source", "author", "outlet", "published", "title"), about_each)),
    )
    what = " and ".join(name_of(store, id_) for id_ in (about, actor) if id_)
    return Report("sources", f"Sources: {what or title}", dataset, sections, tuple(warnings), tuple(lead))


def _published(source: str, item: Told) -> str:
    """The first year in which a source may have been published."""
    return next(proof.published_from for proof in item.proofs if proof.source == source)[:4]
