import functools
import json


class SerializeError(TypeError):
    pass


@functools.singledispatch
def simple(value):
    if hasattr(type(value), "to_json"):
        return value.to_json()
    raise SerializeError


register = simple.register


def _prepare(value, path, above):
    if any(value is other for other in above):
        raise SerializeError("there is a cycle at " + path)
    if isinstance(value, dict):
        return {k: _prepare(v, f"{path}.{k}", above + [value]) for k, v in value.items()}
    if isinstance(value, list):
        return [_prepare(v, f"{path}[{i}]", above + [value]) for i, v in enumerate(value)]
    if value is None or isinstance(value, (str, int, float)):
        return value
    try:
        return _prepare(simple(value), path, above)
    except SerializeError:
        raise SerializeError(f"cannot serialize {type(value).__name__} at {path}") from None


def dumps(value, indent=None):
    separators = None if indent else (",", ":")
    return json.dumps(_prepare(value, "$", []), indent=indent, separators=separators, sort_keys=True)


def loads(text, hook=None):
    try:
        return json.loads(text, object_hook=hook)
    except json.JSONDecodeError as error:
        error.position = error.pos
        raise
