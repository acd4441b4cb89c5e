import re

CONVERTERS = {"int": (r"\d+", int), "str": (r"[^/]+", str)}


class NotFound(Exception):
    pass


class MethodNotAllowed(Exception):
    def __init__(self, allowed):
        super().__init__(", ".join(allowed))
        self.allowed = allowed


class Route:
    def __init__(self, pattern, handler, methods=("GET",)):
        self.handler = handler
        self.methods = sorted(methods)
        self.types = {}
        regex = ""
        pos = 0
        for m in re.finditer(r"<(?:(\w+):)?(\w+)>", pattern):
            regex += re.escape(pattern[pos:m.start()])
            conv = m[1] or "str"
            if conv not in CONVERTERS:
                raise ValueError(f"unknown converter {conv}")
            rx, self.types[m[2]] = CONVERTERS[conv]
            regex += f"(?P<{m[2]}>{rx})"
            pos = m.end()
        self.regex = re.compile(regex + re.escape(pattern[pos:]))

    def match(self, path):
        m = self.regex.fullmatch(path)
        if m is None:
            return None
        return {k: self.types[k](v) for k, v in m.groupdict().items()}


class Router:
    def __init__(self):
        self.routes = []

    def add(self, pattern, handler, methods=("GET",)):
        self.routes.append(Route(pattern, handler, methods))

    def match(self, method, path):
        allowed = set()
        for r in self.routes:
            params = r.match(path)
            if params is None:
                continue
            if method in r.methods:
                return r.handler, params
            allowed.update(r.methods)
        if allowed:
            raise MethodNotAllowed(sorted(allowed))
        raise NotFound(path)
