"""The commands as click runs them, with help and refusals in our own words."""

from __future__ import annotations

import atexit
import difflib
import gc
import re
import sys
from collections.abc import Sequence
from typing import Any

import click

from prongsai.cli.help_page import HELP, name_of, write_help
from prongsai.cli.output import StoppedByHand, WrongCall, steady_output, word_disk_refusal

_NO_TEXT = re.compile("[\x00\ud800-\udfff]")  # what no name holds, and bytes that are no text of this system


class _OwnWords(click.Command):
    """Common behaviour of commands and groups."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = HELP
        return option

    def get_help(self, ctx: click.Context) -> str:
        return write_help(self, ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        typed, takes_more = list(args), ctx.allow_extra_args
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            raise explain_call(error, ctx, typed) from None
        finally:
            ctx.allow_extra_args = takes_more
        self._refuse_options_as_values(ctx)
        if rest and not takes_more and not ctx.resilient_parsing:
            raise refuse_rest(rest, ctx)
        return rest

    def _refuse_options_as_values(self, ctx: click.Context) -> None:
        """In `--to --date` the name of an option is where a value is due."""
        names = {name for param in self.get_params(ctx) for name in param.opts}
        for param in self.get_params(ctx):
            if isinstance(param, click.Option) and ctx.params.get(param.name or "") in names:
                raise refuse_valueless(param, ctx)


class Command(_OwnWords):
    """A command."""


class Group(_OwnWords, click.Group):
    """A command that has commands of its own."""

    command_class = Command
    group_class = type

    def __init__(self, *args: Any, **attributes: Any) -> None:
        super().__init__(*args, **{"no_args_is_help": False, **attributes})

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args and not self.invoke_without_command and not ctx.resilient_parsing:
            self.refuse_bare(ctx)
        return super().parse_args(ctx, args)

    def refuse_bare(self, ctx: click.Context) -> None:
        """Nothing was asked of the group: say what it has."""
        raise WrongCall(f"ยังไม่ได้ระบุคำสั่งต่อจาก {ctx.command_path}\n\n{self.get_help(ctx)}")

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if not ctx.resilient_parsing and self.get_command(ctx, args[0]) is None:
            raise refuse_command(args[0], ctx)
        return super().resolve_command(ctx, args)


class Commands(Group):
    """The program: nothing that happens in it ends with words of Python or of a library."""

    def main(self, *args: Any, **settings: Any) -> Any:
        atexit.register(gc.freeze)  # what goes with the process need not be looked through: half a second of a build
        with steady_output():
            return super().main(*args, **settings)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object
    ) -> click.Context:
        if any(_NO_TEXT.search(one) for one in args):
            raise WrongCall("คำสั่งมีอักขระที่อ่านเป็นข้อความไม่ได้\nวิธีแก้: พิมพ์คำสั่งใหม่ ไม่คัดลอกจากแฟ้มที่เข้ารหัสแบบอื่น")
        return super().make_context(info_name, args, parent, **extra)

    def refuse_bare(self, ctx: click.Context) -> None:
        """Called without a word the program presents itself: nothing was asked, so nothing went wrong."""
        click.echo(self.get_help(ctx))
        ctx.exit()

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise explain_call(error, error.ctx or ctx, sys.argv[1:]) from None
        except OSError as failure:
            raise WrongCall(word_disk_refusal(failure)) from None
        except (KeyboardInterrupt, click.Abort):
            raise StoppedByHand("หยุดตามที่สั่งแล้ว (Ctrl+C) สั่งคำสั่งเดิมอีกครั้งเพื่อทำต่อ") from None


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
    "proposals": "2",
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


def explain_call(error: click.UsageError, context: click.Context, typed: Sequence[str]) -> WrongCall:
    """The refusal of a call; `typed` are the words behind the command."""
    if isinstance(error, click.NoSuchOption):
        return _refuse_option(error.option_name, context)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return refuse_missing(error.param, context)
    if isinstance(error, click.BadOptionUsage):
        return _refuse_usage(error.option_name, context)
    if isinstance(error, click.BadParameter) and error.param is not None:
        return _refuse_value(error.param, context, typed)
    return WrongCall(f"เรียก {context.command_path} ไม่ถูกต้อง\nวิธีแก้: {_see_help(context)}")


def refuse_missing(param: click.Parameter, context: click.Context) -> WrongCall:
    """Refuse a call in which something that has to be given is missing."""
    meaning = f" ({param.help})" if isinstance(param, click.Option) and param.help else ""
    return WrongCall(f"ยังไม่ได้ระบุ {name_of(param)}{meaning}\nวิธีแก้: ระบุให้ครบ เช่น {example_call(context, param)}")


def refuse_valueless(param: click.Parameter, context: click.Context) -> WrongCall:
    """An option is there without the value that belongs behind it."""
    return WrongCall(f"{name_of(param)} ยังไม่มีค่าต่อท้าย\nวิธีแก้: ระบุค่า เช่น {example_call(context, param)}")


def refuse_rest(rest: Sequence[str], context: click.Context) -> WrongCall:
    """More words than the command has places for; most often a name with a blank, without quotation marks."""
    return WrongCall(
        f"มีข้อความเกินมา คือ {' '.join(rest)}\n"
        f'วิธีแก้: ลบข้อความที่เกิน ถ้าเป็นชื่อที่มีช่องว่างให้ใส่เครื่องหมาย " คร่อมทั้งชื่อ หรือ{_see_help(context)}'
    )


def refuse_command(name: str, context: click.Context) -> WrongCall:
    """A command that there is not; the nearest one is named, also where it is below another."""
    paths = dict(_commands_below(context.find_root().command, context.find_root().command_path))
    paths |= dict(_commands_below(context.command, context.command_path))
    near = [paths[one] for one in difflib.get_close_matches(name.lower(), paths, n=1, cutoff=0.5)]
    hint = f"อาจหมายถึง {near[0]} หรือ" if near else ""
    return WrongCall(f"ไม่มีคำสั่ง {context.command_path} {name}\nวิธีแก้: {hint}ดูคำสั่งทั้งหมดด้วย {context.command_path} --help")


def _commands_below(command: click.Command, path: str) -> list[tuple[str, str]]:
    """The last word of each command and how it is called, those nearest to the top last."""
    if not isinstance(command, click.Group):
        return []
    found = []
    for name, one in command.commands.items():
        found += _commands_below(one, f"{path} {name}")
    return found + [(name, f"{path} {name}") for name in command.commands]


def _refuse_option(name: str, context: click.Context) -> WrongCall:
    known = [option for param in context.command.get_params(context) for option in param.opts]
    near = difflib.get_close_matches(name, [one for one in known if one.startswith("--")], n=1, cutoff=0.5)
    hint = f"อาจหมายถึง {near[0]} หรือ" if near else ""
    return WrongCall(f"ไม่มีตัวเลือก {name} ในคำสั่ง {context.command_path}\nวิธีแก้: {hint}{_see_help(context)}")


def _refuse_usage(name: str, context: click.Context) -> WrongCall:
    param = next((one for one in context.command.get_params(context) if name in one.opts), None)
    if param is None:
        return _refuse_option(name, context)
    if getattr(param, "is_flag", False):
        return WrongCall(
            f"{name} ไม่รับค่า\nวิธีแก้: ระบุ {name} โดยไม่มีเครื่องหมาย = และค่าต่อท้าย เช่น {example_call(context, param)}"
        )
    return refuse_valueless(param, context)


def _refuse_value(param: click.Parameter, context: click.Context, typed: Sequence[str]) -> WrongCall:
    name, value, kind = name_of(param), _typed_value(param, context, typed), param.type
    said = f"{name} {value} ใช้ไม่ได้" if value else f"ค่าของ {name} ใช้ไม่ได้"
    example = example_call(context, param)
    if isinstance(kind, click.Choice):
        near = difflib.get_close_matches(value.lower(), [str(one) for one in kind.choices], n=1, cutoff=0.6)
        hint = f"อาจหมายถึง {near[0]} ใช้ได้เฉพาะ" if near else "ใช้ได้เฉพาะ"
        return WrongCall(f"{said}\nวิธีแก้: {hint} {' '.join(map(str, kind.choices))} เช่น {example}")
    if isinstance(kind, click.IntRange):
        return WrongCall(f"{said}\nวิธีแก้: ระบุจำนวนเต็มตั้งแต่ {kind.min} ถึง {kind.max} เช่น {example}")
    if isinstance(kind, click.types.IntParamType):
        return WrongCall(f"{said}\nวิธีแก้: ระบุจำนวนเต็ม เช่น {example}")
    return WrongCall(f"{said}\nวิธีแก้: ตรวจค่าที่ระบุ เช่น {example_call(context, param)}")


def _typed_value(param: click.Parameter, context: click.Context, typed: Sequence[str]) -> str:
    """The text typed for a parameter: parsed once more, since the complaint does not hand it over."""
    options, _, _ = context.command.make_parser(context).parse_args(list(typed))
    value = options.get(param.name or "")
    return value if isinstance(value, str) else ""


def _see_help(context: click.Context) -> str:
    return f"ดูวิธีใช้ด้วย {context.command_path} --help"
