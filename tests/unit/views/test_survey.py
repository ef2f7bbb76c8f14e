"""The survey and the ways to report corruption, in words."""

import pytest

from prongsai.model.agency import Complaints, Survey
from prongsai.views.ask import show_complaints, show_survey
from prongsai.views.speech import Speech

URL = "https://itas.example.go.th/go/eit/x"
SPEECH = Speech("thai")


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ({"opens": "1 มกราคม 2567", "closes": "30 มิถุนายน 2567"}, "ช่วงวันที่ตอบได้ ๑ มกราคม ถึง ๓๐ มิถุนายน ๒๕๖๗"),
        ({"opens": "1 ธันวาคม 2566", "closes": "30 มิถุนายน 2567"}, "ช่วงวันที่ตอบได้ ๑ ธันวาคม ๒๕๖๖ ถึง ๓๐ มิถุนายน ๒๕๖๗"),
        ({"opens": "1 มกราคม 2567"}, "ช่วงวันที่ตอบได้ ตั้งแต่ ๑ มกราคม ๒๕๖๗"),
        ({"closes": "30 มิถุนายน 2567"}, "ช่วงวันที่ตอบได้ ถึง ๓๐ มิถุนายน ๒๕๖๗"),
        ({}, "ช่วงวันที่ตอบได้: ยังไม่ได้กรอกข้อมูล"),
        ({"opens": "เอกสารไม่ได้ระบุ"}, "ช่วงวันที่ตอบได้: เอกสารไม่ได้ระบุ"),
    ],
)
def test_the_days_of_the_survey_are_said_as_far_as_they_are_known(days, words):
    """Always as days, since a page does not know whether the survey is open when it is read."""
    survey = Survey.model_validate({"url": URL, "fiscal_year": "2567", **days})
    shown = show_survey(survey, SPEECH)
    assert (shown.title, shown.open, shown.url) == ("แบบวัด EIT ปีงบประมาณ พ.ศ. ๒๕๖๗", words, URL)


def test_what_is_not_stated_is_not_shown():
    """An agency that states neither shows neither."""
    assert (show_survey(None, SPEECH), show_complaints(None)) == (None, None)


def test_complaints_keep_their_channels_and_the_line_on_confidentiality():
    """Channels are the same kind of thing as the agency's own, without any title of a page in them."""
    channels = [{"kind": "email", "value": "audit@example.go.th"}]
    shown = show_complaints(Complaints.model_validate({"channels": channels, "confidentiality": "ไม่เปิดเผยชื่อ"}))
    assert [part.href for one in shown.channels for part in one.parts] == ["mailto:audit@example.go.th"]
    assert shown.confidentiality == "ไม่เปิดเผยชื่อ"
