"""What a hostile guest may send the judge: every malformed message is refused whole, and changes nothing.

Runs without a sandbox: PYTHONPATH=sandbox python3 -m pytest sandbox/tests
"""

import array
import collections
import decimal
import fractions
import io
import json
import struct
import types
import unittest

import pytest

from pygrader.judge import passed_in
from pygrader.judge.faults import CannotCross
from pygrader.judge.modules import Importer
from pygrader.judge.remote import Remote
from pygrader.wire import limits, table
from pygrader.wire.decode import Decoder
from pygrader.wire.values import CONTAINERS, Malformed

P = 2 ** 61 - 1
LIST, DICT, SET, BYTES, DEQUE, DEFAULT, CHAIN, ARRAY, ORDERED, COUNTER, OWN = 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 2
FUNCTION, CLASS = 1, 2  # handles of the test's own objects
CALLABLE = 1            # a handle of the candidate's


def exported(name):
    """A function that a test passed in."""
    return name


class Failure(Exception):
    """An exception class that a test passed in."""


class World:
    """The judge's tables as they are in the middle of a test."""

    def __init__(self):
        self.remote = Remote(None)
        self.space = space = self.remote.space
        self.kept = [[1, 2], {"a": 1}, {1, 2}, bytearray(b"ab"), collections.deque([1], maxlen=3),
                     collections.defaultdict(list, a=1), collections.ChainMap({"a": 1}), array.array("i", [1, 2]),
                     collections.OrderedDict(a=1), collections.Counter(a=1)]
        for number, container in zip(range(1, 99, 2), self.kept):
            space.adopt(number, container, type(container))
        self.own = ["the test's"]
        space.adopt(OWN, self.own, list)
        assert (space.export(exported), space.export(Failure)) == (FUNCTION, CLASS)
        self.handle = self.decode(nodes=[["h", CALLABLE, "c", "f"]], roots=[[0]])[0]

    def decode(self, head=("=", "call"), roots=(), nodes=(), released=(), blobs=b"", raw=None):
        """The values of a message of the guest's."""
        if raw is None:
            text = json.dumps([list(head), list(roots), list(nodes), list(released)]).encode()
            raw = struct.pack(">I", len(text)) + text + blobs
        return Decoder(self.space, raw, False).values()

    def state(self):
        """All that a refused message may not change."""
        space = self.space
        held = {number: (type(entry.obj), repr(entry.obj), CONTAINERS[entry.kind].read(entry.obj), entry.tree)
                for number, entry in space.entries.items()}
        return held, dict(space.numbers), dict(space.proxies), dict(space.proxy_ids), dict(space.exports)


@pytest.fixture
def world():
    return World()


def sized(text):
    return struct.pack(">I", len(text)) + text


FORM = {
    "nothing": b"",
    "three bytes": b"\0\0\0",
    "a length past the end": b"\0\0\0\5[]",
    "the largest length": b"\xff\xff\xff\xff[]",
    "not JSON": sized(b"nope!"),
    "not UTF-8": sized(b'[["=","\xff"],[],[],[]]'),
    "two values": sized(b"[[],[],[],[]] 1"),
    "null": sized(b"null"),
    "an object": sized(b'{"a":1}'),
    "three parts": sized(b"[[],[],[]]"),
    "five parts": sized(b"[[],[],[],[],[]]"),
    "a part that is no list": sized(b"[[],[],{},[]]"),
    "a list in the head": sized(b'[[["="],"call"],[],[],[]]'),
    "an object in the head": sized(b'[[{},"call"],[],[],[]]'),
    "an object as a value": sized(b'[["=","call"],[{"a":1}],[],[]]'),
    "nested beyond the parser": sized(b"[" * 100_000 + b"]" * 100_000),
    "an int of too many digits": sized(b'[["=","call"],[' + b"9" * 10_000 + b"],[],[]]"),
    "a float as a released number": sized(b'[["=","call"],[],[],[1.5]]'),
}


@pytest.mark.parametrize("raw", FORM.values(), ids=FORM)
def test_a_message_of_the_wrong_form_is_malformed(world, raw):
    before = world.state()
    with pytest.raises(Malformed):
        world.decode(raw=raw)
    assert world.state() == before


