import base64
import json
import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.pages import sparql
from kg.pages.site import Site
from kg.project import Project
from kg.queries.catalogue import load_catalogue


def read(project: Project) -> tuple[str, dict]:  # type: ignore[type-arg]
    text = (project.output / "site" / "sparql.html").read_text("utf-8")
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert found
    return text, json.loads(found[1])


def test_the_page_holds_the_whole_graph_and_the_engine(shipped: Project) -> None:
    text, data = read(shipped)
    assert zlib.decompress(base64.b64decode(data["graph"])) == (shipped.output / "graph.nt").read_bytes()
    assert data["engine"] == sparql.asset("engine.js")
    assert 2_000_000 < len(text) < 5_000_000


def test_only_its_own_scripts_a_worker_and_webassembly_may_run(shipped: Project) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', read(shipped)[0])
    assert policy
    rules = dict(rule.split(" ", 1) for rule in policy[1].replace("&#39;", "'").split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["worker-src"] == "blob:"
    assert re.fullmatch(r"('sha256-\S+' ){3}'wasm-unsafe-eval'", rules["script-src"])
    assert "connect-src" not in rules


def test_all_shipped_queries_are_examples_with_their_parameters_bound(shipped: Project) -> None:
    text, data = read(shipped)
    examples = {example["name"]: example for example in data["examples"]}
    assert list(examples) == list(load_catalogue())
    for name, query in load_catalogue().items():
        assert f'<option value="{name}">' in text
        assert "#+" not in examples[name]["query"]
        for parameter, value in query.examples[0].values:
            assert f"VALUES ?{parameter} {{ UNDEF }}" not in examples[name]["query"], name
            assert [parameter, value] in [[known, bound] for known, _, bound in examples[name]["parameters"]]
    assert "VALUES ?actor { :abe }" in examples["meetings"]["query"]


def test_a_graph_without_what_an_example_names_leaves_it_open(make_project: Callable[..., Project]) -> None:
    project = make_project()
    project.build()
    examples = {example["name"]: example for example in read(project)[1]["examples"]}
    assert "VALUES ?actor { UNDEF }" in examples["meetings"]["query"]
    assert "VALUES ?start { UNDEF }" in examples["paths"]["query"]
    assert 'VALUES ?word { "territory" }' in examples["relations"]["query"]


def test_the_licences_of_what_is_bundled_ship_with_the_site(shipped: Project) -> None:
    text = (shipped.output / "site" / "licenses.txt").read_text("utf-8")
    assert 'href="licenses.txt"' in read(shipped)[0]
    packages = json.loads(sparql.asset("VENDOR.json"))["packages"]
    assert {"oxigraph", "codemirror", "crelt", "style-mod", "w3c-keyname"} <= {item["name"] for item in packages}
    for item in packages:
        assert f"{item['name']} {item['version']} ({item['license']})" in text
        assert item["integrity"].startswith("sha512-")
    assert text.count("Permission is hereby granted") == len(packages) + 1  # vis-network comes with pyvis
    assert "Copyright (c) 2018 Oxigraph developers" in text


def test_without_its_assets_no_site_is_written(
    make_project: Callable[..., Project], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make_project()
    monkeypatch.setattr(sparql, "files", lambda _: tmp_path)
    with pytest.raises(InputError, match=r"engine\.js of the SPARQL page is missing; install kg again"):
        project.build()
    assert not (project.output / "manifest.json").exists()


def test_ids_lead_to_pages_only_where_these_are_written(shipped: Project) -> None:
    bare = Site(shipped.store(), shipped.read()[0], "x")
    whole = replace(bare, files=frozenset({"actors.html", "sources.html"}))
    assert sparql._links(bare)["actors"] == sparql._links(bare)["sources"] == sparql._links(bare)["evidence"] == {}
    links = sparql._links(whole)
    assert links["actors"]["abe"] == "actors/abe.html"
    assert links["sources"]["brink2016"] == "sources/brink2016.html"
    assert set(links["evidence"].values()) <= set(links["sources"])
    _, source, place = next(
        item for item in links["claims"].values() if item[0].startswith("Shinzo Abe meets Vladimir")
    )
    assert source in links["sources"]
    assert place.startswith("#p")
