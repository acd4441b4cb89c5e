"""Edges of a streamed CSV report."""

from decimal import Decimal

import pytest

from solution import csv_report

NOTHING = {"groups": {}, "good": 0, "bad": 0, "bad_rows": []}


def groups(**totals):
    """The groups of a report in which every group has one row."""
    return {name: {"rows": 1, "total": Decimal(total)} for name, total in totals.items()}


@pytest.mark.task("quoting")
class TestQuoting:
    def test_commas_and_quotes_inside_quotes(self, sandbox_files):
        """A quoted comma ends no field, and two quotes stand for one."""
        path = sandbox_files.write(
            "t.csv",
            'note,who,sum\n"a, ""b"", c","Smith, ""Jo""","1.5"\n"x,y",Lee,2\n"",Lee,"3"\n',
        )
        assert csv_report(path, "who", "sum") == {
            "groups": {
                'Smith, "Jo"': {"rows": 1, "total": Decimal("1.5")},
                "Lee": {"rows": 2, "total": Decimal(5)},
            },
            "good": 3,
            "bad": 0,
            "bad_rows": [],
        }

    def test_lines_inside_quotes_do_not_count_as_rows(self, sandbox_files):
        """A row is numbered by rows, whatever lines and blank lines precede it."""
        path = sandbox_files.write(
            "t.csv",
            'who,"the\nnote",sum\na,"one\n\ntwo,three",1\n\n\nb,"\n",2\nc,"x\ny",none\n\nd,z,4\n',
        )
        assert csv_report(path, "who", "sum") == {
            "groups": groups(a=1, b=2, d=4),
            "good": 3,
            "bad": 1,
            "bad_rows": [{"row": 3, "reason": "amount"}],
        }

    @pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
    def test_a_line_break_in_a_group_stays_as_written(self, sandbox_files, end):
        """Reading translates no line ends inside a value."""
        path = sandbox_files.write("t.csv", f'who,sum{end}"north{end}east",1{end}b,2{end}')
        assert csv_report(path, "who", "sum")["groups"] == {
            f"north{end}east": {"rows": 1, "total": Decimal(1)},
            "b": {"rows": 1, "total": Decimal(2)},
        }

    def test_a_quoted_header(self, sandbox_files):
        """Names of columns are values too: the wanted one may hold a comma."""
        path = sandbox_files.write("t.csv", '"sum, net",id,who\n1,x,a\n2,y,b\n')
        assert csv_report(path, "who", "sum, net")["groups"] == groups(a=1, b=2)


