from decimal import Decimal
from unittest import TestCase

from solution import Currency, Money, table


class MoneyTest(TestCase):
    def setUp(self):
        self.eur = Currency("EUR", "€", 2)
        self.jpy = Currency("JPY", "¥", 0)

    def money(self, amount, currency=None):
        return Money(Decimal(amount), currency or self.eur)

    def test_str(self):
        self.assertEqual(str(self.money("1234.5")), "1,234.50 EUR")
        self.assertEqual(str(self.money("1234", self.jpy)), "1,234 JPY")

    def test_repr(self):
        self.assertEqual(repr(self.money("1.5")), "Money('1.50', 'EUR')")

    def test_format_symbol(self):
        self.assertEqual(f"{self.money('-7.25'):s}", "-€7.25")
        self.assertEqual("{:s}".format(self.money("7", self.jpy)), "¥7")

    def test_format_falls_back_to_str(self):
        self.assertEqual(f"{self.money('2')}", "2.00 EUR")
        self.assertEqual(f"{self.money('2'):>12}", "    2.00 EUR")

    def test_bad_format(self):
        with self.assertRaises(ValueError):
            format(self.money("1"), "q!")

    def test_rounds_half_even(self):
        self.assertEqual(self.money("0.125").amount, Decimal("0.12"))
        self.assertEqual(self.money("0.135").amount, Decimal("0.14"))

    def test_no_floats(self):
        with self.assertRaisesRegex(TypeError, "float"):
            Money(1.1, self.eur)

    def test_addition_needs_one_currency(self):
        self.assertEqual(self.money("1.10") + self.money("2.20"), self.money("3.30"))
        with self.assertRaises(ValueError) as caught:
            self.money("1") + self.money("1", self.jpy)
        self.assertEqual(caught.exception.args, ("EUR", "JPY"))

    def test_split_loses_nothing(self):
        parts = self.money("10.00").split(3)
        self.assertEqual([p.amount for p in parts], [Decimal("3.34"), Decimal("3.33"), Decimal("3.33")])
        self.assertEqual(sum(parts, self.money("0")), self.money("10"))

    def test_table(self):
        rows = [("Tea", self.money("2.5")), ("Teapot", self.money("1240"))]
        self.assertMultiLineEqual(table(rows), """\
Tea         2.50 EUR
Teapot  1,240.00 EUR
""")

    def test_bytes_and_hash(self):
        self.assertEqual(hash(self.money("1.0")), hash(self.money("1.00")))
        self.assertEqual(bytes(self.money("1")), b"1.00 EUR")
