"""Words that say nothing about which work it is: articles, companies, stock titles, remainders."""

import re


def words_in(text: str) -> frozenset[str]:
    """The words of a list written as one text."""
    return frozenset(text.split())


ARTICLES = words_in("the a an le la les l un une der die das ein eine el los las lo il gli het")
"""Leading articles that fall away in any language: in their own they are articles, elsewhere the
title loses a first word in every edition alike."""

ARTICLES_OF: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "fre": "des",
        "spa": "unos unas lo",
        "ita": "i uno una",
        "por": "o a os as um uma",
        "dut": "de een",
        "dan": "den det de en et",
        "swe": "den det de en ett",
        "nor": "den det de en et ei",
        "nob": "den det de en et ei",
        "hun": "az egy",
        "cat": "els",
        "wel": "y yr",  # codespell:ignore
        "gle": "na",
        "gla": "am na",
        "yid": "di dos",
    }.items()
}
"""Leading articles that are words of another kind elsewhere; they need the language."""

LITTLE_WORDS = words_in("the a an of and et und y")
"""Words that come and go between one record's title and another's."""

ABBREVIATED = words_in(
    "jan feb mar apr jun jul aug sept sep oct nov dec no nos op vol st sec ch fig art pl sect"
)
"""Before these a full stop is no end of a title, and a number after them no volume."""

SPELLINGS = {
    "colour": "color", "colours": "colors", "honour": "honor", "favour": "favor",
    "favourite": "favorite", "flavour": "flavor", "neighbour": "neighbor",
    "neighbours": "neighbors", "harbour": "harbor", "labour": "labor", "humour": "humor",
    "behaviour": "behavior", "armour": "armor", "rumour": "rumor", "grey": "gray",
    "theatre": "theater", "centre": "center", "programme": "program", "catalogue": "catalog",
    "organisation": "organization", "civilisation": "civilization", "jewellery": "jewelry",
    "doctor": "dr", "mister": "mr", "saint": "st", "versus": "vs", "okay": "ok",
}  # fmt: skip
"""Spellings of the other side of an ocean, and words that are as often shortened."""

HONORIFICS = words_in(
    "jr sr ii iii iv dr mr mrs ms miss sir lady lord dame rev prof saint st pseud comp ed md phd ct"
)  # codespell:ignore
PARTICLES = words_in("of the da di de du von van le la al el ibn bin d")
"""What follows a forename that stands for a surname: ``Augustine, of Hippo``."""

COMPANY_WORDS = words_in(
    "corp corporation inc incorporated firm company co ltd limited llc gmbh group pictures "
    "picture studios studio productions production entertainment video films film records "
    "publishing publishers press home international"
)
ALIASES = {
    "british broadcasting": "bbc",
    "home box office": "hbo",
    "public broadcasting service": "pbs",
    "american broadcasting": "abc",
    "columbia broadcasting system": "cbs",
    "national broadcasting": "nbc",
    "20th century fox": "twentieth century fox",
    "metro goldwyn mayer": "mgm",
    "warner brothers": "warner bros",
}
KNOWN_BODIES = frozenset(
    {*ALIASES, *ALIASES.values(), "walt disney", "paramount", "universal", "columbia", "lionsgate"}
)
"""Companies that records name where a person is expected."""