@pytest.mark.task("bad-rows")
class TestBadRows:
    def test_too_few_and_too_many_fields(self, sandbox_files):
        """A row of another width is bad even where group and amount are there."""
        path = sandbox_files.write(
            "t.csv", "who,sum,note\na,1\na,2,,\nx\na,4,\n,bad,z,\nb,8,y\n"
        )
        assert csv_report(path, "who", "sum") == {
            "groups": groups(a=4, b=8),
            "good": 2,
            "bad": 4,
            "bad_rows": [{"row": row, "reason": "columns"} for row in (1, 2, 3, 5)],
        }

    @pytest.mark.parametrize(
        "text",
        ["", "abc", "nan", "-Infinity", "1e3", "1_000", ".5", "5.", "1 000", "--1", "$5",
         "\u0661\u0662", "0x10"],
        ids=["empty", "word", "nan", "infinity", "exponent", "underscore", "bare-point",
             "end-point", "inner-space", "two-signs", "currency", "other-digits", "hex"],
    )
    def test_what_is_no_amount(self, sandbox_files, text):
        """What a number parser takes beyond plain digits must not get into the money."""
        path = sandbox_files.write("t.csv", f"who,sum\na,1\na,{text}\na,2\n")
        assert csv_report(path, "who", "sum") == {
            "groups": {"a": {"rows": 2, "total": Decimal(3)}},
            "good": 2,
            "bad": 1,
            "bad_rows": [{"row": 2, "reason": "amount"}],
        }

    def test_signs_spaces_and_zeros(self, sandbox_files):
        """Every amount that the statement allows counts, zero and negative ones too."""
        path = sandbox_files.write(
            "t.csv", 'who,sum\na , 1.50\n a,-0.25\n"a ",+3 \nb,0\nc,-0007\nc,007.0\n'
        )
        assert csv_report(path, "who", "sum") == {
            "groups": {
                "a": {"rows": 3, "total": Decimal("4.25")},
                "b": {"rows": 1, "total": Decimal(0)},
                "c": {"rows": 2, "total": Decimal(0)},
            },
            "good": 6,
            "bad": 0,
            "bad_rows": [],
        }

    def test_the_first_reason_counts(self, sandbox_files):
        """Columns come before group, group before amount; a blank group is empty."""
        path = sandbox_files.write("t.csv", "who,sum\n,x\n,\n  ,1\na,\n,x,1\n")
        assert csv_report(path, "who", "sum") == {
            "groups": {},
            "good": 0,
            "bad": 5,
            "bad_rows": [
                {"row": 1, "reason": "group"},
                {"row": 2, "reason": "group"},
                {"row": 3, "reason": "group"},
                {"row": 4, "reason": "amount"},
                {"row": 5, "reason": "columns"},
            ],
        }

    def test_only_the_first_hundred_are_listed(self, sandbox_files):
        """The count goes on where the list ends."""
        path = sandbox_files.write("t.csv", "who,sum\n" + "a,1\nb,?\n" * 150)
        assert csv_report(path, "who", "sum") == {
            "groups": {"a": {"rows": 150, "total": Decimal(150)}},
            "good": 150,
            "bad": 150,
            "bad_rows": [{"row": 2 * number, "reason": "amount"} for number in range(1, 101)],
        }


@pytest.mark.task("exact-money")
class TestExactMoney:
    @pytest.mark.parametrize(
        "amounts, total",
        [
            pytest.param(["0.1"] * 10, "1", id="tenths"),
            pytest.param(["9007199254740993", "0.01"], "9007199254740993.01", id="large"),
            pytest.param(["123456789012345678901.0001", "-123456789012345678901"], "0.0001",
                         id="cancelling"),
            pytest.param(["0.005", "0.0005"], "0.0055", id="below-a-cent"),
        ],
    )
    def test_totals_are_exact(self, sandbox_files, amounts, total):
        """No amount passes through a float, and none is rounded to cents."""
        lines = "".join(f"a,{amount}\n" for amount in amounts)
        path = sandbox_files.write("t.csv", "who,sum\n" + lines)
        result = csv_report(path, "who", "sum")["groups"]["a"]["total"]
        assert type(result) is Decimal
        assert result == Decimal(total)

    def test_a_total_of_whole_numbers_is_a_decimal(self, sandbox_files):
        """The type does not depend on the values."""
        path = sandbox_files.write("t.csv", "who,sum\na,2\na,-2\n")
        result = csv_report(path, "who", "sum")["groups"]["a"]["total"]
        assert type(result) is Decimal
        assert result == Decimal(0)


