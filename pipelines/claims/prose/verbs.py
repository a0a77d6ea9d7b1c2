"""Verb forms: from a verb of the lexicon to every form a text may use, and back.

Regular forms follow the spelling rules of English; irregular verbs are data. No meaning here.
"""

from functools import cache

from pipelines.claims import lexicon

BASE, THIRD, PAST, PARTICIPLE, ING = "base", "third", "past", "participle", "ing"

_VOWELS = "aeiou"


def forms_of(verb: str) -> dict[str, str]:
    """The five forms of an English verb by name: ``arrest`` gives arrests, arrested, arrested, arresting."""
    irregular: dict[str, list[str]] = lexicon.load("verbs")["irregular"]
    if verb in irregular:
        past, participle = irregular[verb]
    else:
        past = participle = _regular_past(verb)
    return {BASE: verb, THIRD: _third(verb), PAST: past, PARTICIPLE: participle, ING: _ing(verb)}


def spellings_of(verb: str) -> set[tuple[str, str]]:
    """The forms of a verb with their names, in British and in American spelling: quarrelled, quarreled."""
    forms = set(forms_of(verb).items())
    is_both = verb.endswith("l") and len(verb) > 4 and verb[-2] in "aei" and verb[-3] not in _VOWELS
    if is_both and verb not in lexicon.load("verbs")["irregular"]:
        for stem in (verb, verb + "l"):
            forms |= {(PAST, stem + "ed"), (PARTICIPLE, stem + "ed"), (ING, stem + "ing")}
    return forms


@cache
def _doubles(verb: str) -> bool:
    if verb in lexicon.words("verbs", "doubling"):
        return True
    short = len(verb) <= 4 and len(verb) >= 3
    return (
        short
        and verb[-1] not in "wxyaeiou"
        and verb[-2] in _VOWELS
        and verb[-3] not in _VOWELS
        and sum(mark in _VOWELS for mark in verb) == 1
    )


def _regular_past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + (verb[-1] if _doubles(verb) else "") + "ed"


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return verb + (verb[-1] if _doubles(verb) else "") + "ing"


@cache
def known_forms() -> dict[str, frozenset[str]]:
    """Every form of every verb the lexicon knows, triggers or not, to the names of the forms it can be."""
    found: dict[str, set[str]] = {}
    data = lexicon.load("verbs")
    for verb in {*data["irregular"], *data["general"], *_trigger_verbs()}:
        for name, form in spellings_of(verb):
            found.setdefault(form, set()).add(name)
    for form in _trigger_participles():
        found.setdefault(form, set()).update((PARTICIPLE, PAST) if form.endswith("ed") else (PARTICIPLE,))
    return {form: frozenset(names) for form, names in found.items()}


def _trigger_participles() -> frozenset[str]:
    from pipelines.claims.prose.frames import participles_of_frames

    return participles_of_frames()


def _trigger_verbs() -> set[str]:
    from pipelines.claims.prose.frames import verbs_of_frames

    return verbs_of_frames()


def is_adverb(word: str) -> bool:
    """Whether a word in lower case is an adverb: of the list, or in -ly and no noun such as ``family``."""
    return word in lexicon.words("words", "adverbs") or (
        word.endswith("ly") and word not in lexicon.words("words", "nouns_in_ly")
    )


PRESENT = {
    "bears", "carries",
    "lies", "rests",
    "accepts", "becomes", "begins", "builds", "completes", "composes", "designs", "dies", "emigrates", "enters",
    "exhibits", "finishes", "founds", "gains", "graduates", "holds", "joins", "leaves", "marries", "meets",
    "moves", "obtains", "opens", "paints", "publishes", "receives", "resigns", "retires", "returns", "serves",
    "settles", "starts", "studies", "succeeds", "takes", "teaches", "travels", "wins", "writes",
}  # fmt: skip
"""Verbs of the historical present that are no nouns after a name."""
