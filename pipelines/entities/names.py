"""What a name tells by itself: given name, patronymic, surname, brought to a form that schemes of writing share.

Nothing here knows sources or claims. A key is made to be compared, never to be shown.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache

from pipelines.lexicon import load_lexicon

_LEXICON = load_lexicon("entities")
_TITLES = frozenset([*_LEXICON["titles"]["words"], *_LEXICON["tellers"]["words"]])
_PARTICLES = frozenset(_LEXICON["titles"]["particles"])
_GENERATIONS: dict[str, str] = {
    form: one for one, forms in _LEXICON["generations"].items() for form in forms
}  # several words and signs of one generation, brought to the first
_SUFFIXES = frozenset(_LEXICON["titles"]["suffixes"]) | _GENERATIONS.keys()

# Letters of other scripts and with marks; what schemes write differently is evened out in `to_skeleton`.
_LETTERS = str.maketrans(_LEXICON["letters"] | {"ʹ": "", "ʺ": "", "'": "", "’": "", "ʼ": "", "`": ""})
_EVENED = tuple((old, new) for old, new in _LEXICON["spelling"]["evened"])
_ENDINGS = tuple((re.compile(old), new) for old, new in _LEXICON["spelling"]["patterns"])
_PATRONYMIC = re.compile(_LEXICON["spelling"]["patronymic"])
_WORD = re.compile(r"[^\W\d_]+(?:['’ʹʼ-][^\W\d_]+)*['’ʹ]?\.?")
_SCIENTIFIC = re.compile(_LEXICON["spelling"]["scientific"])
_SCIENTIFIC_LETTERS = tuple((old, new) for old, new in _LEXICON["spelling"]["scientific_letters"])
_INITIALS_OF_Y = frozenset("JYЮЯЙ")
_BORN = re.compile(_LEXICON["spelling"]["born"], re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NameKey:
    """A name to compare by: skeletons of its parts, null where it has none; a given name may be an initial.

    ``patronymic`` is every name between given name and surname, ``given_key`` one form for all variants of the given
    name, ``other_surnames`` what the same person may be called by: a maiden name, a part of a double surname;
    ``told_surnames`` those of them that the name says outright. A given name keeps what its initial may be: ``y`` is
    one written J, Y, Ю or Я, a name that begins ``ie`` may have E or Y, one that begins ``kh`` may have K or H.
    """

    given: str | None
    patronymic: str | None
    surname: str | None
    epithet: str | None
    given_key: str | None = None
    other_surnames: tuple[str, ...] = ()
    told_surnames: tuple[str, ...] = ()


def find_script(name: str) -> str | None:
    """The script of a name's letters (ISO 15924): ``Latn``, ``Cyrl``, ``Grek``, ``Hebr``, ``Arab``; None for others."""
    for letter in name:
        if letter.isalpha():
            first = unicodedata.name(letter, "").split(" ")[0]
            return {"LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek", "HEBREW": "Hebr", "ARABIC": "Arab"}.get(first)
    return None


@cache
def to_skeleton(word: str) -> str:
    """A word in Latin letters, without accents, in a spelling that the usual transliterations share."""
    latin = word.lower().translate(_LETTERS)
    if not latin.isascii():
        marked = unicodedata.normalize("NFKD", latin)
        latin = "".join(c for c in marked if not unicodedata.combining(c))
    for old, new in _EVENED:
        if old in latin:
            latin = latin.replace(old, new)
    for pattern, new in _ENDINGS:
        latin = pattern.sub(new, latin)
    return latin


def to_given_key(skeleton: str) -> str:
    """One form for the variants of a given name: ``sasha`` and ``iskander`` as ``aleksandr``."""
    return _given_variants().get(skeleton, skeleton)


@cache
def _given_variants() -> dict[str, str]:
    """Each listed form's skeleton by its group's first."""
    found: dict[str, str] = {}
    for group in load_lexicon("entities_given_names")["variants"]["names"]:
        for form in group:
            found.setdefault(to_skeleton(form), to_skeleton(group[0]))
    return found


def read_name(name: str) -> NameKey:
    """The key of a person's name in any usual order: ``A. A. Kuznetsov``, ``KUZNETSOV Alexey``, ``Kuznetsov, A.``."""
    made = _read_parts(name)
    if made.given is None or len(made.given) == 1:
        return made
    begun = _BEGINS.get(made.given[0], ())
    for word in name.lower().split():
        for letters, kept in begun:
            if word.startswith(letters) and to_skeleton(word.strip(",.")) == made.given:
                return replace(made, given=kept + made.given)
    return made


_BEGINS = {"e": (("ye", "i"), ("je", "i"), ("е", "i")), "h": (("kh", "k"), ("х", "k"))}
"""How a given name may begin whose key begins with that letter, and what is set before the key."""


