def clean(records):
    out = []
    for r in records:
        if "@" not in r["email"]:
            print("record", r["id"], "bad email")
            continue
        try:
            r["age"] = int(r["age"])
        except ValueError:
            print("record", r["id"], "bad age")
            continue
        out.append(r)
    return out


def run(source, sink):
    data = clean(source())
    sink(data)
    return len(data)
