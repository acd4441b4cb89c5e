class EmptyStackError(Exception):
    pass


class SupportsPush:
    def push(self, item):
        pass


class Stack:
    def __init__(self, items=[], capacity=None):
        self.items = items

    def push(self, item):
        self.items.append(item)

    def pop(self):
        if self.items == []:
            raise EmptyStackError
        return self.items.pop()

    def peek(self):
        if self.items == []:
            raise EmptyStackError
        return self.items[-1]

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)


class MinStack(Stack):
    def min(self):
        return min(self.items)
