import enum, re, types


def name(m):
    return m.name


def value(m):
    return m.value


def members(e):
    return [m.name for m in e]


def item(e, n):
    return e[n]


def of(e, v):
    return e(v)


def is_enum(x):
    return isinstance(x, enum.Enum), isinstance(x, type) and issubclass(x, enum.Enum)


def all_members(e):
    return list(e)


def same(x):
    return x


def table(e):
    return {m: m.value for m in e}


def is_int(m):
    return isinstance(m, int), m + 1


def lookup(d, m):
    return d[m]


def nxt(e, m):
    l = list(e)
    return l[(l.index(m) + 1) % len(l)]


def call(m, *a):
    return m.area(*a)


def length(e):
    return len(e), e.__members__.keys() if hasattr(e, "__members__") else None


def has(e, m):
    return m in e


def comb(a, b):
    return a | b


def text(m):
    return str(m), repr(m), f"{m}"


def comp(p):
    return re.compile(p).pattern, re.sub(p, "-", "xaay"), isinstance(p, re.Pattern)


def typ(m):
    return type(m)


def setattr_(m):
    return m.label
