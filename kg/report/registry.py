"""The reports by name."""

from kg.report import Maker
from kg.report.centrality import centrality_report
from kg.report.coverage import coverage
from kg.report.summary import summary

REPORTS: dict[str, Maker] = {"summary": summary, "centrality": centrality_report, "coverage": coverage}
