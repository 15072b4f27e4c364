"""All reports as Markdown in a folder, with the bibliography that their citations need."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from kg.report import Report
from kg.report.formats import as_markdown, escaped
from kg.report.registry import REPORTS, make_report, missing, option, parameters, switches
from kg.store import Queryable
from kg.table import Value

Tell = Callable[[Report], Report]
BIBLIOGRAPHY = "sources.bib"
EVERYWHERE = ("source", "since", "until")


def write_bundle(
    store: Queryable,
    title: str,
    dataset: str,
    values: Mapping[str, Value],
    folder: Path,
    seeds: Path,
    tell: Tell = lambda report: report,
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
    index = [f"# {escaped(title)}", "", f"Data: `{dataset[:12]}`", ""]
    for report in made:
        (folder / f"{report.name}.md").write_text(as_markdown(report), encoding="utf-8")
        first = f". {escaped(report.lead[0])}" if report.lead else ""
        index.append(f"- [{report.name}]({report.name}.md): {escaped(report.title)}{first}")
    index += ["", f"References: `{BIBLIOGRAPHY}` (pandoc --citeproc --bibliography {BIBLIOGRAPHY} position.md)", ""]
    (folder / "index.md").write_text("\n".join(index), encoding="utf-8")
    shutil.copyfile(seeds / BIBLIOGRAPHY, folder / BIBLIOGRAPHY)
    return [*(f"{report.name}.md" for report in made), "index.md", BIBLIOGRAPHY], left


def _given(name: str, values: Mapping[str, Value]) -> dict[str, Value]:
    """What a report needs; of what it may take, the pair or else the topic, never both."""
    known = parameters(name)
    narrow = ("actor", "other") if {"actor", "other"} <= set(known) and values.get("actor") else ("about",)
    wanted = {*(key for key, needed in known.items() if needed), *EVERYWHERE, *switches(name)}
    wanted |= set() if any(known.values()) else set(narrow)
    return {key: value for key, value in values.items() if value and key in known and key in wanted}
