"""Texts with every mention in them but dates, in order: ``surface = type who``.

``who`` is a record's id, ``~`` and the fullest name of somebody no record knows, or ``?`` for nobody in particular; ``@`` the city that stands for a state.
"""

import pytest
from conftest import Marker

from kzcorpus import Article, Authority, Made, Mention, Span, When, __version__
from kzcorpus.read.mentions import mark_mentions, nested
from kzcorpus.read.stages import Reading

CASES = """
German Chancellor Olaf Scholz said on Tuesday that Berlin would keep supplying weapons to Kyiv. "We will not stop," the chancellor told reporters in Berlin. He added that Germany supports Ukraine. => Olaf Scholz = person olaf-scholz; Berlin = organization de @berlin; Kyiv = place kyiv; the chancellor = person olaf-scholz; Berlin = place berlin; He = person olaf-scholz; Germany = organization de; Ukraine = place ukraine
Uzbekistan's foreign minister, Vladimir Norov, met with his Kazakh counterpart Mukhtar Tleuberdi in Tashkent on 3 March 2022. Norov said the two ministers discussed trade. => Uzbekistan's foreign minister = person vladimir-norov; Uzbekistan = place uzbekistan; Vladimir Norov = person vladimir-norov; Mukhtar Tleuberdi = person mukhtar-tleuberdi; Tashkent = place tashkent; Norov = person vladimir-norov; the two ministers = group ?
Maria Petrova, a spokeswoman for the Ministry of Energy of Uzbekistan, denied the report. "It is false," she said. The spokeswoman said the ministry had no plans. => Maria Petrova = person ~Maria Petrova; Ministry of Energy of Uzbekistan = organization ~Ministry of Energy of Uzbekistan; Uzbekistan = place uzbekistan; she = person ~Maria Petrova; The spokeswoman = person ~Maria Petrova; the ministry = organization ~Ministry of Energy of Uzbekistan
Beijing urged restraint. China's Foreign Ministry said it was concerned. The ministry added that talks were under way in Beijing. => Beijing = organization cn @beijing; China = place china; Foreign Ministry = organization cn-mfa; The ministry = organization cn-mfa; Beijing = place beijing
Some analysts believe that the talks failed, but EU officials disagreed. Observers say Brussels wants a deal. => EU officials = group ?; EU = organization eu; Observers = group ?; Brussels = organization eu @brussels
"I never met him," Aigul Sarsenova, 34, a teacher from Taraz, told Reuters. Sarsenova said she would vote. => him = person ?; Aigul Sarsenova = person ~Aigul Sarsenova; Taraz = place taraz; Reuters = organization reuters; Sarsenova = person ~Aigul Sarsenova; she = person ~Aigul Sarsenova
Kyrgyz President Sadyr Japarov and Tajik leader Emomali Rahmon signed a treaty in Bishkek. Japarov said the border is closed. Rahmon, for his part, thanked Moscow for its help. => Sadyr Japarov = person sadyr-japarov; Emomali Rahmon = person emomali-rahmon; Bishkek = place bishkek; Japarov = person sadyr-japarov; Rahmon = person emomali-rahmon; Moscow = organization ru @moscow
The National Bank of Kazakhstan raised its rate. The bank said inflation was high. Its governor, Timur Suleimenov, told a news conference in Almaty that prices would fall. => National Bank of Kazakhstan = organization kz-national-bank; Kazakhstan = place kazakhstan; The bank = organization kz-national-bank; Its governor = person ~Timur Suleimenov; Timur Suleimenov = person ~Timur Suleimenov; Almaty = place almaty
Ankara and Baku agreed on a pipeline. Relations between Ankara and Tehran are strained. Planes fly from Ankara to Tehran. => Ankara = organization tr @ankara; Baku = organization az @baku; Ankara = organization tr @ankara; Tehran = organization ir @tehran; Ankara = place ankara; Tehran = place tehran
Kremlin spokesman Dmitry Peskov told TASS that Washington's position was clear. The spokesman declined to comment further. => Kremlin = organization kremlin; Dmitry Peskov = person dmitry-peskov; TASS = organization tass; Washington = organization us @washington; The spokesman = person dmitry-peskov
Senator Bekzat Altynbekov criticized the government. Altynbekov, who chairs the Senate Committee on Finance, said the law was bad, according to Tengrinews. => Bekzat Altynbekov = person ~Bekzat Altynbekov; Altynbekov = person ~Bekzat Altynbekov; Senate Committee on Finance = organization ~Senate Committee on Finance; Tengrinews = organization tengrinews
Halyk Bank and KazMunayGas published their reports. KMG said its profit rose. The company expects growth. => Halyk Bank = organization halyk-bank; KazMunayGas = organization kazmunaygas; KMG = organization kazmunaygas; The company = organization kazmunaygas
US Secretary of State Antony Blinken will visit Astana. The US said sanctions remain. The top US diplomat arrived in Tashkent. => Antony Blinken = person antony-blinken; Astana = place astana; US = organization us; The top US diplomat = person antony-blinken; Tashkent = place tashkent
Dr. Anna Schmidt of the University of Oxford said that the study was flawed. "This is wrong," Schmidt told the BBC. According to her, the data are old. => Anna Schmidt = person ~Anna Schmidt; University of Oxford = organization ~University of Oxford; Schmidt = person ~Anna Schmidt; BBC = organization bbc; her = person ~Anna Schmidt
Protesters in Aktau told Azattyq they would not leave. Police said 30 people were detained. => Protesters = group ?; Aktau = place aktau; Azattyq = organization azattyk; Police = organization ?
Minister of Internal Affairs Yerzhan Sadenov reported on the floods. The interior minister said the army helped. Sadenov's deputy, Marat Kozhayev, also spoke. => Yerzhan Sadenov = person yerzhan-sadenov; The interior minister = person yerzhan-sadenov; Sadenov's deputy = person ~Marat Kozhayev; Sadenov = person yerzhan-sadenov; Marat Kozhayev = person ~Marat Kozhayev
In Turkestan, Tokayev met residents. The head of state promised new schools. The President of the Republic thanked them. => Turkestan = place turkistan; Tokayev = person kassym-jomart-tokayev; The head of state = person kassym-jomart-tokayev; The President of the Republic = person kassym-jomart-tokayev
Prime Minister Alikhan Smailov and Finance Minister Erulan Zhamaubayev attended. Smailov said the budget is ready. The finance minister agreed. => Alikhan Smailov = person alikhan-smailov; Erulan Zhamaubayev = person erulan-zhamaubayev; Smailov = person alikhan-smailov; The finance minister = person erulan-zhamaubayev
"Astana is our friend," Putin said in Moscow on Monday, quoted by RIA Novosti. The Kremlin said the presidents talked by phone. => Astana = organization kz @astana; Putin = person vladimir-putin; Moscow = place moscow; RIA Novosti = organization ria-novosti; Kremlin = organization kremlin; the presidents = group ?
Former President Nursultan Nazarbayev left Nur-Sultan. The former president made no comment. Nazarbayev University opened a new campus in Astana. => Nursultan Nazarbayev = person nursultan-nazarbayev; Nur-Sultan = place astana; The former president = person nursultan-nazarbayev; Nazarbayev University = organization ~Nazarbayev University; Astana = place astana
Josep Borrell, the EU's foreign policy chief, condemned the attack. The EU foreign policy chief warned Tehran against escalation. => Josep Borrell = person josep-borrell; the EU's foreign policy chief = person josep-borrell; EU = organization eu; The EU foreign policy chief = person josep-borrell; EU = organization eu; Tehran = organization ir @tehran
The World Health Organization (WHO) reported new cases. WHO chief Tedros Adhanom Ghebreyesus said vaccines help. The organization said more in a statement. => World Health Organization = organization who; WHO = organization who; WHO = organization who; Tedros Adhanom Ghebreyesus = person ~Tedros Adhanom Ghebreyesus; The organization = organization who
Argentine President Javier Milei met Giorgia Meloni in Rome. The Italian prime minister said she welcomed the visit. He thanked her. => Javier Milei = person ~Javier Milei; Giorgia Meloni = person ~Giorgia Meloni; Rome = place rome; The Italian prime minister = person ?; she = person ~Giorgia Meloni; He = person ~Javier Milei; her = person ~Giorgia Meloni
"We need peace," said Erdogan. The Turkish president told journalists that he had spoken with Zelensky and Putin. => Erdogan = person recep-tayyip-erdogan; The Turkish president = person recep-tayyip-erdogan; he = person recep-tayyip-erdogan; Zelensky = person volodymyr-zelenskyy; Putin = person vladimir-putin
Jordan Peterson visited Jordan. Jordan said nothing about him. => Jordan Peterson = person ~Jordan Peterson; Jordan = place jordan; Jordan = organization jo; him = person ~Jordan Peterson
Ms. Li told the court that her husband, Wang Lei, had fled to Canada. She said he called her from Toronto. => Li = person ~Li; her husband = person ~Wang Lei; Wang Lei = person ~Wang Lei; Canada = place canada; She = person ~Li; he = person ~Wang Lei; her = person ~Li; Toronto = place ~Toronto
Lawmaker Yerlan Sairov asked the prime minister why prices rise. Sairov's question went unanswered. => Yerlan Sairov = person ~Yerlan Sairov; Sairov = person ~Yerlan Sairov
The Kazakh Foreign Ministry summoned the Russian ambassador on Thursday. The ministry's spokesman, Aibek Smadiyarov, confirmed this. Ambassador Alexei Borodavkin declined to comment. => Kazakh Foreign Ministry = organization kz-mfa; the Russian ambassador = person ~Alexei Borodavkin; The ministry's spokesman = person aibek-smadiyarov; The ministry = organization kz-mfa; Aibek Smadiyarov = person aibek-smadiyarov; Alexei Borodavkin = person ~Alexei Borodavkin
According to the UN, 200 people died. A UN spokesperson, Stephane Dujarric, said aid was on its way to Kabul. => UN = organization un; UN = organization un; Stephane Dujarric = person ~Stephane Dujarric; Kabul = place kabul
Nobody from Gazprom was available. Gazprom CEO Alexei Miller said in April that gas would flow. => Gazprom = organization gazprom; Gazprom = organization gazprom; Alexei Miller = person ~Alexei Miller
"I don't know," she said. Gulnara Bekova, who runs a shop in Shymkent, added that her customers had left. => she = person ?; Gulnara Bekova = person ~Gulnara Bekova; Shymkent = place shymkent
Some in Washington believe that Beijing will not act. London and Paris disagree. A flight from London to Paris takes an hour. => Washington = place washington; Beijing = organization cn @beijing; London = organization gb @london; Paris = organization fr @paris; London = place london; Paris = place paris
State Counselor Erlan Karin wrote on Telegram that the referendum would be fair. Karin noted the turnout. => Erlan Karin = person erlan-karin; Karin = person erlan-karin
President Biden's adviser Jake Sullivan flew to Jeddah. The White House said the president was briefed. Biden later spoke to reporters. => Biden = person joe-biden; Jake Sullivan = person ~Jake Sullivan; Jeddah = place ~Jeddah; White House = organization white-house; the president = person joe-biden; Biden = person joe-biden
The head of the World Bank, Ajay Banga, praised Uzbekistan. Banga said Tashkent had made progress. => The head of the World Bank = person ~Ajay Banga; World Bank = organization world-bank; Ajay Banga = person ~Ajay Banga; Uzbekistan = place uzbekistan; Banga = person ~Ajay Banga; Tashkent = organization uz @tashkent
Uzbekistan imposes a ban. Uzbekistan is a country in Central Asia. In Uzbekistan, cotton is grown. Relations with Uzbekistan improved. Uzbekistan's cotton is famous. => Uzbekistan = organization uz; Uzbekistan = place uzbekistan; Central Asia = place central-asia; Uzbekistan = place uzbekistan; Uzbekistan = place uzbekistan; Uzbekistan = place uzbekistan
"My brother told me nothing," Asel said. Her father, Marat Akhmetov, is a farmer in the Almaty region. => Asel = person ~Asel; Her father = person ~Marat Akhmetov; Marat Akhmetov = person ~Marat Akhmetov; Almaty = place almaty
Judge Aigerim Bekturova sentenced Kuandyk Bishimbayev to 24 years. The judge said the former minister was guilty. Bishimbayev denied it. => Aigerim Bekturova = person ~Aigerim Bekturova; Kuandyk Bishimbayev = person ~Kuandyk Bishimbayev; The judge = person ~Aigerim Bekturova; Bishimbayev = person ~Kuandyk Bishimbayev
On 5 January 2022, protesters stormed Almaty airport. The Defense Ministry said troops had been sent. => Almaty = place almaty; Defense Ministry = organization ~Defense Ministry
EU foreign ministers met in Luxembourg. NATO Secretary-General Jens Stoltenberg said the alliance is united. The Secretary General will travel to Kyiv. => EU = organization eu; NATO = organization nato; Jens Stoltenberg = person jens-stoltenberg; the alliance = organization nato; The Secretary General = person jens-stoltenberg; Kyiv = place kyiv
Alexander Lukashenko, president of Belarus, met Putin in Sochi. The Belarusian leader said Minsk backs Moscow. The two leaders agreed. => Alexander Lukashenko = person alexander-lukashenko; Belarus = place belarus; Putin = person vladimir-putin; Sochi = place sochi; The Belarusian leader = person alexander-lukashenko; Minsk = organization by @minsk; Moscow = organization ru @moscow; The two leaders = group ?
Dr Smith, an economist at Harvard University, and Prof. Jones of Yale disagreed. Smith said rates would rise; Jones said they would not. => Smith = person ~Smith; Harvard University = organization ~Harvard University; Jones = person ~Jones; Smith = person ~Smith; Jones = person ~Jones
The mayor of Moscow, Sergei Sobyanin, opened a bridge. Sobyanin thanked the builders. => The mayor of Moscow = person ~Sergei Sobyanin; Moscow = place moscow; Sergei Sobyanin = person ~Sergei Sobyanin; Sobyanin = person ~Sergei Sobyanin
THE PRESIDENT OF KAZAKHSTAN MET PUTIN => KAZAKHSTAN = place kazakhstan; PUTIN = person vladimir-putin
Tokayev Says Kazakhstan Will Not Recognize Donetsk => Tokayev = person kassym-jomart-tokayev; Kazakhstan = organization kz; Donetsk = place donetsk
He was born in Almaty. Timur Zhaksylykov, the minister of national economy, spoke first. => He = person ?; Almaty = place almaty; Timur Zhaksylykov = person ~Timur Zhaksylykov; the minister of national economy = person ~Timur Zhaksylykov
Prosecutors said the men had joined Islamic State. A court in Astana jailed them. => Prosecutors = group ?; Astana = place astana
"The border stays open," he told me, and I believed you. We left. => he = person ?
Hotels and hostels are full. Good relations with neighbours matter. Recently, rents rose. Russian is widely spoken. =>
Kazakh citizens and Russian companies met many people from abroad. =>
His plan, her house and their views are theirs. =>
Japarov spoke in Bishkek. => Japarov = person ?; Bishkek = place bishkek
President Japarov spoke in Bishkek. => Japarov = person sadyr-japarov; Bishkek = place bishkek
Akylbek Japarov arrived. Japarov was late. => Akylbek Japarov = person akylbek-japarov; Japarov = person akylbek-japarov
Boris Tokayev, a baker, sells bread. Tokayev is 50. => Boris Tokayev = person ~Boris Tokayev; Tokayev = person ~Boris Tokayev
George Washington crossed the Delaware. => George Washington = person ~George Washington
She met Jack London in London. => She = person ?; Jack London = person ~Jack London; London = place london
John F. Kennedy Jr. and George H.W. Bush spoke. Bush left. => John F. Kennedy Jr = person ~John F. Kennedy Jr; George H.W. Bush = person ~George H.W. Bush; Bush = person ~George H.W. Bush
US sanctions and UK-based firms hurt EU trade. => EU = organization eu
The Union of Green Parties (UGP) said no. UGP will not run. => Union of Green Parties = organization ~Union of Green Parties; UGP = organization ~Union of Green Parties; UGP = organization ~Union of Green Parties
Sanctions on Moscow and pressure from Washington grew. => Moscow = organization ru @moscow; Washington = organization us @washington
The trip from Moscow to Astana took three hours; the mayor of Tashkent waited. => Moscow = place moscow; Astana = place astana; Tashkent = place tashkent
Loyal to Moscow, hostile to Kyiv. => Moscow = organization ru @moscow; Kyiv = organization ua @kyiv
Moscow's airports closed, but Moscow's stance did not change. => Moscow = place moscow; Moscow = organization ru @moscow
Protests in Moscow, Russia, and in Bishkek went on. => Moscow = place moscow; Russia = place russia; Bishkek = place bishkek
Kazakhstan will not support the ban. Kazakhstan was colder than Russia. => Kazakhstan = organization kz; Kazakhstan = place kazakhstan; Russia = place russia
Russia, Belarus and Kazakhstan signed a treaty. Trade between Russia and Kazakhstan should grow. => Russia = organization ru; Belarus = organization by; Kazakhstan = organization kz; Russia = place russia; Kazakhstan = place kazakhstan
President Tokayev met the Russian foreign minister, Sergey Lavrov. The president thanked the minister. => Tokayev = person kassym-jomart-tokayev; the Russian foreign minister = person sergey-lavrov; Sergey Lavrov = person sergey-lavrov; The president = person kassym-jomart-tokayev; the minister = person sergey-lavrov
Tokayev told Putin that he was ready. => Tokayev = person kassym-jomart-tokayev; Putin = person vladimir-putin; he = person kassym-jomart-tokayev
Putin met Maria Zakharova. She smiled at him. => Putin = person vladimir-putin; Maria Zakharova = person maria-zakharova; She = person maria-zakharova; him = person vladimir-putin
President Tokayev called Russian President Vladimir Putin, and he wished his Russian counterpart well. => Tokayev = person kassym-jomart-tokayev; Vladimir Putin = person vladimir-putin; he = person kassym-jomart-tokayev; his Russian counterpart = person vladimir-putin
The Kazakh government resigned. The government said it would stay until June. => The Kazakh government = organization kz-government; The government = organization kz-government
The Kazakh government resigned. It said the vote was fair. => The Kazakh government = organization kz-government; It = organization kz-government
According to Gallup, 40 percent agree, Kommersant reported. => Gallup = organization ~Gallup; Kommersant = organization kommersant
"""


