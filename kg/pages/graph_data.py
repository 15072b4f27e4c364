"""What the graph page holds: the claims that may tie actors, the actors by importance with their places, the sources.

Which pairs there are follows from the claims that pass, and is found in the page.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any

import networkx as nx

from kg.analysis.bare import Bare
from kg.analysis.layout import CORE, Place, layout
from kg.analysis.pagerank import scores
from kg.dates import in_words
from kg.model import Source
from kg.network import ties
from kg.pages.claims import LAYERS, Proof, Shown
from kg.pages.frame import file_name, safe_link, shortened
from kg.pages.site import Site

Data = dict[str, Any]
_MANY = 12  # of an occasion with more actors, only those who met one of the first are laid out beside each other


def graph_data(site: Site) -> Data:
    """All that the page knows, ready for JSON; what is blank or usual is left out of each record."""
    told = [claim for claim in site.claims.values() if _may_tie(claim, site.material.actors)]
    order = _by_importance(site, told)
    places = places_of(site, told, order)
    rank = {actor: number for number, actor in enumerate(order)}
    shown = {claim.id for claim in told}
    opposed = sorted({other for claim in told for other in claim.contests} - shown)
    origins = _origins(site)
    things = {claim.event for claim in told} | {claim.where for claim in told}
    sides = {site.material.actors[actor]["side"] for actor in order} | {
        side for claim in told for side in claim.perspectives
    }
    return {
        "dataset": site.dataset,
        "total": sum(claim.cls != "Candidate" for claim in site.claims.values()),
        "proposed": sum(claim.cls == "Candidate" for claim in site.claims.values()),
        "layers": list(LAYERS.values()),
        "actors": [_actor(site, actor, places[actor]) for actor in order],
        "claims": [_claim(claim, rank, origins) for claim in told],
        "sources": {key: _source(site, source) for key, source in site.sources.items()},
        "things": {id_: site.name(id_) for id_ in sorted(things | sides) if id_},
        "others": {id_: site.claims[id_].text for id_ in opposed if id_ in site.claims},
    }


def places_of(site: Site, told: Iterable[Shown] | None = None, order: Iterable[str] = ()) -> dict[str, Place]:
    """A place for each actor of the page; those of the last build stay where they were."""
    claims = list(told) if told else [each for each in site.claims.values() if _may_tie(each, site.material.actors)]
    ranked = list(order) or _by_importance(site, claims)
    core = min(CORE, len(ties(site.material)))  # those that a fact ties, which the page opens on
    return layout(_glue(claims, ranked), ranked, site.known_places, core)


def _may_tie(claim: Shown, actors: Mapping[str, Any]) -> bool:
    """Whether, in some way of tying, the claim may be part of a tie: see `kg.network.View.basis`."""
    ends = [end for end in dict.fromkeys((claim.subject, claim.object)) if end in actors]
    met = claim.event and claim.kind == "event" and ends
    speaks = claim.subject in actors and any(
        one in actors and one not in (claim.subject, claim.object) for one in claim.involved
    )
    return bool(len(ends) == 2 or met or speaks)


def _by_importance(site: Site, told: Iterable[Shown]) -> list[str]:
    """Actors by PageRank among facts; then those whom no fact ties, by how many claims speak of them."""
    graph = ties(site.material)
    ranks: Mapping[str, float] = {}
    if graph:
        bare = Bare.of(graph)
        ranks = dict(zip(bare.actors, scores(bare), strict=True))
    count: dict[str, int] = defaultdict(int)
    for claim in told:
        for actor in {claim.subject, claim.object, *claim.involved} & site.material.actors.keys():
            count[actor] += 1
    return sorted(count, key=lambda actor: (-ranks.get(actor, 0.0), -count[actor], actor))


def _glue(told: Iterable[Shown], actors: Iterable[str]) -> "nx.Graph[str]":
    """Who belongs near whom: direct ties, and what else ties those who have none."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(actors)
    loose: list[tuple[str, str]] = []
    met: dict[str, dict[str, None]] = defaultdict(dict)
    for claim in told:
        ends = [end for end in (claim.subject, claim.object) if end in graph]
        if len(ends) == 2 and ends[0] != ends[1]:
            graph.add_edge(*ends)
        if claim.subject in graph:
            loose += [(claim.subject, other) for other in claim.involved if other in graph and other != claim.subject]
        if claim.event and claim.kind == "event":
            met[claim.event].update(dict.fromkeys(ends))
    for present in met.values():
        loose += combinations(list(present)[:_MANY], 2)
    direct = {actor for actor in graph if graph.degree(actor)}
    graph.add_edges_from((one, two) for one, two in loose if not {one, two} <= direct)
    return graph


