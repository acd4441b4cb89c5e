import unittest

from forth import Zipper


class ZipperTest(unittest.TestCase):
    def bt(self, value, left, right):
        return {"value": value, "left": left, "right": right}

    def leaf(self, value):
        return self.bt(value, None, None)

    def create_trees(self):
        t1 = self.bt(1, self.bt(2, None, self.leaf(3)), self.leaf(4))
        t2 = self.bt(1, self.bt(5, None, self.leaf(3)), self.leaf(4))
        return t1, t2

    def test_data_is_retained(self):
        t1, _ = self.create_trees()
        self.assertEqual(Zipper.from_tree(t1).to_tree(), t1)

    def test_left_right_and_value(self):
        t1, _ = self.create_trees()
        self.assertEqual(Zipper.from_tree(t1).left().right().value(), 3)

    def test_dead_end(self):
        t1, _ = self.create_trees()
        self.assertIsNone(Zipper.from_tree(t1).left().left())

    def test_traversing_up_from_top(self):
        t1, _ = self.create_trees()
        self.assertIsNone(Zipper.from_tree(t1).up())

    def test_set_value(self):
        t1, t2 = self.create_trees()
        self.assertEqual(Zipper.from_tree(t1).left().set_value(5).to_tree(), t2)

    def test_set_value_after_traversing_up(self):
        t1, t2 = self.create_trees()
        self.assertEqual(Zipper.from_tree(t1).left().right().up().set_value(5).to_tree(), t2)

    def test_original_is_untouched(self):
        t1, t2 = self.create_trees()
        zipper = Zipper.from_tree(t1)
        zipper.left().set_value(5)
        self.assertEqual(zipper.to_tree(), self.create_trees()[0])

    def test_set_left_to_none(self):
        t1, _ = self.create_trees()
        self.assertEqual(Zipper.from_tree(t1).left().set_right(None).to_tree()["left"], self.leaf(2))

    def test_different_paths_to_same_zipper(self):
        t1, _ = self.create_trees()
        self.assertEqual(Zipper.from_tree(t1).left().up().right().to_tree(), Zipper.from_tree(t1).right().to_tree())
