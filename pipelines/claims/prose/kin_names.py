"""The names that stand with a word of kinship: right behind it, behind ``was``, in a list, or before it."""

from pipelines.claims import lexicon
from pipelines.claims.prose.kinds import is_head
from pipelines.claims.prose.tokens import BRACKET, DATE, MARK, NAME, WORD, Unit, index_of

INVERSE = {
    "child": "parent",
    "parent": "child",
    "spouse": "spouse",
    "sibling": "sibling",
    "in_law": "in_law",
    "other": "other",
}
"""What the one is to the other, where the other is this to the one."""

BETWEEN = {
    "younger",
    "elder",
    "older",
    "eldest",
    "oldest",
    "youngest",
    "first",
    "second",
    "third",
    "only",
    "late",
    "former",
    "future",
    "beloved",
    "twin",
    "adopted",
    "adoptive",
    "foster",
    "maternal",
    "paternal",
    "own",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "surviving",
    "illegitimate",
    "estranged",
    "natural",
    "legitimate",
    "bastard",
    "widowed",
    "ex",
}


_SKIP = {",", ":", "—", "–", "a", "the", "named", "called", "born", "née"}


def named_before(units: list[Unit], place: int) -> Unit | None:
    """``Mary, his wife of forty years``: the name before the comma, where no other name follows the word."""
    at = place - 1
    while at > 0 and units[at].kind == WORD and units[at].lower in BETWEEN:
        at -= 1
    if at < 2 or units[at].lower not in ("his", "her") or units[at - 1].lower != "," or units[at - 2].kind != NAME:
        return None
    following = units[place + 1] if place + 1 < len(units) else None
    closes = following is None or following.lower in (",", ".", "of", "and", "from", "since")
    return units[at - 2] if closes and not names_after(units, place, plural=False) else None


def names_after(units: list[Unit], place: int, *, plural: bool) -> list[Unit]:
    """The names a kin word introduces: one, or a list after a plural."""
    at = place + 1
    steps = 0
    while at < len(units) and units[at].lower in _SKIP and units[at].kind != NAME and steps < 2:
        at += 1
        steps += 1
    is_apposed = steps == 2 and units[place + 1].lower == "," and units[place + 2].lower == "the"
    if is_apposed or (steps == 1 and units[place + 1].lower == "the"):  # "his brother the painter Karl Holm"
        skipped = at
        while skipped < len(units) and units[skipped].kind == WORD and skipped - at < 3:
            skipped += 1
        is_calling = any(is_head(units[skipped - 1].lower, key) for key in ("job", "occupation", "office", "title"))
        if skipped > at and skipped < len(units) and units[skipped].kind == NAME and (is_apposed or is_calling):
            return [units[skipped]]
    if steps < 2 and at < len(units) and units[at].kind == WORD and units[at].lower in _ARE:
        return _named_by_verb(units, at + 1, plural=plural)
    if plural and units[at : at + 1] and units[at].lower == "together":
        at += 2
    found: list[Unit] = []
    while at < len(units):
        unit = units[at]
        if unit.kind == NAME:
            found.append(unit)
            at += 1
            if at < len(units) and units[at].kind == BRACKET:
                at += 1
            if not plural:
                break
            if at < len(units) and units[at].lower in (",", "and"):
                while at < len(units) and units[at].lower in (",", "and"):
                    at += 1
                if at < len(units) and units[at].kind != NAME:
                    at = _after_aside(units, at)
                continue
        break
    if steps and units[place + 1].lower == "," and not plural and found:
        # "his wife, Zinaida, …" names her; "his wife, Moscow said" would not be closed by a comma
        after = index_of(units, found[0]) + 1
        if (
            after < len(units)
            and units[after].kind not in (MARK, BRACKET)
            and units[after].lower not in ("and", "in", "on")
        ):
            return []
    return found


_ARE = {"was", "is", "were", "are", "include", "included", "being"}