def _actor(site: Site, actor: str, place: Place) -> Data:
    about = site.material.actors[actor]
    said: Data = {"id": actor, "name": about["name"], "type": about["type"], "x": place[0], "y": place[1]}
    page = f"actors/{file_name(actor)}.html" if "actors.html" in site.files and actor in site.acting else ""
    return said | _filled(side=about["side"], names=site.aliases.get(actor), page=page)


def _claim(claim: Shown, rank: Mapping[str, int], origins: Mapping[tuple[str, str], list[str]]) -> Data:
    said: Data = {"id": claim.id, "text": claim.text, "layer": list(LAYERS).index(claim.cls), "family": claim.family}
    said |= {end: rank[thing] for end, thing in (("one", claim.subject), ("two", claim.object)) if thing in rank}
    involved = sorted(rank[other] for other in claim.involved if other in rank)
    said |= _filled(
        involved=[other for other in involved if other not in (said.get("one"), said.get("two"))],
        sign=claim.sign,
        met=claim.kind == "event" and claim.event != "",
        when=claim.when,
        told=in_words(claim.when),
        first=claim.earliest,
        last=claim.latest,
        event=claim.event,
        where=claim.where,
        outcome=claim.outcome,
        origins=claim.origins if claim.origins > 1 else 0,
        sides=claim.perspectives,
        against=claim.contests,
    )
    said["evidence"] = [_proof(proof, origins.get((claim.id, proof.source), [])) for proof in claim.evidence]
    return said


def _proof(proof: Proof, origins: Iterable[str]) -> Data:
    said: Data = {"id": proof.id.removeprefix("evidence-"), "source": proof.source, "method": proof.method}
    return said | _filled(
        origins=[origin for origin in origins if origin != proof.source],
        by="" if proof.own else proof.by,
        place=proof.place,
        paragraph=proof.paragraphs[0] if proof.paragraphs else 0,
        wording=proof.wording,
        said=in_words(proof.said),
        quote=proof.quote,
        sentence=proof.sentence,
        confidence=proof.confidence,
        note=proof.note,
    )


def _source(site: Site, source: Source) -> Data:
    said: Data = {"title": source.title or source.key}
    short = shortened(said["title"])
    page = f"sources/{file_name(source.key)}.html" if "sources.html" in site.files else ""
    return said | _filled(
        short=short if short != said["title"] else "",
        author=source.author,
        outlet=source.outlet,
        date=in_words(source.date),
        url=safe_link(source.get("url")),
        page=page,
    )


def _origins(site: Site) -> Mapping[tuple[str, str], list[str]]:
    """By claim and source, the independent origins that the evidence rests on."""
    found: dict[tuple[str, str], list[str]] = {}
    for claim, source, origin in _rests_on(site):
        known = found.setdefault((claim, source), [])
        if origin not in known:
            known.append(origin)
    return found


def _rests_on(site: Site) -> Iterator[tuple[str, str, str]]:
    for statement in site.material.statements:
        for proof in statement.proofs:
            yield statement.claim, proof.source, proof.origin


def _filled(**values: Any) -> Data:
    return {key: value for key, value in values.items() if value}
