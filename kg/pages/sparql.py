"""The SPARQL page: the whole graph, an engine and an editor in one file that asks no server.

Engine and editor are made by npm when the package is built (`web/`); a package without them writes no site.
"""

import base64
import re
import zlib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from kg.errors import InputError
from kg.pages.frame import file_name, render, template_text
from kg.pages.site import Site
from kg.prefixes import prefixes
from kg.queries.catalogue import Query, load_catalogue

LICENCES = "licenses.txt"


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """The page, and the licences of what the site holds of others."""
    triples = site.store.dump()
    packed = base64.b64encode(zlib.compress(triples)).decode()
    examples = [_example(site, query) for query in load_catalogue().values()]
    data = {
        "engine": asset("engine.js"),
        "graph": packed,
        "prefixes": prefixes(site.store.base),
        "examples": examples,
        **_links(site),
    }
    yield (
        "sparql.html",
        render(
            "sparql.html",
            scripts=[asset("editor.js"), template_text("sparql.js")],
            styles=[template_text("sparql.css")],
            policy={"script-src": "'wasm-unsafe-eval'", "worker-src": "blob:"},
            heading="Ask the graph",
            here="sparql.html",
            layout="text query",
            site=site,
            data=data,
            triples=triples.count(b"\n"),
            examples=examples,
            licences=LICENCES,
        ),
    )
    yield LICENCES, asset(LICENCES)


def asset(name: str) -> str:
    """What the build of the package made.

    Raises:
        InputError: it is not there, with what to do.
    """
    path = files("kg.pages") / "assets" / name
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise InputError(
            f"this installation of kg is broken: {name} of the SPARQL page is missing; install kg again "
            "(in a checkout: pip install -e .)"
        ) from error


def _example(site: Site, query: Query) -> dict[str, Any]:
    """A shipped query with the parameters of its first example, as far as this graph knows their values."""
    kinds = {parameter.name: parameter.kind for parameter in query.parameters}
    known = site.names.keys() | site.claims.keys() | {source.key for source in site.dossier.sources}
    values = {
        name: value
        for name, value in query.examples[0].values
        if kinds[name] not in ("entity", "source") or value in known
    }
    required = {parameter.name for parameter in query.parameters if parameter.required}
    return {
        "name": query.name,
        "summary": query.summary,
        "query": _body(
            query.bind(values, site.store.base) if required <= values.keys() else query.sparql, site.store.base
        ),
        "parameters": [[item.name, item.help, values.get(item.name, "")] for item in query.parameters],
    }


def _body(sparql: str, base: str) -> str:
    """A query without the lines that describe it, ids short."""
    text = "\n".join(line for line in sparql.splitlines() if not line.startswith("#+")).strip()
    return re.sub(rf"<{re.escape(base)}([A-Za-z0-9][A-Za-z0-9-]*)>", r":\1", text)


def _links(site: Site) -> dict[str, Any]:
    """What ids in answers stand for: names of things, texts of claims, and the pages that show them."""
    actors = site.actors if "actors.html" in site.files else ()
    sources = site.sources if "sources.html" in site.files else ()
    claims: dict[str, list[str]] = {}
    evidence: dict[str, str] = {}
    for claim in site.claims.values():
        first = claim.evidence[0] if claim.evidence else None
        paragraph = f"#p{first.paragraphs[0]}" if first and first.paragraphs else ""
        claims[claim.id] = [claim.text, first.source if first else "", paragraph]
        evidence |= {proof.id: proof.source for proof in claim.evidence}
    return {
        "names": site.names,
        "actors": {actor: f"actors/{file_name(actor)}.html" for actor in actors},
        "sources": {source: f"sources/{file_name(source)}.html" for source in sources},
        "claims": claims,
        "evidence": evidence if sources else {},
    }
