import json
from .routing import Router, NotFound, MethodNotAllowed

__version__ = "0.1"


class Request:
    def __init__(self, environ):
        self.method = environ["REQUEST_METHOD"]
        self.path = environ["PATH_INFO"]
        self.query = dict(p.split("=") for p in environ["QUERY_STRING"].split("&") if p)
        self.body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))


class App:
    def __init__(self):
        self.router = Router()

    def route(self, path, methods=["GET"]):
        def deco(f):
            self.router.add(path, f, methods)
        return deco

    def __call__(self, environ, start_response):
        req = Request(environ)
        try:
            handler, params = self.router.match(req.method, req.path)
            body = handler(req, **params)
            status = "200 OK"
        except NotFound:
            body, status = "not found", "404 Not Found"
        except Exception as e:
            body, status = str(e), "500 Internal Server Error"
        ctype = "text/plain"
        if isinstance(body, dict):
            body = json.dumps(body)
            ctype = "application/json"
        start_response(status, [("Content-Type", ctype)])
        return [body.encode()]