# nodes, of which the first is the value; before each stands one that would change every known container.
NODES = {
    "no list": [5],
    "empty": [[]],
    "tag that is no str": [[1, 2]],
    "tag that is a list": [[["l"], 2]],
    "unknown tag": [["x"]],
    "reference forward": [["t", [1]], ["t"]],
    "reference to itself": [["t", [0]]],
    "negative reference": [["t", [-1]], ["t"]],
    "reference past the end": [["t", [999]]],
    "reference by bool": [["t", [False]]],
    "reference by float": [["t", [0.0]]],
    "reference by str": [["t", ["0"]]],
    "reference of two numbers": [["t", [1, 0]], ["t"]],
    "empty reference": [["t", []]],
    "object as an item": [["t", {"a": 1}]],
    "container without a number": [["l"]],
    "container numbered by a str": [["l", "1", 2]],
    "container numbered by a bool": [["l", True, 2]],
    "container of the judge's numbers": [["l", 4, 1]],
    "container numbered zero": [["l", 0, 1]],
    "container numbered below zero": [["l", -3, 1]],
    "number used twice": [["l", 71, 1], ["l", 71, 2]],
    "number known, used twice": [["l", LIST, 1], ["l", LIST, 2]],
    "list for a dict": [["l", DICT, 1]],
    "set for a list": [["S", LIST, 1]],
    "dict for an OrderedDict": [["d", ORDERED, 1, 2]],
    "Counter for a dict": [["ct", DICT, 1, 2]],
    "bytearray for an array": [["ba", ARRAY, [1]], ["b", 0, 4]],
    "number that never crossed": [["=", 31]],
    "no number": [["="]],
    "two numbers": [["=", 1, 2]],
    "number by bool": [["=", True]],
    "number by list": [["=", [1]]],
    "unknown handle": [["h", 4000]],
    "handle below zero": [["h", -1, "c", "f"]],
    "handle by str": [["h", "1", "c", "f"]],
    "handle without a number": [["h"]],
    "handle whose kind is a number": [["h", 50, 1, "f"]],
    "handle whose kind is a list": [["h", 50, [1], "f"], ["t"]],
    "handle of an unknown kind": [["h", 50, "Z", "f"]],
    "handle of a kind twice": [["h", 50, "cc", "f"]],
    "handle of kinds that exclude each other": [["h", 50, "cm", "f"]],
    "handle of too many kinds": [["h", 50, "cniwx", "f"]],
    "handle without a name": [["h", 50, "c"]],
    "handle whose name is a number": [["h", 50, "c", 1]],
    "module without parts": [["h", 50, "module", "os"]],
    "module whose doc is a number": [["h", 50, "module", "os", 1, False]],
    "module that may be a package": [["h", 50, "module", "os", None, 1]],
    "exception of one part": [["h", 50, "x", 1]],
    "exception whose class is data": [["h", 50, "x", 1, [1], "", "", [1], [1], None, None, False], ["t"]],
    "exception whose class is none": [
        ["h", 50, "x", [1], [2], "", "", [2], [2], None, None, False], ["g", 1], ["t"]],
    "exception whose arguments are a list": [
        ["h", 50, "x", [1], [2], "", "", [3], [3], None, None, False], ["g", 200], ["l", 71], ["t"]],
    "exception class of two parts": [["h", 50, "X", "E", "m"]],
    "exception class whose bases are a list": [["h", 50, "X", "E", "m", "E", "", [1]], ["l", 71]],
    "exception class with a base that is none": [["h", 50, "X", "E", "m", "E", "", [1]], ["t", [2]], ["g", 1]],
    "exception class whose name is a number": [["h", 50, "X", 1, "m", "E", "", [1]], ["t"]],
    "exception class with a name that no class has": [["h", 50, "X", "E\0", "m", "E", "", [1]], ["t"]],
    "own object that was never passed": [["p", 4000]],
    "own object below zero": [["p", -1]],
    "own object by str": [["p", "1"]],
    "own object without a number": [["p"]],
    "table entry below zero": [["g", -1]],
    "table entry past the end": [["g", table.LENGTH]],
    "bytes past the end": [["b", 0, 100]],
    "bytes from past the end": [["b", 100, 0]],
    "bytes of a length below zero": [["b", 2, -1]],
    "bytes from below zero": [["b", -2, 1]],
    "bytes of a float's length": [["b", 0, 1.0]],
    "bytes without a length": [["b", 0]],
    "text that is not UTF-8": [["s", 4, 2]],
    "view on a list": [["dk", [1]], ["l", 71]],
    "view on a number": [["mp", 1]],
    "view on two dicts": [["dv", [1], [1]], ["d", 71]],
    "view on nothing": [["di"]],
    "key that is a list": [["d", 71, [1], 1], ["l", 73]],
    "key without a value": [["d", 71, 1]],
    "key without a value, Counter": [["ct", 71, 1]],
    "key without a value, OrderedDict": [["od", 71, 1]],
    "key without a value, defaultdict": [["dd", 71, None, 1]],
    "element of a set that is a list": [["S", 71, [1]], ["l", 73]],
    "element of a frozenset that is a list": [["f", [1]], ["l", 71]],
    "key that is a signalling NaN": [["d", 71, [1], 1], ["D", "sNaN"]],
    "defaultdict without a factory": [["dd", 71]],
    "defaultdict whose factory is data": [["dd", 71, 5]],
    "ChainMap without maps": [["cm", 71]],
    "ChainMap of lists": [["cm", 71, [1]], ["l", 73]],
    "bytearray of a str": [["ba", 71, "ab"]],
    "bytearray of two": [["ba", 71, [1], [1]], ["b", 0, 1]],
    "deque without a length": [["dq", 71]],
    "deque of a length below zero": [["dq", 71, -1]],
    "deque of a length that is a str": [["dq", 71, "1"]],
    "deque of more than memory": [["dq", 71, 10 ** 30]],
    "array of no type": [["ar", 71, "q?", [1]], ["b", 0, 4]],
    "array whose type is a number": [["ar", 71, 1, [1]], ["b", 0, 4]],
    "array without bytes": [["ar", 71, "i"]],
    "array of a str": [["ar", 71, "i", "abcd"]],
    "array of a node that is none": [["ar", 71, "i", [1]], 5],
    "array of a node past the end": [["ar", 71, "i", [9999]]],
    "array of a node below zero": [["ar", 71, "i", [-1]]],
    "array of a node by str": [["ar", 71, "i", ["1"]], ["b", 0, 4]],
    "array of bytes past the end": [["ar", 71, "i", [1]], ["b", 0, 100]],
    "array of half an element": [["ar", 71, "i", [1]], ["b", 0, 3]],
    "array of another type for a known one": [["ar", ARRAY, "d", [1]], ["b", 0, 8]],
    "array known, of half an element": [["ar", ARRAY, "i", [1]], ["b", 0, 3]],
    "complex of strings": [["c", "1", "2"]],
    "complex of one part": [["c", 1.0]],
    "range of floats": [["r", 0.0, 1.0, 1.0]],
    "range without a step": [["r", 0, 1]],
    "range of no step": [["r", 0, 1, 0]],
    "slice of two parts": [["sl", 1, 2]],
    "Decimal of nonsense": [["D", "1x"]],
    "Decimal of an int": [["D", 1]],
    "Fraction over zero": [["F", 1, 0]],
    "Fraction of floats": [["F", 1.0, 2.0]],
    "datetime of strings": [["dt", "1", 1, 1, 1, 1, 1, 1, 0, None]],
    "datetime with a zone that is a str": [["dt", 1, 1, 1, 1, 1, 1, 1, 0, "UTC"]],
    "datetime out of range": [["dt", 0, 1, 1, 1, 1, 1, 1, 0, None]],
    "date of the 13th month": [["da", 1, 13, 1]],
    "time with a zone that is a handle": [["ti", 1, 1, 1, 1, 0, [1]], ["h", CALLABLE]],
    "timedelta beyond range": [["td", 10 ** 10, 0, 0]],
    "timezone of an int": [["tz", 5]],
    "timezone beyond a day": [["tz", [1]], ["td", 2, 0, 0]],
    "timezone whose name is a number": [["tz", [1], 1], ["td", 0, 0, 0]],
    "UUID below zero": [["u", -1]],
    "UUID too large": [["u", 1 << 128]],
    "UUID of a str": [["u", "1"]],
    "path of a number": [["p:PosixPath", 1]],
    "path of bytes": [["p:PurePosixPath", [1]], ["b", 0, 1]],
    "value of a value that is none": [["v"]],
}


