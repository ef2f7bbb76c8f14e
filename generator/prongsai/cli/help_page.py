"""The help of a command: what it does, how it is called, its options and its commands, in Thai and in whole lines."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterator, Sequence

import click

from prongsai.thai.line_breaks import BLANK, LETTER, SYLLABLE, WORD, Break, find_breaks

_NO_WIDTH = {"Mn", "Me", "Cf"}  # vowels and tone marks are above or below the letter before them
_FULL = 0.6  # of a line, which a good place to end it has to fill


def columns_of(text: str) -> int:
    """The number of columns of a text; marks above and below take none, wide letters of East Asia two."""
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1


def wrap_text(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many columns; a piece that nothing may part is on a line of its own, whole."""
    lines = []
    rest = " ".join(text.split())
    while columns_of(rest) > columns:
        at = _end_of_line(rest, columns)
        if not at:
            break
        lines.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return [*lines, rest]


def _end_of_line(text: str, columns: int) -> int:
    """The end of the first line: the last good place that still fills it well, else the last one at all."""
    places = [one for one in find_breaks(text) if _parts_no_name(text, one)]
    fitting = [one for one in places if columns_of(text[: one.at].rstrip()) <= columns]
    for rank in (BLANK, WORD, SYLLABLE, LETTER):
        good = [one.at for one in fitting if one.rank <= rank]
        if good and columns_of(text[: good[-1]]) >= columns * _FULL:
            return good[-1]
    return max((one.at for one in fitting or places[:1]), default=0)


def _parts_no_name(text: str, place: Break) -> bool:
    """True if a break leaves names such as site_config/site.yml in one piece."""
    before, after = text[place.at - 1], text[place.at]
    return " " in {before, after} or any("\u0e00" <= letter <= "\u0e7f" for letter in (before, after))


HELP, VERSION = "แสดงวิธีใช้", "แสดงรุ่นของโปรแกรม"
_WIDEST, _NARROWEST = 80, 40
_NAMES = 30  # columns for the names of options at most; longer ones are on a line of their own
_METAVARS = {
    "DIR": "โฟลเดอร์",
    "FILE": "แฟ้ม",
    "YEAR": "ปี",
    "DATE": "วันที่",
    "NETWORK": "เครือข่าย",
    "SECONDS": "วินาที",
}


def write_help(command: click.Command, context: click.Context) -> str:
    """The whole help, without a line end behind it."""
    width = max(min(shutil.get_terminal_size().columns, _WIDEST), _NARROWEST)
    lines = [f"วิธีใช้: {' '.join([context.command_path, *_pieces(command, context)])}", ""]
    about = [part for part in (command.help or "").split("\n\n") if part.strip()]
    for part in about:
        lines += [*(f"  {line}" for line in wrap_text(part, width - 2)), ""]
    params = [one for one in command.get_params(context) if isinstance(one, click.Option) and not one.hidden]
    lines += _section("ตัวเลือก:", [(_names(one), _about(one)) for one in params], width)
    if isinstance(command, click.Group):
        listed = [(name, command.commands[name]) for name in command.list_commands(context)]
        rows = [(name, one.short_help or one.help or "") for name, one in listed if not one.hidden]
        lines += ["", *_section("คำสั่ง:", rows, width)]
        lines += ["", *wrap_text(f"ดูวิธีใช้ของแต่ละคำสั่งด้วย {context.command_path} {rows[0][0]} --help", width)]
    return "\n".join(lines)


def name_of(param: click.Parameter) -> str:
    """The name of an option or an argument: --to, or the word for it in the help."""
    if isinstance(param, click.Argument):
        name = param.metavar or (param.name or "").upper()
        return _METAVARS.get(name, name)
    return max(param.opts, key=len)


def _pieces(command: click.Command, context: click.Context) -> Iterator[str]:
    yield "[ตัวเลือก]"
    for param in command.get_params(context):
        if isinstance(param, click.Argument):
            yield name_of(param) if param.required else f"[{name_of(param)} …]"
    if isinstance(command, click.Group):
        yield "[คำสั่ง]" if command.invoke_without_command else "คำสั่ง"


def _names(option: click.Option) -> str:
    names = ", ".join(sorted([*option.opts, *option.secondary_opts], key=len))
    return names if option.is_flag else f"{names} {_value_name(option)}"


def _value_name(option: click.Option) -> str:
    if option.metavar:
        return _METAVARS.get(option.metavar, option.metavar)
    if isinstance(option.type, click.Choice):
        return f"[{'|'.join(map(str, option.type.choices))}]"
    return "จำนวน" if isinstance(option.type, click.types.IntParamType) else "ข้อความ"


def _about(option: click.Option) -> str:
    kind = option.type
    if isinstance(kind, click.IntRange) and kind.min is not None and kind.max is not None:
        return f"{option.help} ({kind.min} ถึง {kind.max})"
    return f"{option.help} (ต้องระบุ)" if option.required else option.help or ""


def _section(title: str, rows: Sequence[tuple[str, str]], width: int) -> list[str]:
    """The rows below a title: names to the left, what they are about to the right."""
    left = max((size for name, _ in rows if (size := columns_of(name)) <= _NAMES), default=0) + 4
    lines = [title]
    for name, about in rows:
        told = wrap_text(about, width - left)
        head = f"  {name}"
        if columns_of(head) + 2 > left:
            lines.append(head)
            head = ""
        lines.append(f"{head}{' ' * (left - columns_of(head))}{told[0]}")
        lines += [f"{' ' * left}{line}" for line in told[1:]]
    return lines
