class NotFound(LookupError):
    pass


class MethodNotAllowed(Exception):
    allowed = ()


class Route:
    """Compares the path segment by segment."""

    def __init__(self, rule, handler, methods=None):
        self.handler = handler
        self.methods = set(methods or ["GET"])
        self.parts = [self._part(p) for p in rule.split("/")]

    @staticmethod
    def _part(text):
        if not (text.startswith("<") and text.endswith(">")):
            return text, None
        kind, colon, name = text[1:-1].rpartition(":")
        if kind not in ("", "str", "int"):
            raise ValueError("no converter called " + kind)
        return name, int if kind == "int" else str

    def match(self, path):
        segments = path.split("/")
        if len(segments) != len(self.parts):
            return None
        values = {}
        for (name, conv), seg in zip(self.parts, segments):
            if conv is None:
                if seg != name:
                    return None
            elif not seg or (conv is int and not seg.isdecimal()):
                return None
            else:
                values[name] = conv(seg)
        return values


class Router(list):
    def add(self, rule, handler, methods=None):
        self.append(Route(rule, handler, methods))

    def match(self, method, path):
        found = [(r, r.match(path)) for r in self]
        found = [(r, v) for r, v in found if v is not None]
        if not found:
            raise NotFound(path)
        for r, v in found:
            if method in r.methods:
                return r.handler, v
        err = MethodNotAllowed(method)
        err.allowed = sorted(set().union(*[r.methods for r, _ in found]))
        raise err
