"""Inflected words traced to plainer forms, lightly: plurals, and the commonest endings of verbs.

Only what readers take for the same word falls together: *trains* and *train*, *journaux* and
*journal*, never *universe* and *university*. A word may lead to two forms (*visited* to *visit* and
*visite*), because no dictionary is kept. Rules are of our own making, from the grammars of the
languages; they are tables, to be read and changed. Words are folded before they come here.
"""

from collections.abc import Callable, Iterable, Mapping

Endings = tuple[tuple[str, str], ...]
Forms = tuple[str, ...]

SHORTEST = 4
_KEPT = 3
_VOWELS = frozenset("aeiouy")
_MOST_REMEMBERED = 200_000


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in text.split())


_ENGLISH = _pairs(
    # plurals that no rule makes
    "men:man women:woman children:child feet:foot teeth:tooth geese:goose mice:mouse lice:louse "
    "oxen:ox wolves:wolf knives:knife wives:wife lives:life leaves:leaf shelves:shelf elves:elf "
    "thieves:thief loaves:loaf halves:half calves:calf scarves:scarf hooves:hoof selves:self "
    "dwarves:dwarf buses:bus gases:gas crises:crisis theses:thesis hypotheses:hypothesis "
    "analyses:analysis diagnoses:diagnosis oases:oasis parentheses:parenthesis fungi:fungus "
    "cacti:cactus nuclei:nucleus bacteria:bacterium criteria:criterion phenomena:phenomenon "
    "indices:index matrices:matrix vertices:vertex appendices:appendix "
    "movies:movie cookies:cookie zombies:zombie calories:calorie prairies:prairie genies:genie "
    "hippies:hippie brownies:brownie rookies:rookie veggies:veggie smoothies:smoothie "
    "eyries:eyrie hoodies:hoodie selfies:selfie pixies:pixie fairies:fairy magpies:magpie "
    "shoes:shoe canoes:canoe toes:toe oboes:oboe aches:ache headaches:headache caches:cache "
    "niches:niche avalanches:avalanche psyches:psyche axes:axe uses:use muses:muse fuses:fuse "
    "abuses:abuse excuses:excuse "
    # words that only look inflected
    "news: series: species: texas: kansas: arkansas: dallas: thomas: nicholas: douglas: lucas: "
    "alas: bias: atlas: canvas: christmas: always: whereas: perhaps: chaos: cosmos: ethos: "
    "pathos: kudos: lens: mars: james: charles: jones: united: indeed: hundred: sacred: kindred: "
    "naked: wicked: evening: morning: during: nothing: something: anything: everything: wedding: "
    "williams: roberts: edwards: stevens: adams: evans: rogers: phillips: richards: peters: "
    "daniels: simmons: hughes: matthews: andrews: reynolds: hayes: jenkins: perkins: hopkins: "
    "watkins: wilkins: collins: robbins: higgins: dickens: stephens: owens: saunders: sanders: "
    "myers: walters: jacobs: abrahams: samuels: hawkins: atkins: jennings: hastings: cummings: "
    "sterling: darling: ceiling: viking: family: italy: july: reply: supply: apply: assembly: "
    "butterfly: monopoly: anomaly: emily: sicily: lily: holy: ugly: belly: jelly: "
)
_ES_GOES = ("sses", "xes", "zzes", "ches", "shes")
_NO_PLURAL = ("ss", "us", "is", "ous", "ics")
_E_IS_LACKING = ("at", "iz", "bl", "v", "c", "u", "dg", "rg", "as", "es", "is", "os", "tl", "pl",
                 "gl", "dl", "kl", "fl")  # fmt: skip
_E_MAY_BE_LACKING = ("ng", "rs", "ns", "ls")
_STEP_BY_STEP = "bdfgmnprt"


