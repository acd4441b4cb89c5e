import pytest

from solution import Shop


@pytest.fixture(scope="session")
def prices():
    return {"tea": 3, "cake": 5, "jam": 4}


@pytest.fixture(scope="module")
def shop(prices):
    opened = Shop(prices)
    opened.open()
    yield opened
    opened.close()
    assert not opened.is_open


@pytest.fixture
def basket(shop):
    basket = shop.new_basket()
    yield basket
    shop.forget(basket)


@pytest.fixture(params=[1, 10])
def quantity(request):
    return request.param
