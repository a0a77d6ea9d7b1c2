"""Who is who on the seeds: every form of a name one man's, his kin and namesakes others."""

import pytest
from integration.driver import ask


@pytest.fixture
def home(published):
    return published


def subject_of(home, path):
    ((found,),) = ask(home, "select subject_id from sources where path[:3] = ?", path)
    return found


def test_every_form_of_his_name_is_one_man_over_two_sources(home):
    man = subject_of(home, "000")
    assert subject_of(home, "001") == man
    forms = {name for (name,) in ask(home, "select distinct name from entity_aliases where entity_id = ?", man)}
    assert forms >= {
        "Alexey Kuznetsov", "Alexey Alexandrovich Kuznetsov", "Aleksei Kuznetsov", "Aleksei Aleksandrovich Kuznetsov",
        "Aleksey Aleksandrovich Kuznetsov", "Aleksei Aleksandrovich", "A. A. Kuznetsov", "Kuznetsov",
        "KUZNETSOV Alexey Alexandrovich",
        "Алексей Кузнецов", "Алексей Александрович Кузнецов", "Кузнецов Алексей Александрович", "Кузнецов",
    }  # fmt: skip
    others = ask(
        home,
        "select name from entity_aliases join entities using (entity_id) where kind = 'person' and entity_id <> ? "
        "and name in (from (select name from entity_aliases where entity_id = ?))",
        man,
        man,
    )
    assert others == []


def test_his_kin_and_another_alexei_are_others(home):
    man, snegov = subject_of(home, "000"), subject_of(home, "002")
    assert man != snegov
    people = dict(
        ask(home, "select name, entity_id from entity_aliases join entities using (entity_id) where kind = 'person'")
    )
    sons = {people[name] for name in ("Valery", "Valeri", "Валерий", "В.А. Кузнецов")}
    daughters = {people[name] for name in ("Alla", "Алла", "Alla Kuznetsova")}
    father, wife = people["Александр Иванович Кузнецов"], people["Zinaida Dmitrievna Voinova"]
    assert (len(sons), len(daughters)) == (1, 1)
    assert len({man, snegov, *sons, *daughters, father, wife}) == 6
    assert people["Anastas"] == people["Anastas Mikoyan"] != people["Sergo Mikoyan"]


def test_each_form_has_its_language_script_and_reason(home):
    told = {name: rest for name, *rest in ask(home, "select name, language, script, reason from entity_aliases")}
    assert told["Алексей Владимирович Снегов"][:2] == ["ru", "Cyrl"]
    assert told["A. A. Kuznetsov"] == ["en", "Latn", "the words for Alexey Kuznetsov there"]
    assert told["В.А. Кузнецов"][2] == "the one with these initials on its page"
    assert all(all(rest) for rest in told.values())
