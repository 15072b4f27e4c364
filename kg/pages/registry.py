"""Every page by its name: a function from a site to files, each a path below the site and its bytes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kg.pages import actors, contested, graph, index, reports, sources, sparql, timeline
from kg.pages.frame import GENERATOR
from kg.pages.site import Site

Files = Iterator[tuple[str, str]]
PAGES: dict[str, Callable[[Site], Files]] = {
    "index": index.pages,
    "graph": graph.pages,
    "timeline": timeline.pages,
    "contested": contested.pages,
    "actors": actors.pages,
    "sources": sources.pages,
    "reports": reports.pages,
    "sparql": sparql.pages,
}


def files(names: Iterable[str]) -> frozenset[str]:
    """The file of each of these pages."""
    return frozenset(f"{name}.html" for name in names)


def write_site(site: Site, folder: Path, names: tuple[str, ...] = tuple(PAGES)) -> None:
    """Write pages into a folder; each names only those others in its navigation that are written.

    Pages of single actors, sources or reports that were written there before, and are no more, go.
    """
    there = files(names)
    site = site if site.files == there else replace(site, files=there)  # a copy would ask the store anew
    for name in names:
        written = set()
        for path, text in PAGES[name](site):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
            written.add(folder / path)
        for old in {*(folder / name).glob("*.html")} - written:
            if GENERATOR in old.read_text("utf-8", errors="replace"):
                old.unlink()
