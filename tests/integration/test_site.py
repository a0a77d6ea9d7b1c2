"""The static site: every claim can be reached, every link leads somewhere, words of sources stay words."""

import re
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner
from integration.driver import ask, refresh

from regesta.answers import open_marts
from regesta.cli import regesta_command
from regesta.pages.site import write_site
from warehouse.errors import RegestaError

VOID = {"meta", "link"}


class Page(HTMLParser):
    """Ids, links and the text of each passage; fails where a tag is left open."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.tags, self.open, self.passages = [], [], set(), [], []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.tags.add(tag)
        if "id" in found:
            self.ids.append(found["id"])
        if "href" in found:
            self.links.append(found["href"])
        if tag not in VOID:
            self.open.append((tag, found.get("class", "")))
        if tag == "div" and ("article", "text") in self.open:
            self.passages.append("")

    def handle_startendtag(self, tag, attributes):
        self.tags.add(tag)

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if ("article", "text") not in self.open:
            return
        inside = [tag for tag, _ in self.open[self.open.index(("article", "text")) :]]
        if "div" in inside and "small" not in inside:
            self.passages[-1] += data


def export(home, to):
    with open_marts(home) as con:
        write_site(con, to, edition="000001-test")
    return {path.name: Page(path.read_text("utf-8")) for path in sorted(to.glob("*.html"))}


@pytest.fixture(scope="module")
def site(published, tmp_path_factory):
    return export(published, tmp_path_factory.mktemp("site") / "site")


def test_every_claim_can_be_reached_and_leads_back_to_its_words(site, published):
    for claim, source in ask(published, "select claim_id, source_id from claims"):
        page = site[f"source-{source}.html"]
        assert page.ids.count(f"c-{claim}") == 1
        assert page.ids.count(f"m-{claim}") == 1
        assert f"#m-{claim}" in page.links


def test_every_link_leads_somewhere_in_the_site(site):
    for name, page in site.items():
        for link in page.links:
            assert not re.match(r"[a-z]+:|/", link), link
            file, _, place = link.partition("#")
            if file == "style.css":
                continue
            target = site[file or name]
            assert not place or place in target.ids, (name, link)


def test_the_text_of_a_source_is_the_text_as_archived(site, published):
    for (source,) in ask(published, "select source_id from sources"):
        archived = [
            text for (text,) in ask(published, "select text from passages where source_id = ? order by ordinal", source)
        ]
        assert "".join(site[f"source-{source}.html"].passages) == "".join(archived)


def test_no_page_has_a_script_or_anything_from_elsewhere(site):
    assert not {"script", "img", "iframe", "object"} & set().union(*(page.tags for page in site.values()))


def test_words_of_a_source_stay_words_and_antiquity_is_drawn(seeds, home, tmp_path):
    hostile = '<script>alert(1)</script> & "quoted" \u202e back'
    (seeds / "hostile.txt").write_text(
        f"= Anna {hostile} =\n\n- Born: 3 May 1901 {hostile}\n\n== Life ==\n\n{hostile}\n"
    )
    (seeds / "antique.txt").write_text(
        "= Gaius Varo =\n\nGaius Varo (100 BC – 44 BC) was a general. He died in 44 BC.\n"
    )
    refresh(seeds, home, checked=False)
    pages = export(home, tmp_path / "site")
    ((general,),) = ask(home, "select person_id from persons where name = 'Gaius Varo'")
    assert "svg" in pages[f"person-{general}.html"].tags  # Python's own days begin later
    assert not any("script" in page.tags for page in pages.values())
    ((source,),) = ask(home, "select source_id from sources where path = 'hostile.txt'")
    assert hostile in "".join(pages[f"source-{source}.html"].passages)


def test_the_same_edition_gives_the_same_bytes(published, tmp_path):
    for name in ("one", "two"):
        export(published, tmp_path / name)
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two


def test_a_folder_that_exists_is_left_alone(published, tmp_path):
    with pytest.raises(RegestaError, match="exists already"):
        export(published, tmp_path)


def test_the_command_says_what_it_wrote(published, tmp_path):
    arguments = ["export", "site", "--home", str(published), "--to", str(tmp_path / "site")]
    told = CliRunner().invoke(regesta_command, arguments, standalone_mode=False)
    assert told.exception is None
    assert "3 sources" in told.output
    assert (tmp_path / "site" / "index.html").exists()