def _read_parts(name: str) -> NameKey:
    if _SCIENTIFIC.search(name):
        for old, new in _SCIENTIFIC_LETTERS:
            name = name.replace(old, new)
    told, *born = _BORN.split(name, maxsplit=1)
    maiden = tuple(to_skeleton(word) for word in _WORD.findall(born[0])[:1]) if born else ()
    bare = re.sub(r"\([^)]*\)|\[[^\]]*\]|[\"“”«»()\[\]]", " ", told)
    before, comma, after = bare.partition(",")
    words = _WORD.findall(bare)
    while len(words) > 1 and words[0].rstrip(".").lower() in _TITLES:  # a title stands before: King is a surname, too
        del words[0]
    suffixed = []
    if len(words) > 1 and _is_suffix(words[-1]):
        suffixed = [words.pop()]
    epithet = suffixed
    the_at = next((at for at, word in enumerate(words) if word.lower() == "the" and at), None)
    if the_at is not None:
        epithet, words = words[the_at:] + suffixed, words[:the_at]
    if not words:
        return NameKey(None, None, None, None)
    is_inverted = bool(comma and after.strip() and after.split()[0].rstrip(".").lower() not in _SUFFIXES)
    inverted = [word for word in _WORD.findall(before) if word not in _PARTICLES]
    surname_first = (is_inverted and len(inverted) <= 2) or _is_surname_first(words)
    keys = [_to_part(word) for word in words]
    shown = _tell_generation(epithet)
    if all(word in _PARTICLES for word in words[:-1]) and not shown:  # de Gaulle
        return _complete(None, None, " ".join(keys), None, maiden)
    if len(keys) == 1:
        return _complete(keys[0], None, None, shown, maiden)
    is_given_first = len(keys[0]) > 1 and not surname_first and not _PATRONYMIC.match(keys[0])
    if len(keys) == 2 and _PATRONYMIC.match(keys[1]) and is_given_first and not words[1].endswith("icz"):
        # some surnames look like patronymics: Rostropovich
        made = _complete(keys[0], keys[1], None, shown, maiden)
        return replace(made, other_surnames=(keys[1], *made.other_surnames))
    if surname_first:
        width = max(len(_WORD.findall(before)), 1) if is_inverted else 1
        surname, given = " ".join(keys[:width]), keys[width:]
        # particles of an inverted name stand at its end: Humboldt, Alexander von
        while len(given) > 1 and words[width + len(given) - 1].lower() in _PARTICLES:
            surname, given = f"{given[-1]} {surname}", given[:-1]
        if width == 2 and words[0].lower() not in _PARTICLES:  # two surnames, as in Juan Ortega Medina
            surname, given = keys[1], [*given[:1], keys[0], *given[1:]]
    else:
        surname = _surname_of(words, keys)
        given = keys[: len(keys) - len(surname.split(" "))]
    middle = " ".join(given[1:]) or None
    return _complete(given[0] if given else None, middle, surname, shown, maiden)


def _complete(
    given: str | None, middle: str | None, surname: str | None, epithet: str | None, maiden: tuple[str, ...]
) -> NameKey:
    """The key with what follows from its parts."""
    others = list(maiden)
    if surname is not None:
        # a particle is told or left out; of a double surname one half may stand for it
        bare = surname.split(" ")[-1]
        others += [bare] if bare != surname else []
        others += [half for half in bare.split("-") if len(half) > 2] if "-" in bare else []
        others += [bare.replace("ch", "h")] if "ch" in bare else []  # kh, where the scheme cannot be told
    spoken = given or (surname.split(" ")[-1] if surname else None)  # a name of one word may be a given name
    given_key = None if spoken is None else to_given_key(spoken) if len(spoken) > 1 else spoken
    others = [one for one in dict.fromkeys(others) if one != surname]
    told = tuple(one for one in maiden if one != surname)
    return NameKey(given, middle, surname, epithet, given_key, tuple(others), told)


def _is_suffix(word: str) -> bool:
    """Whether a name's last word is a numeral or generation: ``Xi`` and ``V.`` are none, ``XI`` and ``jr.`` are."""
    bare = word.rstrip(".")
    return bare.lower() in _GENERATIONS or (
        bare.lower() in _SUFFIXES and bare.isupper() and (bare == word or len(bare) > 1)
    )


def _to_part(word: str) -> str:
    """The key of one word of a name; of an initial (``A.``, ``Yu.``) its first letter."""
    bare = word.rstrip(".")
    is_initial = len(bare) == 1 or (word.endswith(".") and len(bare) <= 2)
    if is_initial:
        return "y" if bare in _INITIALS_OF_Y else to_skeleton(bare)[:1]
    return to_skeleton(bare)


def _tell_generation(words: list[str]) -> str | None:
    plain = " ".join(word.rstrip(".").lower() for word in words)
    return _GENERATIONS.get(plain, plain) or None


def _is_surname_first(words: list[str]) -> bool:
    if len(words) < 2:
        return False
    if words[0].isupper() and not words[1].isupper() and (len(words[0]) > 2 or words[0][-1] in "AEIOUАЕИОУЮЯ"):
        return True
    last_is_initial = len(words[-1].rstrip(".")) == 1
    if last_is_initial and len(words[0].rstrip(".")) > 1:
        return all(len(word.rstrip(".")) == 1 for word in words[1:])
    return (
        len(words) == 3
        and bool(_PATRONYMIC.match(to_skeleton(words[2])))
        and not _PATRONYMIC.match(to_skeleton(words[1]))
        and len(words[1].rstrip(".")) > 1
    )


def _surname_of(words: list[str], keys: list[str]) -> str:
    """The last word with the particles before it."""
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in _PARTICLES:
        at -= 1
    return " ".join(keys[at:])
