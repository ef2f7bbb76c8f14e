"""The commands as click runs them, with help and refusals in our own words."""

from __future__ import annotations

import re
import sys
from typing import Any

import click

from prongsai.cli.disk_refusals import word_refusal
from prongsai.cli.explain_call import explain_call, refuse_command, refuse_rest, refuse_valueless
from prongsai.cli.help_page import HELP, write_help
from prongsai.cli.output import steady_output
from prongsai.cli.wrong_call import StoppedByHand, WrongCall

_NO_TEXT = re.compile("[\x00\ud800-\udfff]")  # what no name holds, and bytes that are no text of this system


class _OwnWords(click.Command):
    """What commands and groups have in common."""

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
        """In `--to --date` the name of an option stands where a value is due."""
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
            raise WrongCall(word_refusal(failure)) from None
        except (KeyboardInterrupt, click.Abort):
            raise StoppedByHand("หยุดตามที่สั่งแล้ว (Ctrl+C) สั่งคำสั่งเดิมอีกครั้งเพื่อทำต่อ") from None
