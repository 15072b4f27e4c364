"""`project.toml`, and how any file that a person wrote is decoded."""

import re
import tomllib
from pathlib import Path
from typing import Any

from kg.errors import Issue, Location, did_you_mean
from kg.model import Settings
from kg.prefixes import KG_IRI


def decode(path: Path, shown: str) -> tuple[str, tuple[Issue, ...]]:
    """The text of a file that a person wrote, or the issue of its encoding."""
    data = path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "", (Issue(Location(shown), "the file is UTF-16; save it as UTF-8 ('CSV UTF-8' in a spreadsheet)"),)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"byte 0x{data[error.start]:02x}"
        message = f"not UTF-8 ({byte}); save the file as UTF-8 ('CSV UTF-8' in a spreadsheet)"
        return "", (Issue(Location(shown, line), message),)


def read_settings(folder: Path) -> tuple[Settings, tuple[Issue, ...]]:
    """Read `project.toml`; what is not there keeps its default."""
    path = folder / "project.toml"
    shown = f"{folder.name}/{path.name}"
    if not path.is_file():
        message = "not there, so ids stand on a default base and move when it is written"
        return Settings(), (Issue(Location(shown), message, "warning"),)
    text, issues = decode(path, shown)
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        return Settings(), (
            Issue(Location(shown, int(line[1]) if line else 0), f"not TOML: {error or type(error).__name__}"),
        )
    found: list[Issue] = list(issues)
    known: dict[str, type[Any]] = {"title": str, "base": str, "license": str, "authors": list}
    values: dict[str, Any] = {}
    for key, value in data.items():
        location = Location(shown, 1 + text[: max(text.find(key), 0)].count("\n"))
        if key not in known:
            found.append(Issue(location, f"unknown setting '{key}'{did_you_mean(key, known)}"))
        elif not isinstance(value, known[key]):
            found.append(Issue(location, f"'{key}' is a {'list of strings' if key == 'authors' else 'string'}"))
        else:
            values[key] = tuple(map(str, value)) if isinstance(value, list) else value
    base = values.get("base", Settings().base)
    if not is_web_address(base) or not base.endswith(("/", "#")):
        found.append(Issue(Location(shown), f"base '{base}' is not an http(s) address that ends in / or #"))
        del values["base"]
    elif KG_IRI.startswith(base) or base.startswith(KG_IRI):
        found.append(Issue(Location(shown), f"base '{base}' would mix the project's ids with the vocabulary's"))
        del values["base"]
    return Settings(**values), tuple(found)


def is_web_address(text: str) -> bool:
    """Whether a text is an http(s) address in ASCII that every RDF parser takes."""
    return bool(
        re.fullmatch(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#][!-~]*)?", text)
        and not re.search(r"[<>\"{}|\\^`]|%(?![0-9A-Fa-f]{2})|#.*#", text)
    )
