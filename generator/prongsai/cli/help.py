"""The command that shows the manual: its topics, a problem, a field, a file, or another command."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence

import click

from prongsai.cli.help_page import NARROWEST, WIDEST
from prongsai.cli.shared import Command, WrongCall

_MOST_PAGES = 5


@click.command("help", cls=Command)
@click.argument("words", nargs=-1, metavar="TOPIC")
@click.pass_context
def help_(context: click.Context, words: tuple[str, ...]) -> None:
    """คู่มือ อธิบายหัวข้อ รหัสของปัญหา คีย์ แฟ้ม หรือคำสั่งที่ระบุ ถ้าไม่ระบุแสดงหัวข้อทั้งหมด"""
    from prongsai.manual.answers import write_answer, write_contents

    root = context.find_root()
    width = max(min(shutil.get_terminal_size().columns, WIDEST), NARROWEST)
    if not words:
        lines = write_contents(width)
    elif found := _context_of(words, root):
        lines = [found.get_help(), *_pages_of_that_name(words)]
    else:
        lines = write_answer(words, width)
    if not lines:
        raise _refuse_word(words, root)
    click.echo("\n".join(lines))


def _refuse_word(words: Sequence[str], root: click.Context) -> WrongCall:
    """Nothing in the manual is called so: what is near, and the pages that have the word."""
    from prongsai.manual.answers import find_near, find_pages

    near = find_near(words, [" ".join(path) for path in _paths(root.command)])
    having = find_pages(words)[:_MOST_PAGES]
    hints = [f"อาจหมายถึง {', '.join(near)}"] if near else []
    hints += [f"คำนี้อยู่ในหน้า {', '.join(having)}"] if having else []
    hints.append(f"ดูหัวข้อทั้งหมดด้วย {root.command_path} help")
    return WrongCall(f"ไม่พบเรื่อง “{' '.join(words)}” ในคู่มือ\nวิธีแก้: {' หรือ'.join(hints)}")


def _context_of(words: Sequence[str], root: click.Context) -> click.Context | None:
    """The context of the command that the words name, also with the name of the program before it."""
    path = words[1:] if words[0] == root.command_path and len(words) > 1 else words
    context = root
    for name in path:
        group = context.command
        command = group.commands.get(name) if isinstance(group, click.Group) else None
        if command is None:
            return None
        context = click.Context(command, info_name=name, parent=context)
    return context


def _pages_of_that_name(words: Sequence[str]) -> list[str]:
    """The way to the page that is called as a command is."""
    from prongsai.manual.topics import find_topic

    topic = find_topic(" ".join(words))
    return ["", f"หน้าคู่มือ {topic.title}: prongsai help {topic.name}.md"] if topic else []


def _paths(command: click.Command) -> Iterator[tuple[str, ...]]:
    """The words by which each command is called."""
    for name, one in command.commands.items() if isinstance(command, click.Group) else ():
        yield (name,)
        yield from ((name, *path) for path in _paths(one))
