import array
import collections

import solution


def test_result_is_the_argument():
    """Identity of what goes in and comes out."""
    items = [1]
    assert solution.same(items) is items
    assert solution.append(items, 2) is items and items == [1, 2]


def test_parts_keep_identity():
    """result[0] is arg[0]."""
    part = [1]
    result = solution.same([part, {"k": part}, (part,)])
    assert result[0] is part and result[1]["k"] is part and result[2][0] is part


def test_every_kind_is_changed_in_place():
    """list, dict, set, deque, bytearray and Counter are refilled, not replaced."""
    listed, mapping, unique = [1], {"a": 1, "c": 2}, {1}
    queue, raw, counter = collections.deque([1]), bytearray(b"x"), collections.Counter()
    solution.change_all(listed, mapping, unique, queue, raw, counter)
    assert listed == [3, 2, 1] and mapping == {"c": 2, "b": [3, 2, 1]} and mapping["b"] is listed
    assert unique == {1, 9} and queue == collections.deque([0, 1]) and raw == b"x!" and counter == {"x": 1}


def test_order_of_a_dict_is_kept():
    """A dict whose keys were moved has its new order here too."""
    mapping = {"a": 1, "b": 2}
    solution.reorder(mapping)
    assert list(mapping) == ["b", "a"]


def test_an_argument_left_alone_stays():
    """What the solution did not change is not touched."""
    inner = [1]
    items = [inner]
    solution.deep(items)
    assert items[0] is inner and items == [[1]]


def test_a_kept_list_follows_both_sides():
    """A list that the solution keeps and the test changes later, and the other way round."""
    items = [1]
    solution.keep(items)
    items.append(2)
    assert solution.kept() == [1, 2]
    assert solution.kept() is items
    solution.add_to_kept(3)
    assert items == [1, 2, 3]


def test_module_level_container():
    """A container imported from the solution sees what calls do to it."""
    from solution import registry
    solution.register("a")
    solution.register("b")
    assert registry == ["a", "b"] and solution.registry is registry
    registry.clear()
    solution.register("c")
    assert registry == ["c"]


def test_sharing_and_cycles_in_a_result():
    """The object graph of a result is kept."""
    a, b, (c,) = solution.shared()
    assert a is b is c
    looped = solution.cycle()
    assert looped[1] is looped


def test_sharing_in_an_argument():
    """The object graph of an argument is kept, and deepcopy in the solution keeps it again."""
    part = [1]
    whole = {"a": part, "b": part}
    whole["self"] = whole
    copied = solution.deep(whole)
    assert copied is not whole and copied["a"] is copied["b"] and copied["self"] is copied
    assert copied["a"] is not part
    assert solution.shallow(part) is not part


def test_swapped_parts():
    """References resolve to the originals."""
    one, two = [1], [2]
    pair = [one, two]
    solution.swap(pair)
    assert pair[0] is two and pair[1] is one


def test_a_change_before_an_exception_is_seen():
    """An exception does not lose what was changed before it."""
    items = []
    try:
        solution.fail_after(items)
    except ValueError:
        pass
    assert items == ["seen"]


def test_a_subclass_of_list_is_refilled_as_its_base():
    """The candidate's own list class crosses as a list and follows."""
    stack = solution.push(2)
    assert stack == [1, 2]
    stack.append(3)
    assert solution.push(4) == [1, 2, 3, 4]


def test_undo_history():
    """A container handed over in one call and handed back in a later one."""
    history = solution.undo_history()
    state = {"a": 1}
    history["save"](state)
    state["a"] = 2
    assert history["undo"]() is state


def test_mutable_default_is_one_object():
    """A default argument is the same list at each call."""
    first = solution.with_default(1)
    assert solution.with_default(2) is first and first == [1, 2]


def test_views_follow_their_dict():
    """Views and proxies come over their dict."""
    mapping = {"a": 1}
    keys = solution.same(mapping.keys())
    mapping["b"] = 2
    assert list(keys) == ["a", "b"]


def test_chain_map_shares_its_maps():
    """The maps of a ChainMap are the containers that they are elsewhere."""
    chain = solution.chain()
    assert chain.maps[1] is solution.settings


def test_many_calls_release_what_nobody_holds():
    """A thousand short-lived lists leave nothing to compare."""
    total = 0
    for number in range(1000):
        total += len(solution.append([number], 1))
    assert total == 2000


COLLECTED = solution.same([1, 2])


def test_collection_keeps_its_numbers():
    """What crossed while tests were collected is the same container in a test."""
    assert solution.same(COLLECTED) is COLLECTED


def test_other_kinds_are_changed_in_place():
    """So are OrderedDict, defaultdict, array and, through its first map, ChainMap."""
    ordered, default = collections.OrderedDict(a=1, b=2), collections.defaultdict(list)
    numbers, first = array.array("d", [1.5]), {}
    solution.change_others(ordered, default, numbers, collections.ChainMap(first, {"old": 0}))
    assert list(ordered) == ["b", "a"] and default == {"b": [1]} and default.default_factory is list
    assert numbers == array.array("d", [1.5, 2.5]) and first == {"new": 1}


def test_a_list_within_values_that_do_not_change():
    """A list in a tuple, in a tuple that is a value of a dict, is still the same list."""
    inner = []
    outer = {"k": (1, (inner,))}
    assert solution.append(outer["k"][1][0], 1) is inner and inner == [1]
    assert solution.same(outer)["k"][1][0] is inner


def test_a_container_in_an_exception():
    """What an exception carries is the container itself."""
    items = []
    try:
        solution.raise_with(items)
    except ValueError as error:
        assert error.args[0] is items and items == ["raised"]
    else:
        raise AssertionError("nothing was raised")


def test_a_container_only_the_solution_holds():
    """A list that the test dropped lives on where the solution keeps it."""
    held = [solution.hold([number]) for number in range(50)]
    for number in range(50):
        solution.same([number])
    assert [function() for function in held] == [[number] for number in range(50)]
