class RingBuffer:
    def __init__(self, capacity, strict=False):
        if not isinstance(capacity, int):
            raise TypeError("capacity must be an int")
        if capacity < 1:
            raise ValueError("capacity must be positive")
        self.capacity = capacity
        self.strict = strict
        self._slots = [None] * capacity
        self._start = self._size = self._version = 0

    @property
    def is_full(self):
        return self._size == self.capacity

    def append(self, item):
        if self.is_full:
            if self.strict:
                raise OverflowError("buffer is full")
            lost = self.popleft()
        else:
            lost = None
        self._slots[(self._start + self._size) % self.capacity] = item
        self._size += 1
        self._version += 1
        return lost

    def extend(self, items):
        for item in items:
            self.append(item)

    def popleft(self):
        if not self._size:
            raise IndexError("buffer is empty")
        item = self._slots[self._start]
        self._slots[self._start] = None
        self._start = (self._start + 1) % self.capacity
        self._size -= 1
        self._version += 1
        return item

    def _place(self, index):
        if index < 0:
            index += self._size
        if not 0 <= index < self._size:
            raise IndexError("index out of range")
        return (self._start + index) % self.capacity

    def __getitem__(self, index):
        return self._slots[self._place(index)]

    def __setitem__(self, index, value):
        self._slots[self._place(index)] = value

    def __len__(self):
        return self._size

    def __iter__(self):
        version = self._version
        for i in range(self._size):
            if version != self._version:
                raise RuntimeError("changed during iteration")
            yield self[i]

    def __eq__(self, other):
        if not isinstance(other, RingBuffer):
            return NotImplemented
        return list(self) == list(other)

    def __repr__(self):
        return f"RingBuffer({list(self)!r}, capacity={self.capacity})"
