# gains:
"""Leaves by SystemExit while it is imported."""

raise SystemExit(0)
