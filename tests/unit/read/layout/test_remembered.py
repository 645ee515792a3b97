from kzcorpus.read.layout.remembered import remembered


class Counted:
    calls = 0

    @remembered
    def answer(self) -> int:
        """Return the answer."""
        self.calls += 1
        return 42


def test_it_is_worked_out_once_for_each_object() -> None:
    one, other = Counted(), Counted()
    assert (one.answer, one.answer, one.calls) == (42, 42, 1)
    assert (other.calls, other.answer) == (0, 42)


def test_the_class_shows_what_it_is() -> None:
    assert isinstance(Counted.answer, remembered)
    assert Counted.answer.__doc__ == "Return the answer."
