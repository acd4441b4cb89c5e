import unittest

import solution


class ToRoman(unittest.TestCase):
    known = {1: "I", 4: "IV", 9: "IX", 14: "XIV", 40: "XL", 90: "XC", 400: "CD", 1994: "MCMXCIV", 3999: "MMMCMXCIX"}

    def test_known_values(self):
        for number, numeral in self.known.items():
            with self.subTest(number=number):
                self.assertEqual(solution.to_roman(number), numeral)

    def test_out_of_range(self):
        for number in (0, -1, 4000):
            with self.subTest(number=number), self.assertRaises(ValueError):
                solution.to_roman(number)

    def test_wants_an_int(self):
        with self.assertRaises(TypeError):
            solution.to_roman(1.5)
        with self.assertRaises(TypeError):
            solution.to_roman("7")


class FromRoman(unittest.TestCase):
    def test_round_trip(self):
        for number in range(1, 4000, 37):
            self.assertEqual(solution.from_roman(solution.to_roman(number)), number)

    def test_lower_case(self):
        self.assertEqual(solution.from_roman("mmxxiv"), 2024)

    def test_malformed(self):
        for text in ("", "IIII", "VX", "IC", "ABC", "MMMM"):
            with self.subTest(text=text):
                with self.assertRaisesRegex(ValueError, "not a roman numeral"):
                    solution.from_roman(text)


if __name__ == "__main__":
    unittest.main()