@pytest.mark.parametrize("nodes", NODES.values(), ids=NODES)
def test_a_malformed_node_leaves_everything_as_it_was(world, nodes):
    """Around it stand nodes that change all kinds of known containers, new containers and new handles."""
    before = world.state()
    count = len(nodes)
    around = [["g", table.NUMBERS[id(ValueError)]], ["t", [count]], ["l", 701, 1], ["h", 60, "c", "new"],
              ["h", 61, "X", "New", "m", "New", "", [count + 1]], ["dq", DEQUE, None, 8], ["ba", BYTES, [count + 7]],
              ["b", 0, 3], ["dd", DEFAULT, None, "z", 1], ["cm", CHAIN, [count + 10]], ["d", 703],
              ["od", ORDERED, "z", 1], ["ct", COUNTER, "z", 1], ["l", OWN, 9]]
    known = {node[1] for node in nodes if type(node) is list and len(node) > 1 and type(node[1]) is int}
    around += [node for node in (["l", LIST, 9], ["d", DICT, "z", 9], ["S", SET, 9]) if node[1] not in known]
    around = [node if node[0] in "hbtg" or node[1] not in known else ["l", 799 + 2 * place]
              for place, node in enumerate(around)]
    with pytest.raises(Malformed):
        world.decode(roots=[[0]], nodes=[*nodes, *around], blobs=b"abcd\xff\xfe" + bytes(10))
    assert world.state() == before


