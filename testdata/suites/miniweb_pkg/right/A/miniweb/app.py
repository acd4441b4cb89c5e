import json
from http import HTTPStatus

from .request import Request
from .routing import MethodNotAllowed, NotFound, Router


class App:
    def __init__(self):
        self.router = Router()

    def route(self, pattern, methods=("GET",)):
        def deco(func):
            self.router.add(pattern, func, methods)
            return func
        return deco

    def _dispatch(self, environ):
        req = Request(environ)
        try:
            handler, params = self.router.match(req.method, req.path)
        except NotFound:
            return "not found", 404, {}
        except MethodNotAllowed as exc:
            return "method not allowed", 405, {"Allow": ", ".join(exc.allowed)}
        try:
            result = handler(req, **params)
        except Exception:
            return "internal server error", 500, {}
        if isinstance(result, tuple):
            return result[0], result[1], {}
        return result, 200, {}

    def __call__(self, environ, start_response):
        body, code, headers = self._dispatch(environ)
        if isinstance(body, str):
            headers["Content-Type"] = "text/plain; charset=utf-8"
        else:
            headers["Content-Type"] = "application/json"
            body = json.dumps(body)
        data = body.encode("utf-8")
        headers["Content-Length"] = str(len(data))
        status = HTTPStatus(code)
        start_response(f"{status.value} {status.phrase}", list(headers.items()))
        return [data]
