"""Coroutines."""

from __future__ import annotations

from typing import Any

PROTOCOLS: dict[str, Any] = {}
