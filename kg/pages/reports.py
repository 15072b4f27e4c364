"""The reports that need no parameter, each on a page, its citations as links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kg.dates import in_words
from kg.pages.frame import render, template_text
from kg.pages.site import Site
from kg.report import STORY, Report
from kg.report.registry import REPORTS, make_report, missing
from kg.table import Table, Value

ELSEWHERE = ("timeline", "contested")  # pages of their own


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a citation: a source, and perhaps a paragraph of it."""

    source: str
    text: str
    paragraph: int | None = None


def places(cite: str) -> list[Place]:
    """What a citation names, part by part.

    >>> [(place.text, place.paragraph) for place in places("one2016 ¶3, ¶7; two2018")]
    [('one2016 ¶3', 3), ('¶7', 7), ('two2018', None)]
    """
    found = []
    for part in cite.split("; ") if cite else ():
        source, _, rest = part.partition(" ")
        named = source
        for place in rest.split(", ") if rest else ("",):
            match = re.fullmatch(r"¶(\d{1,6})", place)
            found.append(Place(source, f"{named} {place}".strip(), int(match[1]) if match else None))
            named = ""
    return found


def cell(value: Value) -> str:
    """A value as people read it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def when(text: Value) -> str:
    """A time of a story in words; what is none stays as it is.

    >>> when("2014/.."), when("(2016-10)"), when("2 origins")
    ('since 2014', '(October 2016)', '2 origins')
    """
    said = str(text or "")
    bare = said.strip("()")
    return said.replace(bare, in_words(bare)) if re.fullmatch(r"[\d./?~%{}-]*\d{4}[\d./?~%{}-]*", bare) else said


def _heading(site: Site, report: Report) -> str:
    title = report.name if report.title == site.title else report.title.removeprefix(f"{site.title}: ")
    return title[:1].upper() + title[1:]


def numeric(table: Table) -> list[bool]:
    """For each column: whether it holds numbers only."""
    return [
        any(value is not None for value in values)
        and all(isinstance(value, int | float | None) and not isinstance(value, bool) for value in values)
        for values in (table.column(name) for name in table.columns)
    ]


def reports(site: Site) -> dict[str, Report]:
    """The reports by name."""
    names = [name for name in REPORTS if name not in ELSEWHERE and not missing(name, {})]
    return {name: make_report(name, site.asked, site.title, site.dataset, {}) for name in names}


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """A list of the reports, and a page for each."""
    found = reports(site)
    styles = [template_text("reading.css"), template_text("reports.css")]
    draw = partial(render, styles=styles, here="reports.html", site=site)
    told = {name: (maker.__doc__ or "").strip().splitlines()[0] for name, maker in REPORTS.items()}
    others = {name: told[name] for name in REPORTS if name not in found}
    yield "reports.html", draw("reports.html", heading="Reports", found=found, told=told, others=others)
    for name, report in found.items():
        yield (
            f"reports/{name}.html",
            draw(
                "report.html",
                scripts=[template_text("tables.js")],
                heading=_heading(site, report),
                up="../",
                name=name,
                found=report,
                layout="text report",
                numeric=numeric,
                story=STORY,
                places=places,
                cell=cell,
                when=when,
            ),
        )
