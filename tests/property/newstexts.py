"""Texts of news, made by a grammar: who said what in the forms of wire copy, with quotation marks to be set in any style.

Marks stand as ``{`` and ``}`` for a quotation, ``<`` and ``>`` for one inside it, ``~`` for an apostrophe; ``set_in`` makes them real.
"""

import re

from hypothesis import strategies as st

from kzcorpus.model.articles import Article
from kzcorpus.model.spans import Span
from kzcorpus.model.statements import Statement

LEAD = "The people of the town were told that the bridge would not be opened before the end of the year, and they were not happy."
STYLES = {
    "curly": "“”‘’’",
    "straight": "\"\"'''",
    "guillemets": "«»“”’",
    "German": "„“‚‘’",
    "German guillemets": "»«›‹’",
    "single": "‘’“”’",
}
_WORDS = re.compile(r"\w+")

_GIVEN, _FAMILY = ("Aidar", "Jane", "Saule", "Peter", "Qasym"), ("Serikov", "Doe", "Fox", "Omarova", "O~Neill")
_ROLES = ("the mayor", "the mayor of Taraz", "the Kazakh president", "a spokesman for the ministry", "the head of the party", "her lawyer")
_TITLES = ("President", "Foreign Minister", "Mr.", "Dr.", "Gen.", "Senator")
_OTHERS = ("she", "he", "they", "officials", "the ministry", "the report", "Reuters", "police in the capital", "critics", "Astana")
NAMES = st.builds(" ".join, st.tuples(st.sampled_from(_GIVEN), st.sampled_from(_FAMILY)))
ROLES = st.sampled_from(_ROLES)
PEOPLE = st.one_of(
    st.sampled_from(_OTHERS),
    ROLES,
    NAMES,
    st.builds("{0} {1}".format, st.sampled_from(_TITLES), st.sampled_from(_FAMILY)),
    st.builds("{0}, {1},".format, NAMES, ROLES),
    st.builds("{0}, who leads the party,".format, NAMES),
)
WHOM = st.sampled_from(["reporters", "the council", "Mr. Fox", "him", "his Russian counterpart", "Reuters"])
SAID = st.sampled_from(["said", "says", "told reporters", "insisted", "wrote in a letter", "has said"])
THAT = st.sampled_from(["said that", "said", "denied that", "warned that", "told {whom} that", "did not say that", "argued that", "says"])
FACTS = st.sampled_from([
    "the road is open",
    "nobody was hurt in the fire on Friday",
    "the talks went well",
    "the law on water will be changed in May",
    "prices rose by 3.5 percent in the U.S. and in Kazakhstan",
    "the bridge of the town, built in 1950, is safe",
    "there will be no war",
    "we will mend the bridge",
    "I have nothing to hide",
    "we don~t know why the workers~ demands weren~t met",
    "the ministry~s plan is dead — and everybody knows it",
])  # fmt: skip
DEEDS = st.sampled_from(["to close the bridge", "to leave by Friday", "not to buy the old car", "to help the town with money and men"])
THINGS = st.sampled_from(["a new school", "more money for the town", "the law on water", "peace with all neighbours"])
SCARE = st.sampled_from(["{victory}", "{a gift to the whole town}", "{deeply wrong and dangerous}", "{The Long Road}"])
AFTER = st.sampled_from(["", "", "", " on Friday", " in an interview with Reuters", " at a press conference in Astana"])


def _filled(template: str, **parts: str) -> str:
    return re.sub(r"\[(\w+)\]", lambda found: parts[found[1]], template)


def _capital(text: str) -> str:
    """Begin with a capital, behind the marks."""
    return re.sub(r"[a-z]", lambda found: found[0].upper(), text, count=1) if re.match(r"[{<]*[a-z]", text) else text


def _cue(template: str, whom: str) -> str:
    return template.replace("{whom}", whom)


