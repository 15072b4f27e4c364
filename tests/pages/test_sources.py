from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from lxml import html

from kg.pages.site import Site
from kg.pages.sources import marked, pages, told_by
from kg.project import Project
from kg.texts import Text

TEXT = "Ann met Bob. Later Ann left.\n\nNothing here.\n\nMenu"
CLAIMS = (
    "id,subject,relation,object,polarity,at,quote\n"
    "o1,ann,meets,bob,,¶1,Ann met Bob.\n"
    "o2,ann,supports,bob,denied,¶1-2,met Bob. Later\n"
    "o3,nord,claims,isle,,p. 4,\n"
)
PARAGRAPHS = "source,at,kind,note\none,¶3,boilerplate,site menu\n"


def made(make_project: Callable[..., Project], url: str = "") -> dict[str, str]:
    project = make_project(
        {
            "claims/one.csv": CLAIMS,
            "claims/two.csv": None,
            "names.csv": None,
            "paragraphs.csv": PARAGRAPHS,
            "texts/one.txt": TEXT,
            "sources.bib": "@misc{one, title = {One}, date = {2016-06}, url = {https://example.org/a}}\n@misc{two, title = {Two}}",
        }
    )
    project.build()
    dossier = project.read()[0]
    if url:  # the check of the seeds lets no such address pass; the page must not rely on it
        fields = (*(pair for pair in dossier.sources[0].fields if pair[0] != "url"), ("url", url))
        dossier = replace(dossier, sources=(replace(dossier.sources[0], fields=fields), *dossier.sources[1:]))
    folders = project.text_folders(None)
    site = Site(project.store(), dossier, "0" * 64, folders, files=frozenset(["sources.html"]))
    return dict(pages(site))


def test_a_claim_stands_under_its_paragraph_and_a_silent_one_says_why(make_project: Callable[..., Project]) -> None:
    page = html.fromstring(made(make_project)["sources/one.html"])
    first, second, third = (page.xpath(f"//section[@id='p{number}']")[0] for number in (1, 2, 3))
    texts = [article.text_content() for article in first.xpath(".//article")]
    assert "Ann meets Bob" in texts[0]
    assert "denied" in texts[1]
    assert "does not support" in texts[1]
    assert "And again" in second.text_content()
    assert not third.xpath(".//article")
    assert "boilerplate: site menu" in third.text_content()
    assert "Nord claims Isle" in page.xpath("//section[not(@id)]")[0].text_content()
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_marks_cover_exactly_the_quotes_though_they_overlap(make_project: Callable[..., Project]) -> None:
    page = html.fromstring(made(make_project)["sources/one.html"])
    (text,) = page.xpath("//section[@id='p1']//p[@class='text']")
    marks = [mark.text_content() for mark in text.xpath("mark")]
    assert marks == ["Ann ", "met Bob.", " Later"]
    one, two = (article.get("id") for article in page.xpath("//section[@id='p1']//article"))
    assert [link[1:] for link in text.xpath("mark/a/@href")] == [one, one, two]
    assert [link[1:] for link in text.xpath("sup/a/@href")] == [one, two]
    for sup in text.xpath("sup"):
        sup.drop_tree()
    assert text.text_content() == "Ann met Bob. Later Ann left."


def test_only_addresses_of_the_web_are_links(make_project: Callable[..., Project]) -> None:
    page = html.fromstring(made(make_project)["sources/one.html"])
    assert page.xpath("//dl//a/@href") == ["https://example.org/a"]
    page = html.fromstring(made(make_project, "javascript:alert(1)")["sources/one.html"])
    assert "javascript:alert(1)" in page.xpath("//dl")[0].text_content()
    assert not [href for href in page.xpath("//@href") if "javascript" in href]


def test_pieces_are_cut_wherever_words_of_a_claim_begin_or_end() -> None:
    text = Text(Path("x"), "abcdef ghi", ((0, 6), (7, 10)))
    pieces = marked(text, 1, [(1, 4, "x"), (2, 4, "y"), (3, 9, "z")])
    assert [(piece.text, piece.claims, piece.ends) for piece in pieces] == [
        ("a", (), ()),
        ("b", ("x",), ()),
        ("c", ("x", "y"), ()),
        ("d", ("x", "y", "z"), ("x", "y")),
        ("ef", ("z",), ("z",)),
    ]


def test_the_list_tells_what_each_source_brings(shipped: Project) -> None:
    site = Site(shipped.store(), shipped.read()[0], "0" * 64)
    told = told_by(site)
    assert list(told) == list(site.sources)
    assert sum(item.proposed for item in told.values()) > 0
    assert 0 < told["brink2016"].alone < len(told["brink2016"].claims)
    listed = html.fromstring(next(text for path, text in pages(site) if path == "sources.html"))
    assert [link.split("/")[-1] for link in listed.xpath("//tbody//a/@href")] == [f"{key}.html" for key in told]
