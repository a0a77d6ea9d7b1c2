import bz2

import pytest


def page(title, text, number, revision=1):
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return (
        f"<page><title>{title}</title><ns>0</ns><id>{number}</id>"
        f"<revision><id>{number}{revision:02}</id><text>{text}</text></revision></page>"
    )


def life(name, year, office="Mayor of Bergen"):
    return (
        f"{{{{Infobox officeholder\n| name = {name}\n| office = {office}\n| term_start = {year + 40}\n"
        f"| birth_date = {{{{birth date|{year}|2|7}}}}<ref>{{{{cite book|title=Lives}}}}</ref>\n}}}}\n"
        f"'''{name}''' was a Norwegian statesman. [[Category:Mayors]]\n"
    )


@pytest.fixture
def write_dump():
    """Writes a dump of pages (title, text[, revision]), packed where its name says so."""

    def write(file, *pages):
        made = "".join(page(title, text, 10 + place, *rest) for place, (title, text, *rest) in enumerate(pages))
        content = f"<mediawiki>{made}</mediawiki>".encode()
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(bz2.compress(content) if file.suffix == ".bz2" else content)

    return write