def _english(word: str) -> Forms:
    if word in _ENGLISH:
        return tuple(filter(None, (_ENGLISH[word],)))
    match word[-1]:
        case "s":
            return _english_plural(word)
        case "d" if word.endswith("ed"):
            return _english_verb(word[:-2], "ed")
        case "g" if word.endswith("ing"):
            return _english_verb(word[:-3], "ing")
        case "y" if word.endswith("ly"):
            return _english_adverb(word)
        case _:
            return ()


def _english_plural(word: str) -> Forms:
    if word.endswith("ies"):
        return (word[:-1] if len(word) == SHORTEST else f"{word[:-3]}y",)
    if word.endswith(_ES_GOES) or (word.endswith("oes") and len(word) > SHORTEST):
        return (word[:-2],)
    if word.endswith("uses") and word[-5:-4] not in "aou":
        return (word[:-2],)
    return () if word.endswith(_NO_PLURAL) else (word[:-1],)


def _english_verb(rest: str, ending: str) -> Forms:
    if ending == "ed" and rest.endswith("i") and len(rest) >= _KEPT:
        return (f"{rest[:-1]}y",)
    if len(rest) < _KEPT or _VOWELS.isdisjoint(rest) or rest.endswith("e"):
        return ()
    if rest[-1] == rest[-2] and rest[-1] in _STEP_BY_STEP:
        return (rest[:-1],)
    if rest.endswith("ll") and _syllables(rest) > 1:
        return rest[:-1], rest
    return _with_and_without_e(rest)


def _with_and_without_e(rest: str) -> Forms:
    """*Hop* of *hoping* is *hope*, *look* of *looking* stays, *visit* of *visited* may be both."""
    lacks_e, may_lack_e = rest.endswith(_E_IS_LACKING), rest.endswith(_E_MAY_BE_LACKING)
    if not lacks_e and not may_lack_e and (rest[-1] in "aeiowxy" or rest[-2] not in _VOWELS):
        return (rest,)
    is_short = _syllables(rest) == 1 and rest[-3] not in _VOWELS
    return (f"{rest}e",) if lacks_e or (is_short and not may_lack_e) else (rest, f"{rest}e")


def _english_adverb(word: str) -> Forms:
    rest = word[:-2]
    if len(rest) < SHORTEST:
        return ()
    return (f"{rest[:-1]}y",) if rest.endswith("i") else (rest,)


def _syllables(text: str) -> int:
    """How many runs of vowels there are."""
    spelled = "".join("a" if each in _VOWELS else " " for each in text)
    return len(spelled.split())


# The other languages: an ending, and what stands there instead; the longest that fits is taken. A
# stroke parts two choices.

