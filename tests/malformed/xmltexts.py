r"""XML documents after the categories of the W3C XML test suite (xmlconf): not well-formed, well-formed without a DTD, and with one.

None is a corpus of kzcorpus. ``CONTENT`` and ``ATTRIBUTES`` are pieces that spoil any document they are put into. Bytes, since much is no text.
"""

# fmt: off
NOT_WELL_FORMED: tuple[bytes, ...] = (
    # tags
    b"", b" ", b"x", b"<", b"<>", b"<a", b"<a>", b"</a>", b"<a></b>", b"<a><b></a></b>", b"<a/><b/>", b"<a/>x", b"x<a/>", b"<a/", b"<a / >", b"< a/>", b"<a></ a>", b"<a></a", b"<a></a\n", b"<a></a/>", b"<a></a b='c'>", b"<a><a/>",
    b"<A></a>", b"<1a/>", b"<-a/>", b"<.a/>", b"<a b/>", b"<a b=/>", b"<a b=c/>", b"<a b='c\"/>", b"<a b='c' 'd'/>", b"<a ='c'/>", b"<a b='c'd='e'/>", b"<a b='c' b='d'/>", b"<a b='<'/>", b"<a b='&'/>", b"<a b='&x'/>", b"<a b='&#;'/>", b"<a 1b='c'/>", b"<a b='c\" d=\"e'/",
    b"<a b='\x01'/>", b"<a\xc2\xa0b='c'/>", b"<a\xe2\x80\xa8/>", b"<a\x0b/>", b"<a,b/>", b"<a;/>", b"<a$/>", b"<\xc3\x97/>", b"<a b='c',d='e'/>", b"<a//>", b"<a b==''/>", b"<a b:='c'/>", b"<a ,/>", b"<!a/>", b"<a!/>", b"<a b='x'\x00/>",
    # characters and references
    b"<a>\x00</a>", b"<a>\x01</a>", b"<a>\x08</a>", b"<a>\x0b</a>", b"<a>\x0c</a>", b"<a>\x1b</a>", b"<a>\x1f</a>", b"<a>\xef\xbf\xbe</a>", b"<a>\xef\xbf\xbf</a>", b"<a>&#0;</a>", b"<a>&#x0;</a>", b"<a>&#1;</a>", b"<a>&#x1F;</a>", b"<a>&#xB;</a>", b"<a>&#xFFFE;</a>", b"<a>&#xFFFF;</a>", b"<a>&#xD800;</a>", b"<a>&#xDFFF;</a>", b"<a>&#55296;</a>",
    b"<a>&#x110000;</a>", b"<a>&#1114112;</a>", b"<a>&#99999999999999999999;</a>", b"<a>&#x100000041;</a>", b"<a>&#;</a>", b"<a>&#x;</a>", b"<a>&#xG;</a>", b"<a>&#a;</a>", b"<a>&# 65;</a>", b"<a>&#65</a>", b"<a>&#X41;</a>", b"<a>&#-65;</a>", b"<a>&#+65;</a>", b"<a>&#x-41;</a>", b"<a>&#xD83D;&#xDE00;</a>", b"<a>&</a>", b"<a>&;</a>", b"<a>& amp;</a>", b"<a>&amp</a>", b"<a>&amp ;</a>", b"<a>&x;</a>", b"<a>&nbsp;</a>", b"<a>&AMP;</a>", b"<a>&eacute;</a>", b"<a>%x;&</a>", b"<a>&#65;&</a>", b"<a>&a&b;</a>",
    b"<a>]]></a>", b"<a>x]]]>y</a>", b"<a><</a>", b"<a>a<b</a>", b"<a>1 < 2</a>", b"<a>&lt</a>", b"&#60;a/>", b"&lt;a/>", b"<a/>&#32;", b"&#32;<a/>", b"<a/>&amp;",
    # comments, sections, instructions
    b"<a><!-- -- --></a>", b"<a><!-- x ---></a>", b"<a><!--></a>", b"<a><!---></a>", b"<a><!- x --></a>", b"<a><!-- x</a>", b"<a><! -- x --></a>", b"<!-- x", b"<a/><!-- x", b"<a/><!-- -- -->", b"<a><!--\x01--></a>", b"<a <!-- x --> />", b"<a><![CDATA[x</a>", b"<a><![CDATA[x]]</a>", b"<a><![cdata[x]]></a>", b"<a><![CDATA [x]]></a>", b"<a><! [CDATA[x]]></a>", b"<![CDATA[x]]><a/>", b"<a/><![CDATA[x]]>", b"<a><![CDATA[\x00]]></a>",
    b"<a><?xml version='1.0'?></a>", b"<a/><?xml version='1.0'?>", b" <?xml version='1.0'?><a/>", b"\n<?xml version='1.0'?><a/>", b"<!-- --><?xml version='1.0'?><a/>", b"<?x?><?xml version='1.0'?><a/>", b"<?xml version='1.0'?><?xml version='1.0'?><a/>", b"<a><?XML x?></a>", b"<a><?Xml?></a>", b"<a><?xmL y?></a>", b"<a><??></a>", b"<a><? x?></a>", b"<a><?x</a>", b"<a><?x ?</a>", b"<?x", b"<a><?1x?></a>", b"<a><?x\x01?></a>", b"<a><?x+y?></a>",
    # declarations
    b"<?xml?><a/>", b"<?xml version?><a/>", b"<?xml version=1.0?><a/>", b"<?xml version='1.0\"?><a/>", b"<?xml version='1.0'><a/>", b"<?xml version='1.0' ?", b"<?xml encoding='UTF-8'?><a/>", b"<?xml encoding='UTF-8' version='1.0'?><a/>", b"<?xml version='1.0' standalone='maybe'?><a/>", b"<?xml version='1.0' standalone='YES'?><a/>", b"<?xml version='1.0' standalone='yes' encoding='UTF-8'?><a/>", b"<?xml version='1.0' version='1.0'?><a/>", b"<?xml version='1.0' encoding=''?><a/>", b"<?xml version='1.0' encoding=' UTF-8'?><a/>", b"<?xml version='1.0' encoding='a/b'?><a/>", b"<?xml version='1.0' encoding='-8'?><a/>", b"<?xml version='1.0'encoding='UTF-8'?><a/>", b"<?xml version='1.0' x='y'?><a/>", b"<?xml  version = '1.0' bogus?><a/>", b"<?XML version='1.0'?><a/>", b"<?xml version='1.0'?>", b"<?xml version='1.0'?>\n\n", b"<?xml version='0.9'?><a/>", b"<?xml version='x'?><a/>", b"<?xml version='1_0'?><a/>", b"<?xml version=''?><a/>",
    # namespaces
    b"<x:a/>", b"<a x:b='c'/>", b"<a xmlns:x=''/>", b"<a xmlns:x='u'><y:b/></a>", b"<a><b xmlns:x='u'/><x:c/></a>", b"<a xmlns:x='u' xmlns:y='u' x:b='1' y:b='2'/>", b"<a xmlns:xml='u'/>", b"<a xmlns:x='http://www.w3.org/XML/1998/namespace'/>", b"<a xmlns:xmlns='u'/>", b"<a xmlns:x='http://www.w3.org/2000/xmlns/'/>", b"<a xmlns='http://www.w3.org/2000/xmlns/'/>", b"<a xmlns='http://www.w3.org/XML/1998/namespace'/>", b"<xmlns:a/>", b"<:a/>", b"<a:/>", b"<a:b:c xmlns:a='u'/>", b"<a xmlns='u' xmlns='v'/>", b"<a xmlns:x='u' xmlns:x='v'/>", b"<a :b='c'/>",
    # encodings
    b"<a>\xff</a>", b"<a>\xc3</a>", b"<a>\xc3(</a>", b"<a>\xc0\x80</a>", b"<a>\xed\xa0\x80</a>", b"<a>\xf4\x90\x80\x80</a>", b"<a>\xe9</a>", b"<a>\x80</a>", b"\xff\xfe<a/>", b"\xfe\xff<a/>", b"\xff\xfe<\x00a\x00", b"\xef\xbb\xbf\xef\xbb\xbf<a/>", b"\xef\xbb<a/>", b"+ADw-a/+AD4-", b"+/v8-<a/>", b"\x4c\x81\x61\x6e", b"\x00<\x00a\x00/\x00>", b"<\x00a\x00/\x00>\x00", b"<\x00\x00\x00a\x00\x00\x00", b"\x00\x00\xfe\xff\x00\x00\x00<", b"\xff\xfe\x00\x00<\x00\x00\x00", b"\xff\xfe<\x00a\x00>\x00\x00\xd8<\x00/\x00a\x00>\x00", b"\x1f\x8b\x08\x00", b"PK\x03\x04", b"%PDF-1.4", b"\xfe\xff\xef\xbb\xbf<a/>",
    b"<?xml version='1.0' encoding='UTF-16'?><a/>", b"<?xml version='1.0' encoding='UTF-32'?><a/>", b"<?xml version='1.0' encoding='EBCDIC-CP-US'?><a/>", b"<?xml version='1.0' encoding='UTF-7'?><a/>", b"<?xml version='1.0' encoding='x-none'?><a/>", b"<?xml version='1.0' encoding='US-ASCII'?><a>\xff</a>",
)
"""What XML 1.0 with namespaces does not call a document; an encoding that is never read counts here too."""

