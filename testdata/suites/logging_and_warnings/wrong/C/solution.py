import logging
import warnings

logger = logging.getLogger("importer")


class OldApiWarning(DeprecationWarning):
    pass


def import_rows(rows):
    logger.info("importing %d rows", len(rows))
    out = []
    for number, row in enumerate(rows, 1):
        try:
            out.append(int(row))
        except ValueError:
            logger.warning("row %d is bad: %r", number, row)
        else:
            logger.debug("row %d -> %s", number, out[-1])
    logger.info("imported %d rows", len(out))
    return out


def divide_all(number, divisors):
    out = []
    for divisor in divisors:
        try:
            out.append(number / divisor)
        except ZeroDivisionError:
            logger.exception("cannot divide by %s", divisor)
            out.append(None)
    return out


def old_area(width, height):
    warnings.warn("use area() instead", DeprecationWarning, stacklevel=2)
    return width * height


def parse_colour(text):
    if text == "grey":
        warnings.warn("'grey' is spelt 'gray'", OldApiWarning, stacklevel=2)
        return "gray"
    return text