def test_the_nodes_around_are_sound(world):
    """Else the test above would refuse them for the wrong reason: without the malformed one all of it arrives."""
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        test_a_malformed_node_leaves_everything_as_it_was(world, [["t"]])
    assert world.kept[0] == [9] and world.own == [9] and world.kept[1] == {"z": 9} and world.kept[2] == {9}
    assert world.kept[3] == b"abc" and list(world.kept[4]) == [8] and world.kept[5] == {"z": 1}
    assert world.kept[6].maps == [{}] and world.kept[8] == {"z": 1} and world.kept[9] == {"z": 1}
    assert {701, 703} <= set(world.space.entries) and {60, 61} <= set(world.space.proxies)


@pytest.mark.parametrize("root", [[1], [-1], [], [0, 0], ["0"], [None], [[0]]], ids=repr)
def test_a_malformed_root_leaves_everything_as_it_was(world, root):
    before = world.state()
    with pytest.raises(Malformed):
        world.decode(roots=[root], nodes=[["l", LIST, 9]])
    assert world.state() == before


def test_only_the_judge_releases(world):
    before = world.state()
    with pytest.raises(Malformed, match="releases"):
        world.decode(released=[LIST])
    assert world.state() == before


def test_a_refusal_leaves_the_tables_as_they_were(world):
    """A steering exception is a refusal, not a malformed message: it too enters nothing."""
    before = world.state()
    number = table.NUMBERS[id(KeyboardInterrupt)]
    with pytest.raises(CannotCross):
        world.decode(roots=[[2]], nodes=[
            ["t"], ["g", number], ["h", 50, "x", [1], [0], "", "", [0], [0], None, None, False], ["l", LIST, 9]])
    assert world.state() == before
    assert world.remote.record.first() is not None


# Limits: at the limit a message is taken, one more is refused.

def test_bytes_of_a_message(world, monkeypatch):
    text = json.dumps([["=", "call"], ["x" * 50], [], []]).encode()
    monkeypatch.setattr(limits, "MAX_MESSAGE", len(sized(text)))
    assert world.decode(raw=sized(text)) == ["x" * 50]
    with pytest.raises(Malformed, match="size"):
        world.decode(raw=sized(text) + b"\0")


@pytest.mark.parametrize("value", ["[]", "1", "{}"])
def test_nodes_and_items_of_a_message(world, value):
    """Counted before anything is parsed, commas in strings not among them."""
    many = limits.MAX_NODES // 2 if value == "1" else limits.MAX_NODES // 4
    with pytest.raises(Malformed, match="nodes"):
        world.decode(raw=sized(b'[["=","call"],[' + b",".join([value.encode()] * (many * 3)) + b"],[],[]]"))
    text = ",[{" * limits.MAX_NODES
    assert world.decode(raw=sized(b'[["=","call"],["' + text.encode() + b'"],[],[]]')) == [text]


def test_the_tree_of_a_value_counts_shared_parts_at_each_place(world, monkeypatch):
    def pairs(levels):
        return [["l", 101, 0], *(["l", 103 + 2 * n, [n], [n]] for n in range(levels))]
    world.decode(roots=[[20]], nodes=pairs(20))
    before = world.state()
    for levels in (22, 60, 5000):
        with pytest.raises(Malformed, match="parts"):
            World().decode(roots=[[0]], nodes=pairs(levels))
    with pytest.raises(Malformed, match="parts"):
        world.decode(nodes=[["t", 0], *(["t", [n], [n]] for n in range(30))])
    assert world.state() == before


