"""What would have to hold for something, and who or what stands in its way."""

from collections import defaultdict
from collections.abc import Sequence

from kg.report import STORY, Report, Section, ask, name_of
from kg.report.position import opposed_texts
from kg.report.told import Told, by_utterance, counted, entry, filled, told
from kg.store import Queryable
from kg.table import Table, Value

SHORT = 60  # letters: a name rather than a whole claim


def conditions(store: Queryable, title: str, dataset: str, *, about: str, source: str = "") -> Report:
    """What would have to hold, as each side and source tells it, what holds it back, and who blocks it."""
    every = {item.id: item for item in told(store, source=source)}
    needs: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in ask(store, "conditions", goal=about).records():
        claim, need = str(row["claim"]), str(row["need"])
        if claim in every and need not in needs[str(row["kind"])][claim]:
            needs[str(row["kind"])][claim].append(need)
    against = opposed_texts(store)
    texts = {every[claim].text for found in needs.values() for claim in found}
    # first what it requires, last what would bring it: the order of the alphabet, turned round
    kinds = sorted(needs, reverse=True)
    sections = [_section(kind.capitalize(), every, needs[kind], against, texts) for kind in kinds]
    blockers: dict[str, list[tuple[str, Told]]] = defaultdict(list)
    for row in ask(store, "blockers", goal=about).records():
        item = every.get(str(row["claim"]))
        if item and item.cls != "Denial":
            blockers[str(row["who"])].append((str(row["how"]), item))
    sections.append(
        Section(
            "Who blocks it, or what does",
            Table.of(
                STORY,
                [entry(item, item.uttered[1], how) for found in blockers.values() for how, item in found],
            ),
        )
    )
    lead = [f"What sources tell: {', '.join(f'{kind} ({len(needs[kind])})' for kind in kinds) or 'nothing'}."]
    if named := [who for who, found in blockers.items() for _ in found if len(who) <= SHORT]:
        lead.append(f"In the way: {counted(named)}.")
    warnings = ("A condition is one that a source tells; that two do not agree is said at each.",)
    name = f"Conditions of {name_of(store, about)}"
    return Report("conditions", name, dataset, filled(*sections), warnings, tuple(lead))


def _section(
    heading: str, every: dict[str, Told], found: dict[str, list[str]], against: dict[str, list[str]], texts: set[str]
) -> Section:
    rows: list[Sequence[Value]] = []
    for item in by_utterance(every[claim] for claim in found):
        need = [f"needs: {need}" for need in found[item.id] if need not in item.text]
        opposed = [f"against “{text}”" for text in against.get(item.text, ()) if text in texts]
        rows.append(entry(item, item.uttered[1], *need, *opposed))
    return Section(heading, Table.of(STORY, rows))
