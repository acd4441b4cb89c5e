import contextlib


class DoesNotExist(LookupError):
    pass


class _State:
    con = None


def bind(con):
    _State.con = con


def sql(text, *args):
    return _State.con.execute(text, args)


NOTHING = type("NOTHING", (), {})()


class Field:
    def __init__(self, kind, *, default=NOTHING, null=False):
        self.kind, self.default, self.null = kind, default, null

    def __set_name__(self, owner, name):
        self.name, self.slot = name, "_f_" + name

    def __get__(self, instance, owner):
        return getattr(instance, self.slot) if instance is not None else self

    def check(self, value):
        if value is None:
            ok = self.null
        else:
            ok = isinstance(value, self.kind)
        if not ok:
            raise TypeError("bad value for %s: %r" % (self.name, value))
        return value

    def __set__(self, instance, value):
        setattr(instance, self.slot, self.check(value))


class Model:
    fields = {}

    def __init_subclass__(cls):
        cls.fields = dict(cls.fields)
        cls.fields.update((n, f) for n, f in cls.__dict__.items() if isinstance(f, Field))
        if "table" not in cls.__dict__:
            cls.table = cls.__name__.lower()

    def __init__(self, **values):
        self.id = None
        extra = sorted(set(values) - set(self.fields))
        if extra:
            raise TypeError("no such field: %s" % extra)
        for name, field in self.fields.items():
            if name in values:
                setattr(self, name, values[name])
            elif field.default is not NOTHING:
                setattr(self, name, field.default)
            elif field.null:
                setattr(self, name, None)
            else:
                raise TypeError("field %s is required" % name)

    def _values(self):
        return [getattr(self, n) for n in self.fields]

    def __repr__(self):
        pairs = zip(["id", *self.fields], [self.id, *self._values()])
        return type(self).__name__ + "(" + ", ".join("%s=%r" % p for p in pairs) + ")"

    @classmethod
    def create_table(cls):
        sql("create table %s (id integer primary key autoincrement, %s)" % (cls.table, ", ".join(cls.fields)))

    def save(self):
        names = ["id", *self.fields]
        marks = ",".join("?" for _ in names)
        cur = sql("insert or replace into %s (%s) values (%s)" % (self.table, ",".join(names), marks),
                  self.id, *self._values())
        self.id = cur.lastrowid
        return self

    def delete(self):
        cur = sql("delete from %s where id = ?" % self.table, self.id)
        if cur.rowcount != 1:
            raise DoesNotExist(self.id)
        self.id = None

    @classmethod
    def filter(cls, **kw):
        where = "1"
        for k in kw:
            if not isinstance(getattr(cls, k), Field):
                raise AttributeError(k)
            where += " and %s = ?" % k
        found = []
        with contextlib.closing(sql("select id, %s from %s where %s" % (",".join(cls.fields), cls.table, where),
                                    *kw.values())) as cur:
            for id_, *values in cur:
                o = cls(**dict(zip(cls.fields, values)))
                o.id = id_
                found.append(o)
        return found

    @classmethod
    def all(cls):
        return cls.filter()

    @classmethod
    def get(cls, id_):
        for o in cls.all():
            if o.id == id_:
                return o
        raise DoesNotExist("%s with id %s" % (cls.__name__, id_))
