from json import dumps, loads
from dataclasses import dataclass, field
from collections import defaultdict


@dataclass(order=True)
class User:
    name: str
    debts: dict = field(default_factory=lambda: defaultdict(float), compare=False)

    def as_dict(self):
        return {
            "name": self.name,
            "owes": {k: -v for k, v in self.debts.items() if v < 0},
            "owed_by": {k: v for k, v in self.debts.items() if v > 0},
            "balance": float(sum(self.debts.values())),
        }


class RestAPI:
    def __init__(self, database=None):
        self._users = []
        for entry in (database["users"] if database else ()):
            user = User(entry["name"])
            user.debts.update(entry["owed_by"])
            user.debts.update({k: -v for k, v in entry["owes"].items()})
            self._users.append(user)
        self._routes = {("get", "/users"): self._get, ("post", "/add"): self._add, ("post", "/iou"): self._iou}

    def get(self, url, payload=None):
        return self._routes["get", url](payload and loads(payload))

    def post(self, url, payload=None):
        return self._routes["post", url](loads(payload))

    def _get(self, payload):
        wanted = payload["users"] if payload else [u.name for u in self._users]
        return dumps({"users": [u.as_dict() for u in sorted(self._users) if u.name in wanted]})

    def _add(self, payload):
        self._users.append(User(payload["user"]))
        return dumps(self._users[-1].as_dict())

    def _iou(self, payload):
        names = [payload["lender"], payload["borrower"]]
        for user in self._users:
            if user.name == names[0]:
                user.debts[names[1]] += payload["amount"]
            elif user.name == names[1]:
                user.debts[names[0]] -= payload["amount"]
        return self._get({"users": names})
