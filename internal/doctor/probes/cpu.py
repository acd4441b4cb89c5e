"""Keeps two processes busy and looks how much processor time they got, and whether the kernel held them back.

On a busy host two processes may get less than one processor anyway, so the quota itself must be there as
well; only where it cannot be seen (gVisor) the time alone decides.
"""
import json
import os
import time

SECONDS = 0.6


def quota() -> float | None:
    """Return the processors allowed, infinite when without limit, None when it cannot be seen."""
    for folder in ("/sys/fs/cgroup/cpu", "/sys/fs/cgroup/cpu,cpuacct", "/sys/fs/cgroup"):
        try:
            with open(f"{folder}/cpu.cfs_quota_us") as share, open(f"{folder}/cpu.cfs_period_us") as period:
                allowed = int(share.read())
                return float("inf") if allowed < 0 else allowed / int(period.read())
        except OSError:
            pass
        try:
            with open(f"{folder}/cpu.max") as both:
                most, span = both.read().split()
                return float("inf") if most == "max" else int(most) / int(span)
        except OSError:
            pass
    return None


begun = time.monotonic()
children = []
for _ in range(2):
    pid = os.fork()
    if pid == 0:
        while time.monotonic() - begun < SECONDS:
            pass
        os._exit(0)
    children.append(pid)
for pid in children:
    os.waitpid(pid, 0)
elapsed = time.monotonic() - begun
spent = os.times()
used = (spent.children_user + spent.children_system) / elapsed
allowed = quota()
holds = used < 1.3 and (allowed is None or allowed <= 1.0)
told = "no quota to be seen" if allowed is None else f"quota {allowed}"
print(json.dumps([holds, f"two busy processes got {used:.2f} processors, {told}"]))
