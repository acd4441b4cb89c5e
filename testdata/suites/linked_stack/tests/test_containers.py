import unittest

from solution import EmptyError, LinkedList, Queue, Stack


class StackTest(unittest.TestCase):
    def setUp(self):
        self.stack = Stack()

    def test_new_stack_is_empty(self):
        self.assertEqual(len(self.stack), 0)
        self.assertFalse(self.stack)

    def test_last_in_first_out(self):
        for item in "abc":
            self.stack.push(item)
        self.assertEqual([self.stack.pop() for _ in range(3)], ["c", "b", "a"])

    def test_peek_leaves_the_item(self):
        self.stack.push(1)
        self.assertEqual(self.stack.peek(), 1)
        self.assertEqual(len(self.stack), 1)

    def test_pop_from_empty(self):
        with self.assertRaises(EmptyError):
            self.stack.pop()
        with self.assertRaises(IndexError):
            self.stack.peek()

    def test_equal_when_contents_are(self):
        other = Stack()
        self.assertEqual(self.stack, other)
        other.push(1)
        self.assertNotEqual(self.stack, other)
        self.assertNotEqual(other, [1])

    def test_same_object_comes_back(self):
        thing = object()
        self.stack.push(thing)
        self.assertIs(self.stack.pop(), thing)


class QueueTest(unittest.TestCase):
    def test_first_in_first_out(self):
        queue = Queue([1, 2])
        queue.put(3)
        self.assertEqual([queue.get(), queue.get(), queue.get()], [1, 2, 3])
        self.assertRaises(EmptyError, queue.get)


class LinkedListTest(unittest.TestCase):
    def test_iterates_in_order(self):
        self.assertEqual(list(LinkedList("xyz")), ["x", "y", "z"])

    def test_nodes_are_linked(self):
        items = LinkedList([1, 2])
        self.assertEqual(items.head.value, 1)
        self.assertEqual(items.head.next.value, 2)
        self.assertIsNone(items.head.next.next)

    def test_remove(self):
        items = LinkedList([1, 2, 3, 2])
        items.remove(2)
        self.assertEqual(list(items), [1, 3, 2])
        items.remove(1)
        self.assertSequenceEqual([*items], [3, 2])
        with self.assertRaisesRegex(ValueError, "9 is not in the list"):
            items.remove(9)

    def test_reverse_in_place(self):
        items = LinkedList([1, 2, 3])
        first = items.head
        self.assertIsNone(items.reverse())
        self.assertEqual(list(items), [3, 2, 1])
        self.assertIsNone(first.next)

    def test_repr(self):
        self.assertEqual(repr(LinkedList([1, "a"])), "LinkedList([1, 'a'])")
        self.assertIn(1, LinkedList([1]))

    def test_append_after_manual_linking(self):
        items = LinkedList()
        items.append("only")
        items.head.value = "changed"
        self.assertEqual(list(items), ["changed"])
