import re


class NotFound(Exception):
    pass


class MethodNotAllowed(Exception):
    pass


class Route:
    def __init__(self, pattern, handler, methods=["GET"]):
        self.regex = re.sub(r"<(?:\w+:)?(\w+)>", r"(?P<\1>.+)", pattern)
        self.handler = handler
        self.methods = methods

    def match(self, path):
        m = re.match("^" + self.regex + "$", path)
        return m.groupdict() if m else None


class Router:
    def __init__(self):
        self.routes = []

    def add(self, pattern, handler, methods=["GET"]):
        self.routes.append(Route(pattern, handler, methods))

    def match(self, method, path):
        for r in self.routes:
            p = r.match(path)
            if p is not None:
                if method not in r.methods:
                    raise MethodNotAllowed()
                return r.handler, p
        raise NotFound(path)
