"""Words that say nothing about which work it is: articles, collective titles, stock remainders."""

import re

ARTICLES: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "eng": "the a an",
        "fre": "le la les l un une des",
        "ger": "der die das ein eine",
        "spa": "el la los las lo un una unos unas",
        "ita": "il lo la i gli le l un uno una",
        "por": "o a os as um uma",
        "dut": "de het een",
        "dan": "den det de en et",
        "swe": "den det de en ett",
        "nor": "den det de en et ei",
        "nob": "den det de en et ei",
        "hun": "a az egy",
        "cat": "el la els les l un una",
        "rum": "un o",
        "wel": "y yr",  # codespell:ignore
        "gle": "an na",
        "gla": "an am na",
        "yid": "der di dos a an",
        "heb": "",
        "ara": "",
        "chi": "",
        "jpn": "",
        "kor": "",
        "rus": "",
        "ukr": "",
        "pol": "",
        "lat": "",
    }.items()
}
"""Normalised leading articles by language; a language that is not here is read as English."""

COLLECTIVE_TITLES = frozenset({
    "works", "selections", "poems", "poetry", "stories", "plays", "novels", "essays", "letters",
    "correspondence", "speeches", "prose", "drama", "fiction", "songs", "lyrics", "music",
    "sermons", "articles", "sketches", "laws", "treaties",
    "short stories", "selected works", "prose works", "musical works", "works selections",
    "laws etc", "treaties etc", "dramatic works", "speeches essays lectures", "piano music",
    "orchestra music", "chamber music", "vocal music", "instrumental music", "choral music",
    "keyboard music", "organ music", "violin music", "string quartet music", "operas",
    "short stories english", "comic strips", "interviews", "diaries", "novelle", "cartoons",
})  # fmt: skip
"""Uniform titles under which a library files everything by somebody: no evidence of one work."""

GENERIC_TITLES = COLLECTIVE_TITLES | {
    "annual report", "report", "proceedings", "bulletin", "collected poems", "selected poems",
    "collected stories", "complete poems", "complete works", "autobiography", "memoirs",
    "greatest hits", "best of", "symphonies", "concertos", "sonatas", "quartets", "catalogue",
    "catalog", "map", "hearing", "hearings", "statistics", "physics", "chemistry", "biology",
    "mathematics", "calculus", "algebra", "psychology", "history", "economics", "cookbook",
}  # fmt: skip
"""Titles many works share even by one creator."""

_KINDS = (
    "novel|memoir|memoirs|biography|autobiography|thriller|mystery|romance|novella|story|stories|"
    "short stories|poem|poems|play|comedy|tragedy|drama|essays|fable|fairy tale|tale|tales|"
    "ghost story|love story|true story|tragicomedy|saga|western|verse novel|novel in verse|"
    "picture book|graphic novel|roman|novela|romanzo|erzahlungen|kriminalroman|thriller roman|"
    "recit|nouvelles|bestseller|musical|opera|film|motion picture|screenplay|libretto|soundtrack|"
    "tragedy in 5 acts|sequel|prequel|fantasy|allegory|epic|legend|adventure|whodunit|"
    "crime novel|detective story|suspense novel|historical novel|psychological thriller|history|"
    "life|portrait|account|chronicle|dichtung|geschichte|erzahlung|schauspiel|skuespil|historia|"
    "histoire|romance histórico|verse translation"
)
GENERIC_REMAINDER = re.compile(
    r"(?:(?:a|an|the|my|his|her|un|une|una|ein|eine|el|la|le|een|en|et)? ?"
    rf"(?:\w+ ){{0,2}}(?:{_KINDS})"
    r"(?: (?:in|of|about|for|with|from|to|and other|om|i|over|uber|von|eines|einer|de|del|sur)"
    r" .+)?"
    r"|unabridged|abridged|large print|book club kit|(?:\w+ ){1,4}edition|"
    r"(?:the )?movie|"
    r"widescreen|special features|director s cut|directors cut|the complete series|"
    r"with an introduction.*|illustrated|a new translation|a read aloud.*)"
)
"""Remainders that name the kind of thing it is and tell no work from another."""
