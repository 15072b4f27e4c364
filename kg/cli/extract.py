"""The extract command."""

import csv
import io
import json
from pathlib import Path

import click

from kg.cli.options import day_option, names_option
from kg.errors import InputError
from kg.table import guarded


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--project",
    "-p",
    "folder",
    envvar="KG_PROJECT",
    type=click.Path(path_type=Path),
    help="Use a project's names and ontology.",
)
@names_option
@day_option
@click.option("--format", "format_", type=click.Choice(["text", "jsonl", "csv"]), default="text", show_default=True)
@click.option(
    "--extractor", "method", type=click.Choice(["rules", "linear", "both"]), default="rules", show_default=True
)
@click.option(
    "--model", type=click.Path(dir_okay=False, path_type=Path), help="A model of kg train. [default: output/model.json]"
)
@click.option("--rejected", is_flag=True, help="List what the gate refused, with the reason.")
def extract(
    files: tuple[Path, ...],
    folder: Path | None,
    names: Path | None,
    date: str,
    format_: str,
    method: str,
    model: Path | None,
    rejected: bool,
) -> int:
    """Propose claims from FILES (.txt, .md, .html): each with its sentence, voice, rule and confidence."""
    from kg.extract.document import read_document
    from kg.extract.engine import make_extractor
    from kg.project import Project

    project = Project.open(folder) if folder else Project.open(".") if Path("seeds").is_dir() else None
    extractor = make_extractor(project.read()[0] if project else None, names, project.ontology if project else None)
    if method != "rules":
        from kg.extract.linear import load_model

        known = load_model(model or (project.root if project else Path()) / "output" / "model.json")
        extractor = extractor.learned(known, method)
    failed = 0
    heading = True
    for path in files:
        try:
            passed = extractor.extract(read_document(path, date))
        except InputError as error:
            click.echo(f"kg: {error}", err=True)
            failed += 1
            continue
        records = passed.rejected if rejected else passed.claims
        if format_ == "jsonl":
            for record in records:
                click.echo(json.dumps(record, ensure_ascii=False))
        elif format_ == "csv":
            out = io.StringIO()
            flat = [{key: "|".join(v) if isinstance(v, list) else v for key, v in record.items()} for record in records]
            if flat:
                writer = csv.DictWriter(out, list(flat[0]), lineterminator="\n")
                if heading:
                    writer.writeheader()
                    heading = False
                writer.writerows(
                    {key: guarded(v) if isinstance(v, str) else v for key, v in row.items()} for row in flat
                )
                click.echo(out.getvalue(), nl=False)
        else:
            for r in records:
                marks = [
                    r["when"],
                    r["polarity"] if r["polarity"] == "denied" else "",
                    r["modality"] if r["modality"] != "asserted" else "",
                    f"said by {r['according_to']}" if r["according_to"] else "",
                    r.get("reason", ""),
                ]
                told = "; ".join(mark for mark in marks if mark)
                click.echo(f"{r['subject_name']} — {r['relation']} → {r['object_name']}{f' ({told})' if told else ''}")
                click.echo(f"    {r['doc']} {r['start']}–{r['end']}, {r['rule']}, {r['confidence']}: {r['quote']}")
    return 3 if failed else 0
