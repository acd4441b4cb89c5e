"""Metaclass registration; options checked against __init__'s signature."""
import ast
import functools
import logging
import os
from abc import ABCMeta, abstractmethod
from difflib import SequenceMatcher

registry = {}


class UnknownFilter(KeyError):
    def __str__(self):
        return self.args[0]


class FilterType(ABCMeta):
    def __new__(mcs, clsname, bases, namespace, *, name=None, abstract=False):
        cls = super().__new__(mcs, clsname, bases, namespace)
        if bases and not abstract:
            if name is None:
                name = clsname[0].lower()
                for c in clsname[1:]:
                    name += "-" + c.lower() if c.isupper() else c
            if registry.setdefault(name, cls) is not cls:
                raise ValueError("there is already a filter %s" % name)
            cls.name = name
        return cls

    def __init__(cls, *args, **kwargs):
        super().__init__(*args)


class Filter(metaclass=FilterType):
    priority = 0

    @abstractmethod
    def apply(self, text):
        raise NotImplementedError

    def __call__(self, text):
        return self.apply(text)

    def __or__(self, other):
        return Pipeline([self]) | other


def _simple(name, function, doc):
    return FilterType(name, (Filter,), {"apply": lambda self, text: function(text), "__doc__": doc})


Upper = _simple("Upper", str.upper, "Turn the text into capitals")
Reverse = _simple("Reverse", lambda t: "".join(reversed(t)), "Last letter first")
Squeeze = _simple("Squeeze", lambda t: " ".join(t.split()), "Remove superfluous space")


class Replace(Filter):
    """Put one text in place of another"""

    def __init__(self, *, old, new):
        self.change = functools.partial(str.replace)
        self.args = old, new

    def apply(self, text):
        return self.change(text, *self.args)


def create(name, **options):
    if name in registry:
        return registry[name](**options)
    ranked = sorted((SequenceMatcher(None, name, known).ratio(), known) for known in registry)
    hint = ""
    if ranked and ranked[-1][0] > 0.6:
        hint = "; did you mean %r?" % ranked[-1][1]
    raise UnknownFilter("no filter called %r%s" % (name, hint))


def describe():
    rows = []
    for name, cls in registry.items():
        rows.append("%s - %s" % (name, (cls.__doc__ or "").strip()))
    return "\n".join(sorted(rows))


class Pipeline(tuple):
    def __new__(cls, steps, sort=False):
        steps = [create(s) if isinstance(s, str) else s for s in steps]
        if sort:
            steps = sorted(steps, key=lambda s: getattr(s, "priority", 0))
        return super().__new__(cls, steps)

    @classmethod
    def from_spec(cls, spec):
        """Every step is parsed as a Python name or call."""
        steps = []
        for text in spec.split("|"):
            text = text.strip()
            try:
                node = ast.parse(text, mode="eval").body
            except SyntaxError as e:
                raise ValueError("cannot parse %r" % text) from e
            if isinstance(node, ast.Name):
                steps.append(create(node.id))
            elif isinstance(node, ast.Call):
                options = {k.arg: ast.literal_eval(k.value) for k in node.keywords}
                steps.append(create(node.func.id, **options))
            else:
                raise ValueError("not a filter: %r" % text)
        return cls(steps)

    def __call__(self, text):
        return functools.reduce(lambda t, step: step(t), self, text)

    def __or__(self, other):
        return Pipeline(list(self) + [other])

    def __repr__(self):
        return "<Pipeline %s>" % " | ".join(getattr(s, "name", "?") for s in self)


def load_plugins(directory, strict=False):
    if not os.path.isdir(directory):
        return []
    known = list(registry)
    with os.scandir(directory) as entries:
        files = sorted((e.path for e in entries if e.is_file()), key=os.path.basename)
    for path in files:
        stem, extension = os.path.splitext(os.path.basename(path))
        if extension != ".py" or stem[0] == "_":
            continue
        with open(path) as f:
            source = f.read()
        try:
            exec(compile(source, path, "exec"), {"__name__": stem, "__file__": path})
        except Exception as e:
            if strict:
                raise
            logging.warning("plug-in %s is broken: %s", stem, e)
    return [name for name in registry if name not in known]
