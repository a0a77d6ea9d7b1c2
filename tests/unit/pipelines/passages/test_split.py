from pipelines.passages import split_passages
from pipelines.sources.document import Received
from pipelines.sources.open import open_source

PAGE = (
    "= Юрий =\n\nЮрий, Yuri\n- Born: 1934\n\nЮрий родился в деревне.\nОн рос у деда и бабушки.\n\n== Работы ==\n"
    "=== Книги ===\nThe book was printed in the capital.\n\n\n- Great War\n"
)


def passages():
    return split_passages(open_source(Received("s7", "p.txt", None, 1, "0" * 64, PAGE.encode())))


def test_passages_are_numbered_and_tile_the_text():
    made = passages()
    assert [passage.ordinal for passage in made] == list(range(len(made)))
    assert [made[0].passage_id, made[11].passage_id] == ["s7.p00000", "s7.p00011"]
    assert "".join(passage.text for passage in made) == PAGE
    assert all(PAGE[passage.passage_start : passage.passage_end] == passage.text for passage in made)


def test_passages_know_their_section_and_language():
    told = {passage.text.strip(): (passage.kind, passage.section_path, passage.language) for passage in passages()}
    assert told["Юрий родился в деревне.\nОн рос у деда и бабушки."] == ("paragraph", None, "ru")
    assert told["=== Книги ==="] == ("heading", "Работы", "ru")
    assert told["The book was printed in the capital."] == ("paragraph", "Работы > Книги", "en")
    assert told["- Great War"] == ("list_item", "Работы > Книги", None)  # Latin letters in a Russian page
    assert told["Юрий, Yuri"] == ("name_line", None, None)
    assert told[""] == ("blank", "Работы > Книги", None)
