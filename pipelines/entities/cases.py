"""In which cases a name in Cyrillic can stand, and what its nominatives then are: «Анне Петровой» is Анна Петрова.

Nothing here knows sources. A nominative is a reading of the form: whether there is such a person, others ask.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import product

from pipelines.entities.names import read_name, to_skeleton
from pipelines.lexicon import load_lexicon

_LEXICON = load_lexicon("entities_cases")
_MEN_IN_A = frozenset(_LEXICON["men_in_a"])
_CYRILLIC = re.compile(r"[\sА-Яа-яЁёІіЇїЄєҐґ'’.,-]+")
_WORD = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґ'’-]+")
_PATRONYMIC = re.compile(r"(?:.[оеё]вич|.[ьмкт]ич)\w{0,4}$|.[вч]н(?:а|ы|и|е|і|у|ой|ою)$")
_CONSONANT = frozenset("бвгґджзклмнпрстфхцчшщ")
_NOMINATIVE = "N"
_CASES = "GDAIP"
_NO_NOMINATIVE = re.compile(
    r"[бвгґджзклмнпрстфхцчшщьй]й$|[аеёиоуыэюяіїє]ь$|[аеёиоуыэюяіїє]а$|[жчшщгкх]я$|ь[ьа]$|[гкхжчшщ]ый$|[сц]ком$|енк$|[сц]ка$"
    r"|(?:[оеёє]в|[иыі]н)(?:[ыио]й|ая)$"
)
"""Endings that no nominative of a name has, whatever its stem may take."""
_NEVER_PLAIN = re.compile(r"(?:[оеёє]в|[иыі]н)(?:у|[ыи]м|ой|ою)$|[сц]ь?(?:ким|кого|кому)$")
_FURTHER = re.compile(
    r",|(?<=\w)\s+[А-ЯІЇЄҐ][\w-]+(?:ой|ей|ого|ої)\s+(?:губ|обл|уезд|кра|район|вол|окр|повіт|ґуб)\w*\.?$"
)
_ADJECTIVES = ("ий", "ый", "ой", "ій")
_OV = ("ов", "ев", "ёв", "єв", "ин", "ын", "ін")

Standing = tuple[str, str]
"""Gender (m or f) and case (N, G, D, A, I or P)."""


@dataclass(frozen=True, slots=True)
class Nominative:
    """A reading of a name: its words as they would stand in the nominative, whether none else is
    possible, and whether the form can be a nominative itself.
    """

    name: str
    is_sure: bool
    is_plain: bool


@dataclass(frozen=True, slots=True)
class _Form:
    ending: str
    nominative: str
    kind: str
    genders: str
    cases: str


@cache
def _forms(listed: str) -> dict[str, tuple[_Form, ...]]:
    """All endings of oblique cases, each with the nominatives it can be of."""
    found: dict[str, list[_Form]] = {}
    for kind, genders, nominative, *cases in _LEXICON[listed]:
        of_case: dict[str, str] = {}
        for case, endings in zip(_CASES, cases, strict=True):
            for ending in endings.split("/") if endings else ():
                of_case[ending] = of_case.get(ending, "") + case
        for ending, standing in of_case.items():
            found.setdefault(ending.lower(), []).append(_Form(ending, nominative, kind, genders, standing))
    return {ending: tuple(forms) for ending, forms in found.items()}


@cache
def _given_genders() -> dict[str, str]:
    """The skeletons of given names, and whose they are."""
    found: dict[str, str] = {}
    listed = load_lexicon("claims/given_names")
    for gender, names in (("m", listed["male"]), ("f", listed["female"])):
        for name in names.split():
            # what looks like a surname is one, unless another list has it: Stalin, but Konstantin
            if not name.endswith(("in", "ov", "ev")):
                found[to_skeleton(name)] = found.get(to_skeleton(name), "") + gender
    for name in _LEXICON["given"]:
        found.setdefault(to_skeleton(name), "f" if name[-1] in "ая" and name not in _MEN_IN_A else "m")
    for group in load_lexicon("entities_given_names")["variants"]["names"]:
        for name in group:
            found.setdefault(to_skeleton(name), "mf")
    return found


def _whose_given(word: str) -> str:
    """The genders of those who bear a given name; empty where it is none."""
    genders = _given_genders().get(to_skeleton(word), "")
    if not genders:
        return ""
    # the ending says more than a list of Latin forms: Eleni is Елена, and Елены none
    if word in _MEN_IN_A:
        return "m"
    ended = (
        "m"
        if word[-1] in _CONSONANT or word[-1] in "йо"
        else "f"
        if word[-1] in "ая"
        else ""
        if word[-1] == "ы"
        else "mf"
    )
    return "".join(gender for gender in ended if gender in genders)


def _take_back(word: str, listed: str = "forms") -> list[tuple[str, _Form]]:
    """The nominatives of which a word can be an oblique form."""
    found = []
    low = word.lower()
    for width in range(len(low) + 1):
        at = len(word) - width
        stem, ending = word[:at], low[at:]
        for form in _forms(listed).get(ending, ()):
            is_whole = form.nominative[0].isupper()
            if is_whole != (not stem) or (not ending and stem[-1:].lower() not in _CONSONANT):
                continue
            nominative = form.nominative if is_whole else stem + form.nominative.lstrip("+")
            can_end_so = is_whole or (
                len(stem) > (len(form.nominative) < 3) and (form.nominative != "+" or stem[-1].lower() in _CONSONANT)
            )
            if can_end_so and not _NO_NOMINATIVE.search(nominative):
                found.append((nominative, form))
    return found


def _standings(word: str) -> dict[str, set[Standing]]:
    """Each nominative of a word with what gender and case it stands in; itself where it can stand so."""
    made: dict[str, set[Standing]] = {}

    def add(nominative: str, genders: str, cases: str) -> None:
        for gender, case in product(genders, cases):
            made.setdefault(nominative, set()).add((gender, case))

    backs = _take_back(word)
    if _PATRONYMIC.search(word.lower()):
        for nominative, form in backs:
            if form.kind == "patronymic":
                add(nominative, form.genders, form.cases)
        if word.lower().endswith("ич"):
            add(word, "m", _NOMINATIVE)
            add(word, "f", _NOMINATIVE + _CASES)  # a woman's surname: Юлии Рабинович
        elif word.lower().endswith(("вна", "чна")):
            add(word, "f", _NOMINATIVE)
        if made:
            return made
    own = _whose_given(word)
    for nominative, form in backs:
        if form.kind in ("given", "any"):
            genders = "".join(sorted(set(_whose_given(nominative)) & set(form.genders)))
            add(nominative, genders, form.cases)
    if own:
        add(word, own, _NOMINATIVE)
    if made:
        return made
    low = word.lower()
    if _NEVER_PLAIN.search(low):
        for nominative, form in backs:
            if form.kind == "surname":
                add(nominative, form.genders, form.cases)
        return made
    is_ov = low.endswith(_OV)
    for nominative, form in backs:
        if form.kind not in ("surname", "any"):
            continue
        # what has declensions of its own follows no other
        if form.kind == "any" and nominative.lower().endswith((*_OV, *_ADJECTIVES)):
            continue
        if form.kind == "any" and nominative.lower().endswith(("ова", "ева", "ина", "ская", "ая")):
            continue
        add(nominative, form.genders, form.cases)
    if low.endswith(("ых", "их")):
        add(word, "mf", _NOMINATIVE + _CASES)
    elif low[-1] in _CONSONANT or low[-1] in "йь":
        add(word, "m", _NOMINATIVE)
        if not is_ov and not low.endswith(_ADJECTIVES):
            add(word, "f", _NOMINATIVE + _CASES)
    elif low[-1] in "ая":
        is_her = low.endswith(("ова", "ева", "ёва", "ина", "ына", "ая", "ська", "цька"))
        add(word, "f" if is_her else "mf", _NOMINATIVE)
    elif low[-1] in "оеиуюэы" and not low.endswith(("ого", "ому", "ему")):
        add(word, "mf", _NOMINATIVE + (_CASES if low.endswith(("о", "ли", "дзе")) else ""))
    return made


@cache
def read_cases(name: str) -> tuple[Nominative, ...]:
    """The nominatives of which a name can be an oblique form, all its words in one gender and case.

    None for a name in other letters, and for one that stands in the nominative without doubt. A reading ``is_sure``
    where the name cannot stand in the nominative and every other reading has the same words.
    """
    if not name or not _CYRILLIC.fullmatch(name):
        return ()
    words = [match for match in _WORD.finditer(name) if len(match[0]) > 2 and match[0][0].isupper()]
    if not words or len(words) > 4:
        return ()
    shout = [match[0].isupper() for match in words]
    told = [
        _standings(match[0].capitalize() if is_loud else match[0]) for match, is_loud in zip(words, shout, strict=True)
    ]
    every = [set().union(*one.values()) for one in told]
    common = set.intersection(*every)
    made: dict[str, None] = {}
    for gender, case in sorted(common):
        if case == _NOMINATIVE:
            continue
        choices = [[nominative for nominative, standings in one.items() if (gender, case) in standings] for one in told]
        for chosen in product(*(one[:3] for one in choices)):
            if all(nominative == match[0] for nominative, match in zip(chosen, words, strict=True)):
                continue
            made.setdefault(_replace(name, words, chosen, shout), None)
    can_be_plain = any(case == _NOMINATIVE for _, case in common)
    keys = {_to_key(nominative) for nominative in made}
    is_sure = len(keys) == 1 and not can_be_plain
    firsts = {key: next(one for one in made if _to_key(one) == key) for key in sorted(keys, key=str)}
    return tuple(Nominative(nominative, is_sure, can_be_plain) for nominative in firsts.values())


@cache
def read_place_cases(name: str) -> tuple[str, ...]:
    """The names of which a place's name in Cyrillic can be an oblique form: «Великих Луках» is Великие Луки.

    Of ``Боровичах Новгородской губернии`` only what stands before its region, or before a comma; none for a name in
    other letters. A name that can stand in the nominative itself has such readings, too.
    """
    first, rest = name, ""
    further = _FURTHER.search(name)
    if further:
        first, rest = name[: further.start()], name[further.start() :]
    if not first or not _CYRILLIC.fullmatch(first):
        return ()
    words = [match for match in _WORD.finditer(first) if match[0][0].isupper()]
    if not 0 < len(words) < 4 or any(len(match[0]) < 3 for match in words):
        return ()
    told: list[dict[Standing, list[str]]] = []
    for at, match in enumerate(words):
        kind = "place" if at == len(words) - 1 else "adjective"
        readings: dict[Standing, list[str]] = {}
        for nominative, form in _take_back(match[0], "places"):
            # a place can be called by an adjective alone: Грозный, Боровая
            if form.kind == kind or (kind == "place" and form.kind == "adjective"):
                for case in form.cases:
                    readings.setdefault((form.genders, case), []).append(nominative)
        told.append(readings)
    made: dict[str, None] = {}
    for standing in sorted(set.intersection(*(set(one) for one in told))):
        for chosen in product(*(one[standing][:8] for one in told)):
            made.setdefault(_replace(first, words, chosen, [False] * len(words)) + rest, None)
    return tuple(one for one in made if one != name)


@cache
def _to_key(name: str) -> tuple[str | None, ...]:
    key = read_name(name)
    return key.given_key, key.patronymic, key.surname


def _replace(name: str, words: list[re.Match[str]], nominatives: tuple[str, ...], shout: list[bool]) -> str:
    made, at = [], 0
    for match, nominative, is_loud in zip(words, nominatives, shout, strict=True):
        made += [name[at : match.start()], nominative.upper() if is_loud else nominative]
        at = match.end()
    return "".join(made) + name[at:]
