"""Parents named with a birth: ``the son of the merchant X and his wife Y``, ``born to X and Y``, ``children of X``."""

from pipelines.claims import lexicon
from pipelines.claims.figures import to_number
from pipelines.claims.prose.kin_names import INVERSE
from pipelines.claims.prose.kinds import is_head
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import BRACKET, MARK, NAME, NUMBER, WORD, Unit, index_of
from pipelines.claims.prose.verbs import PAST, known_forms
from pipelines.claims.statement import Part, Span, Statement

_CHILD = {"son", "daughter", "child", "children", "sons", "daughters"}
_BEFORE = {
    "the", "a", "an", "only", "eldest", "elder", "younger", "youngest", "second", "first", "third", "fourth",
    "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "illegitimate", "one", "of", "surviving", "twin",
    "last", "natural", "oldest", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen",
}  # fmt: skip
_AFTER_NAME = {
    "and",
    "who",
    "in",
    "of",
    "on",
    "at",
    "by",
    "from",
    "was",
    "had",
    "with",
    "a",
    "the",
    "as",
    "whose",
    "née",
    "nee",
}
_SPOUSE = {"wife", "husband"}
_INSIDE = {
    "former",
    "née",
    "second",
    "first",
    "third",
    "late",
    "the",
    "a",
    "an",
    "his",
    "wife",
    "and",
    "wealthy",
    "local",
    "peasant",
    "peasants",
    "merchant",
    "physician",
}


def read_parents(discourse: Discourse, units: list[Unit], subject: list[Who]) -> list[Statement]:
    """The parents a sentence gives its subject beside the birth; at most two, joined by ``and``."""
    if len(subject) != 1:
        return []
    made: list[Statement] = _fronted_kin(discourse, units, subject[0])
    for place, unit in enumerate(units):
        if unit.kind != WORD:
            continue
        if unit.lower in _CHILD and _follows_comma(units, place) and place + 1 < len(units):
            if (
                units[place + 1].lower != "of"
                or _is_of_other_sex(unit, subject[0])
                or _is_of_parent(units, place, made)
            ):
                continue
            start = place + 2
        elif unit.lower == "to" and _after_born(units, place):
            start = place + 1
        else:
            continue
        unnamed = _unnamed_parent(discourse, units, place, start, subject[0])
        if unnamed is not None:
            made.append(unnamed)
            held = unnamed.first("object")
            after = (
                next((at for at, each in enumerate(units) if held and held.span and each.end == held.span.end), -2) + 1
            )
            if 0 < after < len(units) - 1 and units[after].lower == "and":
                other = _unnamed_parent(discourse, units, place, after + 1, subject[0])
                made += [other] if other is not None else []
                if units[after + 1].lower in ("his", "her") and units[after + 2 : after + 4]:
                    start = after + 1  # "of a railway guard and his wife Eliza"
                    made += _named_parents(discourse, units, unit, start, subject[0])
            continue
        told = _named_parents(discourse, units, unit, start, subject[0])
        if len(told) == 1:
            told += _by_his_wife(discourse, units, unit, start, subject[0])
        made += told or _named_behind(discourse, units, unit, start, subject[0])
    return made


def _named_parents(discourse: Discourse, units: list[Unit], unit: Unit, start: int, own: Who) -> list[Statement]:
    """The parents named from a place on, at most two."""
    made: list[Statement] = []
    for name in _two_names(units, start):
        after = units[index_of(units, name) + 1] if index_of(units, name) + 1 < len(units) else None
        if after is not None and after.kind == WORD and after.lower not in _AFTER_NAME:
            break  # "the son of a Lincoln tanner" names a town
        parent = _by_place(discourse, units, name) or discourse.resolve_name(name)
        if parent is None and made and units[index_of(units, name) - 1].lower in ("and", ",", "wife"):
            parent = discourse.resolve_owner(name)  # "to Ganesh Deshpande, a sub-judge, and Radhabai"
        if parent is None or parent.span is None:
            break
        at = parent.span
        words = discourse.text[at.start : at.end]
        if parent.name == own.name:
            if len(words.split()) < 2 or words in (own.name, discourse.people.subject.name):
                break
            parent = Who(words, None, at)  # "Wilhelm Holm", father of Anton Wilhelm Holm
        if len(words.split()) < 2 and name.start - unit.end > 40 and not made:
            break
        who = own.shared()
        parts = (
            Part("trigger", Span(unit.start, unit.end)),
            *who.parts(discourse.text),
            Part("object", at, None, parent.name if parent.name != words else None),
        )
        quote = Span(min(unit.start, at.start), at.end)
        if own.person is not None and own.person.is_subject:
            discourse.parents.add(parent.name)
        made.append(
            Statement("kinship", who.name, quote, parts, "prose.parents", round(0.92 + who.sure, 3), subtype="parent")
        )
    return made


