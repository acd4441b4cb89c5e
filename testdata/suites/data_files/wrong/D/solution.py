import csv
from collections import Counter, deque


def load_scores(text):
    rows = csv.DictReader(text.splitlines())
    return [{"name": r["name"], "round": int(r["round"]), "points": int(r["points"])} for r in rows]


def totals(scores):
    sums = Counter()
    for score in scores:
        sums[score["name"]] += score["points"]
    return dict(sums)


def ranking(scores):
    scores.sort(key=lambda score: -score["points"])
    return list(dict.fromkeys(score["name"] for score in scores))


def solve_maze(maze):
    spots = {maze[r][c]: (r, c) for r in range(len(maze)) for c in range(len(maze[r]))}
    queue = deque([[spots["S"]]])
    seen = {spots["S"]}
    while queue:
        path = queue.popleft()
        r, c = path[-1]
        if path[-1] == spots["E"]:
            return path
        for spot in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
            inside = 0 <= spot[0] < len(maze) and 0 <= spot[1] < len(maze[0])
            if inside and spot not in seen and maze[spot[0]][spot[1]] != "#":
                seen.add(spot)
                queue.append(path + [spot])
    return None


def headings(file):
    found = []
    for line in file:
        if line.startswith("#"):
            marks, _, text = line.strip().partition(" ")
            found.append((len(marks), text))
    return found
