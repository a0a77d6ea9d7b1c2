"""Three hundred persons of many cultures with namesakes, and a library of pages that name them, composed by seed.

Nothing here is taken from the seeds, and nothing knows how names are compared: the ways of writing a name are spelled
out anew. `compose` returns an archive of claims and the truth: whom each name in each source means.
"""

import random
import tomllib
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from tests.unit.pipelines.composed import Archive

_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_SCHEMES = {
    "BGN/PCGN": "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch ” y ’ e yu ya",
    "ALA-LC": "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ʺ y ʹ e iu ia",
    "ISO 9": "a b v g d e ë ž z i j k l m n o p r s t u f h c č š ŝ ʺ y ʹ è û â",
    "scientific": "a b v g d e ë ž z i j k l m n o p r s t u f ch c č š šč ʺ y ʹ è ju ja",
    "press": "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya",
}
_TABLES = {name: dict(zip(_LETTERS, told.split(" "), strict=True)) for name, told in _SCHEMES.items()}
_TABLES["press"]["ъ"] = _TABLES["press"]["ь"] = ""

NAMES = tomllib.loads((Path(__file__).parent / "names.toml").read_text("utf-8"))
SLAVIC: dict[str, list[str]] = NAMES["slavic"]
WESTERN: dict[str, dict[str, list[str]]] = NAMES["western"]


@dataclass(frozen=True)
class Person:
    """One of the three hundred; what is written of him is composed from this."""

    key: str
    culture: str
    is_woman: bool
    given: tuple[str, ...]
    middle: str | None
    surname: str
    born: date
    died: date
    generation: str | None = None
    husband: str | None = None
    has_namesake: bool = False
    clue: str = ""


@dataclass
class Truth:
    """Whom each name in each source means, and each page's subject."""

    means: dict[tuple[str, str], str] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    """Wives of whom a page tells both surnames."""
    families: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    """Initials of those of one surname whom a source has named in full."""


def to_latin(word: str, scheme: str) -> str:
    """A Cyrillic word in Latin letters by one of the schemes."""
    made = []
    for at, letter in enumerate(word):
        latin = _TABLES[scheme].get(letter.lower(), letter)
        before = word[at - 1].lower() if at else ""
        if scheme in ("BGN/PCGN", "press") and letter.lower() in "её" and (not before or before in "аеёиоуыэюяйъь"):
            latin = "ye" if letter.lower() == "е" else "yo"
        made.append(latin.capitalize() if letter.isupper() else latin)
    told = "".join(made)
    if scheme == "press":
        for full, short in (("iy", "y"), ("yy", "y"), ("ks", "x")):
            if told.endswith(full) or full == "ks":
                told = told.replace(full, short)
    return told


def _feminine(surname: str) -> str:
    if surname.endswith(("ий", "ый", "ой")):
        return surname[:-2] + "ая"
    return surname + "а" if surname.endswith(("ов", "ёв", "ев", "ин", "ын")) else surname


def _plain(word: str) -> str:
    """Without marks, as a careless typist has it."""
    marked = unicodedata.normalize(
        "NFKD", word.translate(str.maketrans({"ł": "l", "Ł": "L", "ı": "i", "ß": "ss", "’": "'"}))
    )
    return "".join(letter for letter in marked if not unicodedata.combining(letter))


_MARRIED_NAMES = ("english", "german", "french", "hungarian", "polish", "greek")
"""Cultures, beside the Slavic one, where a wife takes her husband's surname."""
_TITLES = {"english": ["Sir", "Dr.", "General"], "german": ["Dr.", "Prof."], "slavic": ["Comrade", "General"]}


def people(rng: random.Random, count: int) -> list[Person]:
    """Persons, a fifth of them namesakes of one before: another patronymic, another age, a son, a historian."""
    made: list[Person] = []
    taken: set[tuple[str, str]] = set()
    cultures = ["slavic"] * 12 + ["english"] * 5 + [name for name in WESTERN if name != "english"]
    while len(made) < count:
        if made and rng.random() < 0.2:
            twin = _namesake(rng, rng.choice(made), f"p{len(made):03d}")
            if twin is not None:
                made = [replace(one, has_namesake=True) if one.key == twin[0] else one for one in made]
                made.append(twin[1])
            continue
        one = _person(rng, rng.choice(cultures), f"p{len(made):03d}")
        if taken & {(one.given[0], one.surname), (one.given[0], one.husband)}:
            continue  # namesakes are made on purpose only, each with what tells him apart
        taken |= {(one.given[0], one.surname), (one.given[0], one.husband)}
        made.append(one)
    return made