def _named_behind(discourse: Discourse, units: list[Unit], unit: Unit, start: int, own: Who) -> list[Statement]:
    """``daughters of a professor of law at Kiev, Ivan Ruzsky``: the parent named behind what he was."""
    if start >= len(units) or units[start].lower not in ("a", "an", "the"):
        return []
    for at in range(start + 2, min(len(units) - 1, start + 14)):
        following = units[at + 2] if at + 2 < len(units) else None
        closes = following is None or following.lower in (",", ".", ";", "and")
        is_full = units[at + 1].kind == NAME and len(units[at + 1].lower.split()) > 1
        if units[at].lower == "," and is_full and closes:
            parent = discourse.resolve_name(units[at + 1])
            if parent is None or parent.span is None or parent.name == own.name:
                return []
            shared = own.shared()
            parts = (
                Part("trigger", Span(unit.start, unit.end)),
                *shared.parts(discourse.text),
                Part("object", parent.span),
            )
            quote = Span(unit.start, parent.span.end)
            confidence = round(0.87 + shared.sure, 3)
            return [Statement("kinship", shared.name, quote, parts, "prose.parents", confidence, subtype="parent")]
    return []


def _by_his_wife(discourse: Discourse, units: list[Unit], unit: Unit, start: int, own: Who) -> list[Statement]:
    """The mother of ``son of Sir Ralph Vane, of Lisle, by his second wife Sophia``."""
    for at in range(start + 1, min(len(units) - 3, start + 18)):
        if [units[at - 1].lower, units[at].lower] == [",", "by"] and units[at + 1].kind == NAME:
            behind = [each.lower for each in units[at + 2 : at + 6]]  # "…, a mercer, by Margaret, daughter of"
            is_wife = behind[:1] == [","] and any(word in ("daughter", "widow", "heiress") for word in behind)
            return _named_parents(discourse, units, unit, at + 1, own)[:1] if is_wife else []
        if units[at].lower == "by" and units[at + 1].lower == "his":
            wife = next((n for n in range(at + 2, at + 5) if n < len(units) and units[n].lower == "wife"), None)
            if wife is None:
                return []
            named = next((n for n in range(wife + 1, wife + 3) if n < len(units) and units[n].kind == NAME), None)
            return _named_parents(discourse, units, unit, named, own)[:1] if named is not None else []
    return []


def _by_place(discourse: Discourse, units: list[Unit], name: Unit) -> Who | None:
    """``Boleslava of Chernigov``: a given name told apart by a place is the whole name."""
    at = index_of(units, name)
    if at + 2 >= len(units) or units[at + 1].lower != "of" or units[at + 2].kind != NAME:
        return None
    span = Span(name.start, units[at + 2].end)
    words = discourse.text[span.start : span.end]
    found = discourse.people.find(discourse.text[name.start : name.end])
    return Who(found.name if found is not None else words, found, span)


def _unnamed_parent(discourse: Discourse, units: list[Unit], place: int, start: int, who: Who) -> Statement | None:
    """``the third son of a notary`` · ``born to a tram conductor``: the words are all that is said of the parent."""
    if start + 1 >= len(units) or units[start].lower not in ("a", "an"):
        return None
    end = start + 1
    while end < len(units) and end - start < 8 and _in_unnamed(units, end):
        end += 1
    words = units[start + 1 : end]
    if not words:
        return None
    last = words[-1].lower
    known = any(is_head(last, key) for key in ("job", "occupation", "office", "rank"))
    if not known and (last in _NO_PARENT or last.endswith(("ly", "ing", "ed"))):
        return None
    following = units[end : end + 8]
    for at, unit in enumerate(following[:-1]):
        if unit.lower == "and":
            break
        if unit.kind == MARK:
            if unit.lower == "," and following[at + 1].kind == NAME and not _is_same(discourse, following[at + 1], who):
                return None  # "a foreman of the Morozov mills, Karl Lindgren": he is named
            break
    if following and following[0].kind == NAME:
        return None
    own = who.shared()
    span = Span(words[0].start, words[-1].end)
    parts = (
        Part("trigger", Span(units[place].start, units[place].end)),
        *own.parts(discourse.text),
        Part("object", span),
    )
    quote = Span(units[place].start, span.end)
    return Statement(
        "kinship", own.name, quote, parts, "prose.unnamed_parent", round(0.88 + own.sure, 3), subtype="parent"
    )


