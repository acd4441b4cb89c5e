"""The elevator's life is a generator; step() advances it."""
import enum
import functools


class Direction(enum.IntEnum):
    DOWN = -1
    NONE = 0
    UP = 1

    def __neg__(self):
        return type(self)(0 - int(self))


Door = enum.Enum("Door", "OPEN CLOSED")


class InvalidFloor(LookupError):
    pass


class Overload(RuntimeError):
    pass


def open_door_only(method):
    @functools.wraps(method)
    def wrapped(self):
        if self.door == Door.CLOSED:
            raise RuntimeError("door closed")
        return method(self)
    return wrapped


class Elevator:
    def __init__(self, floors, capacity=10):
        self.floors, self.capacity, self.load = range(floors), capacity, 0
        self.floor, self.door, self.direction = 0, Door.CLOSED, Direction.NONE
        self.log = []
        # wishes[floor] = set of directions; NONE stands for a cabin button
        self.wishes = {f: set() for f in self.floors}
        self._life = self._live()

    def press(self, floor):
        if floor not in self.floors:
            raise InvalidFloor("no floor %s" % floor)
        self.wishes[floor].add(Direction.NONE)

    def call(self, floor, direction):
        if floor not in self.floors:
            raise InvalidFloor("cannot call at %s for %s" % (floor, direction.name))
        self.wishes[floor].add(direction)

    def _wanted(self, floor):
        wish = self.wishes[floor]
        return wish

    def _any(self, floors):
        return any(self._wanted(f) for f in floors)

    def _beyond(self, way):
        return range(self.floor + 1, len(self.floors)) if way > 0 else range(self.floor)

    @property
    def idle(self):
        return self.door == Door.CLOSED and not self._any(self.floors)

    def step(self):
        next(self._life)

    def _live(self):
        while True:
            here = self._wanted(self.floor)
            ahead = self.direction and self._any(self._beyond(self.direction))
            if here and (Direction.NONE in here or self.direction in here or not ahead):
                if not ahead:
                    self.wishes[self.floor] -= here
                self.wishes[self.floor] -= here & {Direction.NONE, self.direction}
                self.door = Door.OPEN
                self.log.append("open %d" % self.floor)
                yield
                self.door = Door.CLOSED
                self.log.append("close %d" % self.floor)
                self._turn()
                yield
                continue
            self._turn()
            if self.direction:
                self.floor += self.direction
                self.log.append("move %d" % self.floor)
            yield

    def _turn(self):
        if self.direction:
            if self._any(self._beyond(self.direction)):
                return
            back = -self.direction
            self.direction = back if self._any(self._beyond(back)) else Direction.NONE
            return
        for distance in range(1, len(self.floors)):
            for way in (Direction.DOWN, Direction.UP):
                target = self.floor + way * distance
                if target in self.floors and self._wanted(target):
                    self.direction = way
                    return

    @open_door_only
    def enter(self):
        if self.load == self.capacity:
            raise Overload("%d is the limit" % self.capacity)
        self.load += 1

    @open_door_only
    def leave(self):
        self.load -= 1


class Building:
    def __init__(self, floors, elevators):
        self.elevators = [Elevator(floors) for _ in range(elevators)]

    def call(self, floor, direction):
        def key(lift):
            gap = floor - lift.floor
            away = lift.direction * gap < 0
            return away, abs(gap)
        chosen = sorted(self.elevators, key=key)[0]
        chosen.call(floor, direction)
        return chosen

    def step(self):
        [lift.step() for lift in self.elevators]
