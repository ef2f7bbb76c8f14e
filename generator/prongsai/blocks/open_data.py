"""The open data: what there is to take, how it is read and cited, and what each column means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.blocks.block import Block, Entries, Facts, Heading, Paragraph, link_if_there, paragraph
from prongsai.views.content import NamedFact, Part, Phrase, fact
from prongsai.views.open_data.dataset import (
    CATALOGUE,
    TABLE_GROUPS,
    Catalogue,
    Dataset,
    columns_table,
    file_parts,
    shared_fields,
    shared_table,
    tables_table,
    yearly_files,
)
from prongsai.views.open_data.table import OpenTable
from prongsai.views.speech import Speech

_READING = (
    "ช่องตัวเลขที่ว่างไม่ใช่ศูนย์ คอลัมน์ถัดไปที่ลงท้ายด้วย _note บอกว่าเพราะเหตุใด",
    "ตัวเลขใช้เลขอารบิกและมีทศนิยมเท่าที่เอกสารพิมพ์",
    "ปีและวันที่เป็นพุทธศักราช วันที่เขียนเป็น ปี-เดือน-วัน เช่น 2565-03-31",
    "แฟ้ม CSV เข้ารหัส UTF-8 with BOM ดับเบิลคลิกเปิดใน Excel แล้วอ่านภาษาไทยได้",
    (
        "ใน CSV ข้อความที่ขึ้นต้นด้วย = + - หรือ @ อยู่ในเครื่องหมายคำพูด “ ” เพื่อไม่ให้โปรแกรมตารางอ่านเป็นสูตร "
        "ใน XLSX และ JSON เป็นข้อความเดิม"
    ),
)
_REMARKS = "คอลัมน์ที่ลงท้ายด้วย _note อยู่คู่กับคอลัมน์ที่มีชื่อหน้าคำนั้น บอกเหตุที่ไม่มีค่า หรือสิ่งที่ระบุไว้ข้างค่านั้น"
_UNOFFICIAL = "เว็บไซต์นี้จัดทำจากเอกสารที่หน่วยงานเผยแพร่ ข้อมูลชุดนี้จึงไม่ใช่ชุดข้อมูลทางการของหน่วยงาน"


def open_data_blocks(
    results: Results, data: Catalogue, dataset: Dataset, speech: Speech, *, has_updates: bool
) -> Iterator[Block]:
    """All that there is to take; `has_updates` says whether there is a page of what changed."""
    span = f" ข้อมูลปีงบประมาณ พ.ศ. {speech.digits(dataset.span)}" if dataset.span else ""
    yield paragraph(f"นำข้อมูลของเว็บไซต์นี้ไปใช้ต่อได้ทุกตาราง ตัวเลขและถ้อยคำตรงกับที่แสดงบนหน้าเว็บ{span}")
    yield from _tables(data, speech)
    yield from _meanings(data)
    yield from _terms(results, dataset, speech)
    yield from _registration(results, data, dataset, speech)
    yield from _others(results, data, speech, has_updates=has_updates)


def _tables(data: Catalogue, speech: Speech) -> Iterator[Block]:
    """The forms in which the tables are handed out, and the tables of each group."""
    workbook = file_parts(addresses.OPEN_WORKBOOK, data)
    opened = Phrase(" เปิดด้วย Excel หรือ LibreOffice ได้ทันที")
    yield Entries(
        (
            (Phrase("Excel", kind="bold"), Phrase("ทุกตารางอยู่ในแฟ้มเดียว "), *workbook, opened),
            (Phrase("CSV", kind="bold"), Phrase("หนึ่งแฟ้มต่อหนึ่งตาราง ใช้ได้ทั้งใน Excel และโปรแกรมวิเคราะห์ข้อมูล")),
            (Phrase("JSON", kind="bold"), Phrase("ตารางเดียวกันสำหรับโปรแกรมคอมพิวเตอร์")),
        )
    )
    for key, (name, _) in TABLE_GROUPS.items():
        table = tables_table(key, data, speech)
        if table.rows:
            yield Heading(name, key)
            yield table


def _meanings(data: Catalogue) -> Iterator[Block]:
    """The place where the columns are explained, and what to know of all of them."""
    yield Heading("ความหมายของคอลัมน์", "dictionary")
    yield paragraph("หัวคอลัมน์เป็นภาษาอังกฤษเพื่อให้โปรแกรมอ่านได้ ความหมายภาษาไทยอยู่ในพจนานุกรมข้อมูล")
    whole = (Phrase("พจนานุกรมทุกตารางเป็นแฟ้ม "), *file_parts(addresses.OPEN_DICTIONARY, data))
    pages = (
        (link_if_there(f"พจนานุกรมข้อมูล {name}", addresses.dictionary_path(key)),)
        for key, (name, _) in TABLE_GROUPS.items()
    )
    yield Entries((*pages, whole))
    yield Heading("วิธีอ่านข้อมูล", "reading")
    joined = Phrase("คอลัมน์รหัส เช่น measure_id และ item ใช้เชื่อมตารางเข้าด้วยกัน ดูการเชื่อมได้ใน ")
    said = ((Phrase(text),) for text in _READING)
    yield Entries((*said, (joined, *file_parts(addresses.OPEN_PACKAGE, data))))


def _terms(results: Results, dataset: Dataset, speech: Speech) -> Iterator[Block]:
    """Under which licence the data is, whose it is, and how it is cited."""
    yield Heading("เงื่อนไขการใช้และการอ้างอิง", "licence")
    yield Facts(tuple(_cited(results, dataset, speech)))
    if not dataset.is_official:
        yield paragraph(_UNOFFICIAL)


def _cited(results: Results, dataset: Dataset, speech: Speech) -> Iterator[NamedFact]:
    said, unknown = dataset.said, speech.missing().text
    if said.license:
        yield NamedFact("สัญญาอนุญาต", _with_link(said.license, said.license_url, said.license_url))
    else:
        yield fact("สัญญาอนุญาต", Phrase(speech.no_data("สัญญาอนุญาต"), kind="absent"))
    if dataset.is_official:
        email = said.maintainer_email
        yield fact("เจ้าของข้อมูล", dataset.owner or unknown)
        yield NamedFact("ผู้ติดต่อ", _with_link(said.maintainer or unknown, email, f"mailto:{email}"))
    where = f"{dataset.site_url}data/" if dataset.site_url else ""
    whose = dataset.owner or results.site.options.title
    yield fact("อ้างอิงเป็น", " ".join(filter(None, (f"{whose}.", f"{dataset.title}.", where))))


def _with_link(text: str, shown: str | None, href: str | None) -> tuple[Part, ...]:
    """A text with a link behind it, where there is one."""
    return (Phrase(f"{text} "), Phrase(shown, href=href)) if shown and href else (Phrase(text),)


def _registration(results: Results, data: Catalogue, dataset: Dataset, speech: Speech) -> Iterator[Block]:
    """The facts that the government's catalogue asks for; to the officer alone what the agency has not said of them."""
    yield Heading("ลงทะเบียนในบัญชีข้อมูลภาครัฐ", "catalogue")
    held = f" มีข้อมูลที่ data.go.th ขอ {speech.digits(len(CATALOGUE))} รายการ"
    lacking = dataset.lacking if dataset.is_official and results.site.for_officer else ()
    if lacking:
        held += " หน่วยงานยังไม่ได้ระบุรายการต่อไปนี้ กรอกได้ใน site_config"
    elif not dataset.is_official:
        held += " รายการที่ต้องเป็นคำของหน่วยงานเว้นว่างไว้"
    yield Paragraph((*file_parts(addresses.OPEN_CATALOGUE, data), Phrase(held)))
    if lacking:
        yield Facts(tuple(fact(f"{title} ({name})", key) for name, title, key in lacking))


