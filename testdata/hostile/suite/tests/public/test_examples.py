"""What candidates see. None of it is a secret, and all that the solution prints here is shown."""

import pytest
import solution


@pytest.mark.task("honest")
def test_double():
    assert solution.double(4) == 8


@pytest.mark.task("value")
def test_answer():
    assert solution.answer("public") == "public"
