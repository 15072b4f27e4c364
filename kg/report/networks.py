"""Who stands between others in the network of ties, and who belongs together."""

from kg.analysis.brokerage import constraint, roles
from kg.analysis.communities import communities
from kg.analysis.cuts import by_layer, cuts
from kg.network import read, ties
from kg.report import Report, Section, name_of
from kg.store import Queryable


def brokerage(store: Queryable, title: str, dataset: str, *, actor: str = "") -> Report:
    """Who stands between others: constraint, roles between sides, and whose absence cuts which paths."""
    material = read(store)
    graph = ties(material)
    sections = [
        Section("Constraint: least first", constraint(graph)),
        Section("Roles between sides", roles(graph)),
        Section("Without whom others lose every path", cuts(graph)),
    ]
    if actor:
        sections.insert(0, Section(f"Without {name_of(store, actor)}", by_layer(material, actor)))
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
