r"""JSON texts after the categories of nst/JSONTestSuite and RFC 8259: what every parser must take, must refuse, and may do either with.

Each is a line of Python: bytes, since much of it is no text. None is a corpus, so all are refused; those of ``VALID`` for that reason alone.
"""

# fmt: off
VALID: tuple[bytes, ...] = (
    # arrays
    b"[]", b"[ ]", b'[""]', b"[[] ]", b"[[[]]]", b"[false]", b"[null, 1, \"1\", {}]", b"[null]", b"[1\n]", b" [1]", b"[1,null,null,null,2]",
    b"[2] ", b"[1,2,3]", b"[[1],[2]]", b"[\t1,\r\n2]", b"[{}]", b"[true,false]", b"[{\"a\":[{}]}]",
    # numbers
    b"[123e65]", b"[0e+1]", b"[0e1]", b"[ 4]", b"[-0.000000000000000000000000000000000000000000000000000000000000000000000000000001]",
    b"[20e1]", b"[-0]", b"[-123]", b"[-1]", b"[-0.0]", b"[1E22]", b"[1E-2]", b"[1E+2]", b"[123e45]", b"[123.456e78]", b"[1e-2]", b"[1e+2]",
    b"[123]", b"[123.456789]", b"[0]", b"[0.1]", b"[0.0e0]", b"[1.5E+0009]", b"[9007199254740993]", b"[18446744073709551616]", b"0", b"-0", b"-0.0", b"42", b"-2.5e-9",
    b"[1e0]", b"[100000000000000000000000000]", b"[0.1e1]", b"[-1.0E-1]",
    # objects
    b"{}", b'{"":0}', b'{"asd":"sdf", "dfg":"fgh"}', b'{"asd":"sdf"}', b'{"a":"b","a":"c"}', b'{"a":"b","a":"b"}', b'{"foo\\u0000bar": 42}',
    b'{ "min": -1.0e+28, "max": 1.0e+28 }', b'{"x":[{"id": "x"}], "id": "x"}', b'{"a":[]}', b'{"title":"\\u041f\\u043e\\u043b"}', b'{\n"a": "b"\n}',
    b'{"schema_version": 1}', b'{"schema_version": 1, "corpus": {}}', b'{"corpus": {"id": "c"}}', b'{"schema_version": 1, "corpus": []}', b'{" id": 1}',
    # strings
    b'["\\u0060\\u012a\\u12AB"]', b'["\\uD801\\udc37"]', b'["\\ud83d\\ude39\\ud83d\\udc8d"]', b'["\\"\\\\\\/\\b\\f\\n\\r\\t"]', b'["\\\\u0000"]', b'["\\""]',
    b'["a/*b*/c/*d//e"]', b'["\\\\a"]', b'["\\\\n"]', b'["\\u0012"]', b'["\\uFFFF"]', b'["asd"]', b'[ "asd"]', b'["\xf4\x8f\xbf\xbf"]', b'["new\\u00A0line"]',
    b'["\xef\xbf\xbe"]', b'["\xef\xbf\xbf"]', b'["\\u0000"]', b'["\\u002c"]', b'["\xcf\x80"]', b'["\xf0\x9b\xbf\xbf"]', b'["asd "]', b'" "',
    b'["\\uD834\\uDd1e"]', b'["\\u0821"]', b'["\\u0123"]', b'["\xe2\x80\xa8"]', b'["\xe2\x80\xa9"]', b'["\\u0061\\u30af\\u30EA\\u30b9"]', b'["new\\u000Aline"]',
    b'["\x7f"]', b'["\\uA66D"]', b'["\\u005C"]', b'["\xe2\x8d\x82\xe3\x88\xb4\xe2\x8d\x82"]', b'["\\uDBFF\\uDFFE"]', b'["\\uD83F\\uDFFE"]', b'["\\u200B"]', b'["\\u2064"]',
    b'["\\uFDD0"]', b'["\\uFFFE"]', b'["\\u0022"]', b'["\xe2\x82\xac\xf0\x9d\x84\x9e"]', b'["a\x7fa"]', b'["\xf3\xbf\xbf\xbf"]',
    # structure
    b"false", b"null", b"true", b'"asd"', b'""', b'["a"]\n', b"[true]", b" [] ", b"\n[]\r\n\t", b"{}\n\n\n",
)
"""What RFC 8259 calls JSON."""

