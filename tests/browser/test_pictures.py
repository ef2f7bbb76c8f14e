"""Pictures in a real browser: words that never touch each other, colours that can be told apart, nothing cut off."""

from __future__ import annotations

import pytest

from browser.visit import HEIGHT, violations

WIDTHS = (320, 390, 1280)
# What is over what: words over words, and words outside the picture (2 px are what letters lean over).
TROUBLE = """() => [...document.querySelectorAll('svg.ps-picture')].flatMap(picture => {
  const frame = picture.getBoundingClientRect();
  const words = [...picture.querySelectorAll('text')].flatMap(text => {
    const inner = [...text.querySelectorAll('tspan')];
    if (!inner.length) return [[text.textContent, text.getBoundingClientRect()]];
    const range = document.createRange();
    range.selectNodeContents(text.firstChild);
    return [[text.firstChild.textContent, range.getBoundingClientRect()],
            ...inner.map(one => [one.textContent, one.getBoundingClientRect()])];
  });
  const shown = words.filter(([, box]) => box.width > 0);  // a style sheet may leave words out on a phone
  const wide = shown.filter(([, box]) => box.left < frame.left - 2 || box.right > frame.right + 2);
  const touching = shown.flatMap(([one, a], nth) => shown.slice(nth + 1).filter(([, b]) => {
    const rows = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return rows > Math.min(a.height, b.height) * 0.45
      && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1;
  }).map(([other]) => `${one} touches ${other}`));
  return [...wide.map(([one]) => `${one} leaves the picture`), ...touching];
})"""
# The contrast of each kind of shape with the page behind it.
COLOURS = """() => {
  const light = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
      .map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = light(getComputedStyle(document.body).backgroundColor);
  const found = {};
  const shapes = ".bar .under .edge .goal .before .point .path .due"
    + " .done .active .stopped .planned .unreported .printed .silent";
  for (const shape of document.querySelectorAll(`.ps-picture :is(${shapes.split(" ").join(",")})`)) {
    const look = getComputedStyle(shape);
    const own = light(look.stroke === 'none' ? look.fill : look.stroke);
    found[shape.getAttribute('class')] = (Math.max(own, behind) + 0.05) / (Math.min(own, behind) + 0.05);
  }
  return found;
}"""


def with_pictures(made, least=10):
    """The pages of a site that have pictures; there are more than `least`."""
    found = [page for page in made.pages if 'class="ps-figure"' in made.file(page).read_text("utf-8")]
    assert len(found) > least
    return found


def test_words_stay_apart(windows, own, own_root):
    """On a narrow phone, on a phone and on a wide screen no words of a picture touch each other or leave it."""
    visitor = windows(own_root)
    trouble = {}
    for path in with_pictures(own):
        visitor.open(path)
        for width in WIDTHS:
            visitor.page.set_viewport_size({"width": width, "height": HEIGHT})
            trouble[path, width] = visitor.page.evaluate(TROUBLE)
    assert {place: found for place, found in trouble.items() if found} == {}


def test_the_look_can_find_trouble(windows, own_root):
    """The test above sees words that are laid over others."""
    visitor = windows(own_root)
    visitor.open("2564/scores/")
    visitor.page.evaluate(
        "() => document.querySelectorAll('.ps-picture text').forEach(one => one.setAttribute('y', 20))"
    )
    assert len(visitor.page.evaluate(TROUBLE)) > 5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", ["2564/scores/", "2565/follow-up/", "years/", "indicators/10/"])
def test_shapes_can_be_seen(windows, own_root, scheme, page):
    """Every shape that means something stands out from the page at least three to one, and axe finds nothing."""
    visitor = windows(own_root, color_scheme=scheme)
    visitor.open(page)
    contrasts = visitor.page.evaluate(COLOURS)
    assert contrasts
    assert {name: ratio for name, ratio in contrasts.items() if ratio < 3} == {}
    assert violations(visitor.page) == []


def test_pictures_are_printed_in_the_dark_too(windows, own_root):
    """Printed from a dark screen, bars are dark on white."""
    visitor = windows(own_root, color_scheme="dark")
    visitor.open("2564/scores/")
    visitor.page.emulate_media(media="print")
    contrasts = visitor.page.evaluate(COLOURS)
    visitor.page.emulate_media(media="screen")
    assert contrasts
    assert min(contrasts.values()) >= 3


def test_a_screen_reader_is_told_the_figures(windows, own_root):
    """The picture is one image, whose name has its title and every figure."""
    visitor = windows(own_root)
    visitor.open("2564/scores/")
    image = visitor.page.get_by_role("img", name="แผนภูมิคะแนนรายตัวชี้วัด")
    assert image.count() == 1
    assert visitor.page.get_by_role("img", name="การป้องกันการทุจริต ๔๓.๗๕ ต่ำกว่าค่าเป้าหมาย ปี ๒๕๖๓ ๑๘.๗๕").count() == 1
