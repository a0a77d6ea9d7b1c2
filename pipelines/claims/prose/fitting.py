"""Whether a phrase can be what a frame asks for in its slot: the kinds that `frames_*.toml` name."""

from pipelines.claims import lexicon
from pipelines.claims.prose.kinds import (
    Phrase,
    is_award,
    is_head,
    is_job,
    is_of_captives,
    is_office,
    is_person_name,
    is_rank,
    is_subject,
    words_of,
)
from pipelines.claims.prose.places import names_club
from pipelines.claims.prose.tokens import NAME, QUOTE, WORD

_ACADEMIES = {"accademia", "académie", "academia", "akademie", "akademia"}
"""Opening words of bodies that one is elected to; English academies teach as often, save the Royal ones."""
_NO_THING = {"it", "them", "this", "that", "these", "those", "little", "much", "nothing", "everything", "him", "her"}


_WORKS = {"film", "films", "movie", "documentary", "play", "opera", "novel", "works", "writings", "letters", "series"}
"""What is directed or edited and is no body that is led."""

_OF_STATES = {
    "diplomatic",
    "consular",
    "colonial",
    "civil",
    "foreign",
    "administrative",
    "political",
    "prison",
    "judicial",
    "customs",
    "postal",
}
"""Words before ``service`` that make it one of a state."""

_OF_SOMEBODY = {"coach", "tutor", "teacher", "trainer", "mentor", "patron", "confessor", "guardian", "friend", "pupil"}
"""What one is to somebody and holds from nobody."""

_BY_HEAD = frozenset(["home", "goods", "standing", "rolls", "fine", "captivity", "petition", "captors", "process"])
"""Kinds that the list of their name in `heads.toml` tells."""

_FRONTS = {"national", "popular", "patriotic", "liberation", "people's", "democratic", "united", "fatherland", "labour"}
"""Words before ``Front`` that make it a movement and no part of a war."""


