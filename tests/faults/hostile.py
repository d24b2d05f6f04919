"""What nobody types by accident: queries that are endless, senseless, broken or made to cost much.

One table for the tests of every face and for ``benchmarks/hostile.py``. Bytes are what stands in an
address where no text can say it.
"""

from collections.abc import Mapping
from urllib.parse import quote

TEXTS: Mapping[str, str] = {
    "200 kB": "a " * 100_000,
    "200 kB, one word": "x" * 200_000,
    "50,000 characters, one word": "word" * 12_500,
    "10,000 words": " ".join(f"w{at}" for at in range(10_000)),
    "64 common words": "the of and in to a for on by with report state act hearing house " * 5,
    "5,000 ANDs": "a AND " * 5_000,
    "5,000 ORs of common words": "report OR state OR united OR hearing OR " * 1_250,
    "5,000 NOTs": "NOT " * 5_000 + "report",
    "3,000 brackets": "(" * 3_000,
    "40,000 brackets": "(" * 40_000,
    "40,000 brackets, closed": "(" * 20_000 + "report" + ")" * 20_000,
    "40,000 closing brackets": ")" * 40_000,
    "brackets with words": "(report OR " * 2_000,
    "brackets in pairs": "() " * 2_000,
    "a lone quote": '"',
    "a word after a lone quote": '"united states',
    "1,000 quotes": '"' * 1_000,
    "1,000 phrases": '"of the" ' * 1_000,
    "a phrase of common words": '"of the united states of the united states of the"',
    "a star": "*",
    "a question mark": "?",
    "a leading star": "*ation",
    "a leading star and one behind": "*ation*",
    "stars within": "a*b*c*",
    "one letter and a star": "t*",
    "two letters and a star": "re*",
    "common beginnings": "re* un* st* co* in* pr* de* ha*",
    "64 beginnings": " ".join(f"{a}{b}*" for a in "abcdefgh" for b in "aeioursl"),
    "one letter in a field": "ti:t*",
    "a minus": "-abc",
    "only exclusions": "-report -state NOT hearing",
    "a common word but another": "report -state",
    "a caret": "^",
    "a caret and a number": "te^1e309",
    "a tilde": "~999999999999",
    "a slash expression": "/(a+)+$/",
    "a slash expression to choke on": "/(a+)+$/ " + "a" * 900 + "!",
    "colons": "a:b:c",
    "many colons": "ti::x :y ::: : ti:",
    "fields in fields": "ti:-" * 300 + "x",
    "an unknown field": "nofield:x",
    "an unknown value": "format:nothing language:klingonese audience:dragons branch:nowhere",
    "an unknown number": "py:abc",
    "a range that is turned": "py:[2000 TO 1900]",
    "a range of everything": "py:[* TO *]",
    "a huge range": "py:[-99999999999999999999 TO 99999999999999999999]",
    "a range beyond numbers": "py:[1 TO 1e309] lx:99999999999999999999",
    "a range without a field": "[a TO z]",
    "every format there is": " OR ".join(f"py:{year}" for year in range(1900, 1960)),
    "NUL": "a\0b \0",
    "right-to-left override": "\u202ehome\u202c",
    "lone surrogates": "\ud800home \udfff\ud800",
    "a byte order mark": "\ufeffhome",
    "emoji and joiners": "👩\u200d👧 🎬 👩🏽\u200d🚀" * 40,
    "a Turkish capital": "İSTANBUL İ ı I" * 30,
    "sharp s": "STRASSE straße ẞ" * 20,
    "Hangul in pieces": "\u1112\u1161\u11ab\u1100\u116e\u11a8" * 150,
    "Han without a space": "归途列车" * 250,
    "kana without a space": "ノルウェイの森" * 140,
    "a tower of marks": "e" + "\u0301" * 999,
    "towers of marks": ("e" + "\u0301" * 30 + " ") * 30,
    "a word that grows": "\ufdfa" * 900,
    "ligatures and circles": "ﬃ①㈱㍿" * 200,
    "mathematical letters": "𝔘𝔫𝔦𝔱𝔢𝔡 𝓢𝓽𝓪𝓽𝓮𝓼 ＲＥＰＯＲＴ",
    "figures of other scripts": "١٩٨٤ १९८४ 〇一二三 Ⅻ" * 20,
    "numbers in words": "nineteen hundred and eighty-four thousand million " * 9,
    "hyphens in a row": "-".join("abcdefghij" * 20),
    "apostrophes in a row": "o'" * 400,
    "points in a row": "j.r.r." * 150,
    "mark-up": '"><script>alert(1)</script><img src=x onerror=alert(1)>',
    "a template": "{{7*7}} {% load x %} %s %(a)s {0.__class__}",
    "a path": "../../../../etc/passwd\\..\\..",
    "another language of queries": "') OR 1=1; DROP TABLE rows_title; --",
    "JSON": '{"query":{"match_all":{}}}',
    "the catalogue's common words": "of the",
    "one letter": "s",
}

ADDRESSES: Mapping[str, str] = {
    "overlong UTF-8": "q=%C0%AF%C0%AE",
    "a surrogate in UTF-8": "q=%ED%A0%80",
    "half of a letter": "q=%E5%BD",
    "bytes without a meaning": "q=%FF%FE%80",
    "a lone percent": "q=100%&q=%zz",
    "a page far behind": "q=report&page=1000000000",
    "a page before the first": "q=report&page=-1",
    "an order nobody knows": "q=report&sort=rowid;--",
    "a field nobody knows": "q=report&field=../../x",
    "very many on a page": "q=report&per_page=1000000",
    "a value of 5 MB": "q=report&subject=" + "s" * 5_000_000,
    "a value a thousand times": "q=report" + "&format=book" * 1_000,
    "a thousand values": "q=report" + "".join(f"&subject=s{at}" for at in range(1_000)),
    "years beyond time": "q=report&year=99999999999999999999-1",
    "no number for a year": "q=report&year=abc&from=x&to=y",
    "a thousand names": "q=report" + "".join(f"&n{at}=1" for at in range(1_000)),
}

CQL: Mapping[str, str] = {
    "500 brackets": "(" * 500 + "cat" + ")" * 500,
    "40,000 brackets in CQL": "(" * 40_000,
    "200 kB of CQL": "cat and " * 25_000 + "cat",
    "a relation nobody knows": "title nosuch cat",
    "an index nobody knows": "evil.index = cat",
    "a context set nobody knows": '> evil = "http://example.org/evil" evil.title = cat',
    "a lone quote in CQL": '"cat',
    "NUL in CQL": "title = a\0b",
    "half characters in CQL": "title = \ud800\udfff",
    "every record in CQL": "cql.allRecords = 1",
    "masks in CQL": 'title = "*a*b?c^"',
    "a huge distance in CQL": "cat prox/distance<99999999999999999999 dog",
    "ten thousand choices in CQL": " or ".join(f"w{at}" for at in range(10_000)),
    "nothing in CQL": "",
}


def in_address(text: str) -> str:
    """A query as a browser, or somebody who is none, writes it into an address."""
    return f"q={quote(text.encode('utf-8', 'surrogatepass'), safe='')}"


def addresses() -> dict[str, str]:
    """Every hostile query as the part of an address behind its question mark."""
    return {name: in_address(text) for name, text in TEXTS.items()} | dict(ADDRESSES)
