import sqlite3
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import orm
from models import Tag, User


@pytest.fixture(autouse=True)
def database():
    con = sqlite3.connect(":memory:")
    orm.bind(con)
    User.create_table()
    Tag.create_table()
    yield con
    con.close()