INVALID: tuple[bytes, ...] = (
    # arrays
    b"[1 true]", b"[a\xe5]", b"[\"\": 1]", b'[""],', b"[,1]", b"[1,,2]", b'["x",,]', b'["x"]]', b'["",]', b'["x"', b"[x", b"[3[4]]", b"[\xff]", b"[1:2]", b"[,]", b"[-]",
    b"[   , \"\"]", b'["a",\n4\n,1,', b"[1,]", b"[1,,]", b'["\x0ba"\\f]', b"[*]", b'[""', b"[1,", b"[1,\n1\n,1", b"[{}", b"[1 2]", b"[1;2]", b"[\x00]", b"[1]\x00", b"(1)", b"[1, ...]",
    # words
    b"[fals]", b"[nul]", b"[tru]", b"[True]", b"[NULL]", b"[None]", b"[undefined]", b"[nan]", b"[infinity]", b"[nullx]", b"truetrue", b"nulll", b"[yes]",
    # numbers
    b"[++1234]", b"[+1]", b"[+Inf]", b"[-01]", b"[-1.0.]", b"[-2.]", b"[.-1]", b"[.2e-3]", b"[0.1.2]", b"[0.3e+]", b"[0.3e]", b"[0.e1]", b"[0E+]", b"[0E]", b"[0e+]", b"[0e]", b"[1.0e+]",
    b"[1.0e-]", b"[1.0e]", b"[1 000.0]", b"[1eE2]", b"[2.e+3]", b"[2.e-3]", b"[2.e3]", b"[9.e+]", b"[Inf]", b"[1+2]", b"[0x1]", b"[0x42]", b"[0o7]", b"[0b1]", b"[1_000]",
    b"[0e+-1]", b"[-foo]", b"[- 1]", b"[-012]", b"[-.123]", b"[-1x]", b"[1ea]", b"[1.]", b"[.123]", b"[1.2a-3]", b"[1.8011670033376514H-308]", b"[012]", b"[00]", b"[1e1\xe5]", b"[\xef\xbc\x91]", b"-", b"+", b".", b"1e", b"0123", b"[1,5 6]", b"[\xd9\xa1]",
    # objects
    b'["x", truth]', b'{[: "x"}\n', b'{"x", null}', b'{"x"::"b"}', b'{\xf0\x9f\x87\xa8\xf0\x9f\x87\xad}', b'{"a":"a" 123}', b"{key: 'value'}", b'{"a" b}', b"{:\"b\"}", b'{"a" "b"}', b'{"a":', b'{"a"',
    b"{1:1}", b"{9999E9999:1}", b"{null:null,null:null}", b'{"id":0,,,,,}', b"{'a':0}", b'{"id":0,}', b'{"a":"b"}/**/', b'{"a":"b"}/**//', b'{"a":"b"}//', b'{"a":"b"}/', b'{"a":"b",,"c":"d"}',
    b"{a: \"b\"}", b'{"a":"a', b'{ "foo" : "bar", "a" }', b'{"a":"b"}#', b'{"a":/*comment*/"b"}', b'{"a":true} "x"', b"{", b"}", b"{,}", b'{"a"=1}', b'{"a":1;"b":2}', b'{"a":,}', b'{"a":}', b'{"a"}',
    # strings
    b'["\\uD800\\"]', b'["\\uD800\\u"]', b'["\\uD800\\u1"]', b'["\\uD800\\u1x"]', b'[\xc3\xa9]', b'["\\\x00"]', b'["\\x00"]', b'["\\\\\\"]', b'["\\\t"]', b'["\\\xf0\x9f\x8c\x80"]', b'["\\"]', b'["\\u00A"]', b'["\\uD834\\uDd"]',
    b'["\\uD800\\uD800\\x"]', b'["\\u\xe5"]', b'["\\a"]', b'["\\uqqqq"]', b'["\\\xe5"]', b"[\\u0020\"asd\"]", b"[\\n]", b'"', b"['single quote']", b"abc", b'["\\', b'["a\x00a"]', b'["new\nline"]', b'["\t"]', b'"\\UA66D"', b'""x',
    b'["\\u{41}"]', b'["\\0"]', b'["\\\'"]', b'["\x1f"]', b'["\r"]', b'["\\u 041"]', b'["\\u+041"]', b'["\\u0x4"]', b'["\\u-041"]', b'["\\u004_"]', b'[`x`]', b'["""x"""]', b'["a" "b"]', b'["a"+"b"]', b'["\x08"]', b'["\x0c"]',
    # structure
    b"<.>", b"[<null>]", b"[1]x", b"[1]]", b'["asd]', b"a\xc3\xa5", b"1]", b'{"x": true,', b"[][]", b"]", b"\xef\xbb{}", b"\xe5", b"[", b"", b"\x00", b"2@", b"{}}", b'{"":', b'{"a":/*comment*/"b"}\n', b'{"a": true} "x"',
    b"['", b"[,", b"[{", b'["a', b'["a"', b"{'a'", b"{\"a\": 'b'}", b"[\x0c]", b"[\xc2\xa0]", b"[\xe2\x81\xa0]", b"\xe2\x80\xa8[]", b"\xc2\xa0[]", b"\x0b[]", b"\x0c[]", b"\x85[]", b"/**/[]", b"//\n[]", b"#\n[]", b"<!---->[]", b"[]<!---->", b")]}',\n[]",
    b"callback([])", b"var x = []", b"---\n- 1", b"[1,2", b"{\"a\":1", b'{"a":[', b"*", b'{"a":"b"}#{}', b"[\\u000A\"\"]", b'["asd', b"\xc3\xa5", b"{\"asd\":\"asd\"", b"\xe2\x81\xa0", b"\xef\xbb\xbf", b"   ", b"\n", b"\x1e{}",
    # more of what others accept
    b"[NaN,]", b"[-NaN]", b"[+NaN]", b"[--1]", b"[-Inf]", b"[Infinit]", b"{\"a\":1}{\"a\":1}", b"[1]\n[2]", b"[1] [2]", b"{\"a\":1,}\n", b"[\"a\",]\n", b"\xff\xfe[\x00]\x00", b"\xfe\xff\x00[\x00]", b"[\x00]\x00", b"\x00[\x00]", b"\x00\x00\x00[",
)
"""What RFC 8259 does not call JSON."""

