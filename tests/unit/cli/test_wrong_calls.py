"""Every command, called in every wrong way: a sentence in Thai with the way to call instead, status 2, nothing made."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from prongsai.cli import main
from prongsai.cli.commands import Command, Commands, Group, example_call
from prongsai.thai.columns import columns_of

# What click says of itself, in any version: whole words, so that names of our options do not count.
ENGLISH = re.compile(
    r"\b(?:error|usage|try|missing|invalid|value|such|command|option|argument|arguments|requires|expected|got|extra|"
    r"unexpected|not|one of|range|integer|show|message|exit|version|default|required|commands|did you mean|aborted|"
    r"text|choose|choice|help for|takes|does)\b"
)
OURS = re.compile(
    r"--[a-z-]+|\[[a-z|]+\]|prongsai(?: [a-z]+){0,2}|\btext json sarif github\b|\btext csv json\b|\btext json\b"
)


def every_command(command: click.Command = main, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words by which each command is called, groups included."""
    yield path
    if isinstance(command, click.Group):
        for name, one in command.commands.items():
            yield from every_command(one, (*path, name))


PATHS = list(every_command())


def command_at(path: tuple[str, ...]) -> click.Command:
    """The command that these words call."""
    command: click.Command = main
    for name in path:
        assert isinstance(command, click.Group)
        command = command.commands[name]
    return command


def context_of(path: tuple[str, ...]) -> click.Context:
    """The context of a command as it is when the command is called."""
    context = click.Context(main, info_name="prongsai", **main.context_settings)
    for depth, name in enumerate(path, start=1):
        context = click.Context(command_at(path[:depth]), info_name=name, parent=context)
    return context


def call(*words: str):
    """The program, called in this process."""
    return CliRunner().invoke(main, list(words))


def right_words(path: tuple[str, ...]) -> list[str]:
    """The words behind the program of a right call of a command."""
    return shlex.split(example_call(context_of(path)))[1:]


def wrong_calls() -> Iterator[tuple[str, ...]]:
    """Each command with each kind of mistake that it lets one make."""
    for path in PATHS:
        command, context = command_at(path), context_of(path)
        yield (*path, "--no-such-option")
        yield (*path, "-z")
        if isinstance(command, click.Group):
            yield (*path, "no-such-command")
        else:
            yield (*right_words(path), "more", "words")
        for param in command.get_params(context):
            yield from mistakes(path, param)


def mistakes(path: tuple[str, ...], param: click.Parameter) -> Iterator[tuple[str, ...]]:
    """The mistakes that one option or argument can have."""
    name = max(param.opts, key=len)
    if param.required:
        yield path
    if isinstance(param, click.Argument):
        return
    if param.is_flag:
        yield (*path, f"{name}=x")
        return
    yield (*path, name)
    if isinstance(param.type, click.Choice | click.types.IntParamType):
        yield (*path, name, "ไม่ใช่")
    if isinstance(param.type, click.IntRange):
        yield (*path, name, "-1")
    if param.callback is not None:
        yield (*path, name, "" if param.metavar == "DIR" else '"><script>')


WRONG = sorted(set(wrong_calls()))


def faults_of_refusal(words: tuple[str, ...]) -> Iterator[str]:
    """The parts that the answer to a wrong call lacks."""
    told = call(*words)
    if (told.exit_code, told.stdout) != (2, ""):
        yield f"status {told.exit_code}, said {told.stdout!r}"
    if not isinstance(told.exception, SystemExit):
        yield f"ended with {told.exception!r}"
    said = told.stderr
    if "\nวิธีแก้: " not in said and "\n\nวิธีใช้: " not in said:
        yield f"no way to call: {said}"
    rest = OURS.sub("", said.lower().replace("no-such-command", "").replace("no-such-option", ""))
    yield from ENGLISH.findall(rest)


def test_a_wrong_call_is_answered_in_thai_with_the_way_to_call():
    """Status 2, what is wrong, how to fix it, and not one word of the library."""
    assert {" ".join(words): found for words in WRONG if (found := [*faults_of_refusal(words)])} == {}