WELL_FORMED: tuple[bytes, ...] = (
    b"<a/>", b"<a />", b"<a></a>", b"<a></a >", b"<a\n/>", b"<a>x</a>\n", b"\n<a/>", b"<?xml version='1.0'?><a/>", b'<?xml version="1.0"?><a/>', b"<?xml version='1.0' encoding='UTF-8'?><a/>", b"<?xml version='1.0' encoding='utf-8' standalone='yes'?><a/>", b"<?xml\tversion\n=\r'1.0'\t?><a/>", b"<?xml version='1.0' encoding='US-ASCII'?><a/>", b"\xef\xbb\xbf<a/>", b"\xef\xbb\xbf<?xml version='1.0' encoding='UTF-8'?><a/>",
    b"<a b='c'/>", b"<a b=\"c\" d='\"'/>", b"<a b = 'c'/>", b"<a b='>'/>", b"<a b='&lt;&#60;&amp;'/>", b"<a b='\n'/>", b"<a b=''/>", b"<_a/>", b"<a.b-c_1/>", b"<\xd1\x82/>", b"<\xe6\xbc\xa2/>", b"<a>&lt;&gt;&amp;&apos;&quot;</a>", b"<a>&#65;&#x41;&#x1F600;&#x10FFFF;</a>", b"<a>&#9;&#10;&#13;&#32;</a>", b"<a>\x7f\xc2\x85\xe2\x80\xa8</a>", b"<a>]]</a>", b"<a>></a>", b"<a>]]&gt;</a>", b"<a>\xef\xbb\xbf</a>", b"<a>\xf4\x8f\xbf\xbf</a>", b"<a>\xef\xb7\x90</a>", b"<a>\r\n\r</a>",
    b"<a><!-- x --></a>", b"<a><!----></a>", b"<a><!-- - - --></a>", b"<!-- x --><a/><!-- y -->", b"<a><!-- <b> & --></a>", b"<a><![CDATA[]]></a>", b"<a><![CDATA[<b>&x;]]></a>", b"<a><![CDATA[]]]]><![CDATA[>]]></a>", b"<?x?><a/><?y z?>", b"<a><?x <b> & -- ?></a>", b"<a><?x ??></a>", b"<a><?xmlx?></a>", b"<a><?xml-stylesheet href='x'?></a>",
    b"<a xmlns='u'/>", b"<a xmlns=''/>", b"<x:a xmlns:x='u'/>", b"<a xmlns:x='u' x:b='1' b='2'/>", b"<a xmlns:x='u' xmlns='u' x:b='1' b='2'/>", b"<a xml:space='preserve' xml:lang='' xml:id='a'/>", b"<a xmlns:xml='http://www.w3.org/XML/1998/namespace'/>", b"<a xmlns:x='u'><x:b xmlns:x='v'/></a>", b"<a><b/><b/></a>", b"<a xml:id='b'><c xml:id='b'/></a>",
    b"<TEI/>", b"<TEI xmlns='http://www.tei-c.org/ns/1.0'/>", b"<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'/>", b"<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><encodingDesc><schemaRef/></encodingDesc></teiHeader></teiCorpus>", b"<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><encodingDesc><schemaRef url='urn:kzcorpus:profile:9' key='kzcorpus-9'/></encodingDesc></teiHeader></teiCorpus>",
    b"<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><encodingDesc><schemaRef url='urn:kzcorpus:profile:1' key='kzcorpus-1'/></encodingDesc></teiHeader></teiCorpus>", b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><encodingDesc><schemaRef url='urn:kzcorpus:profile:1' key='kzcorpus-1'/></encodingDesc></teiHeader></TEI>", b"<TEI xmlns='http://www.tei-c.org/ns/1.1'><teiHeader/></TEI>", b"<html><body/></html>", b"<rss version='2.0'/>",
    "<?xml version='1.0' encoding='UTF-16'?><a>й</a>".encode("utf-16"), b"\xfe\xff" + "<a/>".encode("utf-16-be"), b"\xff\xfe" + "<a>\U0001f600</a>".encode("utf-16-le"),
)
"""What XML 1.0 calls a document, without a document type."""

