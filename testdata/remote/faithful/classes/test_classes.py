"""The candidate's classes as tests see them."""

# interface: objects
import copy, dataclasses, datetime, decimal, enum, inspect, pickle
import typing
import unittest
import pytest
from abc import ABC
from unittest import mock
import solution
from solution import *
from solution import Account, Savings, Point, Frozen, Color, Level, Perm, Shape, Square, Pair, Stack, DotDict, Money, Box, BankError, Node, Single

def test_basic():
    a = Account("bob", 5)
    assert a.owner == "bob" and a.balance == 5
    assert a.deposit(3) is a
    assert a.balance == 8
    a.balance = 2
    assert a._balance == 2
    with pytest.raises(ValueError, match="negative"):
        a.balance = -1
    with pytest.raises(AttributeError):
        a.nope
    assert not hasattr(a, "nope")
    assert isinstance(a, Account) and type(a) is Account
    assert Account.__doc__ == "An account." and Account.__name__ == "Account"
    assert Account.fee() == 3 and a.fee() == 3
    assert Account.empty("z").balance == 0
    assert repr(a) == "Account('bob', 2)"
    assert Account.deposit.__doc__ == "Put money in."
    assert str(inspect.signature(Account.deposit)) == "(self, amount)"
    assert str(inspect.signature(a.deposit)) == "(amount)"

def test_ops():
    a, b = Account("a", 1), Account("b", 2)
    assert a == Account("z", 1) and a != b and a < b and b > a
    assert sorted([b, a]) == [a, b]
    assert (a + b).balance == 3 and (1 + a).balance == 2 and sum([a, b], 0).balance == 3
    assert len(b) == 2 and list(a) == ["a", 1] and "a" in a and a[1] == 1 and a[-2:] == ["a", 1]
    assert a and not Account("q")
    assert hash(a) == hash(Account("x", 1))
    assert {a: 1}[Account("k", 1)] == 1
    assert len({a, Account("k", 1), b}) == 2
    assert a != 1 and not a == 1
    with a as c:
        assert c is a
    assert a.balance == 0
    assert a(4) == 8
    x, y = b
    assert (x, y) == ("b", 2)
    assert groups()[Account("", 2)] == "two"
    assert callable(a)
    with pytest.raises(TypeError):
        a - b

def test_class_state():
    Account.count = 0
    Account("a"); Account("b")
    assert Account.count == 2

def test_inherit():
    s = Savings("s", 100)
    assert s.interest() == 10.0 and isinstance(s, Account) and issubclass(Savings, Account) and Savings.rate == .1
    assert Savings.__mro__.index(Account) == 1
    s.rate = 0.2
    assert s.interest() == 20.0 and Savings.rate == .1

