"""What goes wrong.

What people wrote wrong is a value, an `Issue` with file and line, and all of them are shown in one run.
What the program was asked wrong is an exception:

    KgError
     ├─ IssuesError   exit 1   the project's files hold issues
     ├─ UsageError    exit 2   unknown option, name, missing extra
     ├─ InputError    exit 3   unreadable or damaged input
     └─ QueryError    exit 4   the query is wrong, refused, or took too long
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file that a person wrote; line 0 means the file as a whole."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """Something wrong in what people wrote. A warning is told, but does not stop a build."""

    location: Location
    message: str
    severity: str = "error"

    def __str__(self) -> str:
        mark = "" if self.severity == "error" else f"{self.severity}: "
        return f"{self.location}: {mark}{printable(self.message)}"


def printable(text: str, limit: int = 300) -> str:
    """Text on one line, without control characters or direction overrides, shortened where it is long."""
    line = "".join(" " if mark in "\n\t" else mark for mark in text if mark in "\n\t" or mark.isprintable())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


class KgError(Exception):
    """What the command line reports in one line, with the exit code of its kind."""

    exit_code = 1


class IssuesError(KgError):
    """The project's files hold errors; nothing was built."""

    def __init__(
        self, issues: Sequence[Issue], consequence: str = "nothing was built (--keep-going leaves such rows out)"
    ):
        self.issues = tuple(issues)
        self.consequence = consequence
        super().__init__("\n".join(str(issue) for issue in self.issues))


class UsageError(KgError):
    """The program was asked wrongly."""

    exit_code = 2


class InputError(KgError):
    """A file could not be read."""

    exit_code = 3


class QueryError(KgError):
    """A query failed, was refused, or took too long."""

    exit_code = 4


def errors_in(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """The issues that stop a build."""
    return tuple(issue for issue in issues if issue.severity == "error")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """'; did you mean …?' with up to three near matches, or nothing.

    >>> did_you_mean("nortland", ["norland", "sudria"])
    '; did you mean norland?'
    """
    folded = {name.casefold(): name for name in known}
    near = [folded[match] for match in get_close_matches(word.casefold(), folded, n=3, cutoff=0.6)]
    return f"; did you mean {' or '.join(near)}?" if near else ""
