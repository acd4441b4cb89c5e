import re

_handlers = {}
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_UNESCAPE = {v: k for k, v in _ESCAPES.items()}


class SerializeError(ValueError):
    pass


class ParseError(ValueError):
    def __init__(self, position):
        super().__init__(f"malformed at {position}")
        self.position = position


def register(cls, handler):
    _handlers[cls] = handler


def dumps(value, indent=None, path="$", depth=0, parents=()):
    if id(value) in parents:
        raise SerializeError(f"cycle at {path}")

    def inner(item, where):
        return dumps(item, indent, path + where, depth + 1, (*parents, id(value)))

    def block(left, items, right):
        if not items or indent is None:
            return left + ",".join(items) + right
        pad = "\n" + " " * indent * depth
        return left + ",".join(pad + " " * indent + item for item in items) + pad + right

    if isinstance(value, (int, float)):
        return repr(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return '"' + "".join(_ESCAPES.get(c, c) for c in value) + '"'
    if isinstance(value, (list, tuple)):
        return block("[", [inner(item, f"[{i}]") for i, item in enumerate(value)], "]")
    if isinstance(value, dict):
        colon = ":" if indent is None else ": "
        return block("{", [dumps(k) + colon + inner(v, f".{k}") for k, v in sorted(value.items())], "}")
    if type(value) in _handlers:
        return dumps(_handlers[type(value)](value), indent, path, depth, parents)
    if hasattr(value, "to_json"):
        return dumps(value.to_json(), indent, path, depth, parents)
    raise SerializeError(f"cannot serialize {type(value).__name__} at {path}")


class _Parser:
    def __init__(self, text, hook):
        self.text, self.hook, self.at = text, hook, 0

    def match(self, pattern):
        found = re.compile(r"\s*(" + pattern + ")").match(self.text, self.at)
        if found:
            self.at = found.end()
            return found[1]

    def fail(self):
        self.match("")
        raise ParseError(self.at)

    def value(self):
        if (text := self.match("null|true|false")):
            return {"null": None, "true": True, "false": False}[text]
        if (text := self.match(r"-?\d+(\.\d+)?([eE][-+]?\d+)?")):
            return int(text) if text.lstrip("-").isdigit() else float(text)
        if (text := self.match(r'"([^"\\]|\\.)*"')):
            return re.sub(r"\\.", lambda m: _UNESCAPE[m[0]], text[1:-1])
        if self.match(r"\["):
            return self.items(self.value, r"\]", list)
        if self.match("{"):
            return self.hook(self.items(self.pair, "}", dict))
        self.fail()

    def pair(self):
        key = self.value()
        if not self.match(":"):
            self.fail()
        return key, self.value()

    def items(self, read, end, build):
        found = []
        if self.match(end):
            return build(found)
        while True:
            found.append(read())
            if self.match(end):
                return build(found)
            if not self.match(","):
                self.fail()


def loads(text, hook=lambda d: d):
    parser = _Parser(text, hook)
    value = parser.value()
    if parser.match(r"\S"):
        raise ParseError(parser.at - 1)
    return value
