"""The ways to ask about a page: each channel is a link that brings the page's address with it."""

from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from prongsai.model.agency import Agency, Channel, SiteOptions
from prongsai.model.site import Site
from prongsai.views.ask import AskedPage, ask_about, channel_fact, channel_href, permanent_address
from prongsai.views.speech import Speech

ADDRESS = "https://ita.example.go.th/2567/measures/m01/"
TOPIC = AskedPage("มาตรการที่ 1 ค่าธรรมเนียม & ภาษี 100%", ADDRESS)
SPEECH = Speech("arabic")


def channel(kind, value):
    """A channel."""
    return Channel(kind=kind, value=value)


def hrefs(fact):
    """The targets of the phrases of a fact."""
    return [part.href for part in fact.parts if part.text.strip()]


def site_of(agency, **options):
    """A site of these facts."""
    return Site(Agency.model_validate(agency), SiteOptions.model_validate({"title": "ก", **options}))


def test_a_letter_has_its_subject_and_the_address_of_the_page():
    """A mail program reads subject and body whole, whatever signs the title has."""
    parts = urlsplit(channel_href(channel("email", "ita@example.go.th"), TOPIC))
    assert (parts.scheme, parts.path) == ("mailto", "ita@example.go.th")
    found = {name: values[0] for name, values in parse_qs(parts.query, strict_parsing=True).items()}
    assert found.keys() == {"subject", "body"}
    assert found["subject"] == f"สอบถามเรื่อง {TOPIC.name}"
    assert found["body"].split("\r\n")[:2] == [f"เรื่อง {TOPIC.name}", ADDRESS]
    assert "+" not in parts.query
    letter = EmailMessage()
    letter["Subject"] = found["subject"]
    assert letter["Subject"] == found["subject"]


def test_a_letter_is_short_enough_for_mail_programs():
    """An address of 2,000 signs is the most that common mail programs take; the longest name stays below it."""
    longest = AskedPage("ก" * 60, f"https://{'a' * 100}.go.th/ita/2567/measures/m01/")
    assert len(channel_href(channel("email", "ita@example.go.th"), longest)) < 2000


def test_without_a_page_a_letter_has_no_subject():
    """The page of contacts is about no topic."""
    assert channel_href(channel("email", "ita@example.go.th")) == "mailto:ita@example.go.th"


@pytest.mark.parametrize(
    ("value", "href"),
    [
        ("0-2000-0000", "tel:020000000"),
        ("๐ ๒๐๐๐ ๐๐๐๐", "tel:020000000"),
        ("0 2000 0000 ต่อ 12", "tel:020000000"),
        ("0 2000 0000, 0 2000 0001", "tel:020000000"),
        ("+66 2000 0000", "tel:+6620000000"),
        ("แจ้งที่สำนักงาน", ""),
    ],
)
def test_a_telephone_dials_one_number(value, href):
    """Extensions and second numbers are never dialled as part of the first."""
    assert channel_href(channel("phone", value), TOPIC) == href


def test_a_line_account_opens_and_can_be_written_to():
    """The account's page first, then a message that holds the title and the address."""
    account, message = hrefs(channel_fact(channel("line", "@example"), TOPIC))
    assert account == "https://line.me/R/ti/p/%40example"
    assert message.startswith("https://line.me/R/oaMessage/%40example/?")
    assert unquote(message.partition("/?")[2]) == f"สอบถามเรื่อง {TOPIC.name} {ADDRESS}"


@pytest.mark.parametrize("value", ["ชื่อบัญชีของเทศบาล", "@ไทย", "javascript:alert(1)"])
@pytest.mark.parametrize("kind", ["line", "facebook", "web", "post"])
def test_what_is_no_address_is_only_read(kind, value):
    """Names, postal addresses and foreign schemes become no link."""
    assert hrefs(channel_fact(channel(kind, value), TOPIC)) == [""]


def test_a_web_form_gets_the_address_of_the_page():
    """`{page}` is replaced by the encoded address; what is shown is the address of the form."""
    form = channel("web", "https://www.example.go.th/ask?about={page}&x=1")
    shown = channel_fact(form, TOPIC)
    assert shown.parts[0].text == "https://www.example.go.th/ask"
    [href] = hrefs(shown)
    assert parse_qs(urlsplit(href).query) == {"about": [ADDRESS], "x": ["1"]}
    assert channel_href(form) == "https://www.example.go.th/ask?about=&x=1"


def test_a_web_address_without_a_place_for_the_page_just_leads():
    """Nothing is added to an address that asks for nothing."""
    assert channel_href(channel("web", "https://www.example.go.th/q"), TOPIC) == "https://www.example.go.th/q"


@pytest.mark.parametrize(
    ("options", "address"),
    [
        ({"site_url": "https://www.example.go.th/ita"}, "https://www.example.go.th/ita/2567/oit/o1/"),
        ({"site_url": "https://ita.example.go.th/"}, "https://ita.example.go.th/2567/oit/o1/"),
        ({"base_path": "/ita/"}, "/ita/2567/oit/o1/"),
        ({}, "/2567/oit/o1/"),
    ],
)
def test_the_permanent_address_is_as_full_as_is_known(options, address):
    """The host is in it where the agency states it; otherwise it is the path, and no host is made up."""
    assert permanent_address(site_of({}, **options), "/2567/oit/o1/") == address


def test_a_site_made_from_a_document_is_not_the_agencys():
    """It shows the channels that the data state, and says whose site it is not."""
    agency = {"name": "เทศบาลตำบลทดสอบ", "channels": [{"kind": "phone", "value": "0-2000-0000"}]}
    ask = ask_about(site_of(agency, from_document="true"), SPEECH, TOPIC)
    assert (ask.is_own, ask.agency, len(ask.channels)) == (False, "เทศบาลตำบลทดสอบ", 1)


@pytest.mark.parametrize(
    ("channels", "words"), [({}, "ยังไม่ได้กรอกข้อมูล"), ({"channels": "เอกสารไม่ได้ระบุ"}, "เอกสารไม่ได้ระบุ")]
)
def test_why_there_is_no_channel_is_said(channels, words):
    """An agency that has entered none is told apart from a document that names none."""
    ask = ask_about(site_of(channels), SPEECH, TOPIC)
    assert (ask.channels, ask.absent.text) == ((), words)
