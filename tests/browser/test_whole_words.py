"""On a phone no line parts a word of the field or the agency's name, wherever it is."""

from __future__ import annotations

import pytest

WORDS = ["หน่วยงาน", "งบประมาณ", "ตัวชี้วัด", "การเปิดเผย", "ค่าเป้าหมาย", "เทศบาลตำบลเมืองแกลง"]
PARTED = """words => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    if (node.parentElement.closest("script,style,svg,option,noscript,nav")) continue;
    for (const word of words)
      for (let at = node.data.indexOf(word); at >= 0; at = node.data.indexOf(word, at + 1)) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        const tops = [...range.getClientRects()].filter(one => one.width).map(one => one.top);
        if (tops.length && Math.max(...tops) - Math.min(...tops) > 6) found.push(node.data.trim());
      }
  }
  return found;
}"""


@pytest.mark.parametrize("path", ["", "2564/oit/", "2565/measures/", "data/dictionary/results/", "2564/analysis/"])
def test_no_line_parts_a_word(windows, own_root, path):
    """Words and the name are whole on the pages with most of them, among them one of narrow cells."""
    visitor = windows(own_root)
    visitor.page.set_viewport_size({"width": 390, "height": 844})
    visitor.open(path)
    assert visitor.page.evaluate(PARTED, WORDS) == []
