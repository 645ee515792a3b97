import ast
import re
from pathlib import Path

import pytest

from kzcorpus.model.spans import Span
from kzcorpus.read.sentences import sentences

SEEDS = Path(__file__).parents[3] / "seeds"
BREAK = " ‖ "
RUN_TOGETHER = "‖"

# One line a case; ` ‖ ` stands for a space at which a sentence ends, `‖` for an end where no space is.
CASES = r"""
One sentence without a stop
He left. ‖ She stayed.
He left! ‖ She stayed?
Did he leave? ‖ Yes. ‖ No.
What?! ‖ Nobody knew.
He left...  ‖ She stayed.
He left… ‖ She stayed.
Well... maybe not.
Well… maybe not.
... and then he left.
… and then he left. ‖ Really.
He came . . . and went. ‖ Then nothing.
It was over. . . . ‖ The end came.
Mr. Smith met Mrs. Jones. ‖ They spoke.
Dr. Ana Ruiz and Prof. Li agreed. ‖ Gen. Grant did not.
Lt. Gen. Mark Hertling and Lt.-Gen. Roméo Dallaire met.
Sen. Kaine and Rep. Pence debated. ‖ Gov. Brown watched.
St. Petersburg is north of Mt. Elbrus.
He lives in St. Louis. ‖ She does not.
The U.S. President arrived. ‖ He spoke.
They live in the U.S. ‖ The law protects them.
They live in the U.S. ‖ He does not.
He is the U.S. Ambassador to the U.N. Security Council.
The U.S.-led coalition won. ‖ It went home.
Officials in Washington, D.C. ‖ This was new.
Sanctions by the U.K. and the E.U. were lifted.
The U.S. "special envoy" came.
Apple Inc. Chief Executive Tim Cook spoke.
He joined Apple Inc. ‖ They paid well.
Smith & Co. sued Jones Bros. in May.
Martin Luther King Jr. Day is in January.
He admired Martin Luther King Jr. ‖ And so did she.
It starts at 6 p.m. Monday.
It starts at 6 p.m. ‖ The doors open earlier.
It ended at 3 a.m. ‖ Nobody slept.
He came on Oct. 14. ‖ She came on Nov. 2, 2022.
It began in Jan. 2020 and ended in Sept. 2021.
It began last Oct. ‖ He was there.
See No. 5 and Nos. 6 and 7. ‖ Then rest.
He said no. ‖ She agreed.
The law, Art. 274, and Sec. 3 apply.
See p. 12 and pp. 14-15. ‖ Or do not.
Bring fruit, e.g. apples, i.e. food.
Apples vs. pears, cf. Smith et al. 2020.
Bread, milk, etc. ‖ The rest is history.
Bread, milk, etc. were sold.
J. Smith met J.K. Rowling and George W. Bush. ‖ They ate.
R. J. Moss voted yes. ‖ K. Tran voted no.
J.-P. Sartre wrote it.
So said I. ‖ Then we went.
The plan was plan B. ‖ It failed.
А. С. Пушкин родился в Москве. ‖ Это известно.
Ілияс Е. Есенберлин жазды. ‖ Бұл рас.
He wrote for nur.kz and tengrinews.kz. ‖ Both are sites.
Write to press@a.example or see www.a.example/b.html. ‖ Thanks.
Growth was 3.5 percent. ‖ It had been 2.25.
The rate was .5 and then 1.
He paid $3. ‖ She paid $4.
It cost 9,000. ‖ 40 people paid.
In 2022. ‖ 40 people came.
“We agreed.” ‖ He left.
“We agreed.” he said.
"We agreed." ‖ "We did not."
He said: “We agreed.” ‖ “No,” she said.
He said, “We agreed. ‖ We left.” ‖ Then he left.
‘We agreed.’ ‖ Then he left.
He said (and meant it.) ‖ Then he left.
(He said it.) ‖ (He meant it.)
He left (in 2020). ‖ She left [in 2021]. ‖ Nobody stayed.
He left. ‖ (She stayed.)
He left. ‖ (and she stayed)
“Why?” he asked. ‖ Nobody knew.
“Why?” Tokayev asked. ‖ Nobody knew.
“Stop!” President Tokayev told reporters. ‖ They stopped.
“Why?” ‖ Nobody knew.
He asked why? and left.
He called it “a lie.” ‖ Then he left.
The band Yahoo! News reported it. ‖ Yes.
He left. ‖ – I know.
– Я знаю! – сказал он. ‖ – Нет.
«Мы согласны». ‖ Он ушёл.
«Мы согласны». – сказал он.
Он сказал: «Да». ‖ «Нет», – ответила она.
В 2022 г. он уехал. ‖ Это было давно.
Он жил на ул. Гоголя, д. 5. ‖ Потом уехал.
Это стоит 5 млн. ‖ Но денег нет.
Бұл рас. ‖ Ол кетті.
„Wir gehen.“ ‖ Er ging.
„Er sagte: ‚Wir gehen.‘“ ‖ Er ging.
Er kam am 14. Oktober. ‖ Sie nicht.
»Wir gehen.« ‖ Er ging.
¿Vienes? ‖ ¡Sí! ‖ Bien.
« Nous partons. » ‖ Il partit.
他走了。‖她没走。‖真的？‖是！
他说：“走吧。”‖她走了。
वह गया। ‖ वह आई।
هل ذهب؟ ‖ نعم۔
Եկավ։ ‖ Գնաց։
He broke the sanctions.‖The minister did not.
He met Russia.‖The minister did not.
He agreed.”‖He left.
He agreed.)‖The end.
What?‖No.
He went to St.Petersburg and Node.Js.
The file a.Txt and ASP.Net and example.Com/path stay.
The U.S.The law.
He left.[1] ‖ She stayed.[2][13]
He left.[12]‖She stayed.
We do [...] what we can. ‖ Yes.
We do what we can. ‖ [...] The rest is silence.
In the world, [...] a border, (...) and so on.
1. There is ore. ‖ 2. Nobody knows.
IV. The court ruled. ‖ It rose.
a. First point. ‖ Then more.
(1. First.) ‖ Second.
His sanctions. “ ‖ Then he left.
His sanctions. “
He left. ”
He left! ! !
. . .
* * *
iPhone sales rose. ‖ iPhone sales fell.
It fell. ‖ eBay rose.
Q. Why? ‖ A. Because.
He met Min. Karin and Atty. Lee. ‖ Both spoke.
He left.\u2029‖She stayed
One\n\n‖Two
A line\nthat goes on. ‖ Another\u2028line.
\u00a0He left.\u00a0‖ She stayed.\u3000
😀 He left. 😀
"""