def _expected(line: str) -> tuple[str, list[str]]:
    text, _, mentions = line.partition("=>")
    return text.strip(), [mention.strip() for mention in mentions.split(";") if mention.strip()]


def _who(mention: Mention) -> str:
    who = mention.entity or (f"~{mention.name}" if mention.name else "?")
    return f"{mention.type} {who}" + (f" @{mention.literal}" if mention.literal else "")


def _found(article: Article) -> list[str]:
    kept = (mention for mention in article.mentions if mention.type != "date")
    return [f"{' '.join(mention.span.of(article.text).split())} = {_who(mention)}" for mention in kept]


@pytest.mark.parametrize("line", [line for line in CASES.splitlines() if line])
def test_every_mention_of_a_text_is_found_and_nothing_else(line: str, mark: Marker) -> None:
    text, expected = _expected(line)
    assert _found(mark(text)) == expected


def test_a_date_is_a_mention_with_the_value_that_the_text_states(mark: Marker) -> None:
    article = mark("He said on October 14 and again on Friday.")
    dates = [mention for mention in article.mentions if mention.type == "date"]
    assert [mention.span.of(article.text) for mention in dates] == ["October 14", "Friday"]
    assert dates[0].when == When("XXXX-10-14", basis="stated", span=dates[0].span)
    assert dates[1].when is None


