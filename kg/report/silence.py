"""What a source does not speak of, and who never speaks: actor × topic × source."""

from collections import defaultdict
from collections.abc import Sequence

from kg.report import Report, Section, ask, name_of
from kg.report.told import plural
from kg.store import Queryable
from kg.table import Table, Value

MOST = 25  # things, and voices, shown
_DATES = (
    "SELECT ?source ?published { ?source a kg:Source OPTIONAL { ?source kg:published ?published } } ORDER BY ?source"
)
_TELLING = (
    "SELECT DISTINCT ?source { ?claim kg:evidence/kg:source ?source FILTER NOT EXISTS { ?claim a kg:Candidate } } "
    "ORDER BY ?source"
)


def silence(
    store: Queryable, title: str, dataset: str, *, actor: str = "", about: str = "", source: str = "", side: str = ""
) -> Report:
    """How many claims each source has on each actor or topic, where it has none, and who is never heard."""
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    names: dict[str, str] = {}
    for row in ask(store, "mentions", actor=actor, about=about).records():
        counts[str(row["thing"])][str(row["source"])] = int(str(row["claims"]))
        names[str(row["thing"])] = str(row["name"])
    sources = {str(row[0]) for row in store.select(_TELLING).rows} if counts else set()
    dates = {str(row[0]): str(row[1] or "no date") for row in store.select(_DATES).rows}
    shown = [thing for thing in counts if thing != actor and (not source or source not in counts[thing])]
    shown.sort(key=lambda thing: (-sum(counts[thing].values()), thing))
    order = sorted(sources)
    rows: list[Sequence[Value]] = [
        (names[thing], *(counts[thing].get(key, 0) for key in order)) for thing in shown[:MOST]
    ]
    silent = {key: [names[thing] for thing in shown[:MOST] if key not in counts[thing]] for key in order}
    where = f" where {name_of(store, actor)} is involved" if actor else ""
    lead = [
        f"{key} ({dates.get(key, 'no date')}) has no claim on {', '.join(found[:4])}"
        f"{f' and {len(found) - 4} more' if len(found) > 4 else ''}{where}."
        for key, found in silent.items()
        if found and (not source or key == source)
    ]
    missing = ask(store, "voices-missing", side=side).records()
    unheard: list[Sequence[Value]] = [(row["name"], row["of"], row["claims"], row["sources"]) for row in missing]
    sections = [
        Section(f"Claims by source{where}: 0 is silence", Table.of(("actor or topic", *order), rows)),
        Section("Spoken of, but never heard", Table.of(("who", "side", "claims", "sources"), unheard[:MOST])),
    ]
    if about and not counts:
        lead.append(f"No source has a claim on {name_of(store, about)}{where}.")
    warnings = (
        f"{plural(max(0, len(shown) - MOST), 'more thing')} not shown.",
        "A source cannot speak of what came after it, and claims are what was curated: see kg report coverage.",
    )
    return Report("silence", f"{title}: silences", dataset, tuple(sections), warnings, tuple(lead))
