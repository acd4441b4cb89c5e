import unittest
from decimal import Decimal
from unittest.mock import ANY, MagicMock, Mock, call, create_autospec

from orders import (
    InsufficientStock,
    Inventory,
    Order,
    OrderLine,
    OrderService,
    OrderStatus,
    PaymentDeclined,
)


class FakeRepository:
    def __init__(self):
        self.saved = {}
        self._next = 1

    def next_id(self):
        value = self._next
        self._next += 1
        return value

    def save(self, order):
        self.saved[order.id] = order

    def get(self, order_id):
        return self.saved[order_id]


class OrderServiceTests(unittest.TestCase):
    def setUp(self):
        self.repo = FakeRepository()
        self.inventory = Inventory({"apple": 10, "pear": 2})
        self.gateway = Mock()
        self.gateway.charge.return_value = "tx-1"
        self.mailer = MagicMock()
        self.service = OrderService(self.repo, self.inventory, self.gateway, self.mailer)

    def place(self, **items):
        lines = [OrderLine(sku, qty, Decimal("1.50")) for sku, qty in items.items()]
        return self.service.place("ann@example.com", lines)

    def test_order_is_saved_with_an_id(self):
        order = self.place(apple=2)
        self.assertEqual(order.id, 1)
        self.assertIs(self.repo.saved[1], order)
        self.assertIsInstance(order, Order)

    def test_total(self):
        self.assertEqual(self.place(apple=2, pear=1).total, Decimal("4.50"))

    def test_line_equality_and_repr(self):
        self.assertEqual(OrderLine("a", 1, Decimal("2")), OrderLine("a", 1, Decimal("2")))
        self.assertNotEqual(OrderLine("a", 1, Decimal("2")), OrderLine("b", 1, Decimal("2")))
        self.assertIn("'a'", repr(OrderLine("a", 1, Decimal("2"))))

    def test_stock_goes_down(self):
        self.place(apple=3)
        self.assertEqual(self.inventory.available("apple"), 7)
        self.assertEqual(self.inventory.available("kiwi"), 0)

    def test_gateway_is_charged(self):
        self.place(apple=1)
        self.gateway.charge.assert_called_once_with("ann@example.com", Decimal("1.50"))

    def test_mail_is_sent(self):
        order = self.place(apple=1)
        self.mailer.send.assert_called_once_with(to="ann@example.com", subject="Order 1 confirmed", order=order)

    def test_mailer_calls_in_order(self):
        first = self.place(apple=1)
        second = self.place(pear=1)
        self.assertEqual(
            self.mailer.send.call_args_list,
            [call(to=ANY, subject="Order 1 confirmed", order=first), call(to=ANY, subject="Order 2 confirmed", order=second)],
        )

    def test_insufficient_stock(self):
        with self.assertRaises(InsufficientStock) as cm:
            self.place(apple=1, pear=3)
        self.assertEqual(cm.exception.sku, "pear")
        self.assertEqual(cm.exception.requested, 3)
        self.assertEqual(cm.exception.available, 2)
        self.assertEqual(str(cm.exception), "pear: requested 3, available 2")
        self.assertEqual(self.inventory.available("apple"), 10)
        self.gateway.charge.assert_not_called()
        self.assertEqual(self.repo.saved, {})

    def test_declined_payment_releases_stock(self):
        self.gateway.charge.side_effect = PaymentDeclined("no funds")
        with self.assertRaisesRegex(PaymentDeclined, "^no funds$"):
            self.place(pear=2)
        self.assertEqual(self.inventory.available("pear"), 2)
        self.mailer.send.assert_not_called()

    def test_mailer_trouble_does_not_lose_the_order(self):
        self.mailer.send.side_effect = ConnectionError("smtp down")
        order = self.place(pear=1)
        self.assertEqual(order.status, OrderStatus.PAID)

    def test_cancel(self):
        order = self.place(pear=1)
        cancelled = self.service.cancel(order.id)
        self.assertIs(cancelled.status, OrderStatus.CANCELLED)
        self.assertEqual(cancelled.status.value, "cancelled")
        self.gateway.refund.assert_called_once_with("tx-1")
        self.assertEqual(self.inventory.available("pear"), 2)

    def test_cancel_twice(self):
        order = self.place(pear=1)
        self.service.cancel(order.id)
        with self.assertRaises(ValueError):
            self.service.cancel(order.id)
        self.assertEqual(self.gateway.refund.call_count, 1)

    def test_with_autospec_inventory(self):
        inventory = create_autospec(Inventory, instance=True)
        inventory.available.return_value = 100
        service = OrderService(self.repo, inventory, self.gateway, self.mailer)
        service.place("bob@example.com", [OrderLine("kiwi", 5, Decimal("0.20"))])
        inventory.remove.assert_called_once_with("kiwi", 5)

    def test_empty_order(self):
        with self.assertRaisesRegex(ValueError, "at least one line"):
            self.service.place("x@example.com", [])


if __name__ == "__main__":
    unittest.main()
