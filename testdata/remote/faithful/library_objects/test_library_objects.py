"""Objects of the library that tests pass in, and what one uses them for."""

# interface: objects
import datetime, random, logging, queue, threading, re, types, sqlite3, argparse, collections, unittest, string, http, signal, socket, tempfile
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from unittest import mock
import solution as s


def test_rng():
    a = random.Random(3)
    b = random.Random(3)
    assert s.roll(a) == ([b.randint(1, 6) for _ in range(3)], b.choice('abc'), True)


def test_log(caplog):
    caplog.set_level(logging.INFO)
    assert s.log(logging.getLogger('z')) == 'z'
    assert caplog.messages == ['hi 1', 'bad']


def test_q():
    q = queue.Queue()
    assert s.q(q) == (1, 1, False) and q.get() == 2


def test_ev():
    e = threading.Event()
    assert s.ev(e) and e.is_set()


def test_rx():
    assert s.rx(re.compile('(\\d+)')) == ('12', '(\\d+)')


def test_ns():
    n = types.SimpleNamespace(a=1)
    assert s.ns(n) == 2 and n.b == 2


def test_db():
    c = sqlite3.connect(':memory:')
    assert s.db(c) == [(3,)]


def test_cfg():
    assert s.cfg(argparse.Namespace(verbose=True, name='n')) == (True, 'n')


def test_ud():
    u = collections.UserDict()
    assert s.ud(u) == ({'k': 1}, 1, 5) and u['k'] == 1


def test_http():
    c = mock.Mock()
    c.get.return_value.json.return_value = {'a': 7}
    assert s.http(c) == 7
    c.get.assert_called_once_with('u', timeout=3)


def test_lock():
    assert s.ctx(threading.Lock())


def test_dec():

    @s.dec
    class K:
        pass
    assert K.tag == 'x'


@dataclass
class P:
    x: int


def test_again():
    assert s.again(P(1)) == 2


def test_fut():
    f = Future()
    assert s.fut(f) == (3, True) and f.result() == 3


def test_pool():
    with ThreadPoolExecutor(2) as ex:
        assert s.pool(ex) == [2, 4]


def test_tmpl():
    assert s.tmpl(string.Template('$a')) == '1'


class T(unittest.TestCase):

    def notify(self, m):
        self.count = getattr(self, 'count', 0) + 1

    def test_s(self):
        self.assertEqual(s.shunt(self), 1)


def test_time_zones_of_its_own():
    """A time in such a zone, and one in a zone without a name, which stays with the solution, whole."""
    assert s.west().utcoffset() == datetime.timedelta(hours=-5)
    assert s.west().hour == s.berlin().hour == 3
    assert s.berlin().tzname() == "CET"


def test_enumerations():
    assert s.answers() == [200, {404: "x"}] and s.answers()[0] is http.HTTPStatus.OK
    assert s.answers()[0].phrase == "OK" and s.HTTPStatus is http.HTTPStatus
    assert s.is_end(signal.SIGTERM) == (True, "SIGTERM", signal.SIGTERM)
    assert s.find("a", "Aa", re.I) == (["A", "a"], re.I)
    assert s.find("a", "Aa", re.I | re.M)[1] == re.I | re.M


def test_temporary_files():
    with tempfile.NamedTemporaryFile("w+") as file:
        file.write("abc\n")
        file.flush()
        assert s.append(file, "x") == ("abc\n", file.name)
        assert s.read_by_name(file) == "abc\nx"
        file.seek(0)
        assert s.lines_of(file) == ["abc", "x"]


def test_sockets():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.sendall(b"hello")
        assert s.shout(theirs, "hey") == b"hello" and ours.recv(10) == b"HEY"