def table() -> list[str]:
    return [re.sub(r"\\(n|u[0-9a-f]{4})", lambda found: ast.literal_eval(f"'{found[0]}'"), line) for line in CASES.strip().split("\n")]


def split(text: str, span: Span | None = None) -> list[str]:
    return [sentence.of(text) for sentence in sentences(text, span or Span(0, len(text)))]


@pytest.mark.parametrize("case", table())
def test_table(case: str) -> None:
    expected = [part.strip() for part in case.split(RUN_TOGETHER)]
    text = case.replace(BREAK, " ").replace(RUN_TOGETHER, "")
    assert split(text) == expected


def test_the_table_is_long_enough() -> None:
    assert len(table()) >= 120


def test_nothing_and_white_space_hold_no_sentence() -> None:
    assert sentences("", Span(0, 0)) == ()
    assert sentences(" \n\u00a0\u3000\t", Span(0, 5)) == ()


def test_only_the_block_is_read() -> None:
    text = "He left. She stayed. They met."
    assert sentences(text, Span(9, 20)) == (Span(9, 20),)
    assert sentences(text, Span(3, 15)) == (Span(3, 8), Span(9, 15))


# the number of sentences in each line, counted by reading
SEED_COUNTS = {
    "000_1ab97ee52b3e3350": [1, 1, 1, 1, 2, 2, 2, 2, 3, 5, 4, 1],
    "001_c17e71bd0fa80cb1": [1, 2, 1, 1, 3, 2, 1, 2, 2, 1, 1, 2],
    "002_051f3c3bf507cec0": [5, 3, 2, 3, 2],
    "003_d3437c43ef724bcd": [1, 1, 1, 1, 1, 1, 3, 1, 3, 1, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    "004_2268f37b75845e5b": [1, 1, 1, 2, 1, 1, 1, 1, 2, 1, 1, 2, 1, 1],
}


@pytest.mark.parametrize("stem", SEED_COUNTS)
def test_seeds(stem: str) -> None:
    text = (SEEDS / f"{stem}.txt").read_text(encoding="utf-8")
    counts, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            counts.append(len(sentences(text, Span(start, start + len(line)))))
        start += len(line) + 1
    assert counts == SEED_COUNTS[stem]
