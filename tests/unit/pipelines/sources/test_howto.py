import re
from pathlib import Path

HOWTO = Path(__file__).parents[4] / "docs" / "howto" / "add-a-layout.md"


def test_the_layout_shown_in_the_howto_works():
    layout = {}
    exec(re.search(r"```python\n(.*?)```", HOWTO.read_text("utf-8"), re.DOTALL)[1], layout)
    text = "BERGEN\n\nPOPULATION ... 3000\nA town.\nOn the sea."
    page = layout["split"](text)
    assert layout["recognise"](text) > 0.3 > layout["recognise"]("Bergen\n\nA town ... on the sea.")
    assert page.title == "BERGEN"
    assert [(block.kind, text[block.start : block.end]) for block in page.blocks] == [
        ("title", "BERGEN\n"),
        ("blank", "\n"),
        ("field", "POPULATION ... 3000\n"),
        ("paragraph", "A town.\nOn the sea."),
    ]
