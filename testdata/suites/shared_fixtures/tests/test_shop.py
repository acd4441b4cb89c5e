from solution import Basket, Shop


def test_module_scope_is_open(shop):
    assert shop.is_open
    assert shop.baskets == []


def test_prices_are_copied(shop, prices):
    assert shop.prices == prices
    shop.prices["tea"] = 0
    assert prices["tea"] == 3
    shop.prices["tea"] = 3


def test_closed_shop_sells_nothing(prices):
    closed = Shop(prices)
    try:
        closed.new_basket()
    except RuntimeError as error:
        assert str(error) == "the shop is closed"
    else:
        raise AssertionError("sold something")


def test_basket_class(basket):
    assert isinstance(basket, Basket)
    assert type(basket).__name__ == "Basket"


def test_cheapest(shop, request):
    request.addfinalizer(shop.prices.copy().clear)
    assert shop.cheapest() == "tea"
    assert shop.sorted(key=lambda item: -item[1]) == [("cake", 5), ("jam", 4), ("tea", 3)]
