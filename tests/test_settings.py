from pathlib import Path

import pytest

from kg.settings import is_web_address, read_settings


def test_settings(tmp_path: Path) -> None:
    (tmp_path / "project.toml").write_text('title = "X"\nbase = "nonsense"\ntitel = "Y"\n')
    settings, issues = read_settings(tmp_path)
    assert settings.title == "X"
    assert [issue.location.line for issue in issues] == [3, 0]
    assert "did you mean title?" in issues[0].message
    (tmp_path / "project.toml").write_text('title = "X\n')
    assert read_settings(tmp_path)[1][0].location.line == 1


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "title = " + "9" * 5000, 'base = "https://w3id.org/example/"'])
def test_hostile_settings_are_an_issue(tmp_path: Path, text: str) -> None:
    (tmp_path / "project.toml").write_text(text)
    settings, issues = read_settings(tmp_path)
    assert len(issues) == 1
    assert settings.base == "https://example.org/dossier/"


@pytest.mark.parametrize("text", ["https://example.org/x/", "http://127.0.0.1:80/a#", "https://a.b/c?d=e%20f"])
def test_web_addresses(text: str) -> None:
    assert is_web_address(text)


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "http://[::1", "http://a/%zz", "http://a:port/", "http://a/\ue000", "http://a/#b#", "x"],
)
def test_no_web_addresses(text: str) -> None:
    assert not is_web_address(text)