_ENDINGS: Mapping[str, str] = {
    "fre": "eaux:eau aux:al|au ales:al ale:al eux:eu|eux oux:ou aises:ais aise:ais iennes:ien "
    "ienne:ien elles:el elle:el euses:eux euse:eux ives:if ive:if trices:teur trice:teur eres:er "
    "ere:er ees:e ee:e es:e s:",
    "spa": "ces:z iones:ion ores:or ales:al eles:el iles:il anes:an ines:in ades:ad udes:ud "
    "eres:er ares:ar ses:s es:e as:a os:o",
    "por": "oes:ao aes:ao ais:al eis:el ois:ol ns:m res:r zes:z es:e as:a os:o",
    "cat": "ques:ca gues:ga ces:ca jes:ja es:a s:",
    "ita": "chi:co che:ca ghi:go ghe:ga i:o|e e:a",
    "rum": "ilor: elor: urile: uri: ii:i ul: le: a:",
    "ger": "innen:in ungen:ung heiten:heit keiten:keit ern: en: er: em: es: e: n: s:",
    "dut": "eren: en: ens:en s: e:",
    "swe": "ornas:a arnas: ernas: orna:a arna: erna: or:a ar: er: en: et: na: an:a",
    "nor": "enes: ene: ane: er: en: et: a: e:",
    "dan": "ernes: erne: ene: er: en: et: e:",
    "fin": "ssa:|i ssa: sta: lla: lta: lle: jen: ien: t: n:",
    "pol": "owie: ami: ach: ow: om: em: ie: y: i: e: a: u: o:",
    "cze": "ami: ach: ech: um: em: y: i: e: a: u: o:",
    "hrv": "ovima: evima: ama: ima: ova: eva: om: em: a: e: i: u: o:",
    "lat": "arum:a orum:us ibus: ae:a am:a as:a os:us um:us i:us o:us",
    "tur": "larin: lerin: lari: leri: lar: ler:",
    "rus": "иями:ия иях:ия ями:я ами: ого: его: ому: ему: ыми: ими: ях: ах: ов: ев: ей: ям: ам: "
    "ом: ем: ой: ый: ий: ая: яя: ое: ее: ые: ие: ых: их: ую: юю: ия: ии: ию: ы: и: а: я: о: е: у: "
    "ю: ь:",
    "ukr": "іями:ія ами: ями: ого: ому: ими: ах: ях: ів: ей: ам: ям: ом: ем: ою: ий: ій: а: я: и: "
    "і: о: е: у: ю: ь:",
    "gre": "ους: ων: ες: οι: ος: ου: ον: ης: ας: ια:ι α: η: ο:",
}
_UNCHANGED: Mapping[str, str] = {
    "fre": "temps corps pays fois paris mois gros dos bras cas pas nous vous tous plus sans dans "
    "sous vers fils jamais toujours apres tres moins ans",
    "spa": "tres menos lunes martes jueves viernes crisis dios entonces antes",
    "por": "mais tres menos lapis onibus deus antes depois",
}
_SAME_RULES = {"bos": "hrv", "srp": "hrv", "scr": "hrv", "scc": "hrv", "slo": "cze", "bul": "rus",
               "bel": "rus", "mac": "rus", "glg": "por", "nob": "nor", "nno": "nor"}  # fmt: skip
_ARABIC_ARTICLE = "ال"


def _by_endings(language: str) -> Callable[[str], Forms]:
    endings = [each.partition(":")[::2] for each in _ENDINGS[language].split()]
    choices = {ending: tuple(instead.split("|")) for ending, instead in endings}
    lengths = sorted({len(ending) for ending in choices}, reverse=True)
    unchanged = frozenset(_UNCHANGED.get(language, "").split())

    def forms(word: str) -> Forms:
        if word in unchanged:
            return ()
        for length in lengths:
            instead = choices.get(word[-length:], ())
            forms = tuple(f"{word[:-length]}{each}" for each in instead)
            if forms and min(map(len, forms)) >= _KEPT:
                return forms
        return ()

    return forms


def _without_article(word: str) -> Forms:
    bare = word.removeprefix(_ARABIC_ARTICLE)
    return (bare,) if len(bare) < len(word) and len(bare) >= _KEPT else ()


_STEMMERS: dict[str, Callable[[str], Forms]] = {
    "eng": _english,
    **{language: _by_endings(language) for language in _ENDINGS},
    **dict.fromkeys(("ara", "per", "urd"), _without_article),
}
_STEMMERS |= {language: _STEMMERS[other] for language, other in _SAME_RULES.items()}
LANGUAGES = frozenset(_STEMMERS)


class Stems(dict[str, Forms]):
    """The plainer forms of the words of one language, each worked out when it is first met."""

    def __init__(self, language: str):
        super().__init__()
        self._forms = _STEMMERS[language]

    def __missing__(self, word: str) -> Forms:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        forms: Forms = ()
        if len(word) >= SHORTEST and word.isalpha():
            forms = self._forms(word)
            if word in forms:
                forms = tuple(form for form in forms if form != word)
        self[word] = forms
        return forms


_KNOWN: dict[str, Stems] = {}


def stems_of(languages: Iterable[str]) -> tuple[Stems, ...]:
    """What traces the words of each of these languages, as MARC codes; others are left out."""
    named = dict.fromkeys(each for each in languages if each in LANGUAGES)
    return tuple(_KNOWN.get(each) or _KNOWN.setdefault(each, Stems(each)) for each in named)
