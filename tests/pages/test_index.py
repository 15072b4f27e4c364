from collections.abc import Callable

from lxml import html

from kg.pages.index import citation, most_tied, pages
from kg.pages.registry import PAGES
from kg.pages.site import Site
from kg.project import Project

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}"


def test_the_first_page_tells_figures_limits_and_how_to_cite(shipped: Project) -> None:
    files = frozenset(f"{name}.html" for name in PAGES)
    dataset = "0123456789abcdef" * 4
    site = Site(shipped.store(), shipped.read()[0], dataset, files=files)
    ((path, text),) = pages(site)
    assert path == "index.html"
    page = html.fromstring(text)
    figures = dict(
        zip(
            (item.text_content() for item in page.xpath("//ul[@class='figures']/li/span")),
            (item.text_content() for item in page.xpath("//ul[@class='figures']/li/strong")),
            strict=True,
        )
    )
    sound = [claim for claim in site.claims.values() if claim.cls != "Candidate"]
    assert figures["claims"] == str(len(sound))
    assert figures["sources"] == "5"
    told = {id_ for claim in sound for id_ in (*claim.involved, *(proof.voice for proof in claim.evidence))}
    assert figures["actors"] == str(len(told & set(site.actors))) and len(told & set(site.actors)) < len(site.actors)
    main = page.xpath("//main")[0].text_content()
    assert dataset in main
    assert "CC BY 4.0" in main
    assert "which of them is right" in main
    assert set(page.xpath("//ul[@class='cards']//a/@href")) == files - {"index.html"}
    assert most_tied(site)[0][0] == "russia"
    assert citation(site).startswith("The kg authors. Japan and Russia, 2012 to 2021.")
    assert dataset[:12] in citation(site)


def test_hostile_words_stay_words_on_every_page(make_project: Callable[..., Project]) -> None:
    quoted = f'"{HOSTILE}"'
    people = f"ann,Person,{quoted},nord,{quoted}\nbob,Person,Bob,,\nnord,State,Nord,,\nisle,Place,Isle,,\n"
    rows = (
        f'ann,"{HOSTILE} too",en,alias,,,',
        f'isle,"{HOSTILE} A",en,contested,nord,one,¶1',
        "isle,B,en,contested,bob,one,¶1",
    )
    names = "\n".join(rows)
    words = HOSTILE.replace("{{7*7}}", "")
    project = make_project(
        {
            "project.toml": f"title = '{HOSTILE}'\nauthors = ['{HOSTILE}']\n",
            "entities.csv": f"id,type,name,side,note\n{people}",
            "events.csv": None,
            "names.csv": f"entity,name,lang,kind,used_by,source,at\n{names}\n",
            "sources.bib": f"@misc{{one, title = {{{words}}}, author = {{{words}}}, organization = {{{words}}}, date = {{2016}}}}",
            "claims/two.csv": None,
            "claims/one.csv": (
                "id,subject,relation,object,when,modality,at,quote,note\n"
                f"o1,ann,meets,bob,2016,,¶1,{quoted},{quoted}\no2,ann,seeks,{quoted},2016,planned,¶1,,\n"
            ),
        }
    )
    project.build()
    site = project.output / "site"
    written = sorted(site.rglob("*.html"))
    assert len(written) > 15
    for path in written:
        page = html.fromstring(path.read_text("utf-8"))
        assert not page.xpath("//img | //script[contains(text(), 'alert(1)') and not(@type)]"), path
        assert not [key for element in page.iter() for key in element.attrib if str(key).startswith("on")], path
    first = html.fromstring((site / "index.html").read_text("utf-8"))
    assert first.xpath("//h1")[0].text_content() == HOSTILE
    linked = html.fromstring((site / "sources.html").read_text("utf-8")).xpath("//tbody//a/@href")
    assert [(site / link).is_file() for link in linked] == [True]
