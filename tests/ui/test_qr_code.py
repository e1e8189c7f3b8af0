"""The code for a phone: what is drawn is read again as it was, from the texture's own modules."""

import pytest
import zxingcpp
from PIL import Image

from kiosk.ui.widgets.qr_code import QUIET_MODULES, modules

TEXTS = (
    "https://opac.example.jp/record/t1",
    "こころ\n夏目漱石\nISBN 9784101010137\n中央図書館 2F 文学 913.6ナ",
    "これからの図書館と地域社会を考えるための資料集――全国公共図書館調査報告とその分析、および今後の課題に関する覚え書き第十二巻\n"
    "図書館政策研究会編、地域文化調査委員会編、全国図書館史料集成刊行会監修\n中央図書館 2F 文学 913.6ナ",
)


@pytest.mark.parametrize("text", TEXTS)
def test_a_phone_reads_what_the_code_says(text):
    rows = modules(text)
    side = len(rows)
    picture = Image.frombytes("L", (side, side), b"".join(rows)).resize((side * 6, side * 6), Image.Resampling.NEAREST)
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [text]


def test_it_keeps_its_quiet_zone_white():
    rows = modules("こころ")
    assert all(set(row) == {255} for row in rows[:QUIET_MODULES] + rows[-QUIET_MODULES:])
    assert all(set(row[:QUIET_MODULES] + row[-QUIET_MODULES:]) == {255} for row in rows)