TYPED: tuple[bytes, ...] = (
    b"<!DOCTYPE a><a/>", b"<!DOCTYPE a []><a/>", b"<!DOCTYPE a SYSTEM 'a.dtd'><a/>", b"<!DOCTYPE a PUBLIC '-//X//Y' 'a.dtd'><a/>", b"<!DOCTYPE a [<!ELEMENT a EMPTY>]><a/>", b"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", b"<!DOCTYPE a [<!ATTLIST a b CDATA 'c'>]><a/>", b"<!DOCTYPE a [<!ENTITY % x 'y'> %x;]><a/>", b"<!DOCTYPE a [<!NOTATION n SYSTEM 'x'>]><a/>",
    b"<!DOCTYPE a [<!-- x --><?y?>]><a/>", b"<!DOCTYPE\na><a/>", b"<?xml version='1.0'?><!DOCTYPE a><a/>", b"<!-- x --><!DOCTYPE a><a/>", b"<?x?>\n<!DOCTYPE a><a/>", b"\xef\xbb\xbf<!DOCTYPE a><a/>", "<!DOCTYPE a><a/>".encode("utf-16"), b"<!DOCTYPE html><a/>", b"<!DOCTYPE teiCorpus SYSTEM 'tei.dtd'><teiCorpus/>",
    # not well-formed either
    b"<!DOCTYPE a", b"<!DOCTYPE", b"<!DOCTYPE>", b"<!DOCTYPE a [<a/>", b"<!DOCTYPE a><!DOCTYPE a><a/>", b"<!DOCTYPE a [<!ENTITY x '&x;'>]><a>&x;</a>", b"<!DOCTYPE a [<!ENTITY x '<'>]><a>&x;</a>", b"<!DOCTYPE a [%x;]><a/>", b"<!DOCTYPE a SYSTEM><a/>", b"<!DOCTYPE 1><a/>", b"<!DOCTYPEa><a/>", b"<!DOCTYPE a [ <!ELEMENT a (b|c,d)> ]><a/>", b"<!DOCTYPE a [<!ENTITY x SYSTEM 'y' NDATA n>]><a>&x;</a>", b"<!DOCTYPE b><a/>",
)
"""What has a document type, or tries to."""