NOT_MAKERS = frozenset(
    [
        "narrator", "reader", "voice actor", "actor", "performer", "cast", "host",
        "printer", "publisher", "distributor", "bookseller", "binder", "donor", "sponsor",
        "former owner", "owner", "illustrator", "cover artist", "translator", "copyright claimant",
        "copyright holder", "funder", "funding body", "film distributor", "broadcaster",
        "sound designer", "recording engineer", "book designer", "typographer", "dedicatee",
        "honouree", "honoree", "signer", "inscriber", "annotator", "writer of introduction",
        "writer of foreword", "writer of added commentary", "writer of preface",
        "author of introduction", "author of foreword", "collector", "provider", "manufacturer",
    ]
)  # fmt: skip
"""Parts in a publication that do not make the work somebody's."""

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
    "annual report", "report", "reports", "proceedings", "bulletin", "bulletins", "newsletter",
    "news", "journal", "transactions", "memoirs", "circular", "monograph", "handbook", "manual",
    "collected poems", "selected poems", "collected stories", "complete poems", "complete works",
    "complete novels", "autobiography", "greatest hits", "best of", "best", "live", "symphonies",
    "concertos", "sonatas", "quartets", "catalog", "map", "hearing", "hearings",
    "open hearing", "business meeting", "pending legislation", "statistics", "physics",
    "chemistry", "biology", "mathematics", "calculus", "algebra", "psychology", "history",
    "economics", "cookbook", "magazine", "review", "yearbook", "directory", "program", "schedule",
    "mitteilungen", "bericht", "jahresbericht", "berichte", "rapport", "rapport annuel",
    "rules regulations", "environmental assessment", "draft environmental impact statement",
    "final environmental impact statement", "environmental impact statement", "annual meeting",
    "strategic plan", "budget", "minutes", "message", "speeches", "abstracts", "technical report",
    "final report", "progress report", "status report", "fact sheet", "factsheet", "index",
    "lead sheets", "student recital", "motor vehicle use map", "flood insurance study",
}  # fmt: skip
"""Titles many works share even by one creator, as the key has them."""

YEARLY = re.compile(
    r"(?:annual|biennial|semiannual|quarterly|monthly|acts|laws|statutes|public laws|ordinances|"
    r"(?:report|reports|journal|proceedings|minutes|transactions|message|budget|catalogue?|"
    r"bulletin|directory|calendar|register|statistics|yearbook|program(?:me)?)\b)"
)
"""How titles begin that bodies give to something else each year."""

OTHER_WORK = re.compile(
    r"\b(?:project summary|executive summary|summary|index|indexes|supplement|supplementary|"
    r"appendix|appendices|appendixes|errata|addendum|addenda|workbook|study guide|"
    r"(?:teacher|teachers|instructor|instructors|leader|leaders|student|students|user|users|"
    r"reader|readers|discussion) (?:\w+ )?(?:guide|manual|edition|handbook|book|companion)|"
    r"solutions? manual|answer (?:book|key)|companion|abridged by|"
    r"draft|commentary|glossary|test (?:book|bank|manual)|manual of directions|screenplay|"
    r"libretto|sourcebook|laboratory manual|lab manual|score|musical|soundtrack|activity book|"
    r"coloring book|colouring book|sticker book|adaptation|adapted)\b"
)
"""What a remainder names that goes with a work and is another."""

_KINDS = (
    "novel|novels|memoir|memoirs|biography|autobiography|thriller|mystery|romance|novella|story|"
    "stories|short stories|poem|poems|play|comedy|tragedy|drama|essays|fable|fairy tale|tale|tales|"
    "ghost story|love story|true story|tragicomedy|saga|western|verse novel|novel in verse|"
    "picture book|graphic novel|roman|novela|romanzo|erzahlungen|kriminalroman|thriller roman|"
    "recit|nouvelles|bestseller|opera|film|motion picture|"
    "tragedy in 5 acts|sequel|prequel|fantasy|allegory|epic|legend|adventure|whodunit|"
    "crime novel|detective story|suspense novel|historical novel|psychological thriller|history|"
    "life|portrait|account|chronicle|dichtung|geschichte|erzahlung|schauspiel|skuespil|historia|"
    "histoire|romance historico|verse translation|livre|libro|novelization|interlude"
)
GENERIC_REMAINDER = re.compile(
    r"(?:(?:a|an|the|my|his|her|un|une|una|ein|eine|el|la|le|een|en|et)? ?"
    rf"(?:\w+ ){{0,3}}(?:{_KINDS})"
    r"(?: (?:in|of|about|for|with|from|to|and other|om|i|over|uber|von|eines|einer|de|del|sur)"
    r" .+| (?:tagala|historique|historico|policier|graphique|inedit))?"
    r"|unabridged|abridged|large print|book club kit|(?:\w+ ){1,4}edition|"
    r"(?:the )?movie|le film|the film|3d|in (?:\w+ )?(?:\w+) (?:parts|books|acts|volumes)|"
    r"a new translation|authorized translation|complete unabridged|complete and unabridged|"
    r"widescreen|special features|director s cut|directors cut|the complete series|"
    r"with an introduction.*|illustrated|a read aloud.*|poems?|text|roman|"
    r"roman policier|kriminalroman|die graphic novel|now a major motion picture)"
)
"""Remainders that name the kind of thing it is and tell no work from another."""

