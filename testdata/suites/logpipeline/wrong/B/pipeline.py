import logging

logging.basicConfig(level=logging.INFO)
log = logging.getLogger("pipeline")


def clean(records):
    seen = set()
    out = []
    for r in records:
        if r["id"] in seen:
            log.info("duplicate record %s", r["id"])
            continue
        seen.add(r["id"])
        if "@" not in r["email"]:
            log.warning("record %s has bad email", r["id"])
            continue
        try:
            out.append(dict(r, age=int(r["age"])))
        except ValueError:
            log.warning("record %s has bad age", r["id"])
    return out


def run(source, sink):
    try:
        records = source()
    except OSError as e:
        log.error("source failed: %s", e)
        return 0
    out = clean(records)
    sink(out)
    log.info("wrote %d of %d records", len(out), len(records))
    return len(out)