def _fronted_kin(discourse: Discourse, units: list[Unit], who: Who) -> list[Statement]:
    """``A granddaughter of King Edwin, she took the veil``: what the sentence's subject is to the one named."""
    kin: dict[str, str] = lexicon.load("heads")["kin"]
    at = 0
    while at < min(6, len(units)) and units[at].kind == WORD and units[at].lower in _BEFORE | {"great"}:
        at += 1
    if not at < len(units) - 2 or units[at].lower not in kin or units[at + 1].lower != "of":
        return []
    subtype = INVERSE.get(kin[units[at].lower].split()[0], "other")
    if subtype == "parent" or units[at].lower in _CHILD:
        return []
    name = next((unit for unit in units[at + 2 : at + 6] if unit.kind == NAME), None)
    other = discourse.resolve_name(name) if name is not None else None
    if other is None or other.span is None or other.name == who.name:
        return []
    own = who.shared()
    words = discourse.text[other.span.start : other.span.end]
    parts = (
        Part("trigger", Span(units[at].start, units[at].end)), *own.parts(discourse.text),
        Part("object", other.span, None, other.name if other.name != words else None),
    )  # fmt: skip
    quote = Span(units[at].start, other.span.end)
    return [
        Statement("kinship", own.name, quote, parts, "prose.kin_fronted", round(0.88 + own.sure, 3), subtype=subtype)
    ]


def _is_of_parent(units: list[Unit], place: int, made: list[Statement]) -> bool:
    """``son of Donnchadh and Onóra, daughter of Tadhg``: the words are said of the parent named right before them."""
    if place < 2 or units[place - 1].lower != "," or units[place - 2].kind != NAME:
        return False
    named = units[place - 2]
    parents = [held.span for each in made if (held := each.first("object")) is not None and held.span is not None]
    return any(named.start < span.end and span.start < named.end for span in parents)


def _is_of_other_sex(unit: Unit, who: Who) -> bool:
    """Whether ``daughter`` or ``son`` can only be said of somebody else: of the wife named before it."""
    gender = who.person.gender if who.person is not None else None
    return (unit.lower == "daughter" and gender == "m") or (unit.lower == "son" and gender == "f")


def _is_same(discourse: Discourse, unit: Unit, who: Who) -> bool:
    """Whether a name is the sentence's subject: ``The son of a vicar, Wik was enrolled``."""
    found = discourse.name_in(unit)
    return found is not None and found[0] is not None and found[0] is who.person


def _in_unnamed(units: list[Unit], at: int) -> bool:
    """Whether a word goes on with an unnamed parent's calling; a name only before it: ``a Lincoln tanner``."""
    if units[at].kind == WORD:
        return units[at].lower not in _ENDS_PARENT
    following = units[at + 1] if at + 1 < len(units) else None
    return (
        units[at].kind == NAME and following is not None and following.kind == WORD
        and following.lower not in _ENDS_PARENT and following.lower not in ("'s", "’s")
    )  # fmt: skip


_NO_PARENT = {
    "family",
    "marriage",
    "house",
    "home",
    "line",
    "union",
    "relationship",
    "dynasty",
    "couple",
    "large",
    "mother",
}
_ENDS_PARENT = {"and", "who", "in", "of", "at", "from", "was", "had", "with", "by", "whose", "on", "he", "she", "when"}


def _after_born(units: list[Unit], place: int) -> bool:
    """Whether ``to`` belongs to ``born``: right after it, or after its place and date."""
    for unit in reversed(units[max(0, place - 12) : place]):
        if unit.lower == "born":
            return True
        if unit.kind == WORD and unit.lower not in _OF_A_BIRTH:
            return False
    return False


