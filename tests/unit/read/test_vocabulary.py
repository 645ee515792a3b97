import pytest

from kzcorpus.read.vocabulary import third_person, verb_forms


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("say", "say says said said saying"),
        ("tell", "tell tells told told telling"),
        ("deny", "deny denies denied denied denying"),
        ("admit", "admit admits admitted admitted admitting"),
        ("announce", "announce announces announced announced announcing"),
        ("stress", "stress stresses stressed stressed stressing"),
        ("write", "write writes wrote written writing"),
        ("agree", "agree agrees agreed agreed agreeing"),
        ("quip", "quip quips quipped quipped quipping"),
        ("convey", "convey conveys conveyed conveyed conveying"),
        ("tie", "tie ties tied tied tying"),
    ],
)
def test_forms(lemma: str, forms: str) -> None:
    assert [form for form, _ in verb_forms(lemma)] == forms.split()


def test_plurals() -> None:
    assert [third_person(noun) for noun in ("claim", "reply", "speech", "promise")] == ["claims", "replies", "speeches", "promises"]
