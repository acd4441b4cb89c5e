import logging
import warnings

import pytest

from solution import OldApiWarning, divide_all, import_rows, old_area, parse_colour


def test_logs_start_and_end(caplog):
    with caplog.at_level(logging.INFO):
        import_rows(["1", "2"])
    assert caplog.messages == ["importing 2 rows", "imported 2 rows"]


def test_bad_rows_are_warnings(caplog):
    assert import_rows(["1", "x", "3"]) == [1, 3]
    assert [(r.levelname, r.getMessage()) for r in caplog.records] == [("WARNING", "row 2 is bad: 'x'")]


def test_logger_name(caplog):
    import_rows(["?"])
    assert caplog.record_tuples == [("importer", logging.WARNING, "row 1 is bad: '?'")]
    assert "row 1" in caplog.text


def test_debug_only_on_request(caplog):
    caplog.set_level(logging.DEBUG, logger="importer")
    import_rows(["5"])
    assert ("importer", logging.DEBUG, "row 1 -> 5") in caplog.record_tuples


def test_exception_is_logged_with_traceback(caplog):
    assert divide_all(10, [2, 0, 5]) == [5, None, 2]
    record = caplog.records[0]
    assert record.levelno == logging.ERROR
    assert record.exc_info[0] is ZeroDivisionError


def test_clear(caplog):
    import_rows(["x"])
    caplog.clear()
    assert caplog.records == []
    import_rows(["y"])
    assert len(caplog.records) == 1


def test_deprecated_function_warns():
    with pytest.warns(DeprecationWarning, match="use area"):
        assert old_area(2, 3) == 6


def test_own_warning_class():
    with pytest.warns(OldApiWarning) as record:
        parse_colour("grey")
    assert len(record) == 1
    assert str(record[0].message) == "'grey' is spelt 'gray'"
    assert issubclass(OldApiWarning, UserWarning)


def test_no_warning_for_good_input():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert parse_colour("red") == "red"


def test_warning_turned_into_an_error():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(OldApiWarning):
            parse_colour("grey")


def test_handler_of_the_test():
    class ListHandler(logging.Handler):
        def __init__(self):
            super().__init__()
            self.lines = []

        def emit(self, record):
            self.lines.append(self.format(record))

    handler = ListHandler()
    handler.setFormatter(logging.Formatter("%(levelname).1s %(message)s"))
    logger = logging.getLogger("importer")
    logger.addHandler(handler)
    try:
        import_rows(["no"])
    finally:
        logger.removeHandler(handler)
    assert handler.lines == ["W row 1 is bad: 'no'"]