_OF_A_BIRTH = {"in", "on", "at", "near", "the", "of", "and", "then", "now", "part", "today", "present-day", "modern"}
"""Words of the place and date of a birth: ``born in Lwów, then part of Austria-Hungary, to``."""


def _follows_comma(units: list[Unit], place: int) -> bool:
    """Whether the word stands in an apposition to the sentence's subject, not to a name right before the comma."""
    at = place - 1
    while at >= 0 and (
        units[at].lower in _BEFORE or (units[at].kind == WORD and to_number(units[at].lower.split("-")[0]))
    ):
        at -= 1
    if at < 0:
        return True
    if units[at].lower == "," and [unit.lower for unit in units[at + 1 : at + 3]] == ["one", "of"]:
        return at < 3  # "Holm, one of the twenty-three children of Karl Holm"
    if units[at].kind == MARK and units[at].lower == ",":
        is_placed = at > 1 and units[at - 1].kind == NAME and units[at - 2].lower in ("in", "at", "near", "from")
        is_born = any(unit.lower in ("born", "baptised", "baptized") for unit in units[:at])
        return at > 0 and (is_born or is_placed)  # "spent her childhood in Valmiera, the daughter of a surveyor"
    return units[at].lower in ("as", "was", "born", "is") and units[at].kind == WORD


def _two_names(units: list[Unit], start: int) -> list[Unit]:
    found: list[Unit] = []
    at = start
    while at < len(units) and at - start < 18 and len(found) < 2:
        unit = units[at]
        if unit.kind == NAME and not found and _is_creed_of_calling(units, at):
            at += 1  # "born to Methodist minister Samuel Tate"
        elif unit.kind == NAME and found and _opens_calling(units, at) and _in_aside(units, start, at):
            pass  # "Nilakanta Sastry, a Sanskrit scholar, and Seshammal"
        elif unit.kind == NAME:
            found.append(unit)
        elif unit.kind == BRACKET or unit.kind == NUMBER:
            pass
        elif unit.lower == "of" and at and units[at - 1].kind == NAME and at + 1 < len(units):
            at += 1  # "Vladimir of Halych"
        elif unit.lower == "." and found and units[at + 1 : at + 2] and units[at + 1].lower == "and":
            pass  # "Adriaen Jeronimusz. and Machtelt Claes"
        elif unit.lower == "of" and found and units[at - 1].lower == "and" and units[at + 1 : at + 2]:
            pass  # "son of the surveyor Giacomo Holm and of Dolores Duarte"
        elif unit.kind == WORD and found and units[at - 1].lower == "and" and _is_past(unit.lower):
            break  # "son of Hugh Holm, and was taught by Karl Lund"
        elif unit.kind == MARK and unit.lower == ",":
            if not found:
                break
            # "Ernst Weiss, a bookseller, and his wife Johanna": the aside closes before the second name
            if not any(later.lower == "and" for later in units[at : at + 10]) and units[at - 1].lower not in _SPOUSE:
                break
        elif (
            unit.kind == WORD and found and unit.lower not in _INSIDE and not _in_aside(units, start, at)
        ) or unit.kind != WORD:
            break
        at += 1
    return found


def _is_past(word: str) -> bool:
    return word in ("was", "were", "had") or PAST in known_forms().get(word, frozenset())


def _is_creed_of_calling(units: list[Unit], at: int) -> bool:
    """Whether a capitalised word only says what calling the one named behind it had."""
    behind = units[at + 1 : at + 3]
    return (
        len(behind) == 2 and behind[0].kind == WORD and behind[1].kind == NAME
        and any(is_head(behind[0].lower, key) for key in ("job", "office", "occupation"))
    )  # fmt: skip


def _opens_calling(units: list[Unit], at: int) -> bool:
    """``a Sanskrit scholar`` · ``a miller and Methodist lay preacher``: a name that is part of a calling."""
    behind = [unit.lower for unit in units[at + 1 : at + 4] if unit.kind == WORD]
    is_second = units[at - 1].lower == "and" and behind[:1] != ["and"]
    return units[at - 1].lower in ("a", "an") or (
        is_second and any(is_head(word, key) for word in behind[:2] for key in ("job", "occupation"))
    )


def _in_aside(units: list[Unit], start: int, at: int) -> bool:
    commas = sum(1 for unit in units[start:at] if unit.lower == ",")
    return commas == 1