def test_every_mention_says_which_rule_made_it(mark: Marker) -> None:
    for mention in mark("Kazakh President Kassym-Jomart Tokayev said he met the minister on Friday.").mentions:
        assert mention.made is not None
        assert (mention.made.by, mention.made.version) == ("kzcorpus", __version__)
        assert str(mention.made.rule).startswith("mention.")
        assert mention.made.confidence is not None


def test_nothing_is_found_in_what_the_site_put_around(mark: Marker) -> None:
    text = "Kazakhstan Politics Putin\nTokayev left.\nAsk Putin"
    article = mark(text, kinds={1: "category", 3: "comment_form"})
    assert [mention.span.of(text) for mention in article.mentions] == ["Tokayev"]


def test_places_in_a_dateline_are_places(mark: Marker) -> None:
    article = mark("MOSCOW, RUSSIA (Reuters)\nMoscow agreed.", kinds={1: "dateline"})
    assert _found(article)[:2] == ["MOSCOW = place moscow", "RUSSIA = place russia"]
    assert _found(article)[-1] == "Moscow = organization ru @moscow"


def test_a_headline_may_describe_whom_the_text_names_later(mark: Marker) -> None:
    article = mark("Kazakh President sees hope\nPresident Kassym-Jomart Tokayev said so.", kinds={1: "headline"})
    assert _found(article)[0] == "Kazakh President = person kassym-jomart-tokayev"


