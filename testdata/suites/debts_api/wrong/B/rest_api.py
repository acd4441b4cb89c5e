import json


class RestAPI:
    def __init__(self, database=None):
        self.users = {u["name"]: u for u in (database or {}).get("users", [])}

    def _list(self, names):
        return {"users": [self.users[n] for n in sorted(names)]}

    def get(self, url, payload=None):
        if url != "/users":
            raise LookupError(url)
        names = json.loads(payload)["users"] if payload else self.users
        return self._list(names)

    def post(self, url, payload=None):
        data = json.loads(payload)
        if url == "/add":
            name = data["user"]
            self.users[name] = {"name": name, "owes": {}, "owed_by": {}, "balance": 0.0}
            return json.dumps(self.users[name])
        if url == "/iou":
            lender, borrower, amount = data["lender"], data["borrower"], data["amount"]
            self._change(lender, borrower, amount)
            self._change(borrower, lender, -amount)
            return self._list([lender, borrower])
        raise LookupError(url)

    def _change(self, who, other, amount):
        user = self.users[who]
        total = user["owed_by"].pop(other, 0.0) - user["owes"].pop(other, 0.0) + amount
        if total > 0:
            user["owed_by"][other] = total
        elif total < 0:
            user["owes"][other] = -total
        user["balance"] += amount
