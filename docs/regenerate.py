"""Run the commands of the docs and put their real output below them: `make docs`.

A command stands alone in a console block; where it ends in `--format md`, the table below the block is its output. The
output of `kg report` stands in the block itself, as on a terminal of 80 columns, without the hash of the data.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

BLOCK = re.compile(r"(```console\n\$ kg ([^\n]+ --format md)\n```\n)\n(?:\|[^\n]*\n)*", re.MULTILINE)
REPORT = re.compile(r"(```console\n\$ kg (report [^\n]+)\n)(?:(?!```)[^\n]*\n)*(```)\n")
HASH = re.compile(r" · data\s[0-9a-f]{12}")


def regenerate(text: str, run: Callable[[list[str]], str]) -> str:
    """The page with every output as `run` gives it for the command's arguments."""
    text = BLOCK.sub(lambda block: f"{block[1]}\n{run(shlex.split(block[2]))}", text)
    return REPORT.sub(lambda block: f"{block[1]}{HASH.sub('', run(shlex.split(block[2])))}{block[3]}\n", text)


def run_kg(arguments: list[str]) -> str:
    """What the command prints, on the project in the current folder."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "kg", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "80"},
    )
    if done.returncode:
        raise SystemExit(f"kg {shlex.join(arguments)}: {done.stderr}")
    return done.stdout


if __name__ == "__main__":
    for page in sorted(Path(__file__).parent.glob("*.md")):
        page.write_text(regenerate(page.read_text("utf-8"), run_kg), "utf-8")
