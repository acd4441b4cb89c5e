import json
from http import HTTPStatus
from urllib.parse import parse_qs

from .routing import MethodNotAllowed, NotFound, Router

__version__ = "0.0.1"


class Request:
    def __init__(self, environ):
        self.method = environ["REQUEST_METHOD"]
        self.path = environ["PATH_INFO"]
        self.query = parse_qs(environ["QUERY_STRING"])
        self.body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))


class App:
    def __init__(self):
        self.router = Router()

    def route(self, path, methods=("GET",)):
        def deco(f):
            self.router.add(path, f, methods)
            return f
        return deco

    def __call__(self, environ, start_response):
        req = Request(environ)
        code = 200
        try:
            handler, params = self.router.match(req.method, req.path)
            body = handler(req, **params)
        except NotFound:
            code, body = 404, "not found"
        except MethodNotAllowed:
            code, body = 405, "method not allowed"
        if isinstance(body, tuple):
            body, code = body
        ctype = "text/plain; charset=utf-8"
        if not isinstance(body, str):
            body = json.dumps(body)
            ctype = "application/json"
        s = HTTPStatus(code)
        start_response(f"{s.value} {s.phrase}", [("Content-Type", ctype), ("Content-Length", str(len(body)))])
        return [body.encode()]
