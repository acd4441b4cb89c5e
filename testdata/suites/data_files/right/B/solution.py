import re


def load_scores(text):
    head, *rows = (line.split(",") for line in text.strip().split("\n"))
    return [{k: int(v) if v.isdecimal() else v for k, v in zip(head, row)} for row in rows]


def totals(scores):
    names = dict.fromkeys(score["name"] for score in scores)
    return {name: sum(s["points"] for s in scores if s["name"] == name) for name in names}


def ranking(scores):
    sums = totals(scores)
    return sorted(sums, key=sums.__getitem__, reverse=True)


def solve_maze(maze):
    cells = {complex(r, c): mark for r, row in enumerate(maze) for c, mark in enumerate(row)}
    start = next(z for z, mark in cells.items() if mark == "S")
    came, edge = {start: None}, [start]
    while edge:
        here = edge.pop(0)
        if cells[here] == "E":
            path = []
            while here is not None:
                path.insert(0, (int(here.real), int(here.imag)))
                here = came[here]
            return path
        for step in (1, -1, 1j, -1j):
            if cells.get(here + step, "#") != "#" and here + step not in came:
                came[here + step] = here
                edge.append(here + step)


def headings(file):
    return [(len(m[1]), m[2]) for m in re.finditer(r"^(#+) (.+)$", file.read(), re.M)]