CUES = st.builds(_cue, THAT, WHOM)
PLAIN = st.one_of(
    FACTS,
    st.builds("{0}, but {1}".format, FACTS, FACTS),
    st.builds("{0} because {1}".format, FACTS, FACTS),
    st.builds("the plan was {0}".format, SCARE),
    st.builds("{0} and it was {1} for all".format, FACTS, SCARE),
)
CLAIMS = st.builds("{0} {1} {2}".format, PEOPLE, CUES, FACTS)
CONTENTS = st.one_of(PLAIN, PLAIN, CLAIMS)
SPOKEN = st.one_of(
    FACTS.map(_capital),
    CLAIMS.map(_capital),
    st.builds("{0}. {1}".format, FACTS.map(_capital), FACTS.map(_capital)),
    st.builds("{0} told me <{1}> and left".format, PEOPLE.map(_capital), FACTS),
)
_FORMS = st.sampled_from([
    "[who] [cue] [content][after].",
    "[content], [who] [said][after].",
    "{[spoken],} [who] [said][after].",
    "{[spoken],} said [who][after].",
    "{[spoken],} [who] [said], {and [fact].}",
    "{[spoken],} [who] [said][after]. {[more].}",
    "{[spoken]?} [who] asked[after].",
    "[who] [said][after]: {[spoken].}",
    "According to [who], [content].",
    "[content], according to [who].",
    "[who] [cue] [content], adding that [fact].",
    "[who] urged [whom] [deed] and promised [thing].",
    "[who] called it [scare] and said that [fact].",
    "[who] said {[fact]} and that [other] had left[after].",
    "[who] [cue] {[fact].}",
    "{[spoken]}, [who] [said][after].",
    "{[spoken],} [said] [name], who leads the party.",
    "{[spoken],} [who] [said][after], {and [fact]. [more].}",
    "[content], [who] [said], but [fact].",
    "{[name] told me, <[fact],>} [who] [said].",
    "{[name] told me: <[more].>}",
    "[name] — a friend of the mayor — [said] [fact].",
    "[name]~s claim that [fact] was false, critics [said].",
    "[who] reportedly [said] that [fact].",
    "[name]: [more].",
    "JANE DOE: [more]. [more].",
    "[who] was told that [fact], but [other] denied it.",
    "The song {The Long Road} was played, and [who] [said] so.",
    "[who] promised [thing], vowed [deed] and thanked [whom] for the help.",
    "The claim of the ministry that [fact] was wrong, [who] [said].",
    "It was announced[after] that [fact].",
    "[who] asked whether [fact], and [other] said that [content].",
    "[who], asked about [thing], said [content].",
    "Asked about [thing], [who] said that [content].",
    "Nobody opened the old house at the river[after].",
])  # fmt: skip
SENTENCES = st.builds(
    lambda form, **parts: _capital(re.sub(r",([,.:])", r"\1", _filled(form, **parts))),
    *(_FORMS,),
    who=PEOPLE, other=PEOPLE, whom=WHOM, said=SAID, cue=CUES, content=CONTENTS, spoken=SPOKEN, more=FACTS.map(_capital), fact=FACTS,
    name=NAMES, deed=DEEDS, thing=THINGS, scare=SCARE, after=AFTER,
)  # fmt: skip
_SPEECH = st.builds("{0}. {1}".format, FACTS.map(_capital), FACTS.map(_capital))
PARAGRAPHS = st.one_of(
    st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join),
    st.builds("{0}\n{{{1}.}}".format, SENTENCES, _SPEECH),
    st.builds("{{{0}.\n{{{1},}} {2} said.".format, _SPEECH, _SPEECH, PEOPLE),
    st.builds("{0} {1}:\n{{{2}.}}".format, PEOPLE.map(_capital), SAID, _SPEECH),
)
TEXTS = st.lists(PARAGRAPHS, min_size=1, max_size=3).map(lambda paragraphs: "\n".join([LEAD, *paragraphs]))
"""Texts whose marks are still to be set."""
UNRELATED = st.sampled_from([
    "Snow fell in the north for three days, and the trains of the morning were late by an hour.",
    "The harvest of apples was good this year in the hills above the lake.",
    "The team won the game by two goals to one after a long evening in the rain.",
    "Berik Alimov opened a shop for old books in the house of his father.",
])  # fmt: skip


def sure_in_single_marks(text: str) -> bool:
    """Tell whether every single mark of a text plainly opens, closes or elides."""
    return "s~ " not in text and all(line.count("{") == line.count("}") for line in text.split("\n"))


def set_in(text: str, style: str) -> str:
    """Set the marks of a text in a style."""
    return text.translate(str.maketrans("{}<>~", STYLES[style]))


def words_of(article: Article, spans: tuple[Span, ...]) -> tuple[str, ...]:
    """Return the words in spans, whatever stands between them."""
    return tuple(word for span in spans for word in _WORDS.findall(span.of(article.text)))


def told(article: Article, statement: Statement) -> tuple[tuple[str, ...], tuple[str, ...], str | None]:
    """Return the words of the content and of the speaker, and the mode."""
    speaker = statement.speaker.span if statement.speaker else None
    return words_of(article, statement.content), words_of(article, (speaker,) if speaker else ()), statement.mode
