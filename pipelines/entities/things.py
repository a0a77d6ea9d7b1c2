"""What the name of a body, office, place, award or work tells by itself, so that its forms can be compared.

Nothing here knows sources or claims. Keys are made to be compared, never to be shown.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from pipelines.entities.names import to_skeleton
from pipelines.lexicon import load_lexicon

_THINGS = load_lexicon("entities_things")
_PLACES = load_lexicon("entities_places")

_WORD = re.compile(r"[^\W_]+(?:['’ʹʼ][^\W_]+)*")
_STOP = frozenset(["of", "the", "a", "an", "in", "at", "for"])
_ADJECTIVE = re.compile(r"^(.{3,}?)sk(?:i|ii|ogo|om|omu|aia|oi|oe|uiu|ie|ih)$")


@dataclass(frozen=True, slots=True)
class ThingKey:
    """A name to compare by: ``key`` of the whole; ``head``, what sort of thing it names, and ``tells``, the words that
    tell it from others of that sort, where it can be taken apart; ``is_short`` where these words do not tell;
    ``also`` is the listed name that stands for its own.
    """

    key: str
    head: str | None = None
    tells: tuple[str, ...] = ()
    is_short: bool = False
    also: str | None = None


def _split(text: str) -> list[str]:
    """The skeletons of a text's words, without articles and prepositions."""
    words = _WORD.findall(text.lower().replace("-", " "))
    return [skeleton for word in words if word not in _STOP and (skeleton := to_skeleton(word) or word)]


class _Listed(NamedTuple):
    """A listed name: the words of the name that stands for it, and that name as people write it."""

    words: tuple[str, ...]
    name: str


@cache
def _listed() -> dict[str, list[tuple[tuple[str, ...], _Listed]]]:
    """All listed names by their first word, the longest first."""
    found: dict[tuple[str, ...], _Listed] = {}
    for group in [*_THINGS["same"]["names"], *_PLACES["same"]["names"]]:
        first = _Listed(tuple(_split(group[0])), group[0])
        for name in group:
            for form in (name, *_decline(name)):
                found.setdefault(tuple(_split(form)), first)
    by_word: dict[str, list[tuple[tuple[str, ...], _Listed]]] = {}
    for words, listed in found.items():
        by_word.setdefault(words[0], []).append((words, listed))
    return {word: sorted(names, key=lambda name: -len(name[0])) for word, names in by_word.items()}


@cache
def _stand_ins() -> frozenset[tuple[str, ...]]:
    """The words of every name that stands for others."""
    return frozenset(listed.words for names in _listed().values() for _, listed in names)


def _decline(name: str) -> list[str]:
    """The oblique cases of a Russian noun of the usual declensions; none of other words."""
    last = name[-1]
    if not "а" <= last <= "я" or " " in name:
        return []
    if last in "бвгджзклмнпрстфхцчшщ":
        return [name + ending for ending in ("а", "у", "ом", "е")]
    if last == "а":
        return [name[:-1] + ending for ending in ("ы", "и", "е", "у", "ой")]
    return [name[:-1] + ending for ending in ("и", "ью", "я", "ю", "е")] if last in "ьй" else []


def _even(words: list[str]) -> tuple[list[str], str | None]:
    """Words with listed names, the longest first, brought to those that stand for them; and the first such name."""
    by_word, made, also = _listed(), list[str](), None
    at = 0
    if not any(word in by_word or "sk" in word for word in words):
        return words, None
    while at < len(words):
        word = words[at]
        found: _Listed | None = None
        for own, listed in by_word.get(word, ()):
            if len(own) == 1 or tuple(words[at : at + len(own)]) == own:
                found, width = listed, len(own)
                break
        if found is None and "sk" in word and (adjective := _ADJECTIVE.match(word)):
            found, width = next((one for own, one in by_word.get(adjective[1], ()) if len(own) == 1), None), 1
        if found is None:
            made.append(word)
            at += 1
            continue
        if also is None and found.words != tuple(words[at : at + width]):
            also = found.name
        made += found.words
        at += width
    return made, also


def _bare(word: str) -> str:
    """A word without the ending of a Slavic adjective: Novgorodskoi as Novgorod."""
    adjective = _ADJECTIVE.match(word) if "sk" in word else None
    return adjective[1] if adjective else word


def read_thing(kind: str, name: str) -> ThingKey:
    """The key of a body, office, place, award, work, group or happening by its name."""
    if not _WORD.search(name):
        return ThingKey(name.strip())
    if kind == "place":
        return _read_place(name)
    words, also = _even(_split(name))
    if kind == "award":
        words = [_PLURALS.get(word, word) for word in words if word not in _COUNTS] or words
    if kind == "body":
        taken = _take_head(name, words)
        if taken is not None:
            head, tells = taken
            return ThingKey(_join(head, tells), head, tells, _BARE_BODY.issuperset(tells), also)
    if kind == "office":
        return _read_office(name, words, also)
    return ThingKey(" ".join(words), also=also)


def _join(head: str, tells: tuple[str, ...]) -> str:
    return f"{head} | {' '.join(tells)}"


