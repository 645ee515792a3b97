"""In which ways a name may match, and what each is worth: the reasons and scores of every ``Match``."""

SCORES = {
    "same name": 1.0,
    "same name but for case, accents or punctuation": 0.98,
    "same words in another order": 0.95,
    "same words, written together or apart": 0.92,
    "same institution": 0.92,
    "same name in another romanization": 0.9,
    "given names shortened": 0.88,
    "same name in another romanization and order": 0.87,
    "further names in the middle": 0.85,
    "given names shortened, in another romanization": 0.82,
    "further names in the middle, in another romanization": 0.8,
    "given name and patronymic": 0.78,
    "one slip away": 0.75,
    "family name": 0.7,
    "family name in another romanization": 0.65,
    "family name in another orthography": 0.65,
    "given name": 0.4,
}
"""What each reason is worth, best first; titles and dates weigh on top of it."""

(
    EXACT,
    NORMAL,
    ORDER,
    TOGETHER,
    INSTITUTION,
    RESPELLED,
    SHORTENED,
    RESPELLED_ORDER,
    MIDDLE,
    RESPELLED_SHORT,
    RESPELLED_MIDDLE,
    PATRONYMIC,
    SLIP,
    FAMILY,
    RESPELLED_FAMILY,
    FOREIGN_FAMILY,
    GIVEN,
) = SCORES

INFLECTED = 0.96
"""The weight of a name that stands in another case than the first."""
APPELLATION = 0.97
"""The weight of a name behind a title in a language whose titles are only set aside."""
SIMILAR = 0.7
"""The weight of a name that is only similar, times how similar it is."""
