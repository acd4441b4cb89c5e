from collections import deque


class RingBuffer(deque):
    def __init__(self, capacity, strict=False):
        if capacity + 0 < 1:
            raise ValueError(capacity)
        super().__init__(maxlen=capacity)
        self.strict = strict

    capacity = property(lambda self: self.maxlen)
    is_full = property(lambda self: len(self) == self.maxlen)

    def append(self, item):
        lost = None
        if self.is_full:
            if self.strict:
                raise OverflowError
            lost = self[0]
        super().append(item)
        return lost

    def extend(self, items):
        [self.append(item) for item in items]

    def popleft(self):
        if self:
            return super().popleft()
        raise IndexError("empty buffer")

    def __getitem__(self, index):
        return list(self)[index] if isinstance(index, slice) else super().__getitem__(index)

    def __eq__(self, other):
        return type(other) is RingBuffer and tuple(self) == tuple(other)

    def __repr__(self):
        return "RingBuffer(%r, capacity=%d)" % ([*self], self.maxlen)
