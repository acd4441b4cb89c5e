import pytest

from solution import Journal, LockedError


@pytest.fixture(scope="module")
def journal(tmp_path_factory):
    return Journal(tmp_path_factory.mktemp("journal") / "log.txt")


class TestInOrder:
    entries = []

    def test_1_empty(self, journal):
        assert len(journal) == 0
        assert journal.read() == ""

    def test_2_write(self, journal):
        for text in ("one", "two"):
            self.entries.append(journal.write(text))
        assert len(journal) == 2

    def test_3_entries_are_numbered(self, journal):
        assert [e.number for e in self.entries] == [1, 2]
        assert journal[0] is self.entries[0]

    def test_4_file_grew(self, journal):
        assert journal.read() == "1: one\n2: two\n"

    def test_5_undo(self, journal):
        gone = journal.undo()
        assert gone is self.entries.pop()
        assert journal.read() == "1: one\n"

    def test_6_numbers_go_on(self, journal):
        assert journal.write("three").number == 3

    def test_7_close(self, journal):
        journal.close()
        with pytest.raises(LockedError):
            journal.write("late")

    def test_8_still_readable(self, journal):
        assert [e.text for e in journal] == ["one", "three"]


def test_9_another_journal_reads_the_same_file(journal):
    again = Journal(journal.path)
    assert again.read() == journal.read() == "1: one\n3: three\n"
    assert again is not journal
