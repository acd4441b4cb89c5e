import unittest

import solution
from solution import Command, Config, SingletonMeta, interface


class SingletonTest(unittest.TestCase):
    def tearDown(self):
        Config.reset()

    def test_one_instance(self):
        self.assertIs(Config(), Config())

    def test_init_runs_once(self):
        Config().values["a"] = 1
        self.assertEqual(Config().values, {"a": 1})

    def test_reset(self):
        before = Config()
        before.values["a"] = 1
        Config.reset()
        self.assertIsNot(Config(), before)
        self.assertEqual(Config().values, {})

    def test_class_of_class(self):
        self.assertIsInstance(Config, SingletonMeta)
        self.assertIsInstance(Config(), Config)

    def test_classes_of_the_test_get_their_own(self):
        class Pool(metaclass=SingletonMeta):
            pass

        self.assertIs(Pool(), Pool())
        self.assertIsNot(Pool(), Config())


class RegistryTest(unittest.TestCase):
    def test_built_in_commands(self):
        self.assertIn("add", Command.registry)
        self.assertEqual(sorted(Command.registry), ["add", "power_of"])

    def test_run_by_name(self):
        self.assertEqual(Command.run("add", 2, 3), 5)
        self.assertEqual(solution.Command.run("power_of", 2, 5), 32)

    def test_subclass_registers_itself(self):
        self.addCleanup(Command.registry.pop, "negate_all", None)

        class NegateAll(Command):
            def execute(self, *numbers):
                return [-n for n in numbers]

        self.assertIs(Command.registry["negate_all"], NegateAll)
        self.assertEqual(Command.run("negate_all", 1, 2), [-1, -2])

    def test_execute_is_demanded_at_class_creation(self):
        with self.assertRaisesRegex(TypeError, "Lazy must define execute"):
            class Lazy(Command):
                pass
        self.assertNotIn("lazy", Command.registry)

    def test_unknown(self):
        with self.assertRaises(KeyError):
            Command.run("nothing")


class InterfaceTest(unittest.TestCase):
    def test_class_decorator_checks_methods(self):
        @interface("open", "close")
        class Door:
            def open(self):
                return "open"

            def close(self):
                return "shut"

        self.assertEqual(Door().open(), "open")
        self.assertEqual(Door.__interface__, ("open", "close"))

        with self.assertRaises(TypeError) as caught:
            @interface("open", "close")
            class Window:
                open = None
        self.assertEqual(str(caught.exception), "Window lacks open, close")
