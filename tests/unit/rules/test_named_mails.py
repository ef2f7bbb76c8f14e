"""An e-mail address next to the name of a person is found, and one next to an office is not."""

from __future__ import annotations

import pytest

from prongsai.rules.privacy import find_named_mails

NAMED = (
    "ผู้รับผิดชอบ นางสาวสมมุติ ทดสอบ somsamut@example.com",
    "ผู้รับผิดชอบนายสมมุติ ทดสอบ (somsamut@example.go.th)",
    "นาย สมมุติ ทดสอบ อีเมล s.t@example.co.th",
    "น.ส.สมมุติ ทดสอบ e-mail: t@example.com",
    "ติดต่อ นางสมมุติ ทดสอบ โทร 0 2000 0000 t_1@mail.example.com",
    "ว่าที่ร้อยตรีสมมุติ ทดสอบ t@example.com",
    "นายกมล ทดสอบ t@example.com",  # begins like นายก
)
OFFICES = (
    "งานสารบรรณ saraban@example.go.th",
    "นายกเทศมนตรี ตำบลทดสอบ saraban@example.go.th",
    "นายกองค์การบริหารส่วนตำบล ทดสอบ saraban@example.go.th",
    "นายช่างโยธา สำนักช่าง saraban@example.go.th",
    "นายอำเภอทดสอบ จังหวัดทดสอบ saraban@example.go.th",
    "ที่ว่าการอำเภอนางรอง จังหวัดบุรีรัมย์ saraban@example.go.th",
    "นายทะเบียนท้องถิ่น เทศบาลตำบล saraban@example.go.th",
    "นางสาวสมมุติ ทดสอบ",
    "ผู้ใช้ @example และนายสมมุติ ทดสอบ",
)


@pytest.mark.parametrize("text", NAMED)
def test_a_person_with_mail_is_found(text):
    """The address is shown masked, so that a report does not repeat it."""
    [found] = find_named_mails(text)
    assert found.digits in text
    assert found.masked.endswith(f"xxx@{found.digits.partition('@')[2]}")


@pytest.mark.parametrize("text", OFFICES)
def test_an_office_with_mail_is_none(text):
    """Titles of offices, districts, and names or addresses alone say nothing."""
    assert list(find_named_mails(text)) == []