def _person(rng: random.Random, culture: str, key: str) -> Person:
    is_woman = rng.random() < 0.25
    born = date(rng.randrange(1780, 1925), rng.randrange(1, 13), rng.randrange(1, 29))
    died = born + timedelta(days=rng.randrange(30 * 365, 80 * 365))
    if culture == "slavic":
        father = rng.choice(SLAVIC["fathers"]).split(":")[1]
        surname = rng.choice(SLAVIC["surnames"])
        ending = "на" if is_woman else "ич"
        husband = _feminine(rng.choice(SLAVIC["surnames"])) if is_woman and rng.random() < 0.5 else None
        return Person(key, culture, is_woman, (rng.choice(SLAVIC["women" if is_woman else "men"]),), father + ending,
                      _feminine(surname) if is_woman else surname, born, died, husband=husband)  # fmt: skip
    names = WESTERN[culture]
    given = tuple(rng.choice(names["women" if is_woman else "men"]).split("/"))
    middle = rng.choice(NAMES["english"]["middle"]) if culture == "english" and rng.random() < 0.6 else None
    surname = rng.choice(names["surnames"])
    others = [other for other in names["surnames"] if other != surname]
    husband = rng.choice(others) if is_woman and culture in _MARRIED_NAMES and rng.random() < 0.5 else None
    return Person(key, culture, is_woman, given, middle, surname, born, died, husband=husband)


def _namesake(rng: random.Random, one: Person, key: str) -> tuple[str, Person] | None:
    if one.has_namesake or one.clue or one.husband:
        return None
    later = timedelta(days=rng.randrange(25 * 365, 70 * 365))
    twin = replace(one, key=key, born=one.born + later, died=one.died + later + timedelta(days=400), has_namesake=True)
    if one.culture == "slavic" and rng.random() < 0.5:
        fathers = [other.split(":")[1] for other in SLAVIC["fathers"]]
        middle = rng.choice([other for other in fathers if not (one.middle or "").startswith(other)])
        return one.key, replace(twin, middle=middle + ("на" if one.is_woman else "ич"), clue="patronymic")
    if one.culture == "english" and not one.is_woman and rng.random() < 0.5:
        return one.key, replace(twin, generation="Jr.", clue="generation")
    return one.key, replace(twin, clue=rng.choice(["life", "historian"]))


def full_forms(rng: random.Random, one: Person) -> list[str]:
    """Ways of writing the full name; every one tells the patronymic or generation where a namesake makes it needed."""
    if one.culture == "slavic":
        return _slavic_forms(rng, one)
    given = one.given[0] if one.has_namesake or rng.random() < 0.7 else rng.choice(one.given)
    surname = one.surname
    tail = f" {one.generation}" if one.generation else ""
    forms = [
        f"{given} {surname}{tail}",
        f"{surname.upper()} {given}{tail}" if " " not in surname else f"{surname}, {given}",
    ]
    if not tail:
        forms += [f"{surname}, {given}", f"{_plain(given)} {_plain(surname)}"]
    if one.middle:
        forms += [f"{given} {one.middle} {surname}{tail}", f"{given} {one.middle[0]}. {surname}{tail}"]
    if one.culture == "arabic" and surname.startswith(("al-", "el-")):
        forms += [f"{given} {'el' if surname.startswith('al') else 'al'}-{surname[3:]}"]
    if one.culture == "german":
        spelled = str.maketrans({"ü": "ue", "ö": "oe", "ä": "ae", "ß": "ss", "Ö": "Oe"})
        forms.append(f"{given.translate(spelled)} {surname.translate(spelled)}")
    return [form for form in forms if not tail or tail in form]


def _slavic_forms(rng: random.Random, one: Person) -> list[str]:
    scheme = rng.choice(list(_SCHEMES))
    given, middle, surname = one.given[0], one.middle or "", one.surname
    g, m, s = (to_latin(word, scheme) for word in (given, middle, surname))
    forms = [
        f"{g} {m} {s}", f"{s.upper()} {g} {m}", f"{s}, {g} {m}",
        f"{given} {middle} {surname}", f"{surname} {given} {middle}", f"{surname.upper()} {given} {middle}",
    ]  # fmt: skip
    if not one.has_namesake:
        forms += [f"{g} {s}", f"{s}, {g}", f"{given} {surname}", f"{surname}, {given}"]
    return forms


