"""What a noun phrase names: office, body, award, rank, school, force, battle, place, person. Heads are data."""

from dataclasses import dataclass

from pipelines.claims import lexicon
from pipelines.claims.figures import to_number
from pipelines.claims.prose.people import gender_of
from pipelines.claims.prose.tokens import NAME, QUOTE, WORD, Unit
from pipelines.claims.statement import Span


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase: its units and words without article, its head in lower case, and how it stands in its clause.

    ``slot`` is the preposition that introduces it ("" for none), ``link`` the comma or ``and`` that ties it to the
    phrase before, ``notes`` the bracket that follows, ``qualified_by`` words taken off before it (``fabricated``);
    ``resumes`` says that it goes on with the list before the last preposition; ``article`` is the determiner taken off;
    ``is_cut`` says that the words its last ``of`` needs were lost.
    """

    units: list[Unit]
    span: Span
    head: str
    slot: str = ""
    preposition: Unit | None = None
    link: str = ""
    qualified_by: str = ""
    notes: "list[Unit] | None" = None
    resumes: bool = False
    article: str = ""
    is_cut: bool = False

    @property
    def first(self) -> Unit:
        """Its first unit."""
        return self.units[0]


_ENDS_HEAD = {"of", "for", "to", "at", "in", "on", "under", "with", "from", "by", "without", "against", "between", ","}


_POSTPOSED = {
    "emeritus", "emerita", "designate", "elect", "extraordinary", "ordinary", "plenipotentiary", "extraordinarius",
    "pro", "tempore",
}  # fmt: skip
"""Adjectives that stand behind the noun: ``professor extraordinary``."""


def is_person_name(name: str) -> bool:
    """Whether a capitalised run begins with a given name."""
    return gender_of(name.split()[0]) is not None


def head_of(units: list[Unit]) -> str:
    """The head of a phrase: the last word before its first preposition, lower case, singular as the lexicon has it."""
    last: Unit | None = None
    for unit in units:
        if unit.kind == WORD and unit.lower in _ENDS_HEAD and last is not None:
            break
        if unit.kind in (WORD, NAME) and not (last is not None and unit.lower in _POSTPOSED):
            last = unit
    if last is None:
        return ""
    words = last.lower.replace("’", "'").rstrip(".").split()
    if len(words) > 1 and words[-1] in _POSTPOSED:
        words.pop()
    if not words:
        return ""
    letters = words[-1].split(".")
    return "".join(letters) if len(letters) > 1 and all(len(each) == 1 for each in letters) else words[-1]


def is_head(head: str, key: str) -> bool:
    """Whether a head word belongs to a list of `heads.toml`."""
    if key == "office" and "-" in head and head not in _NO_OFFICE:
        return head in lexicon.words("heads", key) or head.rsplit("-", 1)[1] in lexicon.words("heads", key)
    return head in lexicon.words("heads", key)


_NO_OFFICE = {"right-hand", "whipper-in", "helper"}


def is_subject(word: str) -> bool:
    """Whether a word in lower case is a subject of study."""
    return is_head(word, "subject") or word.endswith(("ology", "ics", "graphy", "onomy", "istry"))


def words_of(phrase: Phrase) -> list[str]:
    """All words of a phrase, lower case."""
    return [word for unit in phrase.units for word in unit.lower.split()]


def is_office(phrase: Phrase) -> bool:
    """Whether a phrase names an office: an office's head word, not a bare adjective or a person's name."""
    head = phrase.head
    if head == "member" and phrase.units[0].kind == NAME and len(phrase.units) == 1:
        return True  # "Member for Truro"
    if head in ("goc", "c-in-c") or words_of(phrase)[0] in ("goc", "c-in-c", "cigs"):
        return True
    if head == "general" and any(word in _GENERAL_OFFICES for word in words_of(phrase)):
        return True
    if _is_lordly(words_of(phrase)) or words_of(phrase)[:2] == ["deputy", "lieutenant"]:
        return True
    if is_head(head, "rank") and (phrase.is_cut or words_of(phrase)[1:3] == ["of", "the"]) and not is_rank(phrase):
        return True  # "captain of the team"
    if not is_head(head, "office"):
        return is_head(head, "job") and phrase.units[0].lower in _SENIOR and len(phrase.units) > 1
    if head in ("member", "mp") or "-" in head:
        return True
    if head in _DIGNITIES:
        return "of" in words_of(phrase) or (len(phrase.units) == 1 and phrase.article == "")
    if head == "master":
        return "of" in words_of(phrase) or words_of(phrase)[0] in ("grand", "headmaster", "assistant", "second")
    # "the captain", "a leader" alone name nobody's office; "chairman of" and "First Secretary" do
    return (
        len(phrase.units) > 1
        or len(phrase.units[0].lower.split()) > 1
        or head in _ALONE
        or phrase.units[0].kind == NAME
    )


def _is_lordly(words: list[str]) -> bool:
    """``lord lieutenant`` · ``first sea lord`` · ``lord president``: offices whose words are titles elsewhere."""
    for place, word in enumerate(words[:4]):
        if word == "of":
            return False
        if (
            word == "lord"
            and place
            and words[place - 1] in ("first", "second", "third", "fourth", "sea", "civil", "naval", "junior", "law")
        ):
            return True
        if word == "lord" and place + 1 < len(words) and words[place + 1] in (
            "lieutenant", "deputy", "president", "chancellor", "mayor", "provost", "advocate", "treasurer", "steward",
            "chamberlain", "keeper", "commissioner", "justice", "marshal", "warden", "rector", "privy", "chief",
            "admiral", "high", "protector", "clerk", "justice-general",
        ):  # fmt: skip
            return True
    return False


_DIGNITIES = {
    "count", "countess", "duchess", "princess", "marchioness", "marquess", "marquis", "margravine", "electress", "graf",
    "landgravine", "archduke", "archduchess", "elector", "comte", "comtesse", "duc", "duchesse", "herzog", "herzogin",
    "infanta", "infante", "consort", "prince", "duke",
}  # fmt: skip
"""Dignities that are held only of somewhere: ``countess of Vexin``."""

_GENERAL_OFFICES = {
    "master",
    "quartermaster",
    "adjutant",
    "commissary",
    "paymaster",
    "vicar",
    "attorney",
    "governor",
    "solicitor",
    "secretary",
    "consul",
    "surgeon",
    "inspector",
    "director",
    "procurator",
    "auditor",
    "advocate",
    "postmaster",
    "comptroller",
    "registrar",
    "prosecutor",
    "superior",
    "minister",
    "commanding",
}
"""Words before ``General`` that make it an office and no military rank."""

_SENIOR = {
    "chamber",
    "royal",
    "city",
    "district",
    "resident",
    "visiting",
    "county",
    "chief",
    "senior",
    "head",
    "principal",
    "deputy",
    "acting",
    "assistant",
    "court",
    "honorary",
    "managing",
}

_ALONE = {
    "bailie", "baillie", "jurat", "churchwarden",
    "chamberlain", "equerry", "almoner", "castellan", "burgomaster", "alderman", "magistrate", "consul", "ambassador",
    "envoy", "legate", "nuncio", "vizier", "voivode", "hetman", "prefect", "intendant", "bailiff", "sheriff", "coroner",
    "procurator", "quaestor", "praetor", "tribune", "aedile", "proconsul", "archon", "strategos",
    "president", "chancellor", "premier", "king", "queen", "emperor", "empress", "pope", "tsar", "regent", "mayor",
    "governor", "bishop", "archbishop", "cardinal", "rector", "dean", "professor", "chairman", "editor", "director",
    "judge", "senator", "priest", "lecturer", "secretary", "instructor", "reader", "captain", "doge", "sultan", "shah",
    "principal", "abbot", "abbess", "prior",
    "organist", "kapellmeister", "conductor", "librarian", "curator", "treasurer", "headmaster", "provost", "chief",
    "commander", "delegate", "representative", "commissar", "viceroy", "archdeacon", "vicar", "prosecutor",
    "deputy", "councillor", "councilor", "commissioner", "minister", "superintendent", "warden", "registrar",
}  # fmt: skip


_WHOLE_FORCES = {
    "union", "fleet", "army", "navy", "guard", "guards", "artillery", "cavalry", "infantry", "foot", "horse",
    "engineers", "empire", "realm", "force", "militia", "marines", "blue", "red", "white", "line", "republic",
    "household",
}  # fmt: skip
"""What a rank may be of: ``Marshal of the Soviet Union``; of anything smaller it is a command."""


def is_rank(phrase: Phrase) -> bool:
    """Whether a phrase names a military rank and nothing more: ``Lieutenant General``, not ``Attorney General``."""
    words = words_of(phrase)
    if words and words[0] in ("the", "a", "an"):
        words = words[1:]
    if any(is_head(word, "award_of") for word in words):
        return False
    if words and words[0] in ("dame", "knight"):
        return False
    if _is_lordly(words) or (phrase.head == "general" and any(word in _GENERAL_OFFICES for word in words)):
        return False
    if not words or not (is_head(phrase.head, "rank") or is_head(words[-1], "rank")):
        return False
    if (
        words[0]
        in (
            "attorney",
            "secretary",
            "governor",
            "solicitor",
            "surveyor",
            "director",
            "postmaster",
            "governor-general",
            "procurator",
            "inspector",
            "consul",
            "surgeon",
            "team",
            "club",
            "private",
            "quartermaster",
            "deputy",
            "regional",
            "district",
            "area",
            "sector",
        )
        or "secretary" in words
    ):
        return False
    if phrase.is_cut or (phrase.head == "commander" and "of" in words):
        return False
    if words[1:2] == ["of"] and words[2:3] == ["the"] and words[-1] not in _WHOLE_FORCES:
        return False  # "captain of the team", "colonel of the Ninth Regiment"
    if "of" in words and words[words.index("of") + 1 : words.index("of") + 2] not in (
        ["the"],
        ["artillery"],
        ["infantry"],
        ["cavalry"],
        ["aviation"],
        ["tank"],
        ["brigade"],
        ["division"],
        ["volunteers"],
        ["militia"],
        ["marines"],
        ["foot"],
        ["horse"],
        ["engineers"],
        ["dragoons"],
        ["hussars"],
    ):
        return words[-1] in ("union", "empire", "army", "navy", "guard")
    return len(words) <= 5 or "of" in words


def is_award(phrase: Phrase) -> bool:
    """Whether a phrase names an award: a head word of awards together with a name."""
    words = words_of(phrase)
    has_name = any(unit.kind in (NAME, QUOTE) for unit in phrase.units)
    if to_number(words[0]) is not None or words[0] in ("several", "numerous", "another"):
        words = words[1:] or words
    if words[0] in ("honoured", "honored", "merited", "people's") and "of" in words and words[0] != phrase.head:
        return True  # "Honoured Trainer of the USSR"
    if phrase.head in ("citizen", "citizens"):
        return words[0] in ("honorary", "honored", "honoured") or "honorary" in words
    if words[0] == "honorary" and (phrase.head in ("doctor", "citizen", "freeman") or is_head(phrase.head, "degree")):
        return True
    if words[0] in ("honorary", "hon") and any(
        is_head(w, "degree") or w.replace(".", "") in _LAUREATES for w in words[1:3]
    ):
        return True  # "Hon. DLitt Sussex"
    if phrase.head in ("champion", "champions", "championship", "championships"):
        return has_name or words[0] in _CONTESTS
    if words[0] == "knight" and phrase.head in ("commander", "bachelor", "grand"):
        return True
    if not has_name:
        return (
            phrase.head
            in (
                "knighthood",
                "baronetcy",
                "peerage",
                "damehood",
                "pension",
                "commendation",
                "commendations",
                "scholarship",
            )
            or (phrase.head == "title" and "of" in words and words[-1] not in ("nobility", "work", "book"))
            or phrase.head == "pallium"
            or words[-2:] in (["red", "hat"], ["cardinal's", "hat"])
            or (phrase.head == "sword" and words[-1] in ("honour", "honor"))
            or "causa" in words
            or (
                len(words) > 1
                and phrase.head in ("medal", "medals", "prize", "prizes", "diploma", "trophy", "award", "cup", "casket")
            )
            or (words[0] == "honorary" and phrase.head in ("doctorate", "doctorates", "degree", "degrees"))
            or (
                words[0] in ("gold", "silver", "bronze")
                and words[-1] in ("gold", "silver", "bronze", "medal", "medals")
            )
        )
    if "causa" in words:
        return True
    if phrase.head in ("commander", "dame", "knight", "companion", "officer", "chevalier", "member", "academician"):
        return any(word in lexicon.words("heads", "award_of") for word in words)
    if phrase.head == "citizen" and words[0] in ("naturalised", "naturalized", "american", "british", "french"):
        return False
    if phrase.head in ("gold", "silver", "bronze", "title", "citizen", "artist", "star"):
        return len(words) > 1
    if words[-3:] == ["of", "the", "year"] and phrase.units[0].kind in (NAME, WORD):
        return True
    if is_head(phrase.head, "award") or any(is_head(word, "award_foreign") for word in words):
        return True
    if words[0] in ("medal", "order", "prize", "cross", "premio", "prix", "title") and phrase.units[1].kind in (
        NAME,
        QUOTE,
    ):
        return True  # "the medal Ingenio et Arti"
    if "of" in words and words[0] in _GRADES | {"both", "all"} and any(is_head(word, "award_of") for word in words):
        return True  # "both classes of the Iron Cross"
    return any(word in ("medal", "prize", "award") for word in words) and "of" in words


_LAUREATES = {"lld", "dlitt", "dcl", "dsc", "dd", "dlit", "deng", "dmus", "duniv", "frse", "fba", "frs", "ma", "phd"}

_GRADES = {"class", "classes", "grade", "grades", "insignia", "collar", "badge", "first", "second", "third", "highest"}
"""Words before ``of`` that say in which grade an order was given."""

_CONTESTS = {"world", "olympic", "european", "national", "league", "junior", "senior", "british", "amateur", "state"}
"""Words before ``champion`` that make it a distinction."""


def is_job(phrase: Phrase) -> bool:
    """Whether a phrase names an occupation."""
    head = phrase.head
    if head in lexicon.words("heads", "no_job"):
        return False
    if head.endswith("s") and is_head(head[:-1], "job"):
        return True
    return (
        is_head(head, "job")
        or is_head(head, "occupation")
        or (
            len(head) > 5
            and head.endswith(tuple(lexicon.load("heads")["job_endings"]))
            and phrase.units[-1].kind == WORD
        )
    )


def is_of_captives(words: list[str]) -> bool:
    """Whether words before a farm, camp or colony make it one of captives."""
    return any(
        word in ("labour", "labor", "penal", "prison", "internment", "concentration", "punishment") for word in words
    )
