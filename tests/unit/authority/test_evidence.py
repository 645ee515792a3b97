from kzcorpus.authority import evidence


def test_scores_fall_from_first_to_last_and_lie_between_0_and_1() -> None:
    scores = list(evidence.SCORES.values())
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_what_sounds_alike_is_worth_less_than_what_is_written_alike() -> None:
    scores = evidence.SCORES
    assert scores[evidence.RESPELLED] < scores[evidence.TOGETHER]
    assert scores[evidence.RESPELLED_SHORT] < scores[evidence.SHORTENED]
    assert scores[evidence.RESPELLED_MIDDLE] < scores[evidence.MIDDLE]
    assert scores[evidence.RESPELLED_FAMILY] < scores[evidence.FAMILY]
    assert scores[evidence.SLIP] < scores[evidence.PATRONYMIC]
