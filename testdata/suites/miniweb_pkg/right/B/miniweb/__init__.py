"""miniweb, everything in two files."""
import http.client
import json
import types
from urllib.parse import parse_qs

from miniweb import routing

__version__ = "1.0"


class App:
    def __init__(self):
        self._router = routing.Router()

    def route(self, rule, **options):
        def register(view):
            self._router.add(rule, view, **options)
            return view
        return register

    def handle(self, env):
        size = env.get("CONTENT_LENGTH", "")
        request = types.SimpleNamespace(
            method=env["REQUEST_METHOD"],
            path=env["PATH_INFO"],
            query=parse_qs(env.get("QUERY_STRING", "")),
            body=env["wsgi.input"].read(int(size)) if size else b"",
        )
        view, args = self._router.match(request.method, request.path)
        answer = view(request, **args)
        return answer if isinstance(answer, tuple) else (answer, 200)

    def __call__(self, env, start_response):
        headers = []
        try:
            payload, code = self.handle(env)
        except routing.NotFound:
            payload, code = "Not found", 404
        except routing.MethodNotAllowed as e:
            payload, code = "Not allowed", 405
            headers.append(("Allow", ",".join(e.allowed)))
        except Exception:
            payload, code = "Oops", 500
        if isinstance(payload, str):
            kind = "text/plain; charset=utf-8"
        else:
            payload, kind = json.dumps(payload), "application/json"
        raw = payload.encode()
        headers += [("Content-Type", kind), ("Content-Length", "%d" % len(raw))]
        start_response("%d %s" % (code, http.client.responses[code]), headers)
        return iter([raw])
