"""The first page: what this is, its figures, what it cannot tell, how to cite it, and where to go."""

from collections import Counter
from collections.abc import Iterator

from kg.network import ties
from kg.pages.claims import LAYERS
from kg.pages.contested import islands, pairs
from kg.pages.frame import NAVIGATION, render, template_text
from kg.pages.site import Site
from kg.report.quality import quality
from kg.report.told import span

TOP = 6  # actors named
LINES = {
    "graph.html": "Who is tied to whom, and the sentences behind each line.",
    "timeline.html": "What is told of a time in its order: of all, an actor or a pair; plans beside what came of them.",
    "contested.html": "What parties name differently, and claims that do not agree, both beside each other.",
    "actors.html": "Each actor with its names, ties, positions and claims.",
    "sources.html": "Each source paragraph by paragraph, with what it claims and what it does not.",
    "reports.html": "Coverage, centrality, balance, corroboration and more, as tables with their limits.",
    "sparql.html": "Ask your own question; the whole graph is in the page.",
}


def most_tied(site: Site) -> list[tuple[str, int, int]]:
    """The actors with most facts between them and others: id, how many others, how many claims."""
    graph = ties(site.material)
    strength = {actor: sum(said["strength"] for _, _, said in graph.edges(actor, data=True)) for actor in graph}
    ranked = sorted(strength, key=lambda actor: (-strength[actor], site.name(actor)))
    return [(actor, int(graph.degree(actor)), strength[actor]) for actor in ranked[:TOP]]


def citation(site: Site) -> str:
    """How to cite the data: authors, title, licence and the hash that names this state of it."""
    settings = site.dossier.settings
    authors = f"{', '.join(settings.authors)}. " if settings.authors else ""
    licence = f" {settings.license}." if settings.license else ""
    return f"{authors}{settings.title}. Knowledge graph, data {site.dataset[:12]}.{licence}"


def pages(site: Site) -> Iterator[tuple[str, str]]:
    """One page."""
    sound = [claim for claim in site.claims.values() if claim.cls != "Candidate"]
    layers = Counter(claim.cls for claim in sound)
    methods = Counter(_method({proof.method for proof in claim.evidence}) for claim in sound)
    limits = quality(site.asked, site.title, site.dataset)
    opposed = pairs(site)
    yield (
        "index.html",
        render(
            "index.html",
            styles=[template_text("reading.css"), template_text("index.css")],
            heading=site.title,
            here="index.html",
            site=site,
            settings=site.dossier.settings,
            claims=len(sound),
            actors=len(
                {id_ for claim in sound for id_ in (*claim.involved, *(proof.voice for proof in claim.evidence))}
                & site.acting
            ),
            told_by={source for claim in sound for source in claim.sources},
            example=next((proof.id for claim in sound for proof in claim.evidence), ""),
            proposed=len(site.claims) - len(sound),
            layers=[(cls, LAYERS[cls], count) for cls, count in layers.most_common()],
            methods=methods,
            years=span(day for claim in sound for day in (claim.earliest, claim.latest) if day),
            tied=most_tied(site),
            islands=islands(site),
            opposed={type_: len(found) for type_, found in opposed.items()},
            limits=limits,
            lacks=next(iter(limits.sections)).table.rows if limits.sections else (),
            citation=citation(site),
            lines={file: (NAVIGATION[file], line) for file, line in LINES.items() if file in site.files},
        ),
    )


def _method(methods: set[str]) -> str:
    return "curated" if "curated" in methods else "reviewed" if "reviewed" in methods else "extracted"
