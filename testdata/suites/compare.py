"""Compare pygrader's verdicts with plain pytest's, test by test, over the suites here and mutants of their solutions.

usage: python3 compare.py [--pygrader BIN] [--mutants N] [--reference] [--backend docker|local] [SUITE...]

Prints every difference with its reason from differences.txt, and the counts. Exit code 1 for a difference without one.
"""
from __future__ import annotations

import argparse
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

HERE = pathlib.Path(__file__).resolve().parent
TIMEOUT = 20.0
Verdicts = dict[str, str]  # by class or file and name of a test: "passed", or what pytest or pygrader says instead


class Case(NamedTuple):
    """One solution of one suite, and both verdicts of each test."""

    suite: str
    solution: str
    plain: Verdicts
    ours: Verdicts


def plain(tests: pathlib.Path, solution: pathlib.Path) -> Verdicts:
    """What one process says; empty where it does not end, which nothing can be compared with."""
    with tempfile.TemporaryDirectory(prefix="suites-") as scratch:
        shutil.copytree(tests, f"{scratch}/tests")
        command = ["/usr/bin/python3", "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir",
                   f"{scratch}/tests", "--junitxml", f"{scratch}/report.xml", f"{scratch}/tests"]
        try:
            subprocess.run(command, cwd=scratch, env={**os.environ, "PYTHONPATH": str(solution)}, timeout=TIMEOUT,
                           stdin=subprocess.DEVNULL, capture_output=True, check=False)
        except subprocess.TimeoutExpired:
            return {}
        if not os.path.exists(f"{scratch}/report.xml"):  # a conftest.py that cannot be imported
            return {}
        found: Verdicts = {}
        for case in ElementTree.parse(f"{scratch}/report.xml").iter("testcase"):
            bad = [part.tag for part in case if part.tag in ("failure", "error", "skipped")]
            name = f"{case.get('classname', '').rpartition('.')[2]}::{case.get('name')}"
            found[name] = bad[0] if bad else "passed"
        return found


def ours(options: argparse.Namespace, suite: pathlib.Path, solutions: list[pathlib.Path]) -> list[Verdicts]:
    """What pygrader says of each solution."""
    command = [options.pygrader, "grade", "--backend", options.backend, "--format", "json", "--suite",
               str(suite / "tests"), "--entry", entry_of(suite)]
    if options.reference:
        command += ["--reference", str(solutions[0])]
    if suite.name.startswith("together_"):
        command += ["--together"]
    done = subprocess.run([*command, *map(str, solutions)], capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    if len(lines) != len(solutions):
        sys.exit(f"{suite.name}: {done.stderr}")
    found: list[Verdicts] = []
    for line in lines:
        verdicts: Verdicts = {}
        for test in json.loads(line)["tests"]:
            file, *names = test["id"].split("::")
            holder = names[-2] if len(names) > 1 else pathlib.Path(file).stem
            name = f"{holder}::{names[-1]}" if names else file
            verdicts[name] = test["outcome"] if test["outcome"] == "passed" else (
                f"{test['outcome']}: {test.get('message', '')}")
        found.append(verdicts)
    return found


def entry_of(suite: pathlib.Path) -> str:
    """The entry file that the suite's tests import."""
    given = suite / "entry"
    return given.read_text().strip() if given.exists() else "solution.py"


def mutants(suite: pathlib.Path, count: int, into: pathlib.Path) -> list[pathlib.Path]:
    """Mutants of the first right solution, each a folder like it."""
    first = sorted((suite / "right").iterdir())[0]
    entry = entry_of(suite)
    made = into / "made"
    subprocess.run([sys.executable, HERE / "mutate.py", first / entry, str(count), "1", made], check=True,
                   capture_output=True)
    folders = []
    for mutant in sorted(made.glob("*.py")):
        folder = into / mutant.stem
        shutil.copytree(first, folder)
        shutil.copy(mutant, folder / entry)
        folders.append(folder)
    return folders


def cases(options: argparse.Namespace, suite: pathlib.Path) -> list[Case]:
    """Every solution of a suite, judged both ways."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as scratch:
        solutions = [*sorted((suite / "right").iterdir()), *sorted((suite / "wrong").iterdir())]
        if options.mutants:
            solutions += mutants(suite, options.mutants, pathlib.Path(scratch))
        found = ours(options, suite, solutions)
        return [Case(suite.name, f"{solution.parent.name}/{solution.name}" if suite in solution.parents
                     else f"mutant/{solution.name}", plain(suite / "tests", solution), verdicts)
                for solution, verdicts in zip(solutions, found)]


def reasons() -> list[tuple[re.Pattern[str], str]]:
    """Patterns for "suite solution test", and why these differ."""
    found = []
    for line in (HERE / "differences.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            pattern, _, reason = line.partition(" # ")
            found.append((re.compile(pattern.strip()), reason.strip()))
    return found


def differences(case: Case) -> Iterator[tuple[str, str, str]]:
    """The tests that pass one way and not the other: name, plain, ours."""
    for name in sorted(case.plain.keys() | case.ours.keys()):
        pair = case.plain.get(name, "not there"), case.ours.get(name, "not there")
        if (pair[0] == "passed") != (pair[1] == "passed"):
            yield name, *pair


def main() -> int:
    """Compare, and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pygrader", default=str(HERE.parents[1] / "bin/pygrader"))
    parser.add_argument("--mutants", type=int, default=0)
    parser.add_argument("--reference", action="store_true")
    parser.add_argument("--backend", default="local", choices=["docker", "local"])
    parser.add_argument("suites", nargs="*")
    options = parser.parse_args()
    suites = [path for path in sorted(HERE.iterdir()) if (path / "tests").is_dir()
              and (not options.suites or any(part in path.name for part in options.suites))]
    known = reasons()
    counts: collections.Counter[str] = collections.Counter()
    differing: set[str] = set()
    with ThreadPoolExecutor(2) as pool:
        for case in (case for found in pool.map(lambda suite: cases(options, suite), suites) for case in found):
            if not case.plain:
                continue
            counts["verdicts"] += len(case.plain.keys() | case.ours.keys())
            for name, theirs, own in differences(case):
                where = f"{case.suite} {case.solution} {name}"
                reason = next((reason for pattern, reason in known if pattern.match(where)), "")
                counts["differ"] += 1
                counts["passed by us alone"] += own == "passed"
                counts[reason or "without a reason"] += 1
                differing.add(case.suite)
                print(f"{where}: plain {theirs}, pygrader {own[:160]}: {reason or 'NO REASON'}", flush=True)
    print(f"{counts['verdicts'] - counts['differ']} of {counts['verdicts']} verdicts equal, {len(suites) - len(differing)}"
          f" of {len(suites)} suites without a difference; passed by pygrader alone: {counts['passed by us alone']}")
    for reason, count in counts.most_common():
        if reason not in ("verdicts", "differ", "passed by us alone"):
            print(f"  {count:5}  {reason}")
    return 1 if counts["without a reason"] else 0


if __name__ == "__main__":
    sys.exit(main())
