from kg.report.registry import REPORTS


def test_every_report_has_a_description() -> None:
    assert set(REPORTS) >= {"summary", "centrality"}
    assert all(maker.__doc__ for maker in REPORTS.values())
