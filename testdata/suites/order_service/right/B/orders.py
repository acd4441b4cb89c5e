from collections import Counter, namedtuple
from enum import Enum
from decimal import Decimal
import logging

log = logging.getLogger(__name__)
OrderLine = namedtuple("OrderLine", "sku quantity price")


class OrderStatus(str, Enum):
    PAID = "paid"
    CANCELLED = "cancelled"


class ShopError(Exception):
    """Base of this module's errors."""


class PaymentDeclined(ShopError):
    """The gateway said no."""


class InsufficientStock(ShopError):
    def __init__(self, **details):
        self.__dict__.update(details)

    def __str__(self):
        return "{sku}: requested {requested}, available {available}".format(**vars(self))


class Order:
    def __init__(self, id, customer, lines):
        self.id = id
        self.customer = customer
        self.lines = tuple(lines)
        self.status = None
        self.total = sum([l.price * l.quantity for l in lines], start=Decimal("0"))


class Inventory:
    def __init__(self, stock):
        self.counts = Counter(stock)

    def available(self, sku):
        return self.counts[sku]

    def remove(self, sku, n):
        self.counts.subtract({sku: n})

    def put_back(self, sku, n):
        self.counts.update({sku: n})


class OrderService:
    def __init__(self, repo, inventory, gateway, mailer):
        self._repo, self._inventory, self._gateway, self._mailer = repo, inventory, gateway, mailer

    def place(self, customer, lines):
        if len(lines) == 0:
            raise ValueError("at least one line, please")
        for sku, quantity, _ in lines:
            left = self._inventory.available(sku)
            if quantity > left:
                raise InsufficientStock(sku=sku, requested=quantity, available=left)
        order = Order(self._repo.next_id(), customer, lines)
        order.tx = self._gateway.charge(customer, order.total)
        for sku, quantity, _ in lines:
            self._inventory.remove(sku, quantity)
        order.status = OrderStatus.PAID
        self._repo.save(order)
        try:
            self._mailer.send(to=customer, subject="Order %d confirmed" % order.id, order=order)
        except Exception:
            log.exception("no mail")
        return order

    def cancel(self, order_id):
        order = self._repo.get(order_id)
        if order.status != "paid":
            raise ValueError(order.status)
        order.status = OrderStatus.CANCELLED
        self._gateway.refund(order.tx)
        for sku, quantity, _ in order.lines:
            self._inventory.put_back(sku, quantity)
        return order
