import pytest

from kzcorpus import Article, Corpus
from kzcorpus.model import views


@pytest.fixture(autouse=True)
def _restored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "_views", [])


def test_without_a_view_a_notebook_falls_back_on_the_repr() -> None:
    assert views.render(Corpus("c")) is None
    assert Article("a")._repr_html_() is None


def test_the_latest_view_draws() -> None:
    views.register(lambda _: "<p>old</p>")
    views.register(lambda value: f"<p>{value!r}</p>")
    assert Article("a")._repr_html_() == "<p>Article(id='a')</p>"
    assert Corpus("c")._repr_html_() == views.render(Corpus("c"))
