import json
from pathlib import Path

import pytest

from solution import headings, load_scores, ranking, solve_maze, totals

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="module")
def scores():
    return load_scores((DATA / "scores.csv").read_text())


@pytest.fixture(scope="module")
def expected():
    with open(DATA / "expected.json") as file:
        return json.load(file)


def test_load(scores):
    assert len(scores) == 5
    assert scores[0] == {"name": "Ann", "round": 1, "points": 10}


def test_totals(scores, expected):
    assert totals(scores) == expected


def test_ranking(scores, expected):
    order = ranking(scores)
    assert order == sorted(expected, key=expected.get, reverse=True)


def test_scores_are_not_changed(scores):
    before = json.dumps(scores)
    totals(scores)
    ranking(scores)
    assert json.dumps(scores) == before


def test_maze_from_lines():
    maze = (DATA / "maze.txt").read_text().splitlines()
    path = solve_maze(maze)
    assert path[0] == (1, 1) and path[-1] == (3, 7)
    assert len(path) == 13
    assert all(maze[r][c] != "#" for r, c in path)


def test_maze_steps_are_neighbours():
    path = solve_maze((DATA / "maze.txt").read_text().split())
    assert all(abs(a - c) + abs(b - d) == 1 for (a, b), (c, d) in zip(path, path[1:]))


def test_maze_without_exit():
    assert solve_maze(["S#E"]) is None


def test_headings_from_an_open_file():
    with open(DATA / "notes.md", encoding="utf-8") as file:
        assert headings(file) == [(1, "Title"), (2, "First part"), (2, "Second part")]


@pytest.mark.parametrize("name", sorted(p.name for p in DATA.iterdir() if p.suffix in (".csv", ".json")))
def test_headings_of_files_without_any(name):
    assert headings((DATA / name).open()) == []
