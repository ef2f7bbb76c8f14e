"""The page that says how everybody can use the site."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import addresses
from prongsai.blocks.block import Block, Entries, Paragraph, paragraph
from prongsai.views.content import Phrase


def accessibility_blocks(agency: str, *, has_channels: bool, own_scripts: bool) -> Iterator[Block]:
    """Help with using the site, and whom to tell of what does not work; `own_scripts` are those of the agency."""
    yield paragraph("เว็บไซต์นี้ทำให้ทุกคนใช้ได้ ทั้งบนโทรศัพท์ คอมพิวเตอร์ และโปรแกรมอ่านหน้าจอ โดยยึดแนวทาง WCAG 2.2 ระดับ AA")
    yield Entries(tuple((Phrase(text),) for text in _ways(agency, own_scripts=own_scripts)))
    if has_channels:
        told = Phrase(f"หากพบส่วนที่ใช้งานไม่ได้ โปรดแจ้ง{agency} ตามช่องทางใน")
        yield Paragraph((told, Phrase("หน้าติดต่อ", href=addresses.CONTACT)))


def _ways(agency: str, *, own_scripts: bool) -> Iterator[str]:
    if own_scripts:
        yield f"หน้าที่สร้างจากข้อมูลใช้ได้โดยไม่ต้องเปิด JavaScript ส่วนหน้าที่{agency}เขียนเองบางหน้าอาจต้องเปิด"
    else:
        yield "ทุกหน้าใช้ได้โดยไม่ต้องเปิด JavaScript"
    yield "ใช้แป้นพิมพ์อย่างเดียวได้ กดแป้น Tab เพื่อไปยังลิงก์ถัดไป และกดซ้ำที่ต้นหน้าเพื่อข้ามไปยังเนื้อหา"
    yield "ในหน้าของข้อ OIT กดแป้น Shift พร้อมลูกศรซ้ายหรือลูกศรขวา เพื่อไปข้อก่อนหน้าหรือข้อถัดไป"
    yield "ตารางที่กว้างกว่าจอเลื่อนในกรอบของตัวเอง ใช้แป้นลูกศรเลื่อนได้เมื่อเลือกตารางแล้ว"
    yield "เลือกโหมดสว่างหรือมืดได้จากปุ่มที่หัวเว็บไซต์"
    yield "ทุกหน้าพิมพ์ลงกระดาษ A4 ได้"
    if own_scripts:
        yield "หน้าที่สร้างจากข้อมูลไม่เรียกข้อมูลจากเว็บไซต์อื่น และไม่มีตัวติดตามผู้อ่าน"
        yield (
            f"หน้าที่{agency}เขียนเองอาจมีสคริปต์ของ{agency} ซึ่งตรวจแล้วว่าไม่มีที่อยู่ของเว็บไซต์อื่นเขียนไว้ "
            "แต่ที่อยู่ซึ่งสคริปต์ประกอบขึ้นเองขณะทำงานตรวจล่วงหน้าไม่ได้"
        )
    else:
        yield "หน้าเว็บไม่เรียกข้อมูลจากเว็บไซต์อื่น และไม่มีตัวติดตามผู้อ่าน"