def _named_by_verb(units: list[Unit], at: int, *, plural: bool) -> list[Unit]:
    """``his mother was Karen Moe`` · ``his son is the composer Finn Holm`` · ``their children were Liv and Per``."""
    if plural and at + 1 < len(units) and units[at].lower == "the":
        return _named_with_article(units, at)
    if at + 1 < len(units) and units[at].lower == "the" and not plural:
        at += 1
        while (
            at < len(units)
            and units[at].kind == WORD
            and (units[at].lower not in _NOT_BESIDE or _joins_callings(units, at))
        ):
            at += 1
    if at >= len(units) or units[at].kind != NAME or units[at].opens:
        return []
    if not plural:
        return [units[at]] if len(units[at].lower.split()) > 1 else []
    found = [units[at]]
    is_dated = at + 1 < len(units) and units[at + 1].kind == BRACKET
    while at + 2 < len(units):
        if units[at + 1].kind == BRACKET:
            at += 1
            continue
        if units[at + 1].lower == "," and units[at + 2].lower in ("a", "an", "the", "born", "b"):
            behind = _after_aside(units, at + 2)
            if behind < len(units) and units[behind].kind == NAME:
                at = behind  # "John Ellery, a miller, and Ann Roe"
                found.append(units[at])
                continue
            break
        skipped = 2 if units[at + 1].lower == "," and units[at + 2].lower == "and" else 1
        if units[at + 1].lower not in (",", "and") or at + skipped + 1 > len(units) - 1:
            break
        if units[at + skipped + 1].kind != NAME:
            break
        at += skipped + 1
        found.append(units[at])
    return found if len(found) > 1 or is_dated else []


def _joins_callings(units: list[Unit], at: int) -> bool:
    """``was the lawyer and politician Karl Lund``: callings before the one name."""
    behind = [unit.kind for unit in units[at + 1 : at + 3]]
    return units[at].lower == "and" and units[at - 1].kind == WORD and behind == [WORD, NAME]


def _named_with_article(units: list[Unit], at: int) -> list[Unit]:
    """``included the poet Jane Ellery and the banker Tom Ellery``: full names, each with its article and calling."""
    found: list[Unit] = []
    while at < len(units) and (units[at].kind == NAME or units[at].lower in (",", "and", "the") or len(found) < 6):
        if units[at].kind == NAME and len(units[at].lower.split()) > 1 and units[at - 1].kind == WORD:
            found.append(units[at])
        elif units[at].kind not in (WORD, MARK, BRACKET, NAME) or units[at].lower in (_NOT_BESIDE | {"."}) - {"and"}:
            break
        at += 1
    return found


_NOT_BESIDE = {"of", "in", "at", "for", "to", "who", "from", "with", "by", "and", "first", "only"}


def _after_aside(units: list[Unit], at: int) -> int:
    """``Marit (born 1983), who is also a skier, and Jon``: where the list goes on, else the end of the sentence."""
    if units[at].lower not in ("who", "a", "an", "the", "later", "now", "born"):
        return len(units)
    for place in range(at, min(len(units) - 2, at + 16)):
        if units[place].kind == MARK and units[place].lower in ";:":
            break
        if units[place].lower == "," and units[place + 1].lower == "and" and units[place + 2].kind == NAME:
            return place + 2
    return len(units)


def behind_opening_date(units: list[Unit]) -> int:
    """The place behind a date that opens the sentence (``In 1920,``); the first where none does."""
    at = 1 if units[0].lower in ("in", "on", "about", "around") else 0
    if at + 2 >= len(units) or units[at].kind != DATE:
        return 0
    return at + 2 if units[at + 1].lower == "," else at + 1


def is_kin_of_kin(units: list[Unit], place: int, kin: dict[str, str]) -> bool:
    """``her husband's first wife``, ``his mother's brother``: the kin of somebody who is not named."""
    at = next((n for n in range(place - 1, max(0, place - 4), -1) if units[n].lower in ("'s", "’s")), 0)
    return at > 0 and units[at - 1].kind == WORD and units[at - 1].lower in kin


def is_of_calling(units: list[Unit], place: int) -> bool:
    """``Geertruyt, a baker's daughter``: behind a name and a comma, the relative of somebody told by his calling."""
    if place < 5 or units[place - 1].lower not in ("'s", "’s") or units[place - 2].kind != WORD:
        return False
    before = [unit.lower for unit in units[place - 4 : place - 2]]
    is_job = any(units[place - 2].lower in lexicon.words("heads", key) for key in ("job", "occupation", "office"))
    return is_job and before[0] == "," and before[1] in ("a", "an", "the") and units[place - 5].kind == NAME
