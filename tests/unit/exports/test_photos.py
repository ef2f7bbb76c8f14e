"""Copies of photos are upright, bare and the same each time; what an image tells is read without opening a bomb."""

import io

import pytest
from PIL import Image, ImageFile

from prongsai.exports.photos import copy_photo
from prongsai.loading.read_attachment import read_attachment
from prongsai.model.content import MOST_PIXELS, ContentFile

PLACE, MAKER = 0x8825, "SecretCamera"


def picture(form="JPEG", mode="RGB", size=(900, 600), *, turned=0, placed=False, **more):
    """A file of a picture whose left upper corner is red, as a camera writes it."""
    made = Image.new("RGB", size, "navy")
    made.paste("red", (0, 0, size[0] // 2, size[1] // 2))
    exif = Image.Exif()
    exif[0x010F] = MAKER
    if turned:
        exif[0x0112] = turned
    if placed:
        exif.get_ifd(PLACE).update({1: "N", 2: (13.0, 45.0, 0.0), 3: "E", 4: (100.0, 30.0, 0.0)})
    made.convert(mode).save(written := io.BytesIO(), form, exif=exif, **more)
    return written.getvalue()


def opened(data):
    """The picture of a file."""
    return Image.open(io.BytesIO(data))


def test_what_an_image_tells_is_read_upright():
    """The size is as people see it, and a place is found in EXIF and in XMP alike."""
    cases = [
        (picture(), (900, 600), False),
        (picture(turned=6), (600, 900), False),
        (picture(turned=3, placed=True), (900, 600), True),
        (picture("PNG", placed=True), (900, 600), True),
        (picture("WEBP", placed=True), (900, 600), True),
        (picture() + b'<rdf exif:GPSLatitude="13,45N"/>', (900, 600), True),
    ]
    for data, pixels, tells_place in cases:
        reading = read_attachment(data)
        assert (reading.state, reading.pixels, reading.tells_place) == ("not-read", pixels, tells_place)


def test_an_image_that_does_not_open_and_one_too_large_are_not_shown():
    """A cut file has no size; one of too many pixels has one, and is neither opened nor shown."""
    assert read_attachment(picture()[:400]).pixels is None
    wide = io.BytesIO()
    Image.new("1", (MOST_PIXELS // 5000 + 1, 5000)).save(wide, "PNG")
    reading = read_attachment(wide.getvalue())
    assert reading.pixels == (MOST_PIXELS // 5000 + 1, 5000)
    assert ContentFile("files/a.png", 1, reading).shown_pixels is None
    assert ContentFile("files/a.jpg", 1, read_attachment(picture())).shown_pixels == (900, 600)


def test_half_an_image_is_damaged_whatever_another_library_takes_for_whole(monkeypatch):
    """Once papers were written Pillow takes half an image for a whole one, which changes nothing in what is read."""
    for takes_half in (False, True):
        monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", takes_half)
        for form in ("JPEG", "PNG", "WEBP"):
            data = picture(form)
            assert read_attachment(data).pixels == (900, 600), form
            assert read_attachment(data[: len(data) // 2]).pixels is None, form
        assert takes_half == ImageFile.LOAD_TRUNCATED_IMAGES


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_copy_is_upright_and_has_nothing_of_the_camera(form):
    """No EXIF, no place and no maker is left; the corner that was up is up; the second copy has the same bytes."""
    data = picture(form, turned=6, placed=True)
    copy = copy_photo(data, 480)
    made = opened(copy)
    assert (made.format, made.size) == (form, (480, 720))
    assert not made.getexif()
    assert read_attachment(copy).tells_place is False
    assert MAKER.encode() not in copy
    corner = made.convert("RGB").getpixel((made.width - 20, 20))
    assert corner[0] > 200
    assert corner[2] < 60
    assert copy_photo(data, 480) == copy


@pytest.mark.parametrize(
    ("form", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "L"), ("PNG", "1"), ("JPEG", "L"), ("WEBP", "RGBA")]
)
def test_every_kind_of_picture_is_copied_and_none_is_blown_up(form, mode):
    """Grey, indexed and transparent pictures keep what they show; a small one keeps its size."""
    copy = opened(copy_photo(picture(form, mode, (300, 200)), 480))
    assert (copy.format, copy.size) == (form, (300, 200))
    halves = ((0, 0, 140, 90), (160, 110, 300, 200))
    left, right = (copy.convert("L").crop(half).resize((1, 1)).getpixel((0, 0)) for half in halves)
    assert left > right + 10
    assert opened(copy_photo(picture(form, mode), 480)).size == (480, 320)


def test_the_colour_profile_stays():
    """Without it browsers would show other colours."""
    copy = copy_photo(picture(icc_profile=b"profile"), 480)
    assert opened(copy).info["icc_profile"] == b"profile"
