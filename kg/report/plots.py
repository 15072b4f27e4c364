"""Small charts of reports as SVG: bars for a ranking, columns for years. No scripts; colours follow light and dark."""

import re
from collections import Counter
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from kg.report import Report
from kg.report.formats import clean
from kg.report.told import plural
from kg.table import Table

Row = tuple[str, tuple[float, ...]]
MOST = 20  # bars of a ranking
WIDTH, LEFT, LINE, HIGH = 720, 220, 22, 160
SHADES = ("1", ".5", ".25")
STYLE = (
    "svg{color:#1b1f24;font:12px system-ui,sans-serif}text,rect{fill:currentColor}"
    "@media(prefers-color-scheme:dark){svg{color:#e6e8eb}}"
)
# by report: the column of labels, and the columns of which a bar is made; of `sources` the second is what is left
RANKED = {
    "centrality": ("actor", ("pagerank",)),
    "sources": ("source", ("alone", "claims")),
    "coverage": ("source", ("with a claim", "set aside", "neither")),
    "corroboration": ("origins", ("claims",)),
    "pair": ("year", ("cooperative", "conflictual", "neither")),
    "summary": ("class", ("claims",)),
}
# by report: the section whose entries are counted by year, all where blank
BY_YEAR = {"timeline": "In order", "actor": "", "position": ""}


def plot(report: Report) -> str:
    """The chart of a report, blank where it has none."""
    if report.name in RANKED:
        label, names = RANKED[report.name]
        found = [section.table for section in report.sections if {label, *names} <= set(section.table.columns)]
        rows = _rows(found[0], label, names)[:MOST] if found else []
        names = (names[0], "with others") if report.name == "sources" else names
        return bars(report.title, names, rows) if rows else ""
    if report.name in BY_YEAR:
        wanted = BY_YEAR[report.name]
        stories = [section.table for section in report.sections if section.story and wanted in section.heading]
        told = {str(row["claim"]): str(row["when"]) for table in stories for row in table.records() if row["claim"]}
        years = Counter(int(year[0]) for when in told.values() if (year := re.search(r"\d{4}", when)))
        return columns(report.title, years) if len(years) > 1 else ""
    return ""


def _rows(table: Table, label: str, names: Sequence[str]) -> list[Row]:
    rows = [(str(row[label]), tuple(float(row[name] or 0) for name in names)) for row in table.records()]
    left = label == "source" and names[-1] == "claims"
    return [(name, (told[0], told[1] - told[0])) for name, told in rows] if left else rows


def bars(title: str, names: Sequence[str], rows: Sequence[Row]) -> str:
    """A horizontal bar for each row, of a part for each name."""
    top = max(sum(parts) for _, parts in rows) or 1
    root = _svg(title, f"{', '.join(names)}: {_spoken(rows)}", LINE * (len(rows) + 1) + 8)
    for shade, name in enumerate(names):
        x = LEFT + shade * 140
        _box(root, x, 6, 10, 10, SHADES[shade])
        _text(root, x + 15, 15, name)
    for number, (label, parts) in enumerate(rows, 1):
        at, down = float(LEFT), number * LINE + 4
        _text(root, LEFT - 8, down + 12, label if len(label) < 32 else f"{label[:30]}…", "end")
        for shade, part in enumerate(parts):
            wide = (WIDTH - LEFT - 60) * part / top
            _box(root, at, down, wide, LINE - 6, SHADES[shade])
            at += wide
        _text(root, at + 6, down + 12, f"{sum(parts):.3g}" if sum(parts) < 1 else f"{sum(parts):g}")
    return _document(root)


def columns(title: str, years: Counter[int]) -> str:
    """A column for each year; a year without any is a gap."""
    span = range(min(years), max(years) + 1)
    root = _svg(title, _spoken([(str(year), (years[year],)) for year in sorted(years)]), HIGH + 44)
    step, top = min((WIDTH - 20) / len(span), 56), max(years.values())
    every = -(-len(span) // 16)
    for number, year in enumerate(span):
        high, at = HIGH * years[year] / top, 10 + number * step
        if years[year]:
            _box(root, at, HIGH + 20 - high, max(step - 3, 1), high, SHADES[0])
        if years[year] and step > LINE:
            _text(root, at + (step - 3) / 2, HIGH + 15 - high, str(years[year]), "middle")
        if number % every == 0:
            _text(root, at + (step - 3) / 2, HIGH + 36, str(year), "middle")
    return _document(root)


def _spoken(rows: Sequence[Row]) -> str:
    told = [f"{label} {' + '.join(f'{part:.3g}' for part in parts)}" for label, parts in rows]
    return f"{plural(len(rows), 'bar')}. {', '.join(told)}."


def _svg(title: str, told: str, high: int) -> ET.Element:
    size = {"viewBox": f"0 0 {WIDTH} {high}", "width": str(WIDTH), "height": str(high)}
    names = {"role": "img", "aria-labelledby": "title desc"}
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, **names})
    ET.SubElement(root, "title", {"id": "title"}).text = _plain(title)
    ET.SubElement(root, "desc", {"id": "desc"}).text = _plain(told)
    ET.SubElement(root, "style").text = STYLE
    return root


def _box(root: ET.Element, x: float, y: float, wide: float, high: float, shade: str) -> None:
    size = {"x": x, "y": y, "width": wide, "height": high}
    ET.SubElement(root, "rect", {key: f"{value:.1f}" for key, value in size.items()} | {"opacity": shade})


def _text(root: ET.Element, x: float, y: float, text: str, anchor: str = "start") -> None:
    ET.SubElement(root, "text", {"x": f"{x:.1f}", "y": f"{y:.1f}", "text-anchor": anchor}).text = _plain(text)


def _plain(text: str) -> str:
    return re.sub("[\ud800-\udfff\ufffe\uffff]", "\N{REPLACEMENT CHARACTER}", clean(text))


def _document(root: ET.Element) -> str:
    ET.indent(root, " ")
    return ET.tostring(root, encoding="unicode") + "\n"
