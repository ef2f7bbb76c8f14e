"""Words that lost their sara am are found, and no other word is taken for one."""

from __future__ import annotations

import pytest

import sites
from prongsai.prose.copied_text import find_lost_marks
from prongsai.rules.context import Context, every_text

LOST = {
    "สานักปลัดดาเนินงาน": ["สำนัก", "ดำเนิน"],
    "กาหนดจานวนตามลาดับที่": ["กำหนด", "จำนวน", "ลำดับที่"],
    "จัดทาแผนพัฒนาประจาปีของอาเภอ": ["จัดทำ", "ประจำ", "อำเภอ"],
    "คาสั่งแต่งตั้งเจ้าหน้าที่กากับดูแล": ["คำสั่ง", "กำกับ"],
    "การชาระภาษีในวันทาการ": ["ชำระ", "ทำการ"],
    "ส านักปลัด": ["สำนักปลัด"],
    "ด าเนินการ": ["ดำเนินการ"],
    "ข้อ คำ ท าได้": ["ทำได้"],
    "น ้าเสีย": ["น้ำเสีย"],
    "ส ำเร็จ": ["สำเร็จ"],
}
# The same letters where no mark was lost: other words, or two words side by side.
WHOLE = (
    "สำนักปลัดดำเนินงานตามกำหนดจำนวนลำดับที่ อำนาจ สำคัญ ตำบล ทำการ",
    "ชมรมจิตอาสานักเรียน",
    "รายวิชาระบบสารสนเทศ วิชาชีพ",
    "การกำจัดทากและขจัดทางน้ำตัน จัดทางเดิน จัดทาสี จัดทานอาหาร",
    "ราคาสั่งซื้อ ราคาตอบแทน",
    "เวลาดับเพลิง เวลาดับที่สถานี",
    "เอกสารวจนะ สารวจี",
    "ชี้แนะนายก แนะนาม",
    "ปากกากับดินสอ นาฬิกากับกล้อง",
    "แผนพัฒนาเสนอสภา ชาวนาเสนอ",
    "ศักดิ์ศรีวาจาเป็นสำคัญ",
    "การค้าชารุดหน้า",
    "สารองค์ประกอบ",
    "ที่นา ทางานศิลป์",
    "ข้อ ก และ ข อาคาร ค อาจ",  # a letter of the alphabet before a word
)


@pytest.mark.parametrize("text", LOST)
def test_a_lost_mark_is_found(text):
    """With the word that was meant."""
    assert [meant for _, meant in find_lost_marks(text)] == LOST[text]


@pytest.mark.parametrize("text", WHOLE)
def test_a_whole_word_is_not_taken_for_one(text):
    """Ordinary Thai says nothing."""
    assert list(find_lost_marks(text)) == []


def test_no_word_of_the_documents_is_taken_for_one():
    """The five documents, the invented agency and the site of this repository hold no such word."""
    for root in (sites.REPOSITORY, *sorted((sites.REPOSITORY / "examples").iterdir())):
        texts = [text for _, text in every_text(Context(sites.checked(root).results))]
        assert len(texts) > 100
        assert [text for text in texts if list(find_lost_marks(text))] == []
