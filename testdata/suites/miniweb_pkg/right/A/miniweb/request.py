from urllib.parse import parse_qs


class Request:
    def __init__(self, environ):
        self.environ = environ
        self.method = environ["REQUEST_METHOD"]
        self.path = environ.get("PATH_INFO") or "/"
        self.query = parse_qs(environ.get("QUERY_STRING", ""))

    @property
    def body(self):
        n = int(self.environ.get("CONTENT_LENGTH") or 0)
        return self.environ["wsgi.input"].read(n)
