"""Who is named on a page: every form of each person's name, so that a surname or a pronoun finds its bearer.

Nobody is merged across pages here, and no name is completed from anywhere but the page.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from pipelines.claims import lexicon
from pipelines.claims.prose.tokens import NAME, Unit
from pipelines.claims.statement import Span

_PATRONYMIC = re.compile(r"(?:ovich|evich|yevich|ich|ovna|evna|ichna|yevna|ович|евич|овна|евна)$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")


@cache
def _given(gender: str) -> frozenset[str]:
    return frozenset(lexicon.load("given_names")[gender].split())


def _in_full(word: str) -> str:
    """A word of a name without its full stop, an abbreviation as the word it stands for: ``EXETER COLL.``."""
    if not word.endswith("."):
        return word
    bare = word[:-1]
    return bare if bare in _titles() else str(lexicon.load("abbreviations")["words"].get(bare, bare))


@cache
def _titles() -> frozenset[str]:
    return lexicon.words("words", "titles") | lexicon.words("abbreviations", "titles")


def gender_of(first: str) -> str | None:
    """``m`` or ``f`` where a given name tells; null where it does not."""
    lowered = first.lower()
    if lowered in _given("female"):
        return "f"
    return "m" if lowered in _given("male") else None


def bare_name(text: str, unit: Unit) -> Span | None:
    """The person's name inside a capitalised run, without the titles and offices before it; null where none is left.

    ``Soviet Premier Alexei Kosygin`` gives ``Alexei Kosygin``; ``Leningrad Regional Committee`` gives nothing.
    """
    words = list(_WORD.finditer(text, unit.start, unit.end))
    titles = _titles()
    not_person = lexicon.words("words", "not_person")
    place = 0
    lowered = [_in_full(match.group().lower()) for match in words]
    while place < len(words) and (lowered[place] in titles or lowered[place] in not_person):
        place += 1
    if len(words) - place > 2 and lowered[place] in lexicon.words("heads", "job"):
        place += 1  # "Merchant Hans Brandt"
    rest = lowered[place:]
    if (
        not rest
        or len(rest) > 6
        or (rest[-1] in not_person and len(rest) > 1)
        or any(word in not_person and word not in titles for word in rest)
    ):
        return None
    while len(rest) > 1 and not words[place].group().isupper() and _is_suffix(words[-1].group()):
        words, rest = words[:-1], rest[:-1]
    start = words[place].start()
    if words[-1].end() < unit.end and words[-1] is not None and len(rest) < len(lowered[place:]):
        return Span(start, words[-1].end())
    # "May", "Great Patriotic" and other capitalised words that are no name are told by what follows them, not here
    return Span(start, unit.end)


def _is_suffix(word: str) -> bool:
    """Whether a word is letters after a name: ``OBE``, ``SJ``; no numeral of a king."""
    return (word.isupper() and 1 < len(word) <= 5 and not _NUMERAL.fullmatch(word)) or _FELLOW.fullmatch(
        word
    ) is not None


_FELLOW = re.compile(r"F[A-Z][A-Za-z]{2,6}|[DMB]Sc|Ph\.?D\.?")
_NUMERAL = re.compile(r"[IVXL]+")


@dataclass(slots=True)
class Person:
    """One person of the page: the name the page's claims use, the forms seen, and the gender as far as told."""

    name: str
    words: list[str]
    gender: str | None = None
    is_subject: bool = False
    mentions: int = 0
    first_at: int = 0
    aliases: list[list[str]] = field(default_factory=list)


@dataclass(slots=True)
class People:
    """Everyone a page names."""

    subject: Person
    persons: list[Person] = field(default_factory=list)
    by_word: dict[str, list[Person]] = field(default_factory=dict)
    exact: dict[str, Person] = field(default_factory=dict)
    found: dict[str, Person | None] = field(default_factory=dict)
    bare: dict[int, Span | None] = field(default_factory=dict)

    def add(self, words: str, person: Person) -> None:
        """Make a person known by these words and by each word of the name."""
        self.exact[words] = person
        for word in person.words:
            self.by_word.setdefault(word.lower(), []).append(person)
        self.found.clear()

    def find(self, words: str) -> Person | None:
        """The person these words name: the exact form, else the one (or the page's subject) they can stand for."""
        if words not in self.found:
            self.found[words] = self._find(words)
        return self.found[words]

    def _find(self, words: str) -> Person | None:
        found = self.exact.get(words)
        if found is not None:
            return found
        parts = _words_of(words)
        if not parts:
            return None
        if _can_be(parts, self.subject):
            return self.subject
        fitting = [person for person in self.by_word.get(parts[-1].lower(), ()) if _is_short_for(parts, person.words)]
        if len(fitting) == 1:
            return fitting[0]
        if len(fitting) > 1 and len(parts) == 1:
            by_first = [person for person in fitting if person.words[0].lower() == parts[0].lower()]
            return by_first[0] if len(by_first) == 1 else None
        return None

    def is_person_word(self, word: str) -> bool:
        """Whether a single word is a part of somebody's name on this page."""
        return word.lower() in self.by_word or word.lower() in (w.lower() for w in self.subject.words)


def _words_of(name: str) -> list[str]:
    return [match.group().rstrip(".") for match in _WORD.finditer(name)]


def _is_short_for(short: list[str], full: list[str]) -> bool:
    """Whether every word of the short form stands in the full one in order, initials for their words."""
    place = 0
    for word in short:
        while place < len(full):
            other = full[place]
            place += 1
            if other.lower() == word.lower() or (len(word) == 1 and other.lower().startswith(word.lower())):
                break
        else:
            return False
    return True


