"""Run plain pytest over every suite and solution here, and say which of them does not behave as its folder promises.

usage: python3 check.py [-v] [SUITE...]

A right solution passes every test (skipped and expected failures are the suite's own); a wrong one fails or errors at
least once, and nothing takes longer than a few seconds. Exit code 1 where one does not.
"""
from __future__ import annotations

import os
import pathlib
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from typing import NamedTuple

HERE = pathlib.Path(__file__).resolve().parent
TIMEOUT = 20.0
SLOW = 2.0


class Run(NamedTuple):
    """What one run of pytest said."""

    passed: int
    skipped: int
    bad: list[str]
    seconds: float
    problem: str


def run_pytest(tests: pathlib.Path, solution: pathlib.Path) -> Run:
    """Run one suite against one solution in a working folder of its own."""
    with tempfile.TemporaryDirectory(prefix="suites-") as scratch:
        report = pathlib.Path(scratch, "report.xml")
        cwd = pathlib.Path(scratch, "cwd")
        cwd.mkdir()
        command = ["/usr/bin/python3", "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider",
                   f"--basetemp={scratch}/tmp", f"--junitxml={report}", str(tests)]
        env = {**os.environ, "PYTHONPATH": str(solution)}
        begin = time.monotonic()
        try:
            done = subprocess.run(command, cwd=cwd, env=env, timeout=TIMEOUT, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        except subprocess.TimeoutExpired:
            return Run(0, 0, [], TIMEOUT, "timed out")
        seconds = time.monotonic() - begin
        if done.returncode not in (0, 1, 2) or not report.exists():
            return Run(0, 0, [], seconds, f"pytest exited with {done.returncode}")
        return count(report, seconds)


def count(report: pathlib.Path, seconds: float) -> Run:
    """Read the outcomes from a JUnit report."""
    passed, skipped, bad = 0, 0, []
    for case in ElementTree.parse(report).iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            bad.append(f"{case.get('classname')}::{case.get('name')}")
        elif case.find("skipped") is not None:
            skipped += 1
        else:
            passed += 1
    return Run(passed, skipped, bad, seconds, "")


def complaint(kind: str, run: Run) -> str:
    """Say what is wrong with a run, or nothing."""
    if run.problem:
        return run.problem
    if kind == "right" and run.bad:
        return "a right solution fails " + ", ".join(run.bad)
    if kind == "right" and not run.passed:
        return "a right solution passes nothing"
    if kind == "wrong" and not run.bad:
        return "a wrong solution fails nothing"
    if run.seconds > SLOW + 1:
        return f"slow: {run.seconds:.1f} s"
    return ""


def check_layout(suite: pathlib.Path) -> list[str]:
    """Say what a suite's folder lacks."""
    found = []
    entry = suite / "entry"
    path = entry.read_text(encoding="utf-8").strip() if entry.exists() else "solution.py"
    for kind, least in (("right", 2), ("wrong", 3)):
        solutions = [p for p in sorted((suite / kind).glob("*")) if p.is_dir()]
        if len(solutions) < least:
            found.append(f"{suite.name}: only {len(solutions)} {kind} solutions")
        found += [f"{suite.name}/{kind}/{p.name}: no {path}" for p in solutions if not (p / path).is_file()]
    return found


def check(suite: pathlib.Path, verbose: bool) -> tuple[list[str], int, int]:
    """Run one suite; the complaints, how many solutions ran, and how many tests the first right one had."""
    found, runs, tests = check_layout(suite), 0, 0
    for kind in ("right", "wrong"):
        for solution in sorted((suite / kind).iterdir()):
            run = run_pytest(suite / "tests", solution)
            runs += 1
            tests = tests or run.passed + run.skipped
            words = complaint(kind, run)
            if words:
                found.append(f"{suite.name}/{kind}/{solution.name}: {words}")
            if verbose:
                print(f"  {suite.name}/{kind}/{solution.name}: {run.passed} passed, {run.skipped} skipped,"
                      f" {len(run.bad)} failed, {run.seconds:.2f} s")
    if not 5 <= tests <= 15:
        found.append(f"{suite.name}: {tests} tests")
    return found, runs, tests


def main(arguments: list[str]) -> int:
    """Check the suites named, or all."""
    verbose = "-v" in arguments
    names = [a for a in arguments if not a.startswith("-")]
    suites = [HERE / n for n in names] or sorted(p for p in HERE.iterdir() if (p / "tests").is_dir())
    complaints: list[str] = []
    runs = tests = 0
    for suite in suites:
        found, ran, had = check(suite, verbose)
        for line in found:
            print(line, flush=True)
        complaints += found
        runs += ran
        tests += had
    print(f"{len(suites)} suites, {tests} tests, {runs} solutions run, {len(complaints)} complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
