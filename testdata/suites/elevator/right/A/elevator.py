from enum import Enum


class Direction(Enum):
    UP = 1
    NONE = 0
    DOWN = -1

    def __neg__(self):
        return Direction(-self.value)


class Door(Enum):
    OPEN = "open"
    CLOSED = "closed"


class InvalidFloor(ValueError):
    pass


class Overload(Exception):
    pass


class Elevator:
    def __init__(self, floors, capacity=8):
        self.floors = floors
        self.capacity = capacity
        self.floor = 0
        self.load = 0
        self.door = Door.CLOSED
        self.direction = Direction.NONE
        self.log = []
        self._cabin = set()
        self._hall = set()

    def _check(self, floor):
        if not 0 <= floor < self.floors:
            raise InvalidFloor(floor)

    def press(self, floor):
        self._check(floor)
        self._cabin.add(floor)

    def call(self, floor, direction):
        self._check(floor)
        self._check(floor + direction.value)
        self._hall.add((floor, direction))

    @property
    def full(self):
        return self.load >= self.capacity

    def _calls(self):
        return set() if self.full else self._hall

    @property
    def idle(self):
        return self.door is Door.CLOSED and not self._cabin and not self._calls()

    def _targets(self):
        return self._cabin | {f for f, _ in self._calls()}

    def _ahead(self, direction):
        return any((t - self.floor) * direction.value > 0 for t in self._targets())

    def _choose_direction(self):
        if self.direction is Direction.NONE:
            if self._targets():
                nearest = min(self._targets(), key=lambda t: (abs(t - self.floor), t))
                self.direction = Direction.UP if nearest > self.floor else Direction.DOWN
                if nearest == self.floor:
                    self.direction = Direction.NONE
        elif not self._ahead(self.direction):
            back = -self.direction
            if self._ahead(back) or (self.floor, back) in self._calls():
                self.direction = back
            else:
                self.direction = Direction.NONE

    def _should_stop(self):
        if self.floor in self._cabin:
            return True
        here = {d for f, d in self._calls() if f == self.floor}
        if not here:
            return False
        return (self.direction in here or self.direction is Direction.NONE
                or not self._ahead(self.direction))

    def _open(self):
        self._cabin.discard(self.floor)
        ahead = self._ahead(self.direction)
        for d in (Direction.UP, Direction.DOWN):
            if d is self.direction or not ahead:
                if not self.full:
                    self._hall.discard((self.floor, d))
        self.door = Door.OPEN
        self.log.append(f"open {self.floor}")

    def step(self):
        if self.door is Door.OPEN:
            self.door = Door.CLOSED
            self.log.append(f"close {self.floor}")
            self._choose_direction()
        elif self._should_stop():
            self._open()
        else:
            self._choose_direction()
            if self.direction is not Direction.NONE:
                self.floor += self.direction.value
                self.log.append(f"move {self.floor}")

    def _need_open_door(self):
        if self.door is not Door.OPEN:
            raise RuntimeError("the door is closed")

    def enter(self):
        self._need_open_door()
        if self.full:
            raise Overload()
        self.load += 1

    def leave(self):
        self._need_open_door()
        self.load -= 1


class Building:
    def __init__(self, floors, elevators):
        self.elevators = [Elevator(floors) for _ in range(elevators)]

    def _cost(self, lift, floor):
        distance = abs(lift.floor - floor)
        if lift.direction is Direction.NONE:
            return distance
        approaching = (floor - lift.floor) * lift.direction.value >= 0
        return distance if approaching else distance + 2 * lift.floors

    def call(self, floor, direction):
        lift = min(self.elevators, key=lambda e: self._cost(e, floor))
        lift.call(floor, direction)
        return lift

    def step(self):
        for lift in self.elevators:
            lift.step()
