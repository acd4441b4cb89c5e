import enum
from dataclasses import dataclass, field
from decimal import Decimal


class OrderStatus(enum.Enum):
    NEW = "new"
    PAID = "paid"
    CANCELLED = "cancelled"


class InsufficientStock(Exception):
    def __init__(self, sku, requested, available):
        super().__init__(f"{sku}: requested {requested}, available {available}")
        self.sku = sku
        self.requested = requested
        self.available = available


class PaymentDeclined(Exception):
    pass


class OrderLine:
    def __init__(self, sku, quantity, price):
        self.sku, self.quantity, self.price = sku, quantity, price


@dataclass
class Order:
    id: int
    customer: str
    lines: list = field(default_factory=list)
    status: OrderStatus = OrderStatus.NEW
    transaction: str = ""

    @property
    def total(self):
        return sum((line.quantity * line.price for line in self.lines), Decimal(0))


class Inventory:
    def __init__(self, stock):
        self._stock = dict(stock)

    def available(self, sku):
        return self._stock.get(sku, 0)

    def remove(self, sku, quantity):
        self._stock[sku] -= quantity

    def add(self, sku, quantity):
        self._stock[sku] = self._stock.get(sku, 0) + quantity


class OrderService:
    def __init__(self, repository, inventory, gateway, mailer):
        self.repository = repository
        self.inventory = inventory
        self.gateway = gateway
        self.mailer = mailer

    def place(self, customer, lines):
        if not lines:
            raise ValueError("an order needs at least one line")
        for line in lines:
            available = self.inventory.available(line.sku)
            if available < line.quantity:
                raise InsufficientStock(line.sku, line.quantity, available)
        order = Order(self.repository.next_id(), customer, list(lines))
        for line in lines:
            self.inventory.remove(line.sku, line.quantity)
        try:
            order.transaction = self.gateway.charge(customer, order.total)
        except PaymentDeclined:
            self._restock(order)
            raise
        order.status = OrderStatus.PAID
        self.repository.save(order)
        try:
            self.mailer.send(to=customer, subject=f"Order {order.id} confirmed", order=order)
        except OSError:
            pass
        return order

    def cancel(self, order_id):
        order = self.repository.get(order_id)
        if order.status == 'cancelled':
            raise ValueError("order is already cancelled")
        self.gateway.refund(order.transaction)
        self._restock(order)
        order.status = OrderStatus.CANCELLED
        self.repository.save(order)
        return order

    def _restock(self, order):
        for line in order.lines:
            self.inventory.add(line.sku, line.quantity)