def test_the_tree_of_a_value_counts_what_crossed_before(world):
    nodes = [["l", 101, 0], *(["l", 103 + 2 * n, [n], [n]] for n in range(20))]
    world.decode(nodes=nodes)
    before = world.state()
    with pytest.raises(Malformed, match="parts"):
        world.decode(nodes=[["=", 141], *(["t", [n], [n]] for n in range(3))])
    assert world.state() == before


def test_a_cycle_counts_as_one(world):
    (value,) = world.decode(roots=[[0]], nodes=[["l", 101, [0], [1]], ["d", 103, "a", [0]]])
    assert value[0] is value and value[1]["a"] is value


@pytest.mark.parametrize("tag", ["S", "d", "f", "od", "ct", "dd"])
def test_keys_that_hash_alike(world, tag):
    before = world.state()
    for count, fine in ((limits.MAX_EQUAL_HASHES, True), (limits.MAX_EQUAL_HASHES + 1, False)):
        keys = [P * n for n in range(count)]
        pairs = [part for key in keys for part in (key, 0)]
        node = {"S": ["S", 71, *keys], "f": ["f", *keys], "dd": ["dd", 71, None, *pairs]}.get(tag, [tag, 71, *pairs])
        fresh = World()
        if fine:
            (value,) = fresh.decode(roots=[[0]], nodes=[node])
            assert len(value) == count
        else:
            with pytest.raises(Malformed, match="same hash"):
                world.decode(roots=[[0]], nodes=[node])
    assert world.state() == before


@pytest.mark.parametrize("kind", ["t", "f"])
def test_the_depth_of_a_key(world, kind):
    def key(levels):
        return [["t"], *([kind, [n]] for n in range(levels))]
    world.decode(nodes=[*key(limits.MAX_HASHED_DEPTH - 2), ["d", 71, [limits.MAX_HASHED_DEPTH - 2], 1]])
    before = world.state()
    for holder in (["d", 73, [limits.MAX_HASHED_DEPTH], 1], ["S", 73, [limits.MAX_HASHED_DEPTH]]):
        with pytest.raises(Malformed, match="too deep"):
            world.decode(nodes=[*key(limits.MAX_HASHED_DEPTH), holder])
    assert world.state() == before


def test_the_tree_of_a_key(world):
    before = world.state()
    shared = [["t", 0], *(["t", [n], [n]] for n in range(20))]
    with pytest.raises(Malformed, match="too large to hash"):
        world.decode(nodes=[*shared, ["S", 71, [20]]])
    with pytest.raises(Malformed, match="too large to hash"):
        world.decode(nodes=[["t", *range(limits.MAX_HASHED_TREE + 1)], ["d", 71, [0], 1]])
    assert world.state() == before


def test_the_trees_of_all_keys_of_a_message(world, monkeypatch):
    monkeypatch.setattr(limits, "MAX_TREE", 50_000)
    shared = ["t", *range(9_000)]

    def sets(count):
        return [shared, *(["t", n, [0]] for n in range(2)), *(["S", 71 + 2 * n, [1], [2]] for n in range(count))]
    world.decode(nodes=sets(2))
    before = world.state()
    with pytest.raises(Malformed, match="together"):
        world.decode(nodes=[*sets(2), ["S", 91, [1], [2]]])
    assert world.state() == before


def test_a_fraction_that_is_long_to_reduce(world):
    big = (1 << 400_000) + 1
    blob = big.to_bytes(60_000, "little")
    with pytest.raises(Malformed, match="divisor"):
        world.decode(nodes=[["i", 0, 60_000], ["F", [0], 3]], blobs=blob)
    with pytest.raises(Malformed, match="divisor"):
        world.decode(nodes=[["i", 0, 60_000], ["F", 3, [0]]], blobs=blob)
    assert world.decode(roots=[[0]], nodes=[["F", 10 ** 50, 4]]) == [fractions.Fraction(10 ** 50, 4)]


@pytest.mark.parametrize("kind", [SyntaxError, IndentationError])
@pytest.mark.parametrize("where", ["outside", "inside"])
def test_fields_that_cost_memory_to_format(world, kind, where):
    number = table.NUMBERS[id(kind)]
    args = ["t", "no", 10 ** 9] if where == "outside" else ["t", "no", [1]]
    inner = ["t", "solution.py", 1, 1, "x", 1, 10 ** 9]
    before = world.state()
    with pytest.raises(Malformed, match="field"):
        world.decode(nodes=[["t"], inner, args, ["g", number],
                            ["h", 50, "x", [3], [2], "", "", [0], [0], None, None, False]])
    assert world.state() == before


