import unittest

from solution import Append, Command, Document, History, Macro, NothingToUndo


class HistoryTest(unittest.TestCase):
    def setUp(self):
        self.document = Document()
        self.history = History(self.document)

    def do(self, *texts):
        for text in texts:
            self.history.do(Append(text))

    def test_do(self):
        self.do("a", "b")
        self.assertEqual(self.document.text, "ab")

    def test_undo_and_redo(self):
        self.do("a", "b")
        self.history.undo()
        self.assertEqual(self.document.text, "a")
        self.history.redo()
        self.assertEqual(self.document.text, "ab")

    def test_new_command_drops_the_redo_list(self):
        self.do("a")
        self.history.undo()
        self.do("x")
        with self.assertRaises(NothingToUndo):
            self.history.redo()
        self.assertEqual(self.document.text, "x")

    def test_nothing_to_undo(self):
        self.assertFalse(self.history.can_undo)
        self.assertRaises(NothingToUndo, self.history.undo)

    def test_undo_returns_the_command(self):
        command = Append("q")
        self.history.do(command)
        self.assertTrue(self.history.can_undo)
        self.assertIs(self.history.undo(), command)

    def test_macro_is_undone_as_one_and_backwards(self):
        self.history.do(Macro([Append("1"), Append("2")]))
        self.assertEqual(self.document.text, "12")
        self.history.undo()
        self.assertEqual(self.document.text, "")

    def test_command_of_the_test(self):
        class Upper(Command):
            def execute(self, document):
                self.before = document.text
                document.text = document.text.upper()

            def undo(self, document):
                document.text = self.before

        self.do("abc")
        self.history.do(Upper())
        self.do("d")
        self.assertEqual(self.document.text, "ABCd")
        self.history.undo()
        self.history.undo()
        self.assertEqual(self.document.text, "abc")

    def test_failing_command_is_not_recorded(self):
        class Broken(Command):
            def execute(self, document):
                document.text += "?"
                raise RuntimeError("no")

            def undo(self, document):
                document.text = document.text[:-1]

        self.do("a")
        with self.assertRaisesRegex(RuntimeError, "^no$"):
            self.history.do(Broken())
        self.assertEqual(self.document.text, "a")
        self.assertEqual(len(self.history), 1)

    def test_limit(self):
        history = History(self.document, limit=2)
        for letter in "abc":
            history.do(Append(letter))
        history.undo()
        history.undo()
        self.assertFalse(history.can_undo)
        self.assertEqual(self.document.text, "a")

    def test_snapshot_of_a_plain_list(self):
        items = [1, 2]
        with History.saved(items) as before:
            items.append(3)
            items[0] = "x"
        self.assertEqual(items, [1, 2])
        self.assertEqual(before, [1, 2])

    def test_names(self):
        self.do("a")
        self.history.do(Macro([Append("b")], name="paste"))
        self.assertEqual([c.name for c in self.history], ["append 'a'", "paste"])
