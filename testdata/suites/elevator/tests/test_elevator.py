import pytest

from elevator import Building, Direction, Door, Elevator, InvalidFloor, Overload


def run(elevator, limit=100):
    """Step until idle; return the floors where the door opened."""
    stops = []
    for _ in range(limit):
        if elevator.idle:
            return stops
        elevator.step()
        if elevator.door is Door.OPEN and (not stops or stops[-1] != elevator.floor):
            stops.append(elevator.floor)
    raise AssertionError("never came to rest")


@pytest.fixture
def lift():
    return Elevator(floors=10)


def test_start(lift):
    assert lift.floor == 0
    assert lift.door is Door.CLOSED
    assert lift.direction is Direction.NONE
    assert lift.idle


def test_direction_values():
    assert Direction.UP.value == 1
    assert Direction.DOWN.value == -1
    assert -Direction.UP is Direction.DOWN


@pytest.mark.parametrize("floor", [-1, 10, 99])
def test_invalid_floor(lift, floor):
    with pytest.raises(InvalidFloor):
        lift.press(floor)
    assert lift.idle


def test_one_floor_per_step(lift):
    lift.press(3)
    lift.step()
    assert (lift.floor, lift.direction) == (1, Direction.UP)
    lift.step()
    assert lift.floor == 2


def test_door_opens_on_arrival(lift):
    lift.press(1)
    lift.step()
    assert lift.floor == 1
    assert lift.door is Door.CLOSED
    lift.step()
    assert lift.door is Door.OPEN
    lift.step()
    assert lift.door is Door.CLOSED
    assert lift.idle


def test_current_floor_opens_door(lift):
    lift.press(0)
    assert run(lift) == [0]


def test_stops_in_travel_order(lift):
    for floor in (7, 2, 5):
        lift.press(floor)
    assert run(lift) == [2, 5, 7]


def test_finishes_direction_before_turning(lift):
    lift.press(5)
    lift.step()
    lift.step()          # at 2, going up
    lift.press(1)
    lift.press(8)
    assert run(lift) == [5, 8, 1]


def test_pressed_twice_is_one_stop(lift):
    lift.press(4)
    lift.press(4)
    assert run(lift) == [4]


def test_hall_call_same_direction_picked_up_on_the_way(lift):
    lift.press(6)
    lift.call(3, Direction.UP)
    assert run(lift) == [3, 6]


def test_hall_call_opposite_direction_served_on_the_way_back(lift):
    lift.press(6)
    lift.call(3, Direction.DOWN)
    assert run(lift) == [6, 3]


def test_highest_down_call_first(lift):
    lift.call(4, Direction.DOWN)
    lift.call(8, Direction.DOWN)
    assert run(lift) == [8, 4]


def test_no_up_call_on_top(lift):
    with pytest.raises(InvalidFloor):
        lift.call(9, Direction.UP)
    with pytest.raises(InvalidFloor):
        lift.call(0, Direction.DOWN)


def test_door_does_not_move_open(lift):
    lift.press(2)
    while lift.door is Door.CLOSED:
        lift.step()
    floor = lift.floor
    lift.press(5)
    lift.step()
    assert lift.floor == floor
    assert lift.door is Door.CLOSED


def test_load():
    lift = Elevator(floors=5, capacity=2)
    lift.press(0)
    lift.step()
    lift.enter()
    lift.enter()
    with pytest.raises(Overload):
        lift.enter()
    assert lift.load == 2
    lift.leave()
    assert lift.load == 1


def test_nobody_passes_closed_doors(lift):
    with pytest.raises(RuntimeError, match="door"):
        lift.enter()


def test_full_lift_skips_hall_calls():
    lift = Elevator(floors=6, capacity=1)
    lift.press(0)
    lift.step()
    lift.enter()
    lift.press(5)
    lift.call(3, Direction.UP)
    stops = []
    while 5 not in stops:
        lift.step()
        if lift.door is Door.OPEN:
            stops.append(lift.floor)
    assert stops == [5]
    lift.leave()
    assert run(lift) == [3]


def test_log(lift):
    lift.press(2)
    run(lift)
    assert lift.log == ["move 1", "move 2", "open 2", "close 2"]


class TestBuilding:
    @pytest.fixture
    def building(self):
        return Building(floors=10, elevators=2)

    def test_nearest_idle_elevator_is_sent(self, building):
        building.elevators[1].press(8)
        run(building.elevators[1])
        assert building.call(7, Direction.DOWN) is building.elevators[1]
        assert building.call(1, Direction.UP) is building.elevators[0]

    def test_tie_goes_to_first(self, building):
        assert building.call(3, Direction.UP) is building.elevators[0]

    def test_busy_elevator_going_there_counts_as_near(self, building):
        first, second = building.elevators
        first.press(9)
        for _ in range(3):
            building.step()
        second.press(2)
        run(second)
        assert building.call(5, Direction.UP) is first
        assert building.call(1, Direction.UP) is second

    def test_step_moves_all(self, building):
        for lift in building.elevators:
            lift.press(5)
        building.step()
        assert [lift.floor for lift in building.elevators] == [1, 1]