def test_a_known_date_tells_who_held_an_office(mark: Marker) -> None:
    text = "The Kazakh president spoke. The US secretary of state listened."
    assert _found(mark(text, published="2010-05-01"))[0] == "The Kazakh president = person nursultan-nazarbayev"
    assert _found(mark(text, published="2022-10-14")) == [
        "The Kazakh president = person kassym-jomart-tokayev",
        "The US secretary of state = person antony-blinken",
    ]
    assert _found(mark(text)) == ["The Kazakh president = person ?"]


def test_a_pronoun_in_a_quotation_does_not_mean_who_speaks(mark: Marker) -> None:
    article = mark('Putin arrived. "He is late," Tokayev said.')
    assert _found(article) == [
        "Putin = person vladimir-putin",
        "He = person vladimir-putin",
        "Tokayev = person kassym-jomart-tokayev",
    ]


def test_an_authority_without_records_still_finds_names(mark: Marker) -> None:
    article = mark("Kazakh President Kassym-Jomart Tokayev met Mr. Putin in Moscow. Tokayev smiled.", authority=Authority())
    assert _found(article) == [
        "Kassym-Jomart Tokayev = person ~Kassym-Jomart Tokayev",
        "Putin = person ~Putin",
        "Moscow = place ~Moscow",
        "Tokayev = person ~Kassym-Jomart Tokayev",
    ]


def test_an_empty_reading_has_no_mentions() -> None:
    assert mark_mentions(Reading(Article("a"))).article.mentions == ()


def _mention(start: int, end: int, rule: str) -> Mention:
    return Mention(Span(start, end), "person", made=Made(rule=rule))


def test_of_two_that_cross_the_name_stays() -> None:
    name, description = _mention(2, 6, "mention.name.full"), _mention(0, 4, "mention.description.person")
    assert nested([description, name]) == (name,)
    assert nested([_mention(4, 8, "mention.description.person"), name]) == (name,)


def test_of_two_on_the_same_span_the_name_stays() -> None:
    name, description = _mention(0, 4, "mention.name.full"), _mention(0, 4, "mention.description.person")
    assert nested([description, name]) == (name,)


def test_mentions_nest() -> None:
    outer, inner, later = (
        _mention(0, 9, "mention.description.person"),
        _mention(4, 9, "mention.name.place"),
        _mention(9, 12, "mention.name.full"),
    )
    assert nested([later, inner, outer]) == (outer, inner, later)
