"""A right call of each command, made from its own options and arguments."""

from __future__ import annotations

import click

_BY_NAME = {
    "name": '"เทศบาลตำบลตัวอย่าง"',
    "reason": '"ประกาศฉบับใหม่ใช้แทน"',
    "site": "my-site",
    "folder": "my-site",
    "site_dir": "site",
    "out": "sheets",
    "host": "127.0.0.1",
    "port": "8000",
    "wait": "300",
    "old": "/2568/measures/m01/",
    "new": "/2568/measures/m02/",
    "path": "/2568/measures/m01/",
}
_BY_METAVAR = {
    "DIR": "www",
    "YEAR": "2568",
    "DATE": "2569-11-21",
    "URL": "https://www.example.go.th/ita/",
    "NETWORK": "10.1.0.0/16",
    "FILE": "file.xlsx",
}


def example_value(param: click.Parameter) -> str:
    """A value that the option or argument takes."""
    if isinstance(param.type, click.Choice):
        return str(param.type.choices[-1])
    known = _BY_NAME.get(param.name or "") or _BY_METAVAR.get(param.metavar or "")
    if known:
        return known
    return "1" if isinstance(param.type, click.types.IntParamType) else "ข้อความ"


def example_call(context: click.Context, wanted: click.Parameter | None = None) -> str:
    """A call with all that the command needs, and with the option `wanted`."""
    words = [context.command_path]
    for param in context.command.get_params(context):
        if param.required or param is wanted:
            words += [*_option_name(param), *_values(param)]
    return " ".join(words)


def _option_name(param: click.Parameter) -> list[str]:
    return [] if isinstance(param, click.Argument) else [max(param.opts, key=len)]


def _values(param: click.Parameter) -> list[str]:
    return [] if getattr(param, "is_flag", False) else [example_value(param)]
