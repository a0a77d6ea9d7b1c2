"""Frames: which verb in which slots states which event. All of it is data (`frames_*.toml`); here it is indexed.

To find the frames of a clause is one look-up of its verb, not a search for each rule.
"""

from dataclasses import dataclass, replace
from functools import cache

from pipelines.claims import lexicon

FAMILIES = ("life", "justice", "honours", "career", "public", "attributes", "context")
"""The files of frames, in the order in which they are tried on one verb: the narrower families first."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame. ``after`` are the words that must follow the verb; the rest as `frames_life.toml` explains it."""

    event: str
    rule: str
    subtype: str | None
    passive: bool
    after: tuple[str, ...]
    object: tuple[str, ...]
    kind: str
    place: tuple[str, ...]
    roles: tuple[tuple[str, str], ...]
    confidence: float
    need: bool = False
    need_place: bool = False
    need_date: bool = False
    need_person: bool = False
    need_role: str | None = None
    who: str = "subject"
    indirect: bool = False
    doer: str | None = None
    sides: bool = False
    once: bool = False
    split: str | None = None
    anaphoric: bool = False
    owned: str | None = None
    undated: bool = False
    adverb: str | None = None
    not_after: str | None = None
    main: bool = False
    amid: str | None = None
    trigger_is_object: bool = False
    attributes: tuple[tuple[str, str], ...] = ()


@cache
def frame_index() -> dict[str, tuple[Frame, ...]]:
    """Frames by verb form: a passive by its participle, an active verb by each of its forms, longest words first."""
    from pipelines.claims.prose.verbs import spellings_of

    index: dict[str, list[Frame]] = {}
    for frame, verb in _all_frames():
        forms = {verb} if frame.passive else {form for _, form in spellings_of(verb)}
        for form in forms:
            index.setdefault(form, []).append(frame)
    return {
        form: tuple(sorted(frames, key=lambda frame: -len(frame.after) - (frame.adverb is not None)))
        for form, frames in index.items()
    }


def frames_near(form: str, near: set[str]) -> tuple[Frame, ...]:
    """The frames of a verb form whose first fixed word stands near, or that have none, in their order."""
    apart = _by_first_word().get(form)
    if apart is None:
        return ()
    free, fixed = apart
    chosen = [entry for word in near if word in fixed for entry in fixed[word]]
    if not chosen:
        return tuple(frame for _, frame in free)
    return tuple(frame for _, frame in sorted([*free, *chosen], key=lambda entry: entry[0]))


_Ordered = tuple[tuple[int, Frame], ...]


@cache
def _by_first_word() -> dict[str, tuple[_Ordered, dict[str, _Ordered]]]:
    """The frames of each form by their place in its order: those without fixed words, and by the first of them."""
    found: dict[str, tuple[_Ordered, dict[str, _Ordered]]] = {}
    for form, frames in frame_index().items():
        fixed: dict[str, list[tuple[int, Frame]]] = {}
        for place, frame in enumerate(frames):
            if frame.after:
                fixed.setdefault(frame.after[0], []).append((place, frame))
        free = tuple((place, frame) for place, frame in enumerate(frames) if not frame.after)
        found[form] = (free, {word: tuple(entries) for word, entries in fixed.items()})
    return found


@cache
def verbs_of_frames() -> set[str]:
    """The verbs of all active frames, in their base form."""
    return {verb for frame, verb in _all_frames() if not frame.passive}


@cache
def participles_of_frames() -> frozenset[str]:
    """The participles of all passive frames."""
    return frozenset(verb for frame, verb in _all_frames() if frame.passive)


@cache
def words_after(verb: str) -> frozenset[str]:
    """The first fixed words of the active frames of a verb: of ``become``, among others ``engaged``."""
    return frozenset(
        frame.after[0] for frame, said in _all_frames() if said == verb and not frame.passive and frame.after
    )


@cache
def _all_frames() -> tuple[tuple[Frame, str], ...]:
    found = []
    for family in FAMILIES:
        for line in lexicon.load(f"frames_{family}")["frames"]:
            for said in line["say"]:
                words = said.split()
                adverb = None
                if words[0] == "be" and len(words) > 2 and words[1].endswith("ly") and _is_participle(words[2]):
                    adverb = words.pop(1)  # "be posthumously pardoned"
                passive = words[0] == "be" and len(words) > 1 and _is_participle(words[1])
                verb, *after = words[1:] if passive else words
                frame = _to_frame(line, passive, tuple(after))
                found.append((replace(frame, adverb=adverb) if adverb else frame, verb))
    return tuple(found)


def _is_participle(word: str) -> bool:
    irregular: dict[str, list[str]] = lexicon.load("verbs")["irregular"]
    return word.endswith("ed") or any(word == participle for _, participle in irregular.values())


def _to_frame(line: dict[str, object], passive: bool, after: tuple[str, ...]) -> Frame:
    known = dict(line)
    known.pop("say")
    roles = known.pop("roles", {})
    attributes = known.pop("attribute", {})
    assert isinstance(roles, dict) and isinstance(attributes, dict)
    return Frame(
        event=str(known.pop("event")),
        rule=str(known.pop("rule")),
        subtype=known.pop("subtype", None),  # type: ignore[arg-type]
        passive=passive,
        after=after,
        object=tuple(known.pop("object", ())),  # type: ignore[arg-type]
        kind=str(known.pop("kind", "thing")),
        place=tuple(known.pop("place", ("in", "at", "near"))),  # type: ignore[arg-type]
        roles=tuple(roles.items()),
        attributes=tuple(attributes.items()),
        confidence=float(known.pop("confidence", 0.93)),  # type: ignore[arg-type]
        **{key: value for key, value in known.items() if key != "subject_object"},  # type: ignore[arg-type]
    )
