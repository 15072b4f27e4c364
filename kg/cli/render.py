"""The render command."""

from pathlib import Path

import click

from kg.cli.options import filter_options, open_project, project_option, texts_option
from kg.filters import Filters
from kg.pages.registry import PAGES


@click.command()
@click.argument("pages", nargs=-1, type=click.Choice(list(PAGES)), metavar="[PAGE]...")
@click.option(
    "--output",
    "-o",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="DIR",
    help="The folder to write into; other files in it stay.",
)
@click.option("--open", "open_", is_flag=True, help="Open the first page in the browser.")
@filter_options
@texts_option
@project_option
def render(
    pages: tuple[str, ...], output: Path, open_: bool, filters: Filters, texts: Path | None, folder: Path
) -> None:
    """Write pages of what filters let pass; the whole site if no page is named.

    \b
    kg render graph -o pages --perspective norland --from 2014
    kg render -o site --source brink2016
    """  # noqa: D301 click wants the backspace
    from kg.pages.registry import write_site

    project = open_project(folder)
    store = project.view(filters)
    if not store.select("ASK { ?claim a kg:Claim }").rows[0][0]:
        click.echo("kg: no claims pass", err=True)
    names = tuple(dict.fromkeys(pages)) or tuple(PAGES)
    site = project.site(store, project.manifest()["dataset"], texts, str(filters), names)
    output.mkdir(parents=True, exist_ok=True)
    write_site(site, output, names)
    first = output / ("index.html" if "index" in names else f"{names[0]}.html")
    click.echo(f"wrote {', '.join(f'{name}.html' for name in names)} into {output}", err=True)
    if open_:
        click.launch(first.resolve().as_uri())
