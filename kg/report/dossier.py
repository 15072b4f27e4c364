"""What the graph holds of one actor, and of two."""

from collections import Counter, defaultdict

from kg.errors import UsageError
from kg.lookup import iri
from kg.report import Report, Section, ask, name_of
from kg.report.told import Told, by_utterance, counted, extent, filled, plural, spark, told, uttered
from kg.store import Queryable
from kg.table import Table

MOST = 15  # ties shown
OPEN = ("Hypothesis", "Demand", "Denial", "Report")


def actor(
    store: Queryable,
    title: str,
    dataset: str,
    *,
    actor: str,
    about: str = "",
    source: str = "",
    since: str = "",
    until: str = "",
) -> Report:
    """A dossier: names, offices, ties, what the actor did, says and wants, what is planned, each with its evidence."""
    items = told(store, since, until, actor=actor, about=about, source=source)
    offices = {row["claim"] for row in ask(store, "offices", person=actor).records()}
    own = [item for item in items if item.subject == actor and item.id not in offices]
    speech = [item for item in own if item.kind == "speech" and item.cls not in ("Plan", "Denial")]
    voiced = [item for item in items if any(proof.voice == actor for proof in item.proofs)]
    views = [item for item in own if item.attitude and item not in speech]
    plans = [item for item in items if item.cls == "Plan"]
    done = [item for item in items if item.kind == "event" and item.cls == "Fact" and actor in item.ends]
    standing = [item for item in own if item.kind in ("state", "cause") and item not in views]
    shown = {item.id for group in (speech, voiced, views, plans, done, standing) for item in group} | offices
    sections = filled(
        uttered("Offices", [item for item in items if item.id in offices]),
        Section("Ties: with whom facts or an occasion join the actor", _ties(store, actor)),
        uttered("What the actor did, or took part in", [item for item in done if item not in views]),
        uttered("Says", speech),
        uttered("Told in the actor's voice", [item for item in voiced if item not in speech]),
        uttered("Wants, believes, fears, supports, opposes", views),
        uttered("Planned", [item for item in plans if item not in views]),
        uttered("How it stands with the actor", [item for item in standing if item.cls != "Plan"]),
    )
    lead = (*_called(store, actor), *_counts(items))
    warnings = (
        f"{plural(sum(item.id not in shown for item in items), 'claim')} that only speak of the actor not shown: "
        f"kg query claims-about --param entity={actor}",
        "A date in brackets is that of the report.",
    )
    return Report("actor", name_of(store, actor), dataset, sections, warnings, lead)


def _called(store: Queryable, id_: str) -> tuple[str, ...]:
    """Its side and other names."""
    sides = [str(row[0]) for row in store.select(f"SELECT ?side {{ {iri(id_)} kg:side ?side }}").rows]
    rows = ask(store, "names", entity=id_).records()
    forms = list(dict.fromkeys(str(row["name"]) for row in rows))
    side = (f"Of the side of {name_of(store, sides[0])}.",) if sides and sides[0] != id_ else ()
    return (*side, *((f"Also called: {', '.join(forms)}.",) if forms else ()))


def _counts(items: list[Told]) -> tuple[str, ...]:
    line = f"{extent(items)}: {counted(item.cls for item in items) or 'none'}."
    return tuple(filter(None, (line, spark(item.uttered[0][:4] for item in items))))


def _ties(store: Queryable, id_: str) -> Table:
    claims: Counter[str] = Counter()
    leading: dict[str, str] = {}
    for row in ask(store, "ties", actor=id_).records():
        other = str(row["other"] if row["one"] == id_ else row["one"])
        claims[other] += 1
        leading[other] = str(row["text"])
    ranked = sorted(claims, key=lambda other: (-claims[other], other))[:MOST]
    return Table.of(("with", "claims", "for instance"), [(other, claims[other], leading[other]) for other in ranked])


def pair(
    store: Queryable,
    title: str,
    dataset: str,
    *,
    actor: str,
    other: str,
    about: str = "",
    source: str = "",
    since: str = "",
    until: str = "",
) -> Report:
    """Two actors: what happened between them, what stands, what was planned, said and feared, and the sign by year."""
    if actor == other:
        raise UsageError(f"pair takes two actors, and {actor} is given twice")
    items = told(store, since, until, actor=actor, other=other, about=about, source=source)
    direct = [item for item in items if item.ends == {actor, other}]
    facts = [item for item in direct if item.cls == "Fact"]
    beside = [item for item in items if item not in direct]
    sections = filled(
        uttered("What happened between them", [item for item in facts if item.kind == "event"]),
        uttered("How they stand to each other", [item for item in facts if item.kind != "event"]),
        uttered("Planned", [item for item in items if item.cls == "Plan"]),
        uttered("Reported, possible, demanded or denied between them", [item for item in direct if item.cls in OPEN]),
        Section("Signs by year, of facts between them", _signs(facts)),
        uttered(
            "What one says or wants where the other is concerned",
            [item for item in beside if _speaks(item, actor, other)],
        ),
        uttered(
            "Said of both together", [item for item in beside if not _speaks(item, actor, other) and item.cls != "Plan"]
        ),
    )
    friendly, hostile = (sum(item.sign == sign for item in facts) for sign in (1, -1))
    lead = (
        *_counts(items),
        f"Between the two {plural(len(facts), 'fact')}: {friendly} cooperative, {hostile} conflictual, "
        f"{len(facts) - friendly - hostile} neither.",
    )
    warnings = (
        "The sign is that of the relation: it tells cooperation from conflict, not how much either weighs.",
        "A date in brackets is that of the report.",
    )
    return Report("pair", f"{name_of(store, actor)} and {name_of(store, other)}", dataset, sections, warnings, lead)


def _speaks(item: Told, actor: str, other: str) -> bool:
    return item.attitude and item.subject in (actor, other) and item.cls != "Plan"


def _signs(facts: list[Told]) -> Table:
    years: dict[str, Counter[int]] = defaultdict(Counter)
    for item in by_utterance(facts):
        years[item.uttered[0][:4] or "no date"][item.sign] += 1
    rows = [(year, counts[1], counts[-1], counts[0]) for year, counts in years.items()]
    return Table.of(("year", "cooperative", "conflictual", "neither"), rows)
