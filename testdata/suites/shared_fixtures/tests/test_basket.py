import pytest


def test_empty(basket):
    assert basket.total() == 0
    assert len(basket) == 0


def test_each_test_gets_its_own(basket, shop):
    basket.add("tea")
    assert shop.baskets == [basket]


def test_quantity(basket, quantity):
    basket.add("cake", quantity)
    assert basket.total() == 5 * quantity
    assert basket["cake"] == quantity


def test_adding_adds_up(basket):
    basket.add("tea", 2)
    basket.add("tea")
    assert basket["tea"] == 3


def test_unknown_item(basket):
    with pytest.raises(KeyError, match="coal"):
        basket.add("coal")
    assert len(basket) == 0


@pytest.mark.usefixtures("basket")
class TestBesideABasket:
    @pytest.fixture(autouse=True)
    def fill(self, basket):
        self.basket = basket
        basket.add("jam", 2)

    def test_filled(self):
        assert self.basket.total() == 8

    def test_context_of_discount(self):
        with self.basket.discount(50):
            assert self.basket.total() == 4
        assert self.basket.total() == 8