def short_forms(rng: random.Random, one: Person) -> list[str]:
    """What a page calls a man it has named in full."""
    if one.culture == "slavic":
        g, m, s = (to_latin(word, "press") for word in (one.given[0], one.middle or "", one.surname))
        i, j = one.given[0][0], (one.middle or "?")[0]
        return [
            s,
            one.surname,
            f"{to_latin(i, 'press')}. {to_latin(j, 'press')}. {s}",
            f"{i}. {j}. {one.surname}",
            f"{g} {m}",
        ]
    surname = one.surname.split(" ")[-1] if one.culture == "german" else one.surname
    return [surname, f"{one.given[0][0]}. {one.surname}"]


def compose(seed: int = 20261124, count: int = 300) -> tuple[Archive, Truth, list[Person]]:
    """The library: an archive of pages with claims, whom each name means, and the persons."""
    rng = random.Random(seed)
    persons = people(rng, count)
    archive, truth = Archive(), Truth()
    pages: list[tuple[str, Person]] = []
    for one in persons:
        copies = 0 if one.clue == "historian" else rng.choice([0, 1, 1, 2, 2, 3])
        pages += [(f"s{len(pages) + at:04d}", one) for at in range(copies)]
    rng.shuffle(pages)
    for source_id, one in pages:
        _page(rng, archive, truth, source_id, one, persons)
    return archive, truth, persons


def _mean(truth: Truth, source_id: str, name: str, one: Person) -> bool:
    """Record whom a name means in a source; False, and nothing recorded, where it already means somebody else."""
    return truth.means.setdefault((source_id, name), one.key) == one.key


def _day(rng: random.Random, day: date) -> str:
    told = rng.random()
    if told < 0.2:
        return str(day.year)
    return (day + timedelta(days=13 if told > 0.92 else 0)).isoformat()


def _page(
    rng: random.Random, archive: Archive, truth: Truth, source_id: str, one: Person, persons: list[Person]
) -> None:
    called = replace(one, surname=one.husband) if one.husband and rng.random() < 0.5 else one
    title = rng.choice(full_forms(rng, called))
    archive.page(source_id, title)
    truth.means[source_id, title] = one.key
    for surname in (one.surname, one.husband):
        if surname:
            truth.families[source_id, surname[:4]] = {_initial(one)}
    is_told = one.has_namesake or rng.random() < 0.8
    if is_told:
        archive.claim(source_id, "birth", edtf=_day(rng, one.born))
    if one.has_namesake or rng.random() < 0.6:
        archive.claim(source_id, "death", edtf=_day(rng, one.died))
    if one.husband is not None:
        _marriage(rng, archive, truth, source_id, one, called)
    if one.culture in _TITLES and rng.random() < 0.3:
        form = f"{rng.choice(_TITLES[one.culture])} {title}"
        if "," not in title and _mean(truth, source_id, form, one):
            archive.claim(source_id, "decision", who=form, object_text="a decree")
    for form in [*rng.sample(full_forms(rng, called), 2), *rng.sample(short_forms(rng, called), 2)]:
        if _mean(truth, source_id, form, one):
            archive.claim(source_id, "decision", who=form, object_text=f"plan {rng.randrange(9)}")
    family = [other for other in persons if other.surname[:4] == one.surname[:4] and other.key != one.key]
    for other in [*rng.sample(persons, 4), *rng.sample(family, min(len(family), 1))]:
        _mention(rng, archive, truth, source_id, one, other)
    _relatives(rng, archive, truth, source_id, one, persons)
    _historian(rng, archive, truth, source_id, one, persons)
    _teller(rng, archive, truth, source_id, one)


def _marriage(rng: random.Random, archive: Archive, truth: Truth, source_id: str, one: Person, called: Person) -> None:
    """A woman's page tells her other surname: by a husband named in full, as née, or as another name of hers."""
    husband_surname = one.husband or ""
    if one.culture == "slavic":
        husband_surname = next(s for s in SLAVIC["surnames"] if _feminine(s) == one.husband)
        given = SLAVIC["men"][len(one.key + one.surname) % len(SLAVIC["men"])]
        husband = f"{to_latin(given, 'press')} {to_latin(husband_surname, 'press')}"
    else:
        husband = f"{WESTERN[one.culture]['men'][0].split('/')[0]} {husband_surname}"
    told = rng.random()
    key = f"{one.key} husband"
    if one.key in truth.told and told < 0.4 and truth.means.setdefault((source_id, husband), key) == key:
        archive.claim(source_id, "marriage", object_text=husband)
    else:
        truth.told.add(one.key)
        other = replace(one, surname=one.surname if called.surname != one.surname else one.husband)
        form = rng.choice(full_forms(rng, other))
        archive.claim(source_id, "attribute", subtype="name", object_text=form)


