import pytest

from kg.errors import UsageError
from kg.project import Project
from kg.report.dossier import actor, pair


def test_a_dossier_has_offices_ties_words_views_and_evidence(shipped: Project) -> None:
    report = actor(shipped.store(), "T", "abc", actor="putin")
    headings = [section.heading for section in report.sections]
    assert headings[0] == "Offices"
    assert {"Says", "Told in the actor's voice", "Planned"} <= set(headings)
    ties = report.sections[1].table
    assert ties.columns == ("with", "claims", "for instance")
    assert "abe" in ties.column("with")
    assert report.lead[0] == "Of the side of Russia."
    for section in report.sections:
        if section.story:
            assert all(row[3] and str(row[4]).startswith("claim-") for row in section.table.rows)


def test_a_pair_tells_what_happened_first_and_signs_by_year(shipped: Project) -> None:
    report = pair(shipped.store(), "T", "abc", actor="abe", other="putin")
    assert report.sections[0].heading == "What happened between them"
    signs = next(section.table for section in report.sections if section.heading.startswith("Signs"))
    assert dict.fromkeys(signs.column("conflictual")) == {0: None}
    seen = [row[4] for section in report.sections if section.story for row in section.table.rows]
    assert len(seen) == len(set(seen))  # no claim twice


def test_a_source_and_a_topic_narrow_both(shipped: Project) -> None:
    report = pair(
        shipped.store(),
        "T",
        "abc",
        actor="japan",
        other="russia",
        about="japan-russia-economic-cooperation",
        source="abiru2021",
    )
    cites = {str(row[3])[:9] for section in report.sections if section.story for row in section.table.rows}
    assert cites == {"abiru2021"}


def test_a_pair_is_of_two(shipped: Project) -> None:
    with pytest.raises(UsageError, match="abe is given twice"):
        pair(shipped.store(), "t", "d", actor="abe", other="abe")
