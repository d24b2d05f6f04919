"""Words that are spelled in several ways and mean one thing, each led to one spelling.

British and American, old and new romanisations, abbreviations of catalogue records, instruments.
The table is of our own making: the first word of each line is what the others are led to. It holds
for every language of the Latin script, because names and headings stand in records of all.
"""

from collections.abc import Iterable, Mapping

_GROUPS = """
quran koran qoran coran kuran alkoran
muhammad mohammed mohammad muhammed mahomet
hanukkah chanukah hannukah hanukah
genghis chinggis jenghis chingiz genghiz
dostoyevsky dostoevsky dostoevskii dostoyevski dostoevski dostojewski dostojevskij
tolstoy tolstoi tolstoj
chekhov tchekhov chekov tschechow
tchaikovsky chaikovsky chaikovskii tschaikowsky tchaikovski
pushkin pouchkine puschkin
gorky gorki gorkii
solzhenitsyn soljenitsyne solzenicyn
stravinsky stravinskii strawinsky
rachmaninoff rachmaninov rakhmaninov
prokofiev prokofieff prokofev
shostakovich chostakovitch schostakowitsch
shakespeare shakspeare shakspere
handel haendel
kyiv kiev
beijing peking
mumbai bombay
kolkata calcutta
myanmar burma
gypsy gipsy
cello violoncello violincello
department dept
government govt
university univ
association assn assoc
corporation corp
incorporated inc
brothers bros
doctor dr
mister mr
saint st
mount mt
junior jr
senior sr
volume vol
edition edn
television tv telly
ok okay
vs versus
yoga joga
tsar czar tzar
vampire vampyre
tyre tire
curb kerb
gray grey
pajamas pyjamas
mustache moustache
mold mould
molt moult
plow plough
jail gaol
airplane aeroplane
aluminum aluminium
donut doughnut
check cheque
story storey
skeptic sceptic
skeptical sceptical
skepticism scepticism
program programme
catalog catalogue
dialog dialogue
analog analogue
monolog monologue
prolog prologue
epilog epilogue
defense defence
offense offence
license licence
practice practise
pretense pretence
theater theatre
center centre
fiber fibre
meter metre
kilometer kilometre
centimeter centimetre
liter litre
caliber calibre
somber sombre
specter spectre
luster lustre
saber sabre
maneuver manoeuvre
color colour
colored coloured
coloring colouring
colorful colourful
honor honour
honorable honourable
favor favour
favorite favourite
flavor flavour
labor labour
laborer labourer
neighbor neighbour
neighborhood neighbourhood
harbor harbour
humor humour
armor armour
armored armoured
behavior behaviour
behavioral behavioural
rumor rumour
savior saviour
splendor splendour
vapor vapour
vigor vigour
valor valour
glamor glamour
odor odour
parlor parlour
tumor tumour
rigor rigour
endeavor endeavour
harbored harboured
demeanor demeanour
traveler traveller
traveling travelling
traveled travelled
jewelry jewellery
jeweler jeweller
modeling modelling
modeled modelled
counselor counsellor
counseling counselling
marvelous marvellous
woolen woollen
canceled cancelled
labeled labelled
quarreling quarrelling
fulfill fulfil
enroll enrol
enrollment enrolment
skillful skilful
installment instalment
archeology archaeology
archeological archaeological
archeologist archaeologist
encyclopedia encyclopaedia encyclopadia
encyclopedic encyclopaedic
medieval mediaeval
esthetic aesthetic
esthetics aesthetics
anesthesia anaesthesia
pediatric paediatric
pediatrics paediatrics
pediatrician paediatrician
orthopedic orthopaedic
gynecology gynaecology
hematology haematology
hemophilia haemophilia
hemoglobin haemoglobin
leukemia leukaemia
anemia anaemia
paleontology palaeontology
paleolithic palaeolithic
primeval primaeval
fetus foetus
fetal foetal
estrogen oestrogen
diarrhea diarrhoea
homeopathy homoeopathy
ecumenical oecumenical
subpena subpoena
sulfur sulphur
sulfate sulphate
ax axe
draft draught
wagon waggon
inquiry enquiry
inquire enquire
connection connexion
reflection reflexion
judgment judgement
acknowledgment acknowledgement
abridgment abridgement
aging ageing
likable likeable
whiskey whisky
chili chilli
yogurt yoghurt
omelet omelette
cozy cosy
sled sledge
mom mum
math maths
toward towards
among amongst
while whilst
learned learnt
dreamed dreamt
spelled spelt
burned burnt
analyze analyse
analyzing analysing
analyzer analyser
paralyze paralyse
catalyze catalyse
goodbye goodby
barbecue barbeque bbq
ukulele ukelele
caesarean cesarean
"""

_IZE = """
organ real recogn character critic emphas modern civil colon author util sympath apolog symbol
summar memor general special minim maxim optim standard categor local global capital national
industrial social urban central decentral neutral penal final mobil stabil steril fertil visual
digital legal moral ritual material immun random synchron harmon patron scrutin theor hypothes
synthes empath fantas jeopard polar popular private public secular computer customer fraternal
"""

SEVERAL_WORDS: Mapping[str, tuple[str, ...]] = {
    "scifi": ("science", "fiction"),
    "sf": ("science", "fiction"),
    "nt": ("new", "testament"),
    "ot": ("old", "testament"),
    "wwi": ("world", "war"),
    "wwii": ("world", "war"),
    "ww1": ("world", "war"),
    "ww2": ("world", "war"),
    "usa": ("united", "states"),
    "uk": ("great", "britain"),
    "ussr": ("soviet", "union"),
}


def _ized(stem: str) -> Iterable[tuple[str, str]]:
    for british, american in (
        ("ise", "ize"), ("ised", "ized"), ("ising", "izing"), ("iser", "izer"),
        ("isation", "ization"), ("isations", "izations"), ("isational", "izational"),
    ):  # fmt: skip
        yield f"{stem}{british}", f"{stem}{american}"


def _several(word: str) -> str:
    """The plural: *centres* is led to *centers*."""
    if word.endswith(("s", "x", "z")):
        return word
    is_y = word.endswith("y") and word[-2] not in "aeiou"
    return f"{word[:-1]}ies" if is_y else f"{word}s"


def _table() -> dict[str, str]:
    groups = (line.split() for line in _GROUPS.strip().splitlines())
    spelled = {other: one for one, *more in groups for other in more}
    several = {_several(other): _several(one) for other, one in spelled.items()}
    ized = (pair for stem in _IZE.split() for pair in _ized(stem))
    return several | spelled | dict(ized)


SPELLED: Mapping[str, str] = _table()
"""A word, and the one spelling it is led to."""
