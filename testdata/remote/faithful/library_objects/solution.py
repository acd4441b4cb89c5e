import datetime
import re
import signal
import zoneinfo
from http import HTTPStatus


def roll(rng):
    return ([rng.randint(1, 6) for _ in range(3)], rng.choice('abc'), rng.random() < 1)


def log(l):
    l.info('hi %s', 1)
    l.error('bad')
    return l.name


def q(queue):
    queue.put(1)
    queue.put(2)
    return (queue.get(), queue.qsize(), queue.empty())


def ev(e):
    e.set()
    return e.is_set()


def rx(p):
    m = p.search('ab12')
    return (m.group(1), p.pattern)


def ns(n):
    n.b = n.a + 1
    return n.b


def db(c):
    c.execute('create table t(x)')
    c.execute('insert into t values (?)', (3,))
    c.commit()
    return list(c.execute('select x from t'))


def cfg(a):
    return (a.verbose, a.name)


def ud(u):
    u['k'] = 1
    return (dict(u), len(u), u.get('z', 5))


def http(client):
    return client.get('u', timeout=3).json()['a']


def ctx(lock):
    with lock:
        return lock.locked()


def dec(cls):
    cls.tag = 'x'
    return cls


def again(p):
    return type(p)(p.x + 1).x


def fut(f):
    f.set_result(3)
    return (f.result(), f.done())


def pool(ex):
    return list(ex.map(lambda x: x * 2, [1, 2]))


def tmpl(t):
    return t.substitute(a=1)


def shunt(case):
    case.notify('x')
    return case.count


class West(datetime.tzinfo):
    def utcoffset(self, when):
        return datetime.timedelta(hours=-5)


def west():
    return datetime.datetime(2020, 1, 1, 3, tzinfo=West())


def berlin():
    with open("/usr/share/zoneinfo/Europe/Berlin", "rb") as file:
        return datetime.datetime(2020, 1, 1, 3, tzinfo=zoneinfo.ZoneInfo.from_file(file))


def answers():
    return [HTTPStatus.OK, {HTTPStatus.NOT_FOUND: "x"}]


def is_end(signal_number):
    return signal_number == signal.SIGTERM, signal_number.name, signal_number


def find(pattern, text, flags):
    return re.findall(pattern, text, flags), flags


def append(file, text):
    file.seek(0)
    before = file.read()
    file.write(text)
    file.flush()
    return before, file.name


def read_by_name(file):
    with open(file.name) as other:
        return other.read()


def lines_of(file):
    return [line.strip() for line in file]


def shout(connection, text):
    connection.sendall(text.upper().encode())
    return connection.recv(10)
