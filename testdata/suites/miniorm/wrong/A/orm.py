con = None


def bind(c):
    global con
    con = c


class DoesNotExist(Exception):
    pass


class Field:
    def __init__(self, type, default=None, null=False):
        self.type = type
        self.default = default
        self.value = default

    def __set_name__(self, owner, name):
        self.name = name
        if not hasattr(owner, "fields"):
            owner.fields = {}
        owner.fields[name] = self

    def __get__(self, obj, owner):
        if obj is None:
            return self
        return self.value

    def __set__(self, obj, value):
        if not isinstance(value, self.type):
            raise TypeError(self.name)
        self.value = value


class Model:
    fields = {}
    table = None

    def __init_subclass__(cls):
        cls.table = cls.table or cls.__name__.lower()

    def __init__(self, **kw):
        self.id = None
        for k, v in kw.items():
            setattr(self, k, v)

    @classmethod
    def create_table(cls):
        con.execute(f"create table {cls.table} (id integer primary key, {', '.join(cls.fields)})")

    def save(self):
        names = list(self.fields)
        vals = [getattr(self, n) for n in names]
        cur = con.execute(f"insert into {self.table} ({', '.join(names)}) values ({', '.join('?' * len(names))})", vals)
        self.id = cur.lastrowid
        return self

    @classmethod
    def all(cls):
        return cls.filter()

    @classmethod
    def get(cls, id):
        for o in cls.all():
            if o.id == id:
                return o

    @classmethod
    def filter(cls, **kw):
        where = " and ".join(f"{k}='{v}'" for k, v in kw.items()) or "1=1"
        out = []
        for row in con.execute(f"select id, {', '.join(cls.fields)} from {cls.table} where {where}"):
            o = cls(**dict(zip(cls.fields, row[1:])))
            o.id = row[0]
            out.append(o)
        return out

    def delete(self):
        con.execute(f"delete from {self.table} where id=?", (self.id,))
