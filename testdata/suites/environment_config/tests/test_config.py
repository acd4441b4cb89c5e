import os
import sys
from pathlib import Path

import pytest

from solution import Settings, find_config, load_settings, parse_args


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch):
    for name in ("APP_PORT", "APP_DEBUG", "APP_HOME"):
        monkeypatch.delenv(name, raising=False)


def test_defaults():
    assert load_settings() == Settings(port=8000, debug=False, name="app")


def test_environment_overrides(monkeypatch):
    monkeypatch.setenv("APP_PORT", "9000")
    monkeypatch.setenv("APP_DEBUG", "yes")
    settings = load_settings()
    assert settings.port == 9000
    assert settings.debug is True


@pytest.mark.parametrize("value, expected", [("1", True), ("true", True), ("0", False), ("No", False), ("", False)])
def test_booleans(monkeypatch, value, expected):
    monkeypatch.setenv("APP_DEBUG", value)
    assert load_settings().debug is expected


def test_bad_port(monkeypatch):
    monkeypatch.setenv("APP_PORT", "many")
    with pytest.raises(ValueError, match="APP_PORT.*many"):
        load_settings()


def test_explicit_mapping_wins_over_the_environment(monkeypatch):
    monkeypatch.setenv("APP_PORT", "1")
    assert load_settings({"APP_PORT": "2"}).port == 2


def test_file_in_the_working_folder(monkeypatch, tmp_path):
    (tmp_path / "app.ini").write_text("[app]\nname = local\nport = 81\n")
    monkeypatch.chdir(tmp_path)
    assert load_settings().name == "local"
    assert find_config() == tmp_path / "app.ini"


def test_found_in_a_parent_folder(monkeypatch, tmp_path):
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "app.ini").touch()
    monkeypatch.chdir(deep)
    assert isinstance(find_config(), Path)
    assert find_config().parent == tmp_path


def test_home_from_the_environment(monkeypatch, tmp_path):
    (tmp_path / "app.ini").touch()
    monkeypatch.setenv("APP_HOME", str(tmp_path))
    assert find_config() == tmp_path / "app.ini"


def test_nothing_is_left_in_the_environment():
    before = dict(os.environ)
    load_settings({"APP_PORT": "5"})
    assert dict(os.environ) == before


def test_args(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["app", "--port", "7", "--debug", "file.txt"])
    args = parse_args()
    assert args.port == 7
    assert args.debug
    assert args.files == ["file.txt"]


def test_bad_args_exit(capsys):
    with pytest.raises(SystemExit) as info:
        parse_args(["--port", "x"])
    assert info.value.code == 2
    assert "--port" in capsys.readouterr().err
