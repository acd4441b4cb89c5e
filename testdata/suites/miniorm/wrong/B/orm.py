_con = None


def bind(c):
    global _con
    _con = c


class DoesNotExist(Exception):
    pass


class Field:
    def __init__(self, type, default=None, null=False):
        self.type, self.default, self.null = type, default, null

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner):
        if obj is None:
            return self
        return obj.__dict__.get(self.name)

    def __set__(self, obj, value):
        if value is not None and not isinstance(value, self.type):
            raise TypeError(f"{self.name} must be {self.type}")
        obj.__dict__[self.name] = value


class Model:
    fields = {}

    def __init_subclass__(cls):
        cls.fields = {k: v for k, v in vars(cls).items() if isinstance(v, Field)}
        if "table" not in vars(cls):
            cls.table = cls.__name__.lower()

    def __init__(self, **kw):
        self.id = None
        for n, f in self.fields.items():
            setattr(self, n, kw.pop(n, f.default))
        if kw:
            raise TypeError(f"unexpected {list(kw)}")

    def __repr__(self):
        return f"{type(self).__name__}(id={self.id}, " + ", ".join(f"{n}={getattr(self, n)!r}" for n in self.fields) + ")"

    @classmethod
    def create_table(cls):
        _con.execute(f"create table {cls.table} (id integer primary key, {', '.join(cls.fields)})")

    def save(self):
        names = list(self.fields)
        vals = [getattr(self, n) for n in names]
        if self.id:
            _con.execute(f"update {self.table} set {', '.join(n + '=?' for n in names)}", vals)
        else:
            cur = _con.execute(
                f"insert into {self.table} ({', '.join(names)}) values ({', '.join('?' * len(names))})", vals)
            self.id = cur.lastrowid

    @classmethod
    def filter(cls, **kw):
        where = " and ".join(f"{k}=?" for k in kw) or "1"
        out = []
        for row in _con.execute(f"select id, {', '.join(cls.fields)} from {cls.table} where {where}", list(kw.values())):
            o = cls(**dict(zip(cls.fields, row[1:])))
            o.id = row[0]
            out.append(o)
        return out

    @classmethod
    def all(cls):
        return cls.filter()

    @classmethod
    def get(cls, id):
        for o in cls.all():
            if o.id == id:
                return o
        raise DoesNotExist(id)

    def delete(self):
        _con.execute(f"delete from {self.table} where id=?", (self.id,))
        self.id = None
