"""Who stands between others in the network of ties, and who belongs together."""

from kg.analysis.brokerage import constraint, roles
from kg.analysis.communities import communities
from kg.analysis.cuts import cuts
from kg.network import read, ties
from kg.report import Report, Section
from kg.report.absence import absence
from kg.store import Queryable


def brokerage(store: Queryable, title: str, dataset: str, *, actor: str = "") -> Report:
    """Who stands between others: constraint, roles between sides, and whose absence cuts which paths."""
    if actor:
        return absence(store, title, dataset, actor)
    graph = ties(read(store))
    sections = [
        Section("Constraint: least first", constraint(graph)),
        Section("Roles between sides", roles(graph)),
        Section("Without whom others lose every path", cuts(graph)),
    ]
    warnings = (
        "Only facts that tie two actors directly count, by number of claims: attention in the texts, not power.",
    )
    return Report("brokerage", f"{title}: brokerage", dataset, tuple(sections), warnings)


def groups(store: Queryable, title: str, dataset: str) -> Report:
    """Communities of actors whom facts tie closely, and how steady they are from run to run."""
    found = communities(ties(read(store)))
    sections = (Section("Communities", found.members), Section("Quality", found.quality))
    warnings = ("A community is a finding of the algorithm in these texts, not an alliance.",)
    return Report("communities", f"{title}: communities", dataset, sections, warnings)
