from pathlib import Path

from kzcorpus import load_seeds
from kzcorpus.seeds import seed_paths


def test_the_five_texts_are_found_in_order() -> None:
    assert [path.name[:3] for path in seed_paths()] == ["000", "001", "002", "003", "004"]


def test_the_seed_corpus_holds_them_unaltered() -> None:
    corpus = load_seeds()
    assert corpus.id == "seeds"
    assert [article.id for article in corpus.articles] == [path.stem for path in seed_paths()]
    assert [article.text.encode() for article in corpus.articles] == [path.read_bytes() for path in seed_paths()]


def test_the_packaged_texts_are_those_of_the_checkout() -> None:
    folder = Path(__file__).parents[2] / "seeds"
    assert [path.read_bytes() for path in seed_paths()] == [path.read_bytes() for path in sorted(folder.glob("*.txt"))]