@pytest.mark.task("encodings")
class TestEncodings:
    @pytest.mark.parametrize("name", ["utf-8", "UTF-8"], ids=["lower-case", "upper-case"])
    def test_a_byte_order_mark_is_not_part_of_the_first_name(self, sandbox_files, name):
        """A spreadsheet's file is read like any other, with the encoding named or not."""
        path = sandbox_files.write("t.csv", b"\xef\xbb\xbf" + "who,sum\nZo\u00eb,1\n".encode())
        expected = {"Zo\u00eb": {"rows": 1, "total": Decimal(1)}}
        assert csv_report(path, "who", "sum")["groups"] == expected
        assert csv_report(path, "who", "sum", encoding=name)["groups"] == expected

    def test_a_quoted_first_name_after_the_mark(self, sandbox_files):
        """The mark goes before the CSV is read, or the quotes would stay."""
        path = sandbox_files.write("t.csv", b'\xef\xbb\xbf"who",sum\na,1\n')
        assert csv_report(path, "who", "sum")["groups"] == groups(a=1)

    @pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "latin-1"])
    def test_another_encoding(self, sandbox_files, encoding):
        """The caller's encoding is used, for names and values."""
        text = "gr\u00f6\u00dfe,sum\nM\u00fcller,1\n"
        path = sandbox_files.write("t.csv", text.encode(encoding))
        result = csv_report(path, "gr\u00f6\u00dfe", "sum", encoding=encoding)
        assert result["groups"] == {"M\u00fcller": {"rows": 1, "total": Decimal(1)}}

    def test_bytes_that_do_not_decode(self, sandbox_files):
        """They are replaced: in a note they do no harm, in a group they are seen."""
        path = sandbox_files.write(
            "t.csv", b"who,sum,note\na,1,caf\xe9\nM\xfcller,2,\nc,4,\n"
        )
        assert csv_report(path, "who", "sum") == {
            "groups": {**groups(a=1, c=4), "M\ufffdller": {"rows": 1, "total": Decimal(2)}},
            "good": 3,
            "bad": 0,
            "bad_rows": [],
        }

    def test_other_line_ends(self, sandbox_files):
        """A file of another system is the same report, without a last line end too."""
        path = sandbox_files.write("t.csv", "who,sum\r\na,1\r\n\r\nb,2\r\nc,3")
        assert csv_report(path, "who", "sum") == {
            "groups": groups(a=1, b=2, c=3),
            "good": 3,
            "bad": 0,
            "bad_rows": [],
        }


@pytest.mark.task("empty")
class TestEmpty:
    @pytest.mark.parametrize(
        "data",
        [b"", b"\n\r\n\n", b"who,sum", b"who,sum\n\n\n"],
        ids=["no-bytes", "blank-lines", "header-without-line-end", "header-only"],
    )
    def test_nothing_to_count(self, sandbox_files, data):
        """An empty export is a report about nothing, not an error."""
        path = sandbox_files.write("t.csv", data)
        assert csv_report(path, "who", "sum") == NOTHING

    @pytest.mark.parametrize("name", ["amount", "su"])
    def test_a_missing_amount_is_named(self, sandbox_files, name):
        """A name is compared as a whole, and reported even where no row would need it."""
        path = sandbox_files.write("t.csv", "who,sum\n")
        with pytest.raises(ValueError, match=name):
            csv_report(path, "who", name)

    def test_a_header_after_blank_lines(self, sandbox_files):
        """Blank lines are no rows before the header either."""
        path = sandbox_files.write("t.csv", "\n\nwho,sum\na,1\n")
        assert csv_report(path, "who", "sum") == {**NOTHING, "groups": groups(a=1), "good": 1}


@pytest.mark.task("memory")
class TestMemory:
    def test_a_file_three_times_the_memory(self, sandbox_files):
        """About 100 MiB of wide rows pass through 32 MiB."""
        note = "All of this was said on the telephone and written down at once. " * 1000
        rows = 16
        block = f"north,0.25,{note}\nsouth,-1.50,{note}\n" * (rows // 2)
        blocks = 100 * 2**20 // len(block)

        def file():
            yield "region,amount,note\n"
            for _ in range(blocks):
                yield block
            yield "west,7,\n"

        path = sandbox_files.write("large.csv", file())
        each = blocks * rows // 2
        assert csv_report(path, "region", "amount") == {
            "groups": {
                "north": {"rows": each, "total": Decimal("0.25") * each},
                "south": {"rows": each, "total": Decimal("-1.50") * each},
                "west": {"rows": 1, "total": Decimal(7)},
            },
            "good": 2 * each + 1,
            "bad": 0,
            "bad_rows": [],
        }

    def test_many_short_rows(self, sandbox_files):
        """Hundreds of thousands of rows: no list of rows or amounts fits."""
        block = "east,1.25\nwest,2.50\neast,10.75\nwest,-0.50\n" * 2000
        blocks = 50
        path = sandbox_files.write("long.csv", ["region,amount\n"] + [block] * blocks)
        each = 2000 * blocks
        assert csv_report(path, "region", "amount") == {
            "groups": {
                "east": {"rows": 2 * each, "total": Decimal(12) * each},
                "west": {"rows": 2 * each, "total": Decimal(2) * each},
            },
            "good": 4 * each,
            "bad": 0,
            "bad_rows": [],
        }
