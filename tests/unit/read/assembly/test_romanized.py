from kzcorpus import assemble, read_text

TEXTS = {
    "a": "The minister met Erlan Idrisov on Monday. Idrisov said that the talks had gone well and that he was content.",
    "b": "Mukhtar Tileuberdi spoke in Astana. The talks went well, Tileuberdi said, and they would go on in the spring.",
    "c": "Anna Karlsson spoke in Astana. The talks went well, Karlsson said, and they would go on in the spring of the year.",
}


def test_a_name_in_another_romanization_is_the_record() -> None:
    corpus = assemble([read_text(text, id=id_) for id_, text in TEXTS.items()], id="c")
    who = {article.id: {one.speaker.entity for one in article.statements if one.speaker} for article in corpus.articles}
    assert who == {"a": {"erlan-idrissov"}, "b": {"mukhtar-tleuberdi"}, "c": {"anna-karlsson"}}
    assert {actor.id for actor in corpus.authority.actors} >= {"erlan-idrissov", "anna-karlsson"}
    assert all(mention.entity for article in corpus.articles for mention in article.mentions if mention.type == "person")


def test_the_order_of_articles_decides_nothing() -> None:
    articles = [read_text(text, id=id_) for id_, text in TEXTS.items()]
    one, other = assemble(articles, id="c"), assemble(articles[::-1], id="c")
    assert one.authority == other.authority
    assert set(one.articles) == set(other.articles)


def test_a_given_name_that_differs_is_somebody_else() -> None:
    corpus = assemble([read_text(TEXTS["a"].replace("Erlan", "Boris"), id="a")], id="c")
    assert "erlan-idrissov" not in {agent.id for agent in corpus.authority.agents()}