def _mention(rng: random.Random, archive: Archive, truth: Truth, source_id: str, one: Person, other: Person) -> None:
    """Another person: in full, then perhaps shorter; a namesake with what tells him apart."""
    if (other.given[0], other.surname) == (one.given[0], one.surname):
        return  # `_historian` and `_father` name namesakes of the subject
    if other.husband and other.key in truth.told and rng.random() < 0.5:
        other = replace(other, surname=other.husband)
    form = rng.choice(full_forms(rng, other))
    if not _mean(truth, source_id, form, other):
        return
    family = truth.families.setdefault((source_id, other.surname[:4]), set())
    seen = set(family)
    family.add(_initial(other))
    kind = rng.choice(["association", "kinship", "correspondence", "tenure"])
    if kind == "tenure":
        archive.claim(source_id, "tenure", object_text="Chairman of the Board", parts=[("predecessor", form)])
    elif kind == "correspondence":
        archive.claim(source_id, "correspondence", object_text="a letter", parts=[("recipient", form)])
    else:
        archive.claim(source_id, kind, subtype="colleague" if kind == "association" else "other", object_text=form)
    if other.has_namesake:
        archive.claim(source_id, "birth", who=form, edtf=str(other.born.year))
    if rng.random() < 0.5:
        short = rng.choice(short_forms(rng, other))
        if seen and (_initial(other) in seen or not short.startswith(_initials(other))):
            return  # a surname alone is the subject's, or that of whom the page named first
        if _mean(truth, source_id, short, other):
            archive.claim(source_id, "decision", who=short, object_text="a reform")


def _initial(one: Person) -> str:
    return _plain(one.given[0])[0]


def _initials(one: Person) -> tuple[str, ...]:
    return one.given[0][0] + ".", to_latin(one.given[0][0], "press") + "."


def _relatives(
    rng: random.Random, archive: Archive, truth: Truth, source_id: str, one: Person, persons: list[Person]
) -> None:
    """A child of the same surname, named in full or by given name; each page's relatives are persons of their own."""
    if one.husband or rng.random() < 0.5:
        return
    key = f"{one.key} child"
    taken = {(person.given[0], person.surname) for person in persons}
    child = replace(_person(random.Random(key), one.culture, key), surname=one.surname, is_woman=False)
    # one child a name: an accidental namesake of whom nothing is told could be told apart by nobody
    if one.culture == "slavic":
        surname = next((s for s in SLAVIC["surnames"] if one.surname in (s, _feminine(s))), one.surname)
        boys = [name for name in SLAVIC["men"] if (name, surname) not in taken]
    else:
        surname = one.surname
        boys = [name.split("/")[0] for name in WESTERN[one.culture]["men"]]
        boys = [name for name in boys if (name, surname) not in taken]
    families = sorted({person.key for person in persons if person.surname in (surname, _feminine(surname))})
    at = families.index(one.key)
    if at >= len(boys):
        return
    boy = boys[at]
    if one.culture == "slavic":
        form, alone = f"{to_latin(boy, 'press')} {to_latin(surname, 'press')}", to_latin(boy, "ALA-LC")
    else:
        form, alone = f"{boy} {surname}", boy
    for name in (form, alone):
        if (source_id, name) not in truth.means and _mean(truth, source_id, name, child):
            archive.claim(source_id, "kinship", subtype="child", object_text=name)


def _historian(
    rng: random.Random, archive: Archive, truth: Truth, source_id: str, one: Person, persons: list[Person]
) -> None:
    """A historian of the subject's own name, long after him, in a reference of his page."""
    twin = next(
        (p for p in persons if p.clue == "historian" and (p.given, p.surname) == (one.given, one.surname)), None
    )
    if twin is None:
        return
    told = [form for form in full_forms(rng, replace(twin, has_namesake=False)) if (source_id, form) not in truth.means]
    if not told:
        return
    name = rng.choice(told)
    truth.means[source_id, name] = twin.key
    archive.reference(source_id, 1, "A history")
    archive.claim(source_id, "publication", who=name, object_text=f"History of {twin.key}", ref=1,
                  edtf=str(twin.died.year - 5))  # fmt: skip


def _teller(rng: random.Random, archive: Archive, truth: Truth, source_id: str, one: Person) -> None:
    """A historian with the surname of somebody on the page, and his initial or another, who is nobody of the story."""
    if rng.random() < 0.7:
        return
    given, surname = rng.choice("ABEGIJKMNPRSTV"), one.surname.split(" ")[-1]
    name = f"{given}. {surname}"
    if (source_id, name) in truth.means:
        return
    truth.means[source_id, name] = f"{one.key} teller {source_id}"
    told = rng.choice(["historian", "historian and archivist", "biographer", "историк"])
    archive.claim(source_id, "attribute", who=name, subtype="occupation", object_text=told)