def test_fields_of_other_exceptions_may_be_large(world):
    number = table.NUMBERS[id(KeyError)]
    (error,) = world.decode(roots=[[3]], nodes=[
        ["t"], ["t", 10 ** 12], ["g", number], ["h", 50, "x", [2], [1], "", "", [0], [0], None, None, False]])
    assert type(error) is KeyError and error.args == (10 ** 12,)


# What arrives is of exact types, whatever the guest says of it.

def test_data_is_of_exact_types(world):
    values = world.decode(
        roots=[[0], [1], [2], [3], 1, 1.5, "x", None, True],
        nodes=[["t", 1], ["D", "1.5"], ["l", 71], ["b", 0, 2]], blobs=b"ab")
    assert [type(value) for value in values] == [
        tuple, decimal.Decimal, list, bytes, int, float, str, type(None), bool]


def test_attributes_of_an_exception_hold_no_handle_and_hide_no_method(world):
    number = table.NUMBERS[id(ValueError)]
    names = ["t", "handle", [0], "add_note", "data", "_secret", 1, "code", 7, 5, 6]
    (error,) = world.decode(roots=[[5]], nodes=[
        ["h", CALLABLE], ["t"], ["t", [0]], names, ["g", number],
        ["h", 50, "x", [4], [2], "", "", [1], [3], None, None, False]])
    assert vars(error) == {"code": 7, "_pygrader_foreign": True}
    assert error.args == (None,) and isinstance(error.add_note, types.BuiltinMethodType)


# What the guest may ask of what a test passed in.

def generator():
    """A test's generator."""
    secret = "KESTREL-7731"
    yield len(secret)


class Case(unittest.TestCase):
    """A test's own case."""

    word = "own"

    def runTest(self):
        """Nothing."""


FRAME = generator().gi_frame
CLOSED = [
    (generator(), "gi_frame"), (generator(), "gi_code"), (exported, "anything"), (exported.__code__, "co_consts"),
    (FRAME, "f_builtins"), (FRAME, "f_locals"), (ValueError("KESTREL-7731"), "args"), (Failure, "mro"), (io, "open"),
    (io.StringIO("KESTREL"), "getvalue"), (Case(), "addTypeEqualityFunc"), (Case(), "assertEqual"), (Case(), "run"),
    (Case(), "id"), (types.SimpleNamespace(a=1), "__dict__"), (types.SimpleNamespace(_a=1), "_a"), ([].append, "x"),
    (pytest.MonkeyPatch(), "setattr"),
]


@pytest.mark.parametrize("target, name", CLOSED, ids=lambda value: value if type(value) is str else "")
@pytest.mark.parametrize("operation", ["get", "set", "delete"])
def test_the_guest_reads_no_machinery(world, target, name, operation):
    world.space.export(target)
    with pytest.raises(AttributeError):
        passed_in.perform(world.space, operation, [target, name] + [1] * (operation == "set"), [])


def test_the_guest_reads_what_is_the_tests_own(world):
    for target, name, value in ((types.SimpleNamespace(key="x"), "key", "x"), (Case(), "word", "own")):
        world.space.export(target)
        assert passed_in.perform(world.space, "get", [target, name], []) == value


@pytest.mark.parametrize("operation, values", [
    ("call", []), ("call", [len]), ("eval", [exported]), ("", [exported]), ("get", [exported.__code__, "co_consts"]),
    ("get", [exported, 5]), ("file", [exported, "read"]), ("file", [exported, "buffer"]),
], ids=repr)
def test_a_request_for_what_was_not_given_is_malformed(world, operation, values):
    with pytest.raises(Malformed):
        passed_in.perform(world.space, operation, values, [])


def test_the_submission_takes_no_name_of_the_library_or_the_suite(world, monkeypatch, tmp_path):
    tmp_path.joinpath("suite_helper.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    importer = Importer(world.remote, ["solution", "suite_helper", "statistics", "pytest", "extra", "queue"])
    asked = ("solution", "solution.part", "suite_helper", "statistics", "pytest", "extra", "queue", "os")
    found = {name: importer.find_spec(name, None) for name in asked}
    taken = [name for name, spec in found.items() if spec is not None and spec.loader is importer]
    assert taken == ["solution", "solution.part", "extra"]
    assert Importer(world.remote, ["queue"]).find_spec("queue", None) is not None, "the entry is the submission's"
