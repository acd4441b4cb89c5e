"""pytest's fixtures that write into its XML report, which is not made here: they take what they get."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Record = Callable[[str, object], None]


class RecordingFixtures:
    """For a plugin to have."""

    @pytest.fixture
    def record_property(self) -> Record:
        """As pytest's."""
        return _nowhere

    @pytest.fixture
    def record_xml_attribute(self) -> Record:
        """As pytest's."""
        return _nowhere

    @pytest.fixture(scope="session")
    def record_testsuite_property(self) -> Record:
        """As pytest's."""
        return _nowhere


def _nowhere(name: str, value: object) -> None:
    pass
