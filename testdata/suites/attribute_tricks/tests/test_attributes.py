import pytest

from solution import AttrDict, Constants, Lazy, Proxy, Recorder


def test_attrdict_reads_nested():
    d = AttrDict({"server": {"host": "h", "ports": [1, 2]}})
    assert d.server.host == "h"
    assert d["server"]["ports"] == [1, 2]
    assert d.server == {"host": "h", "ports": [1, 2]}


def test_attrdict_writes_and_deletes():
    d = AttrDict()
    d.name = "x"
    assert d["name"] == "x"
    del d.name
    with pytest.raises(AttributeError, match="name"):
        d.name
    assert not hasattr(d, "name")
    assert getattr(d, "name", "default") == "default"


def test_constants_can_be_set_once():
    c = Constants()
    c.PI = 3
    with pytest.raises(AttributeError, match="PI is already set"):
        c.PI = 4
    assert c.PI == 3
    with pytest.raises(AttributeError):
        del c.PI


def test_proxy_forwards_to_any_object():
    class Engine:
        power = 10

        def start(self, key):
            return f"started with {key}"

    engine = Engine()
    proxy = Proxy(engine)
    assert proxy.power == 10
    assert proxy.start("K") == "started with K"
    proxy.power = 20
    assert engine.power == 20


def test_proxy_logs_access():
    proxy = Proxy([3, 1, 2])
    proxy.sort()
    proxy.append(9)
    assert proxy._log == ["sort", "append"]
    assert proxy._target == [1, 2, 3, 9]


def test_recorder_records_chains():
    r = Recorder()
    r.open("file").write("x", mode=1)
    r.close()
    assert r.calls == [("open", ("file",), {}), ("write", ("x",), {"mode": 1}), ("close", (), {})]


def test_recorder_refuses_special_names():
    with pytest.raises(AttributeError):
        Recorder().__wrapped__


def test_lazy_attribute_is_computed_once():
    class Report:
        runs = 0

        @Lazy
        def data(self):
            Report.runs += 1
            return [Report.runs]

    r = Report()
    assert "data" not in vars(r)
    assert r.data is r.data
    assert Report.runs == 1
    assert Report().data == [2]
    assert isinstance(Report.data, Lazy)


def test_dir_lists_keys():
    d = AttrDict(alpha=1)
    assert "alpha" in dir(d)
    assert vars(Constants()) == {}
