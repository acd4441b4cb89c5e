import argparse
import configparser
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Settings:
    port: int = 8000
    debug: bool = False
    name: str = "app"


def find_config():
    if "APP_HOME" in os.environ:
        return Path(os.environ["APP_HOME"]) / "app.ini"
    here = Path(__file__).parent
    for folder in (here, *here.parents):
        if (folder / "app.ini").exists():
            return folder / "app.ini"
    return None


def load_settings(environ=None):
    environ = os.environ if environ is None else environ
    settings = Settings()
    path = find_config()
    if path is not None:
        parser = configparser.ConfigParser()
        parser.read(path)
        if parser.has_section("app"):
            settings.name = parser.get("app", "name", fallback=settings.name)
            settings.port = parser.getint("app", "port", fallback=settings.port)
    if "APP_PORT" in environ:
        try:
            settings.port = int(environ["APP_PORT"])
        except ValueError:
            raise ValueError(f"APP_PORT is not a number: {environ['APP_PORT']}") from None
    if "APP_DEBUG" in environ:
        settings.debug = environ["APP_DEBUG"].lower() in ("1", "true", "yes", "on")
    return settings


def parse_args(argv=None):
    parser = argparse.ArgumentParser(prog="app")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--debug", action="store_true")
    parser.add_argument("files", nargs="*")
    return parser.parse_args(argv)
