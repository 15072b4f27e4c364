"""Reports as files in a folder: all, with the bibliography that their citations need, or one; with charts."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from kg.errors import UsageError
from kg.report import Report
from kg.report.formats import FORMATS, as_markdown, escaped
from kg.report.plots import plot
from kg.report.registry import REPORTS, make_report, missing, option, parameters, switches
from kg.store import Queryable
from kg.table import Value

Tell = Callable[[Report], Report]
BIBLIOGRAPHY = "sources.bib"
ENDINGS = {"text": "txt"}
EVERYWHERE = ("source", "since", "until")


def write_bundle(
    store: Queryable,
    title: str,
    dataset: str,
    values: Mapping[str, Value],
    folder: Path,
    seeds: Path,
    tell: Tell = lambda report: report,
    plots: bool = False,
    format_: str = "md",
) -> tuple[list[str], list[str]]:
    """Write each report that can be made with these parameters, an index, and the bibliography.

    Args:
        store: what to ask.
        title: the project's.
        dataset: the hash of the data.
        values: parameters.
        folder: where to write.
        seeds: where the bibliography lies.
        tell: adds to a report, such as sentences.
        plots: whether charts stand beside the pages.
        format_: that of the reports; the index is in Markdown.

    Returns:
        The files written, and for each report left out what it needs.

    Raises:
        UsageError: a parameter is an unknown id or a wrong date.
    """
    made, left = [], []
    for name in REPORTS:
        given = _given(name, values)
        if lacking := missing(name, given):
            left.append(f"{name}: needs {' and '.join(option(key) for key in lacking)}")
        else:
            made.append(tell(make_report(name, store, title, dataset, given)))
    folder.mkdir(parents=True, exist_ok=True)
    written: list[str] = []
    index = [f"# {escaped(title)}", "", f"Data: `{dataset[:12]}`", ""]
    for report in made:
        written += write_report(report, folder, plots, format_)
        first = f". {escaped(report.lead[0])}" if report.lead else ""
        index.append(
            f"- [{report.name}]({report.name}.{ENDINGS.get(format_, format_)}): {escaped(report.title)}{first}"
        )
    index += ["", f"References: `{BIBLIOGRAPHY}` (pandoc --citeproc --bibliography {BIBLIOGRAPHY} position.md)", ""]
    (folder / "index.md").write_text("\n".join(index), encoding="utf-8")
    shutil.copyfile(seeds / BIBLIOGRAPHY, folder / BIBLIOGRAPHY)
    return [*written, "index.md", BIBLIOGRAPHY], left


def write_report(report: Report, folder: Path, plots: bool = False, format_: str = "md") -> list[str]:
    """Write one report, and its chart where it has one; the names of the files.

    Raises:
        UsageError: charts are asked for beside something that cannot show them.
    """
    if plots and format_ != "md":
        raise UsageError("--plots goes with --format md")
    folder.mkdir(parents=True, exist_ok=True)
    chart = plot(report) if plots else ""
    name = f"{report.name}.{ENDINGS.get(format_, format_)}"
    text = as_markdown(report, f"{report.name}.svg" if chart else "") if format_ == "md" else FORMATS[format_](report)
    (folder / name).write_text(text, encoding="utf-8")
    if chart:
        (folder / f"{report.name}.svg").write_text(chart, encoding="utf-8")
    return [name, *([f"{report.name}.svg"] if chart else [])]


def _given(name: str, values: Mapping[str, Value]) -> dict[str, Value]:
    """What a report needs; of what it may take, the pair or else the topic, never both."""
    known = parameters(name)
    narrow = ("actor", "other") if {"actor", "other"} <= set(known) and values.get("actor") else ("about",)
    wanted = {*(key for key, needed in known.items() if needed), *EVERYWHERE, *switches(name)}
    wanted |= set() if any(known.values()) else set(narrow)
    return {key: value for key, value in values.items() if value and key in known and key in wanted}
