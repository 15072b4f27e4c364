"""The `kg` command. A command parses its options, makes one call, and prints; what fails is told here, once."""

import importlib
import sys
from collections.abc import Mapping

import click

from kg import __version__
from kg.errors import IssuesError, KgError, errors_in, printable

# command → (module, its one line of help): a command's module is imported when it is used
COMMANDS: Mapping[str, tuple[str, str]] = {
    "init": ("kg.cli.seeds", "Make a new project."),
    "check": ("kg.cli.seeds", "Tell all that is wrong in what people wrote."),
    "fmt": ("kg.cli.seeds", "Write the CSV files in canonical form, with missing ids filled."),
    "source": ("kg.cli.source", "Register a text in sources.bib: kg source add FILE."),
    "build": ("kg.cli.build", "Build the graph, its store, reports and pages."),
    "extract": ("kg.cli.extract", "Propose claims from texts, each with its sentence."),
    "compare": ("kg.cli.compare", "Hold what new texts say against the graph."),
    "train": ("kg.cli.train", "Train the extractor `linear`; needs scikit-learn."),
    "curate": ("kg.cli.curate", "Write the claims of a source beside its text."),
    "review": ("kg.cli.review", "Decide on what extraction proposes, one sentence at a time."),
    "query": ("kg.cli.ask", "Ask the graph with SPARQL, or with a shipped query."),
    "search": ("kg.cli.ask", "Find entities by any of their names, and claims by their text."),
    "show": ("kg.cli.ask", "Show an entity, a claim, its evidence or a source."),
    "report": ("kg.cli.report", "Print a report."),
    "render": ("kg.cli.render", "Write single pages, or the whole site, of what filters let pass."),
    "export": ("kg.cli.export", "Write the claims as RDF, as a network for Gephi, or as a table."),
    "evaluate": ("kg.cli.evaluate", "Hold claims against annotated gold."),
}


class LazyGroup(click.Group):
    """Imports a command's module when the command is used, so that `kg --help` stays light."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command, imported."""
        if name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(COMMANDS[name][0]), name)
        assert isinstance(command, click.Command)  # noqa: S101
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kg")
def cli() -> None:
    """Claims on international politics: each with its source, asked with SPARQL, shown as pages and reports.

    Exit codes: 0 fine; 1 issues in what people wrote; 2 asked wrongly; 3 unreadable input; 4 query error.
    """


def main() -> None:
    """Run the command line; the one place where errors become messages and exit codes."""
    if sys.stdout is None or sys.stderr is None or sys.stdin is None:  # closed by the caller
        sys.exit(3)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = cli.main(standalone_mode=False)
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt, SystemExit) as error:
        code = _told(error)
    sys.exit(code if isinstance(code, int) else 0)


def _told(error: BaseException) -> int:
    """Tell what went wrong on stderr, and give its exit code; what nobody expected is raised again."""
    if isinstance(error, SystemExit):
        # click leaves with 1 when the reader of its help has seen enough
        return 0 if type(sys.stdout).__name__.endswith("PacifyFlushWrapper") else int(error.code or 0)
    if isinstance(error, IssuesError):
        for issue in error.issues:
            click.echo(str(issue), err=True)
        errors = len(errors_in(error.issues))
        click.echo(f"kg: {errors} error{'' if errors == 1 else 's'}; {error.consequence}", err=True)
        return error.exit_code
    if isinstance(error, KgError):
        click.echo(f"kg: {printable(str(error), 1000)}", err=True)
        return error.exit_code
    if isinstance(error, click.ClickException):
        error.show()
        return error.exit_code
    if isinstance(error, KeyboardInterrupt | click.Abort):
        click.echo("kg: interrupted", err=True)
        return 130
    if isinstance(error, OSError):
        click.echo(f"kg: {error}", err=True)
        return 3
    raise error