INDEFINITE = words_in("a an un une una um uma ein eine einen eines een egy")
"""How a remainder begins that describes: ``a study of provincial life``."""

GENERIC_OF_MUSIC = re.compile(
    r".*\b(?:anniversary|edition|editions|deluxe|remaster(?:ed)?|bonus|reissue|expanded|"
    r"(?:original|motion picture|film|movie|television|broadway) (?:\w+ ){0,3}"
    r"(?:soundtrack|score|music|recording)|soundtrack|bande originale|"
    r"musiques? originales?|musique du film|music from the (?:motion picture|film)|"
    r"original (?:\w+ )?(?:cast|score|music))\b.*"
)
GENERIC_OF_PERIODICALS = re.compile(
    r"(?:(?:a|an|the|das|die|le|la|el|official|illustrated|international|national|weekly|monthly|"
    r"quarterly|daily|bi\w+) )*(?:magazine|journal|newspaper|newsletter|review|weekly|monthly|"
    r"quarterly|daily|bulletin|organ|publication|periodical|zeitschrift|wochenschrift|magazin|"
    r"revue|revista|rivista|hebdomadaire|lhebdomadaire|mensuel|proceedings)(?: .*)?"
)

STOCK_QUALIFIERS = re.compile(
    r".*\b(?:online|print|cd rom|microfiche|microfilm|dvd|dvd rom|website|web site|brochure|"
    r"computer file|motion picture|television program|electronic|pdf|large print|"
    r"windows version|web)\b.*"
)
"""Qualifiers of a uniform title that name a carrier, which parts no work from itself."""

_EDITION_WORD = (
    r"\d{1,3}|\d{0,2}(?:1st|2nd|3rd|\dth|2d|3d)|first|second|third|"  # codespell:ignore
    r"fourth|fifth|sixth|revised|rev|new|updated|enlarged|enl|expanded|deluxe|complete|student|"
    r"international|special|limited|collector s|anniversary|annotated|illustrated|unabridged|"
    r"abridged|extended|theatrical|large print|paperback|kindle|school|library|trade"
)
EDITION_TAIL = re.compile(
    rf"(?:\b(?:{_EDITION_WORD})\.?(?:,? (?:and |& )?)){{1,4}}ed(?:ition|n)?\b\.?"
    r"(?:[,;.: ]*(?:rev\w*|enl\w*|illus\w*|\(?\d{4}\)?|reset|(?:and|&) \w+)\b\.?)*"
    r"(?:[,;.: ]*(?:formerly|by) .*)?\s*$",
    re.IGNORECASE | re.DOTALL,
)
"""A statement of edition at the end of a title."""

LANGUAGE_TAIL = re.compile(
    r"\. (?:English|French|German|Spanish|Italian|Russian|Chinese|Japanese|Korean|Latin|Greek|"
    r"Dutch|Portuguese|Polish|Swedish|Danish|Norwegian|Hebrew|Arabic|Hindi|Vietnamese|Polyglot)"
    r"(?: & [A-Z]\w+)?\.?$"
)
"""The language that some records put behind a uniform title."""