def test_dataclass():
    p = Point(1, 2)
    assert p == Point(1, 2) and p != Point(1, 3)
    assert dataclasses.asdict(p) == {"x": 1, "y": 2, "tags": []}
    assert dataclasses.replace(p, x=5) == Point(5, 2)
    assert [f.name for f in dataclasses.fields(Point)] == ["x", "y", "tags"]
    assert dataclasses.is_dataclass(p)
    p.tags.append(3)
    assert p.tags == [3]
    match p:
        case Point(x=1, y=yy): assert yy == 2
        case _: assert False
    match p:
        case Point(1, b): assert b == 2
        case _: assert False
    f = Frozen(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        f.a = 3
    assert f < Frozen(2) and hash(f) == hash(Frozen(1)) and {f} == {Frozen(1)}
    assert repr(p) == "Point(x=1, y=2, tags=[3])"

def test_enum():
    assert Color.RED.value == 1 and Color.RED.name == "RED" and Color(2) is Color.GREEN and Color["RED"] is Color.RED
    assert list(Color) == [Color.RED, Color.GREEN] and len(Color) == 2
    assert Color.RED.describe() == "red" and Color.RED.hot and not Color.GREEN.hot
    assert isinstance(Color.RED, Color) and issubclass(Color, enum.Enum)
    assert Level.LOW < Level.HIGH and Level.HIGH == 2 and sorted(Level)[0] is Level.LOW
    assert Perm.R | Perm.W == Perm(3) and Perm.R in (Perm.R | Perm.W)
    with pytest.raises(ValueError): Color(9)

def test_abc():
    with pytest.raises(TypeError): Shape()
    assert issubclass(Shape, ABC) and issubclass(Square, Shape) and inspect.isabstract(Shape)
    assert Square(3).double() == 18
    class Mine(Shape):
        def __init__(self, n):
            super().__init__()
            self.n = n
        def area(self): return self.n
        def double(self): return super().double() + 1
    m = Mine(4)
    assert m.double() == 9 and isinstance(m, Shape) and m.area() == 4 and m.n == 4
    class Bad(Shape): pass
    with pytest.raises(TypeError): Bad()

def test_tuple():
    p = Pair(1)
    assert p == (1, 2) and p.a == 1 and p.total() == 3 and p._fields == ("a", "b") and isinstance(p, tuple)
    a, b = p
    assert p._replace(a=4) == Pair(4, 2) and p._asdict() == {"a": 1, "b": 2} and Pair._fields == ("a", "b")

def test_containers():
    s = Stack([1])
    s.push(2)
    assert s == [1, 2] and s.top == 2 and isinstance(s, list) and len(s) == 2
    s.append(3)
    assert s.top == 3
    d = DotDict(a=1)
    assert d.a == 1 and d == {"a": 1} and d["zz"] == 0
    d.b = 3 if False else 2
    assert isinstance(d, dict)
    m = Money(5)
    assert m == 5 and str(m) == "$5" and isinstance(m, int) and m + 1 == 6 and isinstance(m, Money)

def test_misc():
    assert Box[int](3).get() == 3 and Box(4).v == 4
    with pytest.raises(BankError) as e: solution.fail()
    assert e.value.account.balance == 1 and e.value.explain() == "because no"
    solution.inc(1); solution.inc(2)
    assert solution.inc.calls == 2
    sq(2); sq(2)
    assert sq.cache_info().hits == 1
    n = Node(1); n.next = Node(2)
    assert n.next.v == 2 and n.next.next is None
    c = copy.copy(n); d = copy.deepcopy(n)
    assert c.next is n.next and d.next is not n.next and d.next.v == 2
    assert Single() is Single()
    q = pickle.loads(pickle.dumps(Account("p", 9)))
    assert q == Account("p", 9)
    assert vars(n)["v"] == 1

def test_patch(monkeypatch):
    with mock.patch.object(Account, "deposit", return_value=42) as dep:
        assert Account("a").deposit(5) == 42
        dep.assert_called_once_with(5)
    a = Account("a")
    assert a.deposit(5) is a
    monkeypatch.setattr(Account, "fee", staticmethod(lambda: 9))
    assert Account.fee() == 9


def test_an_object_that_a_callback_let_go():
    """It comes again in the answer of the call that the callback was in."""
    assert solution.Ok(3).then(lambda made: made.value).value == 3


def test_weak_references():
    """Of tests' to the candidate's objects, and the other way round."""
    import gc
    import weakref
    node = Node(1)
    ref = weakref.ref(node)
    assert ref() is node
    del node
    gc.collect()
    assert ref() is None


def test_what_a_careless_comparison_raises():
    assert solution.Careless(1) != solution.Careless(2)
    with pytest.raises(AttributeError):
        solution.Careless(1) != "1"
    with pytest.raises(AttributeError):
        solution.Careless(1) == "1"


def test_objects_that_ought_to_differ_from_data():
    with pytest.raises(AssertionError):
        assert solution.Loose("a") != "a"
    with pytest.raises(AssertionError):
        unittest.TestCase().assertNotEqual(solution.Loose("1"), 1)
    with pytest.raises(AssertionError):
        assert not solution.Loose("a") == "a", "a message"
    with pytest.raises(AssertionError):
        unittest.TestCase().assertFalse(solution.Loose("a") == "a")
    with pytest.raises(AssertionError):
        assert solution.Loose("b") != "a" and (
            not (solution.Loose("a") == "a" or solution.Loose("a") == "b"))
    assert solution.Loose("a") != "b" and "c" != solution.Loose("a")
    unittest.TestCase().assertNotEqual(solution.Loose("1"), 2)
    unittest.TestCase().assertFalse(solution.Loose("1") == 2)


class TestWhatACarelessComparisonRaises(unittest.TestCase):
    def test_it_is_raised_in_assertions_too(self):
        with self.assertRaises(AttributeError):
            self.assertNotEqual(solution.Careless(1), "1")
        with self.assertRaises(AttributeError):
            self.assertEqual(solution.Careless(1), "1")


def test_context_managers_that_decorate():
    """They have __call__ from the library's class."""
    by_class = solution.Tag("b")
    assert by_class(lambda text: text)("x") == "x"
    assert by_class.seen == ["<b>", "</b>"]
    seen = []
    by_function = solution.tag(seen)(lambda: seen.append("body"))
    by_function()
    by_function()
    assert seen == ["in", "body", "out"] * 2


def test_a_property_on_the_class():
    found = solution.Radius.value
    assert isinstance(found, property) and found.fset is None and found.__doc__ == "Of a circle."
    assert found.fget(solution.Radius()) == 1


def test_a_constant_is_itself():
    assert solution.Radius().label() is solution.Radius.LABEL


def test_mocks_with_a_specification():
    """Their methods are no coroutines, and they are instances of what they stand for."""
    account = mock.create_autospec(Account, instance=True)
    account.deposit.return_value = 7
    assert solution.balance_of(account) == 7
    account.deposit.assert_called_once_with(5)
    for made in (account, mock.Mock(spec=Account), mock.MagicMock(spec=Savings)):
        assert solution.is_account(made)
    assert not solution.is_account(mock.Mock())


def test_a_list_with_a_length_of_its_own():
    assert solution.total(solution.Ring([1, 2]), lambda number: number + 1) == 5


def test_a_list_that_says_nothing_of_its_text():
    stack = solution.Pile([1]).push("a")
    assert str(stack) == repr(stack) == f"{stack}" == "[1, 'a']" and repr([stack]) == "[[1, 'a']]"


def test_operators_of_ones_own_on_data():
    assert solution.Vector((1, 2)) + (3, 4) == (4, 6)
    assert solution.Vector((1, 2)) * 2 == (2, 4) and type(solution.Vector((1,)) * 2) is solution.Vector
    with pytest.raises(TypeError, match="no factor"):
        solution.Vector((1,)) * "a"


def test_below_values_of_the_library():
    day = solution.Day(2020, 12, 31)
    assert day.next() == datetime.date(2021, 1, 1) and type(day + 1) is solution.Day and day.quarter == 4
    assert isinstance(day, datetime.date) and day.isoformat() == "2020-12-31" and day < solution.Day(2021, 1, 1)
    assert solution.Ratio(7, 2).mixed() == (3, 1) and solution.Ratio(1, 2) == solution.Ratio(2, 4) == 0.5
    assert solution.Cents("1.5").whole() == 150 and {solution.Cents("1"): "a"}[decimal.Decimal(1)] == "a"


def test_below_what_holds_data():
    assert solution.Shout("hey").louder() == "HEY!" != "hey"
    assert solution.Scores([1, 3]) == [1, 3] and solution.Scores([1, 3]).best() == 3
    assert solution.Scores([1]) != [2]


def test_exceptions_below_the_base_of_all():
    with pytest.raises(solution.Quit) as caught:
        solution.quit_with(3)
    assert caught.value.code == 3 and type(caught.value) is solution.QuitLoudly
    try:
        raise solution.Quit(4)
    except BaseException as error:
        assert error.code == 4


def test_data_and_what_is_none_together():
    place = solution.Place(1, 2)
    assert place.named() == "Place 1" and place == (1, 2) and isinstance(place, solution.Named)
    assert solution.Count(3).named() == "Count 5" and solution.Count(3) + 1 == 4


def test_what_is_not_implemented():
    picky = solution.Picky()
    assert picky.__lt__(5) is NotImplemented and picky.__add__(picky) is NotImplemented
    with pytest.raises(TypeError):
        picky < 5
    with pytest.raises(TypeError):
        picky + picky


def test_a_method_that_a_test_takes_away():
    class Silent(solution.Shown):
        show = None
    assert Silent().text() == "nothing" and solution.Shown().text() == "shown"


def test_slices_of_anything():
    assert solution.start_of(slice("a", None)) == ("a", slice("a", "z"))


def test_a_bare_object():
    assert solution.NOTHING != 5 and solution.NOTHING not in [1, None] and solution.NOTHING == solution.NOTHING


def test_copies_of_what_stays():
    class Mine(solution.Box):
        pass
    assert type(copy.deepcopy(Mine(1))) is Mine
    assert copy.copy(solution.start_of) is copy.deepcopy(solution.start_of) is solution.start_of


def test_a_metaclass_that_looks_at_each_assignment():
    with pytest.raises(TypeError, match="run is defined twice"):
        class Twice(solution.Strictly):
            def run(self): pass
            def run(self): pass  # noqa: F811
    with pytest.raises(TypeError, match="x is defined twice"):
        class Again(metaclass=solution.Strict):
            x = 1
            x = 2

    class Fine(metaclass=solution.Strict, tag="t"):
        x = 1

        def double(self):
            return self.x * 2
    assert Fine().double() == 2 and Fine.tag == "t"


def test_keywords_of_a_class_statement():
    class Mine(solution.Plugin, key="mine"):
        pass
    assert solution.Plugin.known == {"mine": Mine}


def test_an_object_that_says_farewell(capsys):
    log = []
    handle = solution.Handle(log)
    assert log == []
    del handle
    assert log == ["gone"] and capsys.readouterr().out == "gone\n"


def test_repr_of_an_exception():
    assert repr(solution.Mismatch("age", int)) == "Mismatch('age', int)"


def test_doc_of_an_object():
    assert solution.Documented("of this one").__doc__ == "of this one" and solution.Documented.__doc__ == "Of all."


def test_type_hints():
    assert typing.get_type_hints(solution.hinted) == {"a": int, "b": list[str], "return": solution.Documented}
    assert typing.get_type_hints(solution.Hinted.area) == {"scale": int, "return": float}
    assert typing.get_type_hints(solution.Hinted().itself)["return"] is solution.Hinted


def test_single_dispatch_on_a_class_of_the_solution():
    @solution.say.register
    def _(thing: solution.Described):
        return "described"
    assert solution.say(solution.Described()) == "described" and solution.say(3) == "anything"


def test_signature_of_a_class():
    class Below(solution.Documented):
        pass

    class Other(solution.Documented):
        def __init__(self, first, *rest):
            super().__init__(first)
    assert str(inspect.signature(solution.Documented)) == "(doc)" == str(inspect.signature(Below))
    assert list(inspect.signature(Other).parameters) == ["first", "rest"]
    assert list(inspect.signature(solution.Described).parameters) == ["a"]