def test_there_are_wrong_calls_of_every_kind():
    """The table above does not run empty."""
    assert len(WRONG) > 100
    assert {path[0] for path in PATHS if path} <= {words[0] for words in WRONG if words}


def faults_of_help(path: tuple[str, ...]) -> Iterator[str]:
    """The parts that the help of a command lacks."""
    told = call(*path, "--help")
    if told.exit_code:
        yield f"status {told.exit_code}"
    yield from (line for line in told.stdout.splitlines() if columns_of(line) > 80)
    yield from ENGLISH.findall(OURS.sub("", told.stdout.lower()))
    if "..." in told.stdout:
        yield "a sentence is cut"
    page = "".join(told.stdout.split())
    command = command_at(path)
    for param in command.get_params(context_of(path)):
        meaning = param.help if isinstance(param, click.Option) else ""
        if meaning is None or "".join(meaning.split()) not in page:
            yield f"{param.name} without its meaning"
    for one in command.commands.values() if isinstance(command, click.Group) else ():
        if not one.help or "".join(one.help.split()) not in page:
            yield f"{one.name} without its meaning"


def test_help_is_whole_in_thai_and_fits_the_screen():
    """No line is wider than 80 columns, no sentence is cut, and every option and command is there with its meaning."""
    assert {" ".join(path): found for path in PATHS if (found := [*faults_of_help(path)])} == {}


def test_every_command_is_of_our_own_kind():
    """A command of the library itself would speak English."""
    assert [path for path in PATHS if not isinstance(command_at(path), Command | Group)] == []


def left_over(path: tuple[str, ...]) -> list[str]:
    """The words of the example of a command that its parser does not take; it refuses what it does not know."""
    command = command_at(path)
    behind = right_words(path)[len(path) :]
    return command.make_context(path[-1], behind, parent=context_of(path[:-1])).args


def test_the_example_of_a_command_is_a_right_call():
    """The parser itself takes what a refusal offers."""
    doing = [
        path
        for path in PATHS
        if path and not (isinstance(one := command_at(path), Group) and not one.invoke_without_command)
    ]
    assert len(doing) > 10
    assert {" ".join(path): found for path in doing if (found := left_over(path))} == {}


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("chek", "prongsai check"),
        ("Build", "prongsai build"),
        ("publsh", "prongsai publish"),
        ("freeze", "prongsai urls freeze"),
        ("oit", "prongsai export oit"),
        ("redirct", "prongsai urls redirect"),
    ],
)
def test_an_unknown_command_names_the_nearest(typed, near):
    """Also where it is below another command."""
    assert f"อาจหมายถึง {near} หรือ" in call(typed).stderr


def test_called_without_a_word_the_program_presents_itself():
    """Nothing was asked, so nothing is wrong; a group of commands alone is a call cut short."""
    bare, group = call(), call("export")
    assert (bare.exit_code, bare.stderr) == (0, "")
    assert bare.stdout == call("--help").stdout
    assert (group.exit_code, group.stdout) == (2, "")
    assert "oit" in group.stderr


def test_an_option_is_no_value(tmp_path):
    """`--to --lang en` does not build into a folder that is called --lang."""
    told = call("build", "-C", str(tmp_path), "--to", "--lang", "en")
    assert told.exit_code == 2
    assert "--to ยังไม่มีค่าต่อท้าย" in told.stderr


@pytest.mark.parametrize("word", ["a\0b", "\udcff"])
def test_what_is_no_text_is_refused(word):
    """Bytes that the system cannot read as text, wherever they are."""
    for words in (("new", word), ("build", "--to", word), (word,)):
        told = call(*words)
        assert (told.exit_code, "วิธีแก้" in told.stderr) == (2, True)


def test_stopping_by_hand_is_said(monkeypatch):
    """Ctrl+C ends with a sentence and the status that shells give it."""

    def press(_: click.Context) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(main.commands["check"], "invoke", press)
    told = call("check")
    assert told.exit_code == 130
    assert told.stderr.startswith("หยุดตามที่สั่งแล้ว")
    assert isinstance(main, Commands)
