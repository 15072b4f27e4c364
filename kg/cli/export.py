"""The export command."""

from pathlib import Path

import click

from kg.cli.options import emit, filter_options, open_project, project_option
from kg.export.registry import EXPORTS
from kg.filters import Filters


@click.command()
@click.option("--format", "format_", type=click.Choice(list(EXPORTS)), required=True)
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file. [default: stdout]"
)
@filter_options
@project_option
def export(format_: str, output: Path | None, filters: Filters, folder: Path) -> None:
    """Write the claims in a form that other tools read: RDF, a network for Gephi, a table.

    \b
    kg export --format gexf -o graph.gexf
    kg export --format csv --side norland --layer plan
    """  # noqa: D301 click wants the backspace
    store = open_project(folder).view(filters.checked())
    if not store.select("ASK { ?claim a kg:Claim }").rows[0][0]:
        click.echo("kg: no claims pass", err=True)
    data = EXPORTS[format_](store)
    if output is None:
        emit(data)
    else:
        output.write_bytes(data)
