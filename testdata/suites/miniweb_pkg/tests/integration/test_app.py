import io
import json
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

import pytest

import miniweb


class Client:
    """Calls a WSGI application without a server."""

    def __init__(self, app):
        self.app = validator(app)

    def request(self, method, path, body=b"", query=""):
        environ = {}
        setup_testing_defaults(environ)
        environ.update(
            REQUEST_METHOD=method,
            PATH_INFO=path,
            QUERY_STRING=query,
            CONTENT_LENGTH=str(len(body)),
        )
        environ["wsgi.input"] = io.BytesIO(body)
        got = {}

        def start_response(status, headers, exc_info=None):
            got["status"] = status
            got["headers"] = dict(headers)
            return lambda data: None

        result = self.app(environ, start_response)
        try:
            got["body"] = b"".join(result)
        finally:
            result.close()
        return got


@pytest.fixture
def client():
    app = miniweb.App()

    @app.route("/")
    def index(request):
        return "hello"

    @app.route("/json/<int:n>")
    def as_json(request, n):
        return {"n": n}

    @app.route("/echo", methods=["POST"])
    def echo(request):
        return json.loads(request.body)

    @app.route("/search")
    def search(request):
        return request.query.get("q", ["nothing"])[0]

    @app.route("/created")
    def created(request):
        return "made", 201

    @app.route("/boom")
    def boom(request):
        raise RuntimeError("secret details")

    return Client(app)


def test_text(client):
    r = client.request("GET", "/")
    assert r["status"] == "200 OK"
    assert r["body"] == b"hello"
    assert r["headers"]["Content-Type"] == "text/plain; charset=utf-8"
    assert r["headers"]["Content-Length"] == "5"


def test_json(client):
    r = client.request("GET", "/json/5")
    assert json.loads(r["body"]) == {"n": 5}
    assert r["headers"]["Content-Type"] == "application/json"


def test_post(client):
    r = client.request("POST", "/echo", body=b'{"a": [1]}')
    assert json.loads(r["body"]) == {"a": [1]}


def test_query(client):
    assert client.request("GET", "/search", query="q=a%20b")["body"] == b"a b"
    assert client.request("GET", "/search")["body"] == b"nothing"


def test_status(client):
    assert client.request("GET", "/created")["status"] == "201 Created"


def test_404(client):
    assert client.request("GET", "/nowhere")["status"] == "404 Not Found"


def test_405(client):
    r = client.request("GET", "/echo")
    assert r["status"] == "405 Method Not Allowed"
    assert r["headers"]["Allow"] == "POST"


def test_500_hides_details(client):
    r = client.request("GET", "/boom")
    assert r["status"] == "500 Internal Server Error"
    assert b"secret" not in r["body"]


def test_decorator_returns_function():
    app = miniweb.App()

    @app.route("/x")
    def view(request):
        return "x"

    assert view(None) == "x"


def test_version():
    major, minor, *_ = miniweb.__version__.split(".")
    assert major.isdigit() and minor.isdigit()
