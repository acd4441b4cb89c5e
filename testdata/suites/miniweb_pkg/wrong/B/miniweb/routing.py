import re


class NotFound(Exception):
    pass


class MethodNotAllowed(Exception):
    def __init__(self, allowed):
        self.allowed = allowed


class Route:
    def __init__(self, pattern, handler, methods=("GET",)):
        self.handler = handler
        self.methods = methods
        self.ints = re.findall(r"<int:(\w+)>", pattern)
        rx = re.sub(r"<(\w+)>", r"(?P<\1>[^/]+)", pattern)
        rx = re.sub(r"<int:(\w+)>", r"(?P<\1>[0-9]+)", rx)
        self.regex = re.compile(rx + "$")

    def match(self, path):
        m = self.regex.match(path)
        if not m:
            return None
        return {k: int(v) if k in self.ints else v for k, v in m.groupdict().items()}


class Router:
    def __init__(self):
        self.routes = []

    def add(self, pattern, handler, methods=("GET",)):
        self.routes.append(Route(pattern, handler, methods))

    def match(self, method, path):
        for r in self.routes:
            p = r.match(path)
            if p is not None:
                if method not in r.methods:
                    raise MethodNotAllowed(list(r.methods))
                return r.handler, p
        raise NotFound(path)