def _take_head(name: str, words: list[str]) -> tuple[str, tuple[str, ...]] | None:
    """What sort of body some words name, and the other words in a set order; None where it is none listed.

    A sort stands at the end of a name, or before its first "of"; anywhere in Russian and in a listed name.
    """
    before, of, _ = name.partition(" of ")
    ends = _even(_split(before))[0] if of else words
    is_anywhere = "а" <= name[:1].lower() <= "я" or tuple(words) in _stand_ins()
    for head in _HEADS if is_anywhere else _HEADS_BY_END.get(ends[-1], ()) if ends else ():
        if not is_anywhere and tuple(ends[-len(head) :]) != head:
            continue
        at = _find(words, head)
        if at is None:
            continue
        rest = words[:at] + words[at + len(head) :]
        if head in _LEVELS:
            for party in _PARTY:
                place = _find(rest, party)
                if place is not None:
                    rest = rest[:place] + rest[place + len(party) :]
        return " ".join(head), tuple(sorted({_bare(word) for word in rest}))
    return None


def _find(words: list[str], sought: tuple[str, ...]) -> int | None:
    """Where words stand among others, the last time; None where they do not."""
    if sought[0] not in words:
        return None
    for at in range(len(words) - len(sought), -1, -1):
        if tuple(words[at : at + len(sought)]) == sought:
            return at
    return None


def _read_office(name: str, words: list[str], also: str | None) -> ThingKey:
    """``First Secretary of the Leningrad obkom``, ``Gosplan chairman``: the role, and where."""
    role, of, body = re.sub(r"\s+", " ", name.strip()).partition(" of ")
    left, _ = _even(_split(role))
    if of and left and left[-1] in _ROLES:
        right, _ = _even(_split(body))
    elif words and words[-1] in _ROLES:
        at = len(words) - 1
        while at and words[at - 1] in _BEFORE_ROLE:
            at -= 1
        left, right = words[at:], words[:at]
    else:
        place = next((at for at, word in enumerate(words[:3]) if word in _ROLES), None)
        if place is None:
            return ThingKey(" ".join(words), also=also)
        left, right = words[: place + 1], words[place + 1 :]
    taken = _take_head(body if of and right else " ".join(right), right)
    where = tuple(sorted({*taken[0].split(" "), *taken[1]} if taken else set(right)))
    role_key = " ".join(left)
    return ThingKey(_join(role_key, where), role_key, where, _BARE_OFFICE.issuperset(where), also)


def _read_place(name: str) -> ThingKey:
    """``Borovichi, Novgorod Governorate``: the place, and the words that tell where it lies."""
    plain = _BEFORE.sub("", re.sub(r"[()\[\]]", ",", name.strip()))
    first, *further = [part for part in _PARTS_OF_PLACE.split(plain) if part] or [""]
    words = _split(first)
    if len(words) > 2 and words[-1] in _CLOSE:  # Borovichi Novgorod province
        words, further = words[:-2], [" ".join(words[-2:]), *further]
    head, also = _even(words)
    tells = set[str]()
    for part in further:
        own, _ = _even([word for word in _split(part) if word not in _REGIONS])
        if own and " ".join(own) not in _STATES:
            tells |= {_bare(word) for word in own}
    if len(head) > 1 and head[-1] in _REGIONS and "а" <= first[0].lower() <= "я":
        # a region by its adjective: Тамбовской области, Тамбовская область
        head = [*(_bare(word) for word in head[:-1]), _REGION_FORMS.get(head[-1], head[-1])]
    tells -= set(head)
    told = tuple(sorted(tells))
    whole = " ".join(head)
    return ThingKey(_join(whole, told) if told else whole, whole, told, not told, also)


def _phrases(names: list[str]) -> list[tuple[str, ...]]:
    return [tuple(_split(name)) for name in names]


_HEADS = sorted(_phrases(_THINGS["bodies"]["heads"]), key=len, reverse=True)
_HEADS_BY_END = {end: [head for head in _HEADS if head[-1] == end] for end in {head[-1] for head in _HEADS}}
_LEVELS = frozenset(_phrases(_THINGS["bodies"]["levels"]))
_PARTY = _phrases(_THINGS["bodies"]["party"])
_BARE_BODY = frozenset(_split(" ".join(_THINGS["bodies"]["bare"])))
_BARE_OFFICE = frozenset(_split(" ".join(_THINGS["offices"]["bare"])))
_ROLES = frozenset(_split(" ".join(_THINGS["offices"]["roles"])))
_PARTS_OF_PLACE = re.compile(r"\s*,\s*(?:in (?:the )?)?|\s+(?:in the|near)\s+")
_BEFORE_ROLE = frozenset(_split(" ".join(_THINGS["offices"]["before"])))
_COUNTS = frozenset(_split(" ".join(_THINGS["awards"]["counts"])))
_PLURALS = {to_skeleton(many): to_skeleton(one) for many, one in _THINGS["awards"]["plurals"].items()}
_REGIONS = frozenset(_split(" ".join(_PLACES["regions"]["words"])))
_REGION_FORMS = {
    form: to_skeleton(forms[0]) for forms in _PLACES["regions"]["forms"] for form in _split(" ".join(forms))
}
_CLOSE = frozenset(_split(" ".join(_PLACES["regions"]["close"])))
_STATES = frozenset(" ".join(_even(_split(state))[0]) for state in _PLACES["regions"]["states"])
_BEFORE = re.compile(
    r"^(?:the )?(?:"
    + "|".join(re.escape(word) for word in sorted(_PLACES["before"]["words"], key=len, reverse=True))
    + r")\s+",
    re.IGNORECASE,
)