def fits(phrase: Phrase, kind: str) -> bool:
    """Whether a phrase can be the object of a frame that asks for this kind."""
    head = phrase.head
    words = words_of(phrase)
    has_name = any(unit.kind in (NAME, QUOTE) for unit in phrase.units)
    first = phrase.units[0]
    if first.lower in ("whose", "which"):
        return False
    if kind in ("thing", "words", "cause", "charge"):
        return (bool(head) or has_name) and not (len(words) == 1 and head in _NO_THING)
    if kind == "office" and phrase.article in ("his", "her") and head in _OF_SOMEBODY:
        return False  # "Karl Lund became his coach"
    if kind == "office":
        return is_office(phrase) or (
            phrase.article in ("", "its", "their", "his", "her") and first.kind == WORD and is_head(head, "office")
        )
    if kind == "office_or_body":
        return any((is_office(phrase), is_head(head, "body"), is_head(head, "party"), is_head(head, "office_held")))
    if kind == "office_or_seat":
        return fits(phrase, "office") or fits(phrase, "seat")
    if kind == "bare_member":
        return head in ("member", "fellow", "associate", "academician") and "of" not in words
    if kind == "state_service":
        return head == "service" and any(word in _OF_STATES for word in words)
    if kind == "habit":
        return head in ("habit", "cowl") and phrase.article in ("the", "his", "her", "")
    if kind == "won_seat":
        return head == "seat" and (phrase.article != "a" or len(words) > 1)
    if kind == "seat":
        return fits(phrase, "office_held") or (has_name and (is_head(head, "body") or is_head(head, "party")))
    if kind == "office_held":
        return (
            is_head(head, "office_held")
            or is_head(head.removesuffix("s"), "office_held")
            or (
                head.removesuffix("s").endswith(("ship", "ency", "ancy", "acy", "deanery", "rectory"))
                and not is_head(head, "no_office_held")
            )
        )
    if kind == "headed" and (
        is_head(head, "led_once")
        or words[0] in _WORKS
        or head in _WORKS
        or (phrase.article in ("a", "an") and words[0] in ("party", "group", "team", "band"))
    ):
        return False
    if kind == "headed":
        return (
            is_head(head, "body")
            or is_head(head, "force")
            or head in ("side", "team", "club", "squad", "eleven")
            or (has_name and (is_head(head, "party") or is_head(words[0], "party")))
        )
    if kind == "job":
        return is_job(phrase) or is_office(phrase)
    if kind == "membership" and head == "member" and "of" not in words and len(words) > 1:
        return is_head(words[-2], "party") and words[-2] not in ("board", "team", "band", "club", "company", "group")
    if kind == "membership":
        if not is_head(head, "membership") or "of" not in words or (head == "candidate" and "member" not in words):
            return False
        return has_name or (
            any(is_head(word, "party") for word in words[words.index("of") :])
            and "a" not in words
            and "an" not in words
        )
    if kind == "member_body":
        if head == "parliament" or (is_head(head, "chamber") and (has_name or phrase.article in ("the", "his", "her"))):
            return True
        if head == "front" and words[-2:-1] and words[-2] not in _FRONTS:
            return False  # "on the Western Front"
        if has_name and any(is_head(word, "party") for word in words):
            return first.lower not in ("a", "an") and not is_head(head, "office")
        if phrase.article in ("its", "their") and head in ("board", "committee", "council", "presidium", "secretariat"):
            return True  # "sat on its executive committee"
        return is_head(head, "party") and head in (
            "order",
            "convent",
            "monastery",
            "novitiate",
            "party",
            "guild",
            "resistance",
            "underground",
            "orchestra",
            "bar",
            "circle",
        )
    if kind == "employer" and is_head(head, "chamber"):
        return False
    if kind == "employer":
        return has_name and any(is_head(word, "employer") for word in words)
    if kind == "battle_at":
        return first.kind == NAME and len(first.lower.split()) <= 3 and not is_head(head, "school")
    if kind == "unknown_office":
        return (
            bool(head)
            and not is_person_name(head)
            and first.kind in (WORD, NAME)
            and not is_head(head, "never_office")
            and not is_head(head, "allegiance")
        )
    if kind == "unknown_rank":
        return fits(phrase, "unknown_office") and not is_office(phrase) and not fits(phrase, "member_body")
    if kind == "bare_noun":
        return (
            phrase.article == ""
            and first.kind == WORD
            and bool(head)
            and not is_head(head, "never_office")
            and (len(phrase.units) < 8 and not head.endswith(("ly", "ing", "ed", "ous", "ful", "able", "ible")))
        )
    if kind == "led_named":
        if head in _UNDERTAKEN:
            return False
        is_paper = any(word in _PAPERS for word in words)  # "edited the journal Die Zeit from 1900 to 1905"
        return fits(phrase, "named_not_person") and (is_paper or not any(is_head(word, "work") for word in words))
    if kind == "named_not_person":
        return (
            has_name and first.kind in (NAME, WORD) and not is_person_name(first.lower) and not is_head(head, "battle")
        )
    if kind == "ship":
        return any(is_head(word, "ship") for word in words)
    if kind == "unknown_named":
        if first.kind != NAME or any(unit.kind == NAME for unit in phrase.units[1:]):
            return False
        return not any(word in lexicon.words("words", "not_person") for word in words) and not is_person_name(
            first.lower
        )
    if kind == "named":
        return first.kind == NAME
    if kind == "nobility":
        return words[0] in (
            "baron",
            "count",
            "duke",
            "prince",
            "marquis",
            "viscount",
            "earl",
            "baronet",
            "knight",
            "baroness",
            "countess",
            "marquess",
            "peer",
            "lord",
        )
    if kind == "medal":
        return words[-1] in ("gold", "silver", "bronze") and len(words) <= 3
    if kind == "contest":
        return (has_name or words[0] in ("international", "national", "world")) and (
            is_head(head, "contest") or any(is_head(word, "contest") for word in words[-3:])
        )
    if kind == "assigned_body":
        return is_head(head, "body") or is_head(head, "force")
    if kind == "hall":
        return "hall" in words and "fame" in words
    if kind == "body":
        return is_head(head, "body") or is_head(head, "school") or (has_name and not is_head(head, "battle"))
    if kind == "work_object" and phrase.slot != "as" and has_name and not is_head(head, "battle"):
        return any(is_head(word, "body") or is_head(word, "school") for word in words)
    if kind == "work_object":
        if phrase.slot == "as":
            return is_job(phrase) or is_office(phrase)
        return is_head(head, "body") or is_head(head, "school")
    if kind == "activity":
        return head in ("work", "trade", "business")
    if kind == "school":
        if head.endswith(("schule", "akademie", "skola", "skole", "skolen", "universität", "gymnasium", "seminar")):
            return True
        if "-" in head and any(is_head(part, "school") for part in head.split("-")):
            return True
        return is_head(head, "school") or any(is_head(word, "school") for word in words[-4:] if has_name)
    if kind == "academy":
        return has_name and (words[0] in _ACADEMIES or words[:2] == ["royal", "academy"]) and "fine" not in words
    if kind == "club":
        return has_name and names_club(phrase)
    if kind == "business":
        return is_head(head, "business")
    if kind == "exam":
        return is_head(head, "exam")
    if kind == "attended":
        return fits(phrase, "named_not_person") and not any(is_head(word, "gathering") for word in words)
    if kind == "school_house":
        is_hospital = head in ("hospital", "infirmary", "clinic", "sanatorium")
        return fits(phrase, "school") and len(words) > 1 and not is_hospital
    if kind == "schooling":
        return is_head(head, "schooling")
    if kind == "subject":
        return is_subject(head)
    if kind == "degree" and ("honorary" in words or "causa" in words or head in ("title", "award", "norm")):
        return False
    if kind == "degree_class":
        return phrase.article in ("a", "an") and words[0] in _CLASSES and len(words) < 3
    if kind == "degree":
        return is_head(head, "degree") or any(is_head(word, "degree") for word in words[:3])
    if kind == "rank":
        return is_rank(phrase)
    if kind == "award":
        return is_award(phrase)
    if kind == "force" and any(word in ("team", "club", "side", "squad", "theatre", "ballet") for word in words):
        return False
    if kind == "force":
        if has_name and any(is_head(word, "force") for word in words) and "of" not in words[:2]:
            return True
        return is_head(head, "force") and (
            has_name
            or head in ("army", "navy", "infantry", "cavalry", "artillery", "militia", "military", "marines")
            or (head == "police" and phrase.article == "the")
        )
    if kind == "force_or_war":
        return is_head(head, "force") or is_head(head, "battle") or is_rank(phrase)
    if kind == "battle":
        return (is_head(head, "battle") and has_name) or (
            any(word in ("war", "battle", "siege") for word in words) and has_name and head not in ("hero", "veteran")
        )
    if kind == "prison":
        return is_head(head, "prison") or any(is_head(word, "prison") for word in words)
    if kind == "prison_strict":
        if head in ("farm", "camp", "colony", "battalion") and is_of_captives(words):
            return True
        if has_name and any(word in ("detention", "prison", "gaol", "jail", "gulag", "fortress") for word in words):
            return True
        return is_head(head, "prison") and head not in ("tower", "castle", "colony", "labour", "labor", "cell")
    if kind == "penalty":
        return is_head(head, "penalty") or any(is_head(word, "penalty") for word in words)
    if kind == "term":
        return any(word in ("imprisonment", "hard", "prison", "jail", "camp", "sentence") for word in words) and any(
            word in ("sentence", "years", "year", "months", "life", "term") for word in words
        )
    if kind == "confession":
        admits = ("accusing", "incriminating", "admitting", "implicating", "confessing")
        return head in ("confession", "confessions") or any(word in admits for word in words)
    if kind == "control":
        return head in ("control", "oversight", "responsibility", "supervision", "command", "charge", "leadership")
    if kind == "exile":
        return head in ("exile", "banishment")
    if kind == "party_name":
        return has_name and (is_head(head, "party") or is_head(head, "allegiance"))
    if kind == "roles":
        return head in ("roles", "posts", "positions", "work", "administration", "politics", "journalism", "teaching")
    if kind == "prison_named":
        return has_name and any(is_head(word, "prison") for word in words)
    if kind == "sentence_served":
        return head in ("sentence", "term") and words[0] not in ("one", "two", "three", "single", "full")
    if kind == "house_arrest":
        return head == "arrest"
    if kind == "lecture":
        return head in ("lecture", "lectures", "address", "oration", "sermon")
    if kind == "audience":
        return is_head(head, "audience") or is_head(head, "chamber")
    if kind == "measure":
        return is_head(head, "measure")
    if kind == "prisoner":
        return head in ("prisoner", "captive", "hostage", "internee", "convict")
    if kind == "creed":
        return is_head(head, "allegiance") or (
            head in ("islam", "christianity", "orthodoxy", "judaism", "catholicism", "faith", "church")
            or (head.endswith("ism") and first.kind == NAME)
        )
    if kind == "body_part":
        return is_head(head, "limb") or head in ("chest", "head", "neck", "back", "face", "shoulder", "thigh", "knee")
    if kind == "crime":
        return is_head(head, "crime")
    if kind == "label":
        return phrase.article in ("a", "an") or first.kind == QUOTE
    if kind == "stripped":
        return head in (
            "citizenship", "nationality", "decorations", "titles", "title", "medals", "honours", "honors", "degrees",
            "degree", "rank", "ranks", "medal", "passport", "licence", "license", "rights", "crown", "peerage",
            "knighthood", "seat", "membership",
        )  # fmt: skip
    if kind == "allegiance":
        return is_head(head, "allegiance")
    if kind == "named_word":
        return first.kind in (NAME, QUOTE)
    if kind == "ban":
        return head in ("ban", "suspension", "disqualification")
    if kind == "verdict":
        return is_head(head, "verdict") and not fits(phrase, "ban")
    if kind == "hard_labour":
        return head in ("labour", "labor") and "hard" in words
    if kind == "forced_labour":
        return head in ("labour", "labor") and ("forced" in words or "slave" in words or "compulsory" in words)
    if kind == "death_penalty":
        return head in ("penalty", "sentence") and "death" in words
    if kind == "regained":
        is_own = phrase.article in ("his", "her")
        return is_own and (is_head(head, "standing") or is_head(head, "goods") or fits(phrase, "office_held"))
    if kind == "district":
        return any(is_head(word, kind) for word in words)
    if kind == "undertaken":
        return any(
            word in ("strike", "procession", "protest", "demonstration", "boycott", "mutiny") for word in words
        ) or (head in ("uprising", "rising", "revolt", "rebellion", "raid", "march", "coup", "crusade"))
    if kind == "contested":
        return fits(phrase, "thing") and head not in ("party", "member", "membership", "communion", "baptism")
    if kind == "idea":
        is_won = head in ("title", "titles", "goal", "thesis", "dissertation", "championship", "crown", "cup", "record")
        return fits(phrase, "thing") and not is_head(head, "people") and not is_won
    if kind in _BY_HEAD:
        return is_head(head, kind)
    if kind == "illness" and words[-2:] in (["heart", "attack"], ["heart", "attacks"]):
        return True
    if kind == "illness":
        return is_head(head, "illness") and ("of" not in words or head in ("attack", "fever"))
    if kind == "limb":
        return is_head(head, "limb") and (
            phrase.article in ("his", "her", "an", "a", "both") or head in ("hearing", "sight", "use")
        )
    if kind == "citizenship":
        return head in ("citizenship", "nationality") or (
            head in ("citizen", "subject") and (has_name or "naturalised" in words)
        )
    if kind == "trait":
        return phrase.article == "" and head.endswith(
            ("ed", "ful", "ive", "ous", "able", "ic", "al", "ent", "ant", "ere", "less", "y")
        )
    if kind == "repression":
        return is_head(head, "repression")
    if kind == "debut":
        return head in ("debut", "début")
    if kind == "means":
        return any(is_head(word, "means") for word in words)
    if kind == "letter":
        return is_head(head, "letter")
    if kind == "work":
        return first.kind == QUOTE or is_head(head, "work") or (first.kind == NAME and first.lower.startswith("the "))
    if kind == "person":
        return any(unit.kind == NAME for unit in phrase.units)
    return False


_CLASSES = {"first", "second", "third", "upper", "lower", "double", "first-class", "second-class", "two-one"}
"""What a degree was taken with: ``took a second in history``."""

_PAPERS = {"journal", "newspaper", "magazine", "review", "weekly", "paper", "periodical", "gazette", "daily", "monthly"}
"""What is edited for years, and so an office; a book is edited once."""

_UNDERTAKEN = {
    "bombardment", "evacuation", "offensive", "assault", "retreat", "landing", "landings", "raid", "uprising", "rising",
    "revolt", "strike", "film", "play", "opera", "siege", "defence", "defense", "attack", "construction", "building",
    "excavation", "excavations", "rebuilding", "search", "charge", "crossing", "march", "parade", "performance",
}  # fmt: skip
"""What is directed or led once, and no office."""
