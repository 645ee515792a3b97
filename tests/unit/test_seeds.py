from pathlib import Path

import pytest

from kzcorpus import ReadError, load_seeds
from kzcorpus.seeds import seed_paths, texts_in


def test_the_five_texts_are_found_in_order() -> None:
    assert [path.name[:3] for path in seed_paths()] == ["000", "001", "002", "003", "004"]


def test_an_installation_without_them_says_so(tmp_path: Path) -> None:
    (tmp_path / "NOTICE.md").touch()
    with pytest.raises(ReadError, match="the seed texts are missing from this installation"):
        texts_in((tmp_path, tmp_path / "elsewhere"))


def test_the_seed_corpus_holds_them_unaltered() -> None:
    corpus = load_seeds()
    assert corpus.id == "seeds"
    assert [article.id for article in corpus.articles] == [path.stem for path in seed_paths()]
    assert [article.text.encode() for article in corpus.articles] == [path.read_bytes() for path in seed_paths()]


def test_the_packaged_texts_are_those_of_the_checkout() -> None:
    folder = Path(__file__).parents[2] / "seeds"
    assert [path.read_bytes() for path in seed_paths()] == [path.read_bytes() for path in sorted(folder.glob("*.txt"))]
