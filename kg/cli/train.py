"""The train command."""

from pathlib import Path

import click

from kg.cli.options import texts_option


@click.command()
@click.option(
    "--project",
    "-p",
    "folder",
    envvar="KG_PROJECT",
    type=click.Path(path_type=Path),
    help="Learn from a project's claims and judgements.",
)
@texts_option
@click.option(
    "--gold",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Annotated JSONL: doc, quote, subject, relation, object; its texts lie in --texts.",
)
@click.option(
    "--names", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="CSV of names for this run."
)
@click.option(
    "--docs", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="JSONL: id and date of gold texts."
)
@click.option("--doc", "only", multiple=True, help="Only this text of the gold; may be repeated.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="[default: output/model.json]")
def train(
    folder: Path | None,
    texts: Path | None,
    gold: Path | None,
    names: Path | None,
    docs: Path | None,
    only: tuple[str, ...],
    output: Path | None,
) -> None:
    """Train the extractor `linear` on the lexicon's examples, a project's claims and judgements, and gold."""
    from kg.errors import UsageError
    from kg.evaluate_extracted import read_dates, read_gold_lines
    from kg.extract.engine import make_extractor
    from kg.extract.training import Data, fit, from_gold, from_lexicon, from_project
    from kg.project import Project
    from kg.vocabulary import shipped_ontology

    if gold and not texts:
        raise UsageError("--gold needs --texts: the folder of its texts")
    project = Project.open(folder) if folder else Project.open(".") if Path("seeds").is_dir() else None
    ontology = project.ontology if project else shipped_ontology()
    dossier = project.read()[0] if project else None
    extractor, data = make_extractor(dossier, names, ontology), Data()
    from_lexicon(extractor, ontology if (ontology / "lexicon").is_dir() else shipped_ontology(), data)
    if project and dossier:
        from_project(extractor, dossier, project.seeds, project.text_folders(texts), data)
    if gold and texts:
        data.saw(gold)
        from_gold(extractor, read_gold_lines(gold), texts, read_dates(docs), only, data)
    model = fit(data)
    path = output or (project.root if project else Path()) / "output" / "model.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(model.dump(), encoding="utf-8", newline="\n")
    positive = sum(sample.label != "none" for sample in data.samples)
    click.echo(f"{len(data.samples)} pairs, {positive} with a claim, from {len(data.files)} files", err=True)
    click.echo(path)
