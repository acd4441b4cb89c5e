import pytest

import solution
from solution import Exporter, PluginError, commands, export, exporters, plugin, run


@pytest.fixture
def clean():
    before = dict(commands)
    yield commands
    commands.clear()
    commands.update(before)


def test_built_in_commands():
    assert set(commands) == {"hello", "add"}
    assert run("add", "2", "3") == 5


def test_decorator_registers_and_returns_the_function(clean):
    @plugin("twice")
    def twice(text):
        return text * 2

    assert twice("x") == "xx"
    assert commands["twice"] is twice
    assert run("twice", "ab") == "abab"


def test_name_from_the_function(clean):
    @plugin
    def shout_it(text):
        return text.upper()

    assert "shout-it" in commands
    assert run("shout-it", "a") == "A"


def test_registry_is_clean_again():
    assert sorted(solution.commands) == ["add", "hello"]


def test_duplicates(clean):
    with pytest.raises(PluginError, match="hello is taken"):
        @plugin("hello")
        def other():
            pass


def test_unknown_command_suggests():
    with pytest.raises(PluginError, match="did you mean 'hello'") as info:
        run("helo")
    assert isinstance(info.value, LookupError)


def test_help_uses_docstrings(clean):
    @plugin("zap")
    def zap():
        """Zap it.

        For real.
        """

    assert solution.help_text() == "add    Add two numbers.\nhello  Greet somebody.\nzap    Zap it."


def test_exporter_classes_register_themselves():
    assert [e.extension for e in exporters] == ["csv", "txt"]
    assert all(issubclass(e, Exporter) for e in exporters)


def test_export_chooses_by_extension():
    rows = [["a", 1], ["b", 2]]
    assert export("x.csv", rows) == "a,1\nb,2"
    assert export("x.txt", rows) == "a 1\nb 2"


def test_new_exporter():
    class Html(Exporter):
        extension = "html"

        def line(self, row):
            return "<p>" + self.join(row, "|") + "</p>"

    try:
        assert export("page.html", [[1, 2]]) == "<p>1|2</p>"
    finally:
        exporters.remove(Html)
    with pytest.raises(PluginError):
        export("page.html", [])
