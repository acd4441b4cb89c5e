import logging

logger = logging.getLogger("pipeline")
logger.addHandler(logging.NullHandler())


def _problem(rec, known):
    name, at, host = rec["email"].partition("@")
    if not (name and at and host):
        return "invalid email"
    if not str(rec["age"]).isdecimal():
        return "invalid age"
    if rec["id"] in known:
        return "is a duplicate"


def clean(records):
    result = {}
    for rec in records:
        why = _problem(rec, result)
        if why:
            logger.warning(f"record {rec['id']} {why}")
        else:
            copy = dict(rec)
            copy["age"] = int(copy["age"])
            result[rec["id"]] = copy
    return list(result.values())


def run(source, sink):
    try:
        raw = source()
    except Exception as exc:
        logger.error("cannot read: %s", exc, exc_info=True)
        raise
    rows = clean(raw)
    if not rows:
        return 0
    sink(rows)
    logger.info("wrote %s of %s records", len(rows), len(raw))
    return len(rows)