EITHER: tuple[bytes, ...] = (
    b"[123.456e-789]", b"[0.4e00669999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999]", b"[-1e+9999]", b"[1.5e+9999]", b"[-123123e100000]", b"[123123e100000]", b"[1e400]", b"[-1e400]",
    b"[123e-10000000]", b"[-123123123123123123123123123123]", b"[100000000000000000000]", b"[-237462374673276894279832749832423479823246327846]",
    b"[" + b"9" * 4301 + b"]", b"[-" + b"9" * 100_000 + b"]", b"[0." + b"9" * 100_000 + b"]", b"[1" + b"0" * 400 + b".0]", b"[NaN]", b"[Infinity]", b"[-Infinity]", b'{"a": NaN}',
    b'{"\\uDFAA":0}', b'["\\uDADA"]', b'["\\uD888\\u1234"]', b'["\\uD800\\n"]', b'["\\uDd1ea"]', b'["\\uD800\\uD800\\n"]', b'["\\ud800"]', b'["\\ud800abc"]', b'["\\uDd1e\\uD834"]', b'["\\uDFAA"]', b'["\\udbff\\udbff"]',
    b'["\xe0\xff"]', b'["\xe5"]', b'["\xfc\x80\x80\x80\x80\x80"]', b'["\xf8\x88\x80\x80\x80"]', b'["\xf4\xbf\xbf\xbf"]', b'["\xed\xa0\x80"]', b'["\xed\xbf\xbf"]', b'["\xc0\xaf"]', b'["\xc1\xbf"]', b'["\xe0\x80\xaf"]', b'["\x81"]', b'["\xc3("]', b'["\xf0\x80\x80\xaf"]', b'["\xff\xff"]', b'["\x80\xbf"]',
    '["é"]'.encode("utf-16-le"), b"\xff\xfe" + '["é"]'.encode("utf-16-le"), b"\xfe\xff" + '["é"]'.encode("utf-16-be"), '["é"]'.encode("utf-32"), '["é"]'.encode("latin-1"), "[]".encode("utf-32-be"),
    b"[" * 500 + b"]" * 500, b"[" * 100_000, b"[" * 100_000 + b"]" * 100_000, b'{"a":' * 100_000, b'{"a":' * 100_000 + b"1" + b"}" * 100_000, b'[{"":' * 50_000 + b"\n", b'[{"a":' * 100_000 + b"null" + b"}]" * 100_000,
    b"\xef\xbb\xbf{}", b"\xef\xbb\xbf[]", b"\xef\xbb\xbf\xef\xbb\xbf[]", b"[\"\xef\xbb\xbf\"]",
)
"""What RFC 8259 leaves to the parser: sizes, depth, surrogates, byte-order marks, encodings."""
# fmt: on

TITLES: tuple[tuple[bytes, str], ...] = (
    (b'""', ""),
    (b'"\\u0000"', "\0"),
    (b'"\\uD834\\uDd1e"', "\U0001d11e"),
    (b'"\\u005C\\u0022"', '\\"'),
    (b'"\\/"', "/"),
    (b'"\xef\xbb\xbf"', "\ufeff"),
    (b'"\\uFFFE\xef\xbf\xbf"', "\ufffe\uffff"),
    (b'"\x7f\xe2\x80\xa8"', "\x7f\u2028"),
    (b'"NaN"', "NaN"),
    (b'"a/*b*/c//d#e"', "a/*b*/c//d#e"),
    (b'"\\\\u0041"', "\\u0041"),
    (b'"\\ud83d\\ude39\\ud83d\\udc8d"', "\U0001f639\U0001f48d"),
)
"""Strings that may be a title, and what they are then."""
