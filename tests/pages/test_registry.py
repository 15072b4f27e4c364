from pathlib import Path

from kg.pages.registry import PAGES, write_site
from kg.pages.site import Site
from kg.project import Project


def test_every_page_is_written_and_named_only_if_it_is_there(shipped: Project, tmp_path: Path) -> None:
    site = Site(shipped.store(), shipped.read()[0], "0" * 64)
    write_site(site, tmp_path)
    assert {path.stem for path in tmp_path.glob("*.html")} >= set(PAGES)
