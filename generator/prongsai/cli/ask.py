"""Questions that a command asks before it goes on, answered by whoever sits there or by an option."""

from __future__ import annotations

import sys
from typing import TextIO

import click

from prongsai.cli.output import WrongCall

_YES = {"ใช่", "ตกลง", "y", "yes"}
HOW = "พิมพ์ ใช่ หรือ y แล้วกด Enter ถ้าไม่ต้องการกด Enter อย่างเดียว"


def ask(question: str, *, yes: bool) -> bool:
    """True if the answer to a question is yes; `yes` is the option by which it was given beforehand.

    Raises WrongCall where nobody is there to be asked.
    """
    if yes:
        return True
    if not is_answered(sys.stdin):
        raise WrongCall(
            f"{question} คำสั่งนี้ต้องถามก่อน แต่ไม่มีผู้ตอบที่หน้าจอ จึงไม่ได้เขียนสิ่งใด\nวิธีแก้: ตรวจรายการข้างต้น แล้วสั่งใหม่โดยเติม --yes"
        )
    click.echo(f"{question} {HOW}: ", nl=False, err=True)
    return read_answer(sys.stdin) in _YES


def is_answered(stream: TextIO | None) -> bool:
    """True if somebody can type into a stream; a closed one says nothing."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def read_answer(stream: TextIO) -> str:
    """The line that was typed, without capitals and blanks; empty where the input ended or is no text."""
    try:
        return stream.readline().strip().casefold()
    except (UnicodeDecodeError, OSError):
        return ""
