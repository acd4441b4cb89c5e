import abc
import difflib
import importlib.util
import inspect
import logging
import re
from ast import literal_eval
from pathlib import Path

logger = logging.getLogger(__name__)
registry = {}


class UnknownFilter(LookupError):
    pass


def kebab(name):
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


class Filter(abc.ABC):
    name = None
    priority = 100

    def __init_subclass__(cls, name=None, abstract=False, **kwargs):
        super().__init_subclass__(**kwargs)
        if abstract:
            return
        cls.name = name or kebab(cls.__name__)
        registry[cls.name] = cls

    @abc.abstractmethod
    def apply(self, text):
        """Return the changed text."""

    def __call__(self, text):
        return self.apply(text)

    def __or__(self, other):
        return Pipeline([self, other])


class Upper(Filter):
    """Turn the text into capitals."""

    def apply(self, text):
        return text.upper()


class Reverse(Filter):
    """Turn the text around."""

    def apply(self, text):
        return text[::-1]


class Squeeze(Filter):
    """Make one space of many."""

    def apply(self, text):
        return re.sub(r"\s+", " ", text)


class Replace(Filter):
    """Replace OLD by NEW."""

    def __init__(self, old, new):
        self.old = old
        self.new = new

    def apply(self, text):
        return text.replace(self.old, self.new)


def create(name, **options):
    try:
        cls = registry[name]
    except KeyError:
        message = f"unknown filter {name!r}"
        close = difflib.get_close_matches(name, registry, n=1)
        if close:
            message += f", did you mean {close[0]!r}?"
        raise UnknownFilter(message) from None
    return cls(**options)


def describe():
    return "\n".join(f"{name}: {inspect.getdoc(registry[name]) or ''}" for name in sorted(registry))


class Pipeline:
    def __init__(self, filters, sort=False):
        self.filters = [create(f) if isinstance(f, str) else f for f in filters]
        if sort:
            self.filters.sort(key=lambda f: getattr(f, "priority", 100))

    @classmethod
    def from_spec(cls, spec):
        filters = []
        for part in spec.split("|"):
            m = re.fullmatch(r"\s*([\w-]+)\s*(?:\((.*)\))?\s*", part)
            if not m:
                raise ValueError(f"bad filter {part!r}")
            options = {}
            for item in re.findall(r"(\w+)\s*=\s*('[^']*'|\"[^\"]*\"|\d+)", m[2] or ""):
                options[item[0]] = literal_eval(item[1])
            filters.append(create(m[1], **options))
        return cls(filters)

    def __call__(self, text):
        for f in self.filters:
            text = f(text)
        return text

    def __or__(self, other):
        self.filters.append(other)
        return self

    def __repr__(self):
        names = (getattr(f, "name", None) or f.__name__ for f in self.filters)
        return f"<Pipeline {' | '.join(names)}>"


def load_plugins(directory, strict=False):
    before = set(registry)
    for path in sorted(Path(directory).glob("*.py")):
        spec = importlib.util.spec_from_file_location(f"textproc_plugin_{path.stem}", path)
        module = importlib.util.module_from_spec(spec)
        try:
            spec.loader.exec_module(module)
        except Exception:
            if strict:
                raise
            logger.exception("cannot load plug-in %s", path.stem)
    return sorted(set(registry) - before)
