"""Sentences on old addresses of a site that moved: their ends, and what to do about them."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.wording.catalogue import Language


@dataclass(frozen=True)
class Words:
    """The name of an end and what to do, in two languages; the latter is empty where nothing is to be done."""

    label_th: str
    do_th: str
    label_en: str
    do_en: str


ENDS = {
    "dead": Words(
        "เปิดไม่ได้",
        "ให้เครื่องแม่ข่ายเดิมส่งต่อลิงก์เหล่านี้ด้วยกฎท้ายรายงาน หรือวางหน้าเดิมกลับที่เดิม",
        "does not open",
        "let the old host redirect these by a rule below, or put the old pages back",
    ),
    "home": Words(
        "ไปถึงเพียงหน้าแรก",
        "กฎของเครื่องแม่ข่ายเดิมส่งทุกลิงก์ไปหน้าแรก ผู้เปิดจึงไม่พบข้อมูลของข้อนั้น ให้เปลี่ยนเป็นกฎท้ายรายงาน",
        "arrives at the home page only",
        "the rule of the old host drops the path: use a rule below",
    ),
    "other_host": Words(
        "ไปถึงเว็บไซต์อื่น",
        "ตรวจชื่อเว็บไซต์ในกฎของเครื่องแม่ข่ายเดิม หรือแก้ site_url ให้ตรงกับที่อยู่จริง",
        "arrives on another host",
        "check the name in the rule of the old host, or set site_url to the real address",
    ),
    "other_page": Words(
        "ไปถึงหน้าอื่น",
        "ตรวจโฟลเดอร์ในกฎของเครื่องแม่ข่ายเดิม ส่วนหลังที่อยู่ของเว็บไซต์ต้องเหมือนเดิม",
        "arrives at another page",
        "check the folder in the rule of the old host: what stands behind the address of the site must stay the same",
    ),
    "by_hand": Words(
        "ต้องเปิดดูเอง",
        "เครื่องแม่ข่ายไม่ตอบโปรแกรม ให้เปิดลิงก์เหล่านี้ในเบราว์เซอร์",
        "to be opened by hand",
        "the host does not answer programs: open these in a browser",
    ),
    "part_missing": Words(
        "ถึงหน้าที่ถูกต้อง แต่ไม่มีจุดนั้นในหน้า",
        "เผยแพร่เว็บไซต์ที่สร้างครั้งล่าสุดไปที่ใหม่ด้วย prongsai publish",
        "arrives at the right page, but the part is not on it",
        "publish the site as it was built last with prongsai publish",
    ),
    "part_forgotten": Words(
        "ถึงหน้าที่ถูกต้อง แต่ลืมจุดในหน้า",
        "ใช้การส่งต่อของเครื่องแม่ข่าย (รหัส 301) ที่ไม่มี # ในที่อยู่ปลายทาง แทนหน้าที่ส่งต่อเอง",
        "arrives at the right page, but the fragment is lost",
        "redirect by the server (301) without a # in the target, rather than by a page",
    ),
    "stayed": Words(
        "ยังเปิดได้ที่เดิม",
        "หน้าเดิมยังอยู่ที่เครื่องเดิม ให้คงไว้จนพ้นการประเมินและการอุทธรณ์",
        "still opens at the old place",
        "the old page is still there: keep it until assessment and appeal are over",
    ),
    "arrived": Words("ถึงที่ถูกต้อง", "", "arrives where it must", ""),
}

RULES = {
    "th": (
        "กฎสำหรับเครื่องแม่ข่ายเดิม ใช้กฎเดียวตามชนิดของเครื่อง",
        "Apache ใน .htaccess ของโฟลเดอร์เดิม:\n{apache}",
        "nginx ใน server ของชื่อเดิม:\n{nginx}",
        "IIS ที่มี URL Rewrite ใน web.config ของโฟลเดอร์เดิม:\n{iis}",
        "เครื่องที่วางได้แต่แฟ้ม: คงเว็บไซต์ชุดเดิมไว้ที่เดิมทั้งหมด\n",
    ),
    "en": (
        "rules for the old host, one suffices",
        "Apache, in .htaccess of the old folder:\n{apache}",
        "nginx, in the server of the old name:\n{nginx}",
        "IIS with URL Rewrite, in web.config of the old folder:\n{iis}",
        "a host that can only serve files: leave all old pages where they are\n",
    ),
}


def word_rules(apache: str, nginx: str, iis: str, language: Language = "th") -> str:
    """The rules for the old host, ready to paste."""
    said = "\n".join(RULES[language])
    return said.replace("{apache}", apache).replace("{nginx}", nginx).replace("{iis}", iis)


def word_end(end: str, language: Language = "th") -> tuple[str, str]:
    """The name of an end, and what to do."""
    words = ENDS[end]
    return (words.label_th, words.do_th) if language == "th" else (words.label_en, words.do_en)
