_db = None


def bind(connection):
    global _db
    _db = connection


class DoesNotExist(Exception):
    pass


_REQUIRED = object()


class Field:
    SQL = {int: "INTEGER", str: "TEXT", float: "REAL"}

    def __init__(self, type, default=_REQUIRED, null=False):
        self.type = type
        self.null = null
        if default is _REQUIRED and null:
            default = None
        self.default = default

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return obj.__dict__[self.name]

    def __set__(self, obj, value):
        if not (value is None and self.null) and not isinstance(value, self.type):
            raise TypeError(f"{self.name} must be {self.type.__name__}")
        obj.__dict__[self.name] = value


class Meta(type):
    def __new__(mcs, name, bases, ns):
        ns.setdefault("table", name.lower())
        cls = super().__new__(mcs, name, bases, ns)
        fields = {}
        for base in reversed(cls.__mro__):
            for k, v in vars(base).items():
                if isinstance(v, Field):
                    fields[k] = v
        cls.fields = fields
        return cls


class Model(metaclass=Meta):
    id = None

    def __init__(self, **kw):
        for name, f in self.fields.items():
            value = kw.pop(name, f.default)
            if value is _REQUIRED:
                raise TypeError(f"missing {name}")
            setattr(self, name, value)
        if kw:
            raise TypeError(f"unexpected arguments: {', '.join(kw)}")

    def __repr__(self):
        parts = [f"id={self.id!r}"] + [f"{n}={getattr(self, n)!r}" for n in self.fields]
        return f"{type(self).__name__}({', '.join(parts)})"

    @classmethod
    def create_table(cls):
        cols = ", ".join(f"{n} {Field.SQL[f.type]}" for n, f in cls.fields.items())
        _db.execute(f"CREATE TABLE {cls.table} (id INTEGER PRIMARY KEY, {cols})")

    def save(self):
        names = list(self.fields)
        values = [getattr(self, n) for n in names]
        if self.id is None:
            marks = ", ".join("?" * len(names))
            cur = _db.execute(f"INSERT INTO {self.table} ({', '.join(names)}) VALUES ({marks})", values)
            self.id = cur.lastrowid
        else:
            sets = ", ".join(f"{n}=?" for n in names)
            _db.execute(f"UPDATE {self.table} SET {sets} WHERE id=?", values + [self.id])
        _db.commit()
        return self

    def delete(self):
        if self.id is None:
            raise DoesNotExist("not saved")
        _db.execute(f"DELETE FROM {self.table} WHERE id=?", (self.id,))
        self.id = None

    @classmethod
    def _select(cls, where="", args=()):
        names = list(cls.fields)
        out = []
        for row in _db.execute(f"SELECT id, {', '.join(names)} FROM {cls.table} {where} ORDER BY id", args):
            obj = cls(**dict(zip(names, row[1:])))
            obj.id = row[0]
            out.append(obj)
        return out

    @classmethod
    def all(cls):
        return cls._select()

    @classmethod
    def get(cls, id):
        found = cls._select("WHERE id=?", (id,))
        if not found:
            raise DoesNotExist(f"{cls.__name__} {id}")
        return found[0]

    @classmethod
    def filter(cls, **conds):
        for k in conds:
            if k not in cls.fields:
                raise AttributeError(k)
        return cls._select("WHERE " + " AND ".join(f"{k}=?" for k in conds), list(conds.values()))
