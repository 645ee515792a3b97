from kzcorpus import Authority, Place, load_authority
from kzcorpus.model.names import Name
from kzcorpus.read.mentions.signs import DATE, NAME, NOUN, ORIGIN, PARTICLE, PRONOUN, ROLE, Signs, signs_of


def test_a_word_that_tells_nothing_has_no_sign() -> None:
    signs = Signs(Authority())
    assert [signs.sign(word) for word in ("reached", "Reached", ",")] == [0, 0, 0]


def test_a_word_has_the_signs_of_all_that_it_may_be() -> None:
    signs = Signs(Authority())
    assert signs.sign("minister") == signs.sign("Minister") == signs.sign("MINISTER") == ROLE | NOUN
    assert signs.sign("officials") == NOUN
    assert signs.sign("She") == PRONOUN


def test_only_a_capital_makes_a_country_and_only_its_lack_a_particle() -> None:
    signs = Signs(Authority())
    assert (signs.sign("Kazakh"), signs.sign("kazakh")) == (ORIGIN, 0)
    assert (signs.sign("van"), signs.sign("Van")) == (PARTICLE, 0)


def test_the_full_stop_of_an_abbreviation_hides_no_word() -> None:
    assert Signs(Authority()).sign("him.") == PRONOUN


def test_a_name_may_begin_inside_a_word() -> None:
    signs = Signs(Authority(places=(Place("moscow", (Name("Moscow"),)), Place("nur", (Name("nur-sultan"),)))))
    assert [bool(signs.sign(word) & NAME) for word in ("Moscow", "pro-Moscow", "Moscow's", "MOSCOW", "nur", "moscow", "Moscows")] == [
        *(True, True, True, True, True),
        *(False, False),
    ]


def test_words_are_told_apart_in_one_walk() -> None:
    text = "The Kazakh minister met her in Moscow with Ursula von der Leyen"
    telling = signs_of(load_authority()).telling(text.split())
    assert (telling.origins, telling.roles, telling.nouns, telling.pronouns, telling.particles) == ([1], [2], [2], [4], [9, 10])
    assert 6 in telling.names


def test_the_signs_of_an_authority_are_made_once() -> None:
    authority = load_authority()
    assert signs_of(authority) is signs_of(authority)


def test_a_date_may_begin_with_a_digit_or_a_word_of_dates() -> None:
    signs = Signs(Authority())
    assert [bool(signs.sign(word) & DATE) for word in ("1960s", "14", "mid-June", "Friday", "June's", "x14", "fridge")] == [True] * 5 + [
        False
    ] * 2
