import os
import pathlib
import sys
import types
from collections import ChainMap
from typing import NamedTuple

TRUE = {"1", "true", "yes"}


class Settings(NamedTuple):
    port: int
    debug: bool
    name: str


def find_config():
    home = os.getenv("APP_HOME")
    folder = pathlib.Path(home or os.getcwd())
    while not folder.joinpath("app.ini").is_file():
        if folder == folder.parent:
            return None
        folder = folder.parent
    return folder.joinpath("app.ini")


def _read(path):
    pairs = (line.split("=", 1) for line in path.read_text().splitlines() if "=" in line)
    return {key.strip(): value.strip() for key, value in pairs}


def load_settings(environ=os.environ):
    path = find_config()
    from_env = {key[4:].lower(): value for key, value in environ.items() if key.startswith("APP_")}
    layers = ChainMap(from_env, _read(path) if path else {}, {"port": "8000", "debug": "", "name": "app"})
    try:
        port = int(layers["port"])
    except ValueError as error:
        raise ValueError("APP_PORT: " + str(error)) from error
    return Settings(port, layers["debug"].lower() in TRUE, layers["name"])


def parse_args(argv=None):
    rest = list(sys.argv[1:] if argv is None else argv)
    args = types.SimpleNamespace(port=8000, debug=False, files=[])
    while rest:
        word = rest.pop(0)
        if word == "--debug":
            args.debug = True
        elif word == "--port":
            value = rest.pop(0)
            if not value.isdigit():
                print("app: error: --port wants a number, not", value, file=sys.stderr)
                sys.exit(2)
            args.port = int(value)
        else:
            args.files.append(word)
    return args
