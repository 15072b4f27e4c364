from kg.project import Project
from kg.report.centrality import centrality_report


def test_who_is_central_and_what_the_figures_cannot_tell(shipped: Project) -> None:
    report = centrality_report(shipped.store(), "T", "abc")
    table = report.sections[0].table
    assert set(table.column("actor")[:4]) >= {"russia", "japan"}
    assert abs(sum(float(str(value)) for value in table.column("pagerank")) - 1) < 1e-9
    assert any("% of these claims come from 2 sources" in warning for warning in report.warnings)
