"""Sentences of what pages and files written by hand load, run or send, and of whose names the finished site holds."""

from __future__ import annotations

from prongsai.wording.sentence import Sentence, Severity

_E = Severity.ERROR

SENTENCES: dict[str, Sentence] = {
    "foreign-request": Sentence(
        _E,
        "หน้าเว็บเรียกข้อมูลจากภายนอก “{found}”",
        "คัดลอกแฟ้มนั้นมาไว้ใน content/ แล้วอ้างถึงแฟ้มในเว็บไซต์แทน หรือลบส่วนนี้ออกแล้วใส่เป็นลิงก์ธรรมดา",
        "the page would load “{found}” from another host",
        "copy that file into content/ and name it there, or put a plain link in its place",
    ),
    "foreign-target": Sentence(
        _E,
        "หน้าเว็บพาผู้อ่าน หรือส่งข้อมูลที่ผู้อ่านกรอก ไปยังเว็บไซต์อื่นเอง “{found}”",
        "ลบส่วนนี้ออก แล้วใส่เป็นลิงก์ธรรมดาให้ผู้อ่านกดเอง เช่น [แบบคำขอออนไลน์](https://www.example.go.th/form)",
        "the page takes the reader, or what the reader fills in, to another website, “{found}”, by itself",
        "put a plain link in its place, e.g. [Online form](https://www.example.go.th/form)",
    ),
    "own-script": Sentence(
        _E,
        "หน้าหรือแฟ้มนี้มีสคริปต์ “{found}” แต่เว็บไซต์นี้ยังไม่ได้เปิดให้ใช้สคริปต์ของหน่วยงาน",
        "ลบสคริปต์ออก ถ้าจำเป็นต้องใช้ ให้ใส่ own_scripts: true ใน site_config/site.yml",
        "this page or file has a script, “{found}”, but this site has not allowed scripts of its own",
        "remove it; if it is needed, set own_scripts: true in site_config/site.yml",
    ),
    "foreign-in-script": Sentence(
        _E,
        "สคริปต์ของหน่วยงานมีที่อยู่ของเว็บไซต์อื่น “{found}” ซึ่งอาจทำให้หน้าเว็บเรียกข้อมูลจากภายนอก",
        'คัดลอกแฟ้มหรือข้อมูลนั้นมาไว้ใน content/ แล้วให้สคริปต์อ้างถึงแฟ้มในเว็บไซต์แทน เช่น fetch("../files/data.json") '
        "ส่วนลิงก์ให้เขียนไว้ในหน้า ไม่ต้องเขียนในสคริปต์",
        "the script names another website, “{found}”, from which the page could load",
        'copy that file into content/ and name it there, e.g. fetch("../files/data.json"); links belong on the page',
    ),
}
