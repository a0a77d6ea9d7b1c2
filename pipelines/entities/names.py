"""What a name tells by itself: given name, patronymic, surname, brought to a form that schemes of writing share.

Nothing here knows sources or claims. A key is made to be compared, never to be shown.
"""

import re
import unicodedata
from dataclasses import dataclass

from pipelines.lexicon import load_lexicon

_LEXICON = load_lexicon("entities")
_TITLES = frozenset(_LEXICON["titles"]["words"])
_PARTICLES = frozenset(_LEXICON["titles"]["particles"])
_SUFFIXES = frozenset(_LEXICON["titles"]["suffixes"])

# Cyrillic letters by the BGN/PCGN scheme; what other schemes write differently is evened out in `to_skeleton`.
_CYRILLIC: dict[str, str] = _LEXICON["cyrillic"]
_EVENED = (
    ("x", "ks"), ("ya", "ia"), ("yu", "iu"), ("ja", "ia"), ("ju", "iu"), ("tch", "ch"), ("sch", "sh"), ("tz", "ts"),
    ("ph", "f"), ("th", "t"), ("ck", "k"), ("w", "v"), ("y", "i"), ("j", "i"), ("'", ""), ("’", ""),
)  # fmt: skip
_PATRONYMIC = re.compile(r".{2,}(?:ovich|evich|ich|ovna|evna|ichna|inichna)$")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")


@dataclass(frozen=True, slots=True)
class NameKey:
    """A name to compare by: skeletons of its parts, null where it has none; a given name may be an initial."""

    given: str | None
    patronymic: str | None
    surname: str | None
    epithet: str | None


def find_script(name: str) -> str | None:
    """The script of a name's letters (ISO 15924): ``Latn``, ``Cyrl``, ``Grek``, ``Hebr``, ``Arab``; None for others."""
    for letter in name:
        if letter.isalpha():
            first = unicodedata.name(letter, "").split(" ")[0]
            return {"LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek", "HEBREW": "Hebr", "ARABIC": "Arab"}.get(first)
    return None


def to_skeleton(word: str) -> str:
    """A word in Latin letters, without accents, in a spelling that the usual transliterations share."""
    latin = "".join(_CYRILLIC.get(letter, letter) for letter in word.lower()).replace("_", "")
    plain = "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))
    for old, new in _EVENED:
        plain = plain.replace(old, new)
    plain = re.sub(r"^ie", "e", plain)
    plain = re.sub(r"(?<=[bvgdzklmnprstf])i(?:o|e)(?=[a-z])", "e", plain)
    return re.sub(r"(.)\1+", r"\1", plain)


def read_name(name: str) -> NameKey:
    """The key of a person's name in any usual order: ``A. A. Kuznetsov``, ``KUZNETSOV Alexey``, ``Kuznetsov, A.``."""
    bare = re.sub(r"\([^)]*\)|\[[^\]]*\]|[\"“”«»]", " ", name)
    before, comma, after = bare.partition(",")
    words = _WORD.findall(bare)
    while len(words) > 1 and words[0].rstrip(".").lower() in _TITLES:  # a title stands before: King is a surname, too
        del words[0]
    epithet = [word for word in words[1:] if word.rstrip(".").lower() in _SUFFIXES]
    the_at = next((at for at, word in enumerate(words) if word.lower() == "the" and at), None)
    if the_at is not None:
        epithet, words = words[the_at:], words[:the_at]
    words = [word for word in words if word not in epithet]
    if not words:
        return NameKey(None, None, None, None)
    surname_first = bool(comma and after.strip() and len(_WORD.findall(before)) <= 2) or _is_surname_first(words)
    keys = [to_skeleton(word.rstrip(".")) for word in words]
    shown = " ".join(to_skeleton(word.rstrip(".")) for word in epithet) or None
    if len(keys) == 1:
        return NameKey(keys[0], None, None, shown) if shown else NameKey(None, None, keys[0], None)
    if len(keys) == 2 and _PATRONYMIC.match(keys[1]) and not surname_first:
        return NameKey(keys[0], keys[1], None, shown)
    surname = keys[0] if surname_first else _surname_of(words, keys)
    given = keys[1:] if surname_first else keys[: len(keys) - len(surname.split(" "))]
    patronymic = given[1] if len(given) > 1 and (_PATRONYMIC.match(given[1]) or len(given[1]) == 1) else None
    return NameKey(given[0] if given else None, patronymic, surname, shown)


def _is_surname_first(words: list[str]) -> bool:
    if len(words) < 2:
        return False
    if len(words[0]) > 2 and words[0].isupper() and not words[1].isupper():
        return True
    last_is_initial = len(words[-1].rstrip(".")) == 1
    if last_is_initial and len(words[0].rstrip(".")) > 1:
        return True
    return (
        len(words) == 3
        and bool(_PATRONYMIC.match(to_skeleton(words[2])))
        and not _PATRONYMIC.match(to_skeleton(words[1]))
    )


def _surname_of(words: list[str], keys: list[str]) -> str:
    """The last word with the particles before it."""
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in _PARTICLES:
        at -= 1
    return " ".join(keys[at:])


def to_plain_key(name: str) -> str:
    """The key of a body, office, place, award or work: lower case, no article or marks, one name of several."""
    key = re.sub(r"\s+", " ", name.lower().strip(" .,;:"))
    key = re.sub(r"^(?:the|a|an) ", "", key)
    for same in _SAME:
        key = same[0].sub(same[1], key)
    key = re.sub(r"[\"“”«»'’]", "", key)
    key = re.sub(r"\b(?:of|the|in|at|for)\b", " ", key)
    words = re.sub(r"[^\w()]+", " ", key).split()
    return " ".join(to_skeleton(word) for word in words)


_SAME = [
    (
        re.compile(r"(?<!\w)(?:" + "|".join(re.escape(w) for w in sorted(same, key=len, reverse=True)) + r")(?!\w)"),
        same[0],
    )
    for same in _LEXICON["same"]["words"]
]
