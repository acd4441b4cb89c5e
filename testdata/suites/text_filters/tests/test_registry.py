import abc

import pytest

import textproc
from textproc import Filter, Pipeline, UnknownFilter, registry


@pytest.fixture(autouse=True)
def restore_registry():
    saved = dict(registry)
    yield
    registry.clear()
    registry.update(saved)


def test_builtins_are_registered():
    assert {"upper", "reverse", "squeeze"} <= set(registry)


def test_subclass_registers_itself():
    class Shout(Filter):
        def apply(self, text):
            return text.upper() + "!!"

    assert registry["shout"] is Shout


def test_explicit_name():
    class Whatever(Filter, name="nice-name"):
        def apply(self, text):
            return text

    assert registry["nice-name"] is Whatever
    assert "whatever" not in registry


def test_camel_case_is_split():
    class StripAllSpaces(Filter):
        def apply(self, text):
            return text.replace(" ", "")

    assert "strip-all-spaces" in registry


def test_abstract_bases_are_not_registered():
    class Base(Filter, abstract=True):
        @abc.abstractmethod
        def helper(self): ...

    assert "base" not in registry
    with pytest.raises(TypeError):
        Base()


def test_duplicate_name():
    with pytest.raises(ValueError, match="upper"):
        class Upper(Filter):
            def apply(self, text):
                return text


def test_create_by_name():
    f = textproc.create("upper")
    assert f.apply("abc") == "ABC"


def test_create_with_options():
    f = textproc.create("replace", old="a", new="b")
    assert f.apply("banana") == "bbnbnb"


def test_bad_options():
    with pytest.raises(TypeError, match="colour"):
        textproc.create("replace", old="a", new="b", colour=1)
    with pytest.raises(TypeError):
        textproc.create("replace", old="a")


def test_unknown_filter_suggests():
    with pytest.raises(UnknownFilter, match="did you mean 'reverse'"):
        textproc.create("revrese")
    with pytest.raises(UnknownFilter) as info:
        textproc.create("zzzzzz")
    assert "did you mean" not in str(info.value)


def test_help_comes_from_docstring():
    text = textproc.describe()
    assert "upper" in text and "Turn the text into capitals" in text
    lines = text.splitlines()
    assert lines == sorted(lines)


class TestPipeline:
    def test_in_order(self):
        p = Pipeline(["reverse", "upper"])
        assert p("abc") == "CBA"

    def test_priority_breaks_given_order_only_when_asked(self):
        class First(Filter):
            priority = 1

            def apply(self, text):
                return text + "1"

        class Second(Filter):
            priority = 2

            def apply(self, text):
                return text + "2"

        names = ["second", "first"]
        assert Pipeline(names)("x") == "x21"
        assert Pipeline(names, sort=True)("x") == "x12"

    def test_accepts_instances_and_callables(self):
        p = Pipeline([textproc.create("upper"), lambda t: t + "?", "reverse"])
        assert p("ab") == "?BA"

    def test_or_operator(self):
        p = textproc.create("upper") | textproc.create("reverse")
        assert isinstance(p, Pipeline)
        assert p("ab") == "BA"
        assert (p | "squeeze")("a  b") == "B A"

    def test_from_spec(self):
        p = Pipeline.from_spec("squeeze | replace(old=' ', new='-') | upper")
        assert p("a   b") == "A-B"

    @pytest.mark.parametrize("spec", ["", "upper |", "upper reverse", "replace(old"])
    def test_bad_spec(self, spec):
        with pytest.raises(ValueError):
            Pipeline.from_spec(spec)

    def test_repr(self):
        assert repr(Pipeline(["upper", "reverse"])) == "<Pipeline upper | reverse>"

    def test_empty_pipeline_is_identity(self):
        assert Pipeline([])("same") == "same"


class TestLoading:
    @pytest.fixture
    def plugins(self, request):
        return request.path.parent / "plugins"

    def test_load_directory(self, plugins, caplog):
        loaded = textproc.load_plugins(plugins)
        assert loaded == ["exclaim"]
        assert textproc.create("exclaim").apply("hi") == "hi!"
        assert "broken" in caplog.text

    def test_strict(self, plugins):
        with pytest.raises(RuntimeError, match="cannot be loaded"):
            textproc.load_plugins(plugins, strict=True)

    def test_missing_directory(self, tmp_path):
        assert textproc.load_plugins(tmp_path / "none") == []