def _can_be(parts: list[str], subject: Person) -> bool:
    """Whether a name can be the page's subject: its words, in any of the usual spellings of the given name."""
    own = [word.lower() for word in subject.words]
    lowered = [to_latin(part.lower()) for part in parts]
    if not own:
        return False
    for alias in subject.aliases:
        if lowered == alias or (lowered[-1] == alias[-1] and all(word in alias or word in own for word in lowered)):
            return True
    if len(lowered) > 1 and lowered[-1] != own[-1] and _alike(lowered[0], own[-1]):
        lowered = [*lowered[1:], own[-1]]  # "KUZNETSOV Alexey": the surname first
    elif lowered[-1] != own[-1] and parts[-1][0] > "\u0400" and _alike(lowered[-1], own[-1]):
        lowered[-1] = own[-1]
    if lowered == [own[-1]] or lowered == own:
        return True
    if len(lowered) == 1 and lowered[0] in own[-1].split("-"):
        return True  # "Rudenko" for Volodymyr Rudenko-Halahan
    if all(word in own for word in lowered) and any(len(word) > 1 for word in lowered):
        return True  # "Quiñones" for Pedro Quiñones de Arce, "Mao" for Mao Zedong, "Elena" for Elena Vasilache
    if lowered[-1] != own[-1]:
        # mononyms and regnal names: "Leonardo", "Catherine", "Elizabeth I" for Catherine the Great
        return len(lowered) <= 2 and lowered[0] == own[0] and all(w in own for w in lowered)
    for given in lowered[:-1]:
        if given in own or any(_alike(given, word) for word in own[:-1]):
            continue
        return False
    return True


_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
"""Russian letters as English texts write them (BGN/PCGN, without its rarer signs)."""


def to_latin(word: str) -> str:
    """A lower-case Cyrillic word in Latin letters; any other word as it is."""
    return "".join(_LATIN.get(letter, letter) for letter in word)


def _alike(one: str, other: str) -> bool:
    """Two spellings of one given name or patronymic: an initial, or the same consonants (Alexey, Aleksei)."""
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return _skeleton(one) == _skeleton(other)


def _skeleton(word: str) -> str:
    plain = word.replace("x", "ks").replace("ck", "k").replace("c", "k").replace("ph", "f").replace("w", "v")
    return "".join(letter for letter in plain if letter not in "aeiouyj'’")


def find_people(
    text: str,
    subject: str,
    lead_name: str | None,
    units: Iterable[tuple[Unit, Unit | None]],
    aliases: Iterable[str] = (),
) -> People:
    """Everyone named in the units of a page (each with the unit before it).

    ``lead_name`` is the subject's full name, ``aliases`` the other names the subject goes by.
    """
    own = Person(subject, _merge(_words_of(_without_note(subject)), _words_of(lead_name or "")), is_subject=True)
    own.aliases = [folded for name in aliases if (folded := [part.lower() for part in _words_of(name)])]
    people = People(own)
    own.gender = gender_of(own.words[0]) if own.words else None
    seen: dict[str, int] = {}
    first_at: dict[str, int] = {}
    placed: set[str] = set()
    not_places = lexicon.words("words", "place_prepositions")
    for unit, before in units:
        if unit.kind != NAME:
            continue
        span = people.bare[unit.start] = bare_name(text, unit)
        if span is None:
            continue
        words = text[span.start : span.end]
        is_given = " " in words and gender_of(words.split()[0]) is not None
        if before is not None and before.lower in not_places and span.start == unit.start and not is_given:
            placed.add(words)
            continue
        if before is not None and before.lower == "the" and span.start == unit.start:
            continue
        seen[words] = seen.get(words, 0) + 1
        first_at.setdefault(words, span.start)
    for words in sorted(seen, key=lambda name: (-len(_words_of(name)), first_at[name])):
        parts = _words_of(words)
        if not parts or _can_be(parts, own):
            own.mentions += seen[words]
            continue
        if len(parts) < 2 and gender_of(parts[0]) is None:
            continue
        if words in placed and gender_of(parts[0]) is None:
            continue
        candidates = people.by_word.get(parts[-1].lower(), ())
        fuller = [person for person in candidates if _is_short_for(parts, person.words)]
        if fuller:
            fuller[0].mentions += seen[words]
            if len(fuller) == 1:
                people.exact[words] = fuller[0]
            continue
        person = Person(words, parts, _told_gender(parts), False, seen[words], first_at[words])
        people.persons.append(person)
        people.exact[words] = person
        for part in parts:
            people.by_word.setdefault(part.lower(), []).append(person)
    return people


def _merge(title: list[str], lead: list[str]) -> list[str]:
    """The words of the title and the full name together, in the order of the longer."""
    longer, shorter = (lead, title) if len(lead) >= len(title) else (title, lead)
    merged = list(longer)
    have = {word.lower() for word in merged}
    for word in shorter:
        if word.lower() not in have:
            merged.insert(max(len(merged) - 1, 0), word)
    if title and merged and title[-1].lower() in have and merged[-1].lower() != title[-1].lower():
        merged.remove(next(word for word in merged if word.lower() == title[-1].lower()))
        merged.append(title[-1])
    return merged


def _without_note(title: str) -> str:
    return title.split(" (")[0]


def _told_gender(parts: list[str]) -> str | None:
    told = gender_of(parts[0])
    if told is None and len(parts) > 1:
        for part in parts[1:]:
            if _PATRONYMIC.search(part):
                return "f" if part.lower().endswith(("na", "на")) else "m"
    return told