def _others(results: Results, data: Catalogue, speech: Speech, *, has_updates: bool) -> Iterator[Block]:
    yield Heading("แฟ้มอื่น", "others")
    listed: list[tuple[Part, ...]] = []
    if addresses.MEASURES_DATA in data.paths:
        listed.append((Phrase("มาตรการทุกปี "), *file_parts(addresses.MEASURES_DATA, data)))
    if has_updates:
        page = Phrase("หน้าการเปลี่ยนแปลงของข้อมูล", href=addresses.UPDATES)
        listed.append((Phrase("การเปลี่ยนแปลงของข้อมูลเป็นฟีด อยู่ใน"), page))
    if listed:
        yield Entries(tuple(listed))
    yearly = yearly_files(results, data, speech)
    if yearly.rows:
        yield yearly


def dictionary_blocks(tables: Sequence[OpenTable], speech: Speech) -> Iterator[Block]:
    """The meaning of each column of some tables; of those that all of them have once."""
    back = Phrase("หน้าข้อมูลเปิด", href=addresses.OPEN_DATA)
    yield Paragraph((Phrase(f"{_REMARKS} กลับไป"), back, Phrase("เพื่อดาวน์โหลด")))
    if shared := shared_fields(tables):
        yield shared_table(shared, speech)
    for one in tables:
        yield Heading(one.title, one.name)
        yield paragraph(one.about)
        yield columns_table(one, shared, speech)
