"""Layers of the preview over its pages: the report while something is wrong, and a script that shows the next state."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from prongsai.pipeline.preview.script import write_script

REFUSED = "หน้าตัวอย่างนี้เปิดได้เฉพาะที่ {address}\n"
NOT_FOUND = "ไม่มีหน้านี้\n"
WRONG_CALL = "ที่อยู่นี้ไม่ถูกรูปแบบ\n"
_HEADS = {True: "ข้อมูลมีข้อผิดพลาด {count} รายการ", False: "ยังสร้างหน้าใหม่ไม่ได้"}
_OVER_A_PAGE = "หน้านี้ยังเป็นข้อมูลชุดก่อนหน้า แก้แล้วบันทึก หน้านี้จะแสดงผลใหม่เอง"
_ALONE = "จึงยังไม่มีหน้าที่แสดงได้ แก้แล้วบันทึก หน้านี้จะแสดงผลใหม่เอง"
_STYLE = """
.prongsai-fault{all:initial;display:block;box-sizing:border-box;position:sticky;top:0;z-index:1000;
padding:12px 16px;background:#8c1d18;color:#fff;border-bottom:3px solid #410e0b;
font:16px/1.6 Sarabun,"Leelawadee UI",Tahoma,Thonburi,"Noto Sans Thai",sans-serif}
.prongsai-fault *{all:revert;box-sizing:border-box;font:inherit;color:inherit}
.prongsai-fault p{margin:0 0 4px}
.prongsai-fault strong{font-weight:700}
.prongsai-fault summary{display:inline-block;min-height:32px;padding:2px 10px;border:1px solid #fff;border-radius:4px;
cursor:pointer}
.prongsai-fault summary::before{content:"\\25B8  "}
.prongsai-fault [open] summary::before{content:"\\25BE  "}
.prongsai-fault :focus-visible{outline:3px solid #ffd54f;outline-offset:2px}
.prongsai-fault[data-alone] pre{max-height:none}
.prongsai-fault pre{margin:8px 0 0;max-height:30vh;overflow:auto;padding:12px;background:#fff;color:#1c1b1f;
border-radius:4px;white-space:pre-wrap;overflow-wrap:anywhere}
"""
_POLICY = re.compile(rb"<meta[^>]+http-equiv=[\"']?content-security-policy", re.IGNORECASE)
_BODY = re.compile(rb"<body\b[^>]*>", re.IGNORECASE)
# Without a picture of its own named, a browser asks for /favicon.ico, which no site here has.
_ALONE_PAGE = (
    '<!doctype html><html lang="th"><head><meta charset="utf-8"><title>{title}</title><link rel="icon" href="data:,">'
    '<meta name="viewport" content="width=device-width,initial-scale=1"></head><body style="margin:0"></body></html>'
)


@dataclass(frozen=True)
class Fault:
    """The reason why the newest data has no page yet: the whole report, and how many errors it has."""

    report: str
    errors: int = 0

    @property
    def head(self) -> str:
        """The report in a few words."""
        return _HEADS[self.errors > 0].format(count=self.errors)


def write_fault_page(fault: Fault) -> bytes:
    """A page that shows nothing yet, for the report to be laid over."""
    return _ALONE_PAGE.format(title=escape(fault.head)).encode()


def lay_over(page: bytes, fault: Fault | None, *, watch: str, version: str, is_alone: bool = False) -> bytes:
    """A page as the preview shows it: the report above its content, and at its end the script that asks at `watch`.

    A page that says itself what may run in it stays as it is.
    """
    if _POLICY.search(page):
        return page
    begin = _BODY.search(page)
    place = begin.end() if begin else len(page)
    end = max(page.rfind(b"</body>"), place)
    bar = _bar(fault, is_alone=is_alone) if fault else ""
    script = write_script(watch, version)
    return page[:place] + _bytes(bar) + page[place:end] + _bytes(f"<script>{script}</script>") + page[end:]


def _bar(fault: Fault, *, is_alone: bool) -> str:
    return (
        f'<style>{_STYLE}</style><section class="prongsai-fault" role="alert" lang="th"'
        f"{' data-alone' if is_alone else ''}>"
        f"<p><strong>{escape(fault.head)}</strong> {_ALONE if is_alone else _OVER_A_PAGE}</p>"
        f'<details open><summary>รายงานทั้งหมด</summary><pre tabindex="0">'
        f"{escape(fault.report)}</pre></details></section>"
    )


def _bytes(markup: str) -> bytes:
    """Right in whatever encoding the page is written."""
    return markup.encode("ascii", "xmlcharrefreplace")
