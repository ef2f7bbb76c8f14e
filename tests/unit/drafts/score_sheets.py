"""Random score sheets of two years, as files of a site; everything in them is invented."""

from __future__ import annotations

import random
from collections.abc import Mapping

from unit.makers import shipped_edition

NAMES = ("เทศบาลตำบลทดสอบ", "องค์การบริหารส่วนตำบลทดลอง", "เทศบาลเมืองสมมติ")
LEVELS = {2565: ("AA", "A", "B", "C"), 2566: ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน"), 2567: ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน")}
QUESTIONS = (
    ("e1", "EIT", "เจ้าหน้าที่ให้บริการเป็นไปตามขั้นตอนและระยะเวลา"),
    ("e9", "EIT", "ท่านเคยใช้ระบบบริการออนไลน์ของหน่วยงานหรือไม่"),
    ("i10", "IIT", "มีเจ้าหน้าที่ขอใช้ทรัพย์สินของราชการอย่างถูกต้องเพียงใด"),
)
REASONS = ("ข้อมูลไม่ตรงปีงบประมาณ", "เปิดลิงก์ไม่ได้ในช่วงที่ตรวจ", "ไม่แสดงผู้รับผิดชอบ")
_FEW = (0.0, 70.0, 85.0, 100.0)  # scores that ties, bounds and ends are made of


def site_of(seed: int) -> tuple[int, dict[str, str]]:
    """The year of the result (Buddhist Era) and the data files of a site with it and, mostly, with the year before."""
    chance = random.Random(seed)
    year = chance.choice((2564, 2565, 2566, 2567, 2568, 2569))
    files = {
        "site_config/agency.yml": f"name: {chance.choice(NAMES)}\nunits:\n  finance: {{name: กองคลัง}}\n",
        f"data/{year}/scores.yml": _sheet(chance, year),
    }
    if chance.random() < 0.8:
        files[f"data/{year - 1}/scores.yml"] = _sheet(chance, year - 1)
    return year, files


def _sheet(chance: random.Random, year: int) -> str:
    lines = [f"fiscal_year: {year}", "source: paper"]
    if chance.random() < 0.85:
        lines.append(f"total: {_score(chance)}")
    if chance.random() < 0.6:
        lines.append(f"level: {chance.choice(LEVELS.get(year, ('A', 'ผ่าน')))}")
    if chance.random() < 0.4:
        lines.append(f"rank: {{value: {chance.randrange(1, 7000)}, scope: หน่วยงานประเภทเทศบาลตำบล}}")
    if chance.random() < 0.7:
        lines += ["instruments:", *(f"  {code}: {_score(chance)}" for code in ("IIT", "EIT", "OIT"))]
    lines += _indicators(chance)
    lines += _items(chance, year) if chance.random() < 0.6 else []
    return "\n".join([*lines, *(_questions(chance) if chance.random() < 0.3 else [])]) + "\n"


def _score(chance: random.Random) -> str:
    if chance.random() < 0.25:
        return f"{chance.choice(_FEW):.{chance.choice((0, 2))}f}"
    return f"{chance.uniform(20, 100):.{chance.choice((0, 1, 2, 2, 2))}f}"


def _indicators(chance: random.Random) -> list[str]:
    how = chance.random()
    if how < 0.1:
        return []
    numbers = [str(n) for n in range(1, 11)] if how < 0.85 else sorted(chance.sample([str(n) for n in range(1, 11)], 4))
    lines = ["indicators:"]
    for number in numbers:
        again = f", also_stated: [{{value: {_score(chance)}, at: ตาราง}}]" if chance.random() < 0.04 else ""
        lines.append(f"  {number}: {{value: {_score(chance)}{again}}}")
    return lines


def _items(chance: random.Random, year: int) -> list[str]:
    codes = list(shipped_edition(year).items)
    chosen = sorted(chance.sample(codes, min(len(codes), chance.randrange(1, 6))), key=codes.index)
    lines = ["items:"]
    for code in chosen:
        reason = f", reasons: [{chance.choice(REASONS)}]" if chance.random() < 0.7 else ""
        lines.append(f"  {code}: {{score: {chance.choice(('0', '0', '0.00', '100'))}{reason}}}")
    return lines


def _questions(chance: random.Random) -> list[str]:
    lines = ["questions:"]
    for code, tool, wording in chance.sample(QUESTIONS, chance.randrange(1, 4)):
        lines.append(f"  - {{code: {code}, instrument: {tool}, wording: {wording}, score: {_score(chance)}}}")
    return lines


def laid_out(files: Mapping[str, str], base: Mapping[str, str]) -> dict[str, str]:
    """The files of a site over those that every site has."""
    return {**base, **files}
