"""The source commands."""

from pathlib import Path

import click

from kg.cli.options import emit, open_project, project_option, texts_option


@click.group()
def source() -> None:
    """Register texts in sources.bib."""


@source.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--key", default="", help="Its key; else surname, outlet or title, and the year.")
@click.option("--title", default="", help="Where the file does not tell, as all that follow.")
@click.option("--author", default="", help="Several with 'and' between.")
@click.option("--date", default="", metavar="EDTF", help="2016-05-07, 2016-05, 2017-11?")
@click.option("--outlet", default="", help="Who published it.")
@click.option("--url", default="", help="Where it stands.")
@click.option("--ship", is_flag=True, help="Copy the text into seeds/texts/; only what may be passed on.")
@project_option
@texts_option
def add(
    file: Path,
    key: str,
    title: str,
    author: str,
    date: str,
    outlet: str,
    url: str,
    ship: bool,
    folder: Path,
    texts: Path | None,
) -> None:
    """Append FILE (.txt, .md, .html) to sources.bib, and tell whose copy it is. Other entries stay as they are."""
    from kg.duplicates import SHARE
    from kg.register import add_source

    given = {"title": title, "author": author, "date": date, "organization": outlet, "url": url}
    added = add_source(open_project(folder), file, given, key, ship, texts)
    emit(added.entry)
    for like in added.alike:
        told = (
            f"{like.of_new:.0%} of its wording stands in {like.key}: a syndicated copy; "
            f"its claims share the origin {added.source.origin}"
            if like.of_new >= SHARE
            else f"{like.of_known:.0%} of {like.key} stands in it; if its claims only repeat {like.key}, "
            f"write origin = {{{like.key}}} into the entry"
        )
        click.echo(f"kg: {told}", err=True)
    wanted = {"date": "date", "author": "author", "organization": "outlet (organization)"}
    missing = [told for name, told in wanted.items() if not added.source.get(name)]
    if missing:
        click.echo(f"kg: no {' and no '.join(missing)} found; add it to the entry in sources.bib", err=True)
