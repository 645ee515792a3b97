from kzcorpus import Article, Authority, Concept, Name, Organization, Stance, Statement, assemble
from kzcorpus.read.assembly.concepts import codebook


def coded(id_: str, *stances: Stance) -> Article:
    return Article(id_, statements=(Statement(f"{id_}.1", stances=stances), Statement(f"{id_}.2")))


def test_without_stances_there_are_no_concepts() -> None:
    articles = [coded("a"), coded("b")]
    assert codebook(articles, set()) == (articles, ())


def test_each_concept_stands_in_the_corpus_once() -> None:
    articles = [coded("a", Stance("trade", agreement=True), Stance("aid", -1)), coded("b", Stance("trade"))]
    corpus = assemble(articles, id="c", authority=Authority())
    assert corpus.concepts == (Concept("aid", (Name("aid"),)), Concept("trade", (Name("trade"),)))
    assert corpus.statement("a.1").stances == (Stance("trade", agreement=True), Stance("aid", -1))
    assert corpus.statement("b.1").stances == (Stance("trade"),)


def test_an_id_that_is_taken_gives_way() -> None:
    authority = Authority(organizations=(Organization("trade"),))
    article = Article("trade-2", statements=(Statement("s", speaker=None, stances=(Stance("trade", agreement=False),)),))
    taken = {organization.id for organization in authority.organizations}
    articles, concepts = codebook([article], taken)
    assert [concept.id for concept in concepts] == ["trade-2"]
    assert articles[0].statements[0].stances == (Stance("trade-2", agreement=False),)
    assert assemble([article], id="c", authority=authority).concepts[0].id == "trade"
    assert len(assemble([article, article], id="c", authority=authority).articles) == 2
