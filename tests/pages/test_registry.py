from pathlib import Path

from kg.pages.registry import PAGES, write_site
from kg.pages.site import Site
from kg.project import Project


def test_every_page_is_written_and_named_only_if_it_is_there(shipped: Project, tmp_path: Path) -> None:
    site = Site(shipped.store(), shipped.read()[0], "0" * 64)
    write_site(site, tmp_path)
    assert {path.stem for path in tmp_path.glob("*.html")} >= set(PAGES)


def test_pages_of_what_is_no_more_go_and_what_is_not_ours_stays(shipped: Project, tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "mine.html").write_text("<p>mine</p>")
    site = Site(shipped.store(), shipped.read()[0], "0" * 64)
    write_site(site, tmp_path, ("sources",))
    (tmp_path / "sources" / "eyal2017.html").rename(tmp_path / "sources" / "old.html")
    write_site(site, tmp_path, ("sources",))
    left = {path.name for path in (tmp_path / "sources").iterdir()}
    assert {"mine.html", "eyal2017.html"} <= left
    assert "old.html" not in left
