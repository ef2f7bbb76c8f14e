"""The help of a command: what it does, how it is called, its options and its commands, in Thai and in whole lines."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence

import click

from prongsai.thai.columns import columns_of, wrap_text

HELP, VERSION = "แสดงวิธีใช้", "แสดงรุ่นของโปรแกรม"
WIDEST, NARROWEST = 80, 40
_NAMES = 30  # columns for the names of options at most; longer ones are on a line of their own
_METAVARS = {
    "DIR": "โฟลเดอร์",
    "FILE": "แฟ้ม",
    "YEAR": "ปี",
    "DATE": "วันที่",
    "NETWORK": "เครือข่าย",
    "SECONDS": "วินาที",
    "TOPIC": "หัวข้อ",
}


def write_help(command: click.Command, context: click.Context) -> str:
    """The whole help, without a line end behind it."""
    width = max(min(shutil.get_terminal_size().columns, WIDEST), NARROWEST)
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
