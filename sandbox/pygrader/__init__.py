"""What runs inside the sandbox image: wire (both sides), judge (trusted) and guest (untrusted)."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:  # before the bundle is installed, imports come from files: 15 ms for these two
    from collections.abc import Callable
    from typing import Any


def probe(function: Callable[..., Any]) -> Callable[..., Any]:
    """A decorator for tests: the function runs beside the solution and gives plain data back.

    In plain pytest that is where it stands. The judge puts its own in this place (judge/probes.py).
    """
    return function
