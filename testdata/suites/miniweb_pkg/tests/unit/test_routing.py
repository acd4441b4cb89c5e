import pytest

from miniweb.routing import Route, Router, NotFound, MethodNotAllowed


@pytest.fixture
def router():
    r = Router()
    r.add("/", lambda: "home")
    r.add("/users/<int:id>", lambda id: f"user {id}", methods=["GET", "DELETE"])
    r.add("/files/<name>", lambda name: name)
    r.add("/users/me", lambda: "me")
    return r


def test_root(router):
    handler, params = router.match("GET", "/")
    assert handler() == "home"
    assert params == {}


def test_int_param(router):
    _, params = router.match("GET", "/users/42")
    assert params == {"id": 42}


def test_int_param_rejects_text(router):
    with pytest.raises(NotFound):
        router.match("GET", "/users/bob")


def test_literal_route_still_found(router):
    handler, _ = router.match("GET", "/users/me")
    assert handler() == "me"


def test_str_param_does_not_cross_slash(router):
    with pytest.raises(NotFound):
        router.match("GET", "/files/a/b")


def test_method(router):
    with pytest.raises(MethodNotAllowed) as e:
        router.match("POST", "/users/1")
    assert e.value.allowed == ["DELETE", "GET"]


def test_dots_are_literal():
    r = Route("/a.b", None)
    assert r.match("/a.b") == {}
    assert r.match("/aXb") is None


def test_unknown_converter():
    with pytest.raises(ValueError, match="uuid"):
        Route("/x/<uuid:id>", None)