CONTENT: tuple[bytes, ...] = (
    b"&x;", b"&nbsp;", b"&", b"& ", b"&#0;", b"&#x1F;", b"&#xFFFE;", b"&#xD800;", b"&#x110000;", b"<", b"< b", b"]]>", b"<![CDATA[", b"<!-- -- -->", b"<!--", b"<?xml version='1.0'?>", b"<?XML?>", b"<?x", b"\x00", b"\x01", b"\x0b", b"\x1f", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbf\xbe", b"\xef\xbf\xbf", b"<x>", b"</x>", b"<x:y/>", b"<y a='1' a='2'/>", b"<y a='<'/>", b"<y a=1/>", b"<y xmlns:z=''/>", b"<y xmlns:xml='u'/>", b"<y xmlns:xmlns='u'/>", b"<!DOCTYPE x>", b"<!ENTITY x 'y'>",
)
"""What spoils a document between its tags."""

ATTRIBUTES: tuple[bytes, ...] = (
    b" n='1' n='2'", b" n", b" n=", b" n=1", b" n='<'", b" n='&x;'", b" n='&'", b" n='&#0;'", b" n='\x01'", b" n='\xff'", b" x:n='1'", b" xmlns:x=''", b" xmlns:xml='u'", b" xmlns:xmlns='u'", b" xmlns:x='http://www.w3.org/2000/xmlns/'", b" 1='2'", b" n='", b" n=\"", b" =", b" n='1'm='2'", b" xmlns:x='u' xmlns:y='u' x:n='1' y:n='2'", b" xml:id='a' xml:id='a'", b" n='&#xFFFF;'",
)
"""What spoils a document inside a start tag."""
