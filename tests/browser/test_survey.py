"""The survey's code as people scan it: from the screen in both schemes, and from paper."""

from __future__ import annotations

import base64

import pytest
import zxingcpp

ADDRESS = "https://itas.example.go.th/go/eit/example"
# The grey values of a picture, which the browser itself unpacks.
UNPACK = """async picture => {
  const image = await createImageBitmap(await (await fetch(picture)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height);
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const points = pen.getImageData(0, 0, image.width, image.height).data;
  return [image.height, image.width, [...points].filter((_, place) => place % 4 == 1)];
}"""


def scanned(page, element):
    """The text that a reader of codes finds in an element as it is painted on the page."""
    picture = base64.b64encode(element.screenshot()).decode()
    blank = page.context.new_page()
    height, width, grey = blank.evaluate(UNPACK, f"data:image/png;base64,{picture}")
    blank.close()
    return [found.text for found in zxingcpp.read_barcodes(memoryview(bytes(grey)).cast("B", (height, width)))]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_the_code_is_read_from_what_is_painted(windows, small_root, scheme, media):
    """On a light and on a dark page, and printed: always dark on white, and large enough."""
    visitor = windows(small_root, color_scheme=scheme)
    visitor.open("contact/")
    page = visitor.page
    page.emulate_media(media=media)
    assert scanned(page, page.locator("svg.ps-qr")) == [ADDRESS]
    page.emulate_media(media="screen")
