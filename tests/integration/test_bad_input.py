"""What cannot be read is kept and named, and the rest goes through; nothing from a source is ever obeyed."""

import os
import stat

import pytest
from integration.driver import ask, refresh

from warehouse.errors import RegestaError, UnusableSeeds

BOMB = 5_000_000


@pytest.fixture
def mixed(seeds, tmp_path):
    """The seeds and beside them everything that can go wrong with a file."""
    (seeds / "empty.txt").write_bytes(b"")
    (seeds / "noise.txt").write_bytes(bytes(range(256)) * 20)
    (seeds / "torn.txt").write_bytes("= Имя =\n\nТекст".encode()[:-1])
    (seeds / "table.csv").write_text("id,name\n1,somebody\n2,somebody else\n")
    (seeds / "line.txt").write_text("= Long =\n\n" + "word " * BOMB)
    (seeds / "twice.txt").write_bytes((seeds / "002_bb7f11b13fbe1446.txt").read_bytes())
    outside = tmp_path / "outside.txt"
    outside.write_text("= Secret =\n\n- Born: 1900\n")
    (seeds / "link.txt").symlink_to(outside)
    os.mkfifo(seeds / "pipe.txt")
    (seeds / ".hidden").write_text("no source")
    return seeds


def test_each_is_set_aside_with_its_reason_and_the_rest_goes_through(mixed, home):
    refresh(mixed, home)
    found = {
        path: (status, problem) for path, status, problem in ask(home, "select path, status, problem from sources")
    }
    good = [path for path, (status, _) in found.items() if status == "normalized"]
    assert len(good) == 3
    for path, words in {
        "empty.txt": "is empty",
        "noise.txt": "no valid text",
        "torn.txt": "not UTF-8",
        "table.csv": "none of the known layouts",
        "line.txt": "line of",
        "link.txt": "link out of the seed folder",
        "pipe.txt": "pipe",
    }.items():
        status, problem = found[path]
        assert status == "quarantined", path
        assert words in problem
        assert "\n" not in problem
    assert found["twice.txt"][0] == "duplicate"
    assert ".hidden" not in found
    assert stat.S_ISFIFO((mixed / "pipe.txt").stat().st_mode)
    assert ask(home, "select count(*) from claims where source_path not in ('000_51a20042180f19dc.txt', "
                     "'001_f34579f846ae5a03.txt', '002_bb7f11b13fbe1446.txt')") == [(0,)]  # fmt: skip


def test_the_bytes_of_what_is_set_aside_are_kept(mixed, home):
    from warehouse.log import open_log, read_contents

    refresh(mixed, home, checked=False)
    ((digest,),) = ask(home, "select sha256 from sources where path = 'noise.txt'")
    assert dict(read_contents(open_log(home / "log"), [digest])) == {digest: (mixed / "noise.txt").read_bytes()}


def test_no_seeds_is_one_clear_line(tmp_path, home):
    with pytest.raises(UnusableSeeds, match="There is no seed folder"):
        refresh(tmp_path / "nowhere", home)
    (tmp_path / "bare").mkdir()
    with pytest.raises(UnusableSeeds, match="has no sources"):
        refresh(tmp_path / "bare", home)
    assert not (home / "published").exists()


def test_an_empty_folder_another_folder_and_a_great_loss_withdraw_nothing(seeds, home, tmp_path):
    refresh(seeds, home, checked=False)
    (tmp_path / "empty").mkdir()
    summary, _ = refresh(tmp_path / "empty", home, checked=False)
    assert "Nothing was withdrawn" in summary or summary.startswith("Nothing has changed")
    other = tmp_path / "other"
    other.mkdir()
    (other / "new.txt").write_text("= Somebody Else =\n\nSomebody Else\n- Born: 3 May 1881\n")
    summary, _ = refresh(other, home, checked=False)
    assert "the recorded seed folder is" in summary
    assert ask(home, "select count(*) from sources where status = 'withdrawn'") == [(0,)]
    assert ask(home, "select count(*) from sources") == [(4,)]


def test_more_than_half_gone_needs_to_be_asked_for(seeds, home):
    refresh(seeds, home, checked=False)
    for path in sorted(seeds.glob("*.txt"))[:2]:
        path.unlink()
    summary, _ = refresh(seeds, home, checked=False)
    assert "Nothing was withdrawn" in summary or summary.startswith("Nothing has changed")
    summary, _ = refresh(seeds, home, withdraw=True, checked=False)
    assert ask(home, "select status, count(*) from sources group by 1 order by 1") == [
        ("normalized", 1),
        ("withdrawn", 2),
    ]
    assert ask(home, "select count(distinct source_id) from claims") == [(1,)]


def test_words_of_a_source_are_never_sql_html_or_formula(seeds, home):
    (seeds / "sly.txt").write_text(
        "= Robert'); drop table claims; -- <script>alert(1)</script> =\n\n"
        '=HYPERLINK("x") \x1b[31m\n- Born: 3 May 1881\n- Party: \'; delete from events; --\n- Rank: =1+1\n'
    )
    refresh(seeds, home)
    ((title,),) = ask(home, "select title from sources where path = 'sly.txt'")
    assert title == "Robert'); drop table claims; -- <script>alert(1)</script>"
    assert ask(home, "select count(*) > 100 from claims") == [(True,)]
    assert "<script>" not in (home / "quality" / "index.html").read_text("utf-8")


def test_a_home_that_cannot_be_written_is_one_clear_line(seeds, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("here stands a file")
    with pytest.raises(RegestaError, match=r"cannot be (written|read).*(Give|make)"):
        refresh(seeds, blocked)
