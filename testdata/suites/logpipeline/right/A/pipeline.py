import logging

log = logging.getLogger(__name__)


def clean(records):
    seen = set()
    good = []
    for rec in records:
        rid = rec["id"]
        if "@" not in rec["email"]:
            log.warning("record %s: bad email %r", rid, rec["email"])
            continue
        try:
            age = int(rec["age"])
        except ValueError:
            log.warning("record %s: bad age %r", rid, rec["age"])
            continue
        if rid in seen:
            log.warning("record %s: duplicate id", rid)
            continue
        seen.add(rid)
        good.append({**rec, "age": age})
    return good


def run(source, sink):
    try:
        records = list(source())
    except Exception:
        log.exception("source failed")
        raise
    good = clean(records)
    if good:
        sink(good)
    log.info("wrote %d of %d records", len(good), len(records))
    return len(good)
