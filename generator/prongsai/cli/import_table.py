"""Foreign tables taken in: what is not known is asked once, what would change is shown, then written as a whole."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from prongsai.cli.ask import is_answered, read_answer
from prongsai.cli.saves import saving
from prongsai.cli.shared import DATA_HAS_ERRORS, WrongCall
from prongsai.cli.word_table import (
    refuse_file,
    word_changes,
    word_differing,
    word_left_out,
    word_placed,
    word_question,
    word_result,
)
from prongsai.cli.write_import import write_import
from prongsai.wording import Language, hint_of, message_of

if TYPE_CHECKING:
    from prongsai.pipeline.import_table import PlacedProblem, Prepared, TableFile
    from prongsai.tables.answers import Answers, Question
    from prongsai.tables.held import Held
    from prongsai.tables.kinds import KindName
    from prongsai.tables.merge import Outcome

_MOST_ROUNDS = 20  # of questions; an answer may open further ones


@dataclass(frozen=True)
class AskedTable:
    """The options of an import of tables: year and kind, the file of answers, and what need not be asked."""

    year: int
    kind: str
    answers: Path | None
    yes: bool
    dry_run: bool
    replace: bool
    lang: str
    wait: int


def import_tables(root: Path, files: Sequence[TableFile], asked: AskedTable) -> None:
    """Show what tables bring to the site kept in `root`, ask what is not known, and write it."""
    from prongsai.pipeline.import_table import hold_site

    held = hold_site(root, asked.year, cast("KindName", asked.kind))
    outcome = _read(files, held, asked)
    _say([*word_left_out(outcome)])
    if asked.kind == "scores":
        _say([*word_result(outcome, held)])
    _say([*word_differing(outcome)])
    if not outcome.changes:
        click.echo(f"ไม่มีสิ่งใดต้องเขียน ตรงกับแฟ้มข้อมูลแล้ว {outcome.same:,} ค่า")
        return
    _say([*word_changes(outcome)])
    prepared = _prepare(root, outcome)
    _say([line for one in prepared.problems for line in _word_problem(one, asked.lang)])
    if prepared.is_hindered:
        click.echo("ยังไม่ได้เขียนสิ่งใด แก้เรื่องข้างต้นในตาราง บันทึก แล้วสั่งคำสั่งเดิมอีกครั้ง", err=True)
        sys.exit(DATA_HAS_ERRORS)
    names = [one.name for one in files]
    write_import(root, prepared.proposed, names, dry_run=asked.dry_run, yes=asked.yes, wait=asked.wait)


def read_table_files(names: Sequence[str]) -> list[TableFile]:
    """The files that a call names, - being what is pasted into the terminal."""
    from prongsai.disk.read import TooLargeError, read_plain
    from prongsai.grids.open_parts import LARGEST_FILE
    from prongsai.pipeline.import_table import TableFile

    files = []
    for name in names:
        if name == "-":
            if is_answered(sys.stdin):
                click.echo("วางข้อความ กด Enter แล้วกด Ctrl+D (ใน Windows กด Ctrl+Z แล้ว Enter)", err=True)
            files.append(TableFile("ข้อความที่วาง", sys.stdin.buffer.read(LARGEST_FILE + 1)))
            continue
        try:
            files.append(TableFile(Path(name).stem, read_plain(Path(name), LARGEST_FILE)))
        except TooLargeError:
            raise refuse_file(name, "too-large") from None
    return files


def _read(files: Sequence[TableFile], held: Held, asked: AskedTable) -> Outcome:
    """The outcome once nothing is open; questions are put to whoever sits there, else a file of them is written."""
    from prongsai.grids.grid import GridError
    from prongsai.pipeline.import_table import read_files
    from prongsai.tables.answers import Answers

    answers = _answers_of(asked.answers)
    for _ in range(_MOST_ROUNDS):
        try:
            outcome = read_files(files, held, answers, replace_old=asked.replace)
        except GridError as failure:
            raise refuse_file(failure.found or files[0].name, failure.reason) from None
        if not outcome.questions:
            return outcome
        if not is_answered(sys.stdin):
            raise _leave_open(outcome.questions, asked)
        answers = Answers({one.key: _put(one, held.kind) for one in outcome.questions}).over(answers)
    raise _leave_open(outcome.questions, asked)


def _answers_of(path: Path | None) -> Answers:
    from prongsai.pipeline.import_table import read_answer_file
    from prongsai.tables.answers import Answers

    if path is None or not path.exists():
        return Answers()
    answers, problems = read_answer_file(path)
    if problems and not answers.given:
        raise WrongCall(f"{path} อ่านเป็นคำตอบไม่ได้\nวิธีแก้: {message_of(problems[0].code, problems[0].values)}")
    return answers


def _leave_open(questions: Sequence[Question], asked: AskedTable) -> WrongCall:
    """The questions as a file to fill in, where nobody can be asked."""
    from prongsai.pipeline.content.write_files import write_file
    from prongsai.tables.answers import write_form

    form = write_form(questions)
    if asked.answers is not None and not asked.answers.exists():
        write_file(asked.answers, form.encode())
        return WrongCall(
            f"มี {len(questions):,} เรื่องที่ต้องตอบก่อน จึงไม่ได้เขียนสิ่งใด\n"
            f"วิธีแก้: ตอบใน {asked.answers} ซึ่งเขียนไว้ให้แล้ว แล้วสั่งคำสั่งเดิมอีกครั้ง"
        )
    click.echo(form, nl=False)
    return WrongCall(
        f"มี {len(questions):,} เรื่องที่ต้องตอบก่อน จึงไม่ได้เขียนสิ่งใด\n"
        "วิธีแก้: ตอบที่หน้าจอ หรือเติม --answers answers.yml ให้โปรแกรมเขียนแบบให้ตอบ ถ้ามีแฟ้มนั้นแล้วให้เติมข้อข้างต้นลงไป"
    )


def _put(question: Question, kind: KindName) -> str:
    """The answer to a question, by its number or in words; asked again until it is one."""
    from prongsai.tables.kinds import choice_of

    _say([*word_question(question)], err=True)
    while True:
        words = " หรือพิมพ์ชื่อช่อง" if question.about == "head" else ""
        click.echo(f"พิมพ์หมายเลข{words} แล้วกด Enter: ", nl=False, err=True)
        typed = read_answer(sys.stdin)
        if typed.isdecimal() and 0 < int(typed) <= len(question.choices):
            return question.choices[int(typed) - 1].answer
        said = choice_of(kind, typed) if question.about == "head" else _in_words(question, typed)
        if said:
            return said
        if not is_answered(sys.stdin) or not typed:
            raise WrongCall("ยังไม่ได้ตอบ จึงไม่ได้เขียนสิ่งใด\nวิธีแก้: สั่งคำสั่งเดิมอีกครั้ง แล้วตอบด้วยหมายเลขที่แสดง")


def _in_words(question: Question, typed: str) -> str:
    """The answer that was typed in words; a unit may be any of the agency, also one that was not offered."""
    named = (choice.answer for choice in question.choices if typed in {choice.answer, choice.words.casefold()})
    return next(named, "") or (typed if question.about == "unit" and not typed.isdecimal() else "")


def _prepare(root: Path, outcome: Outcome) -> Prepared:
    from prongsai.pipeline.import_table import prepare_table

    with saving():
        return prepare_table(root, outcome)


def _word_problem(one: PlacedProblem, lang: str) -> list[str]:
    language = cast("Language", lang)
    found = one.problem
    said = f"[{found.code}] {message_of(found.code, found.values, language)}"
    hint = hint_of(found.code, found.values, language)
    return [*word_placed(one, [said, hint] if hint else [said])]


def _say(lines: Sequence[str], *, err: bool = False) -> None:
    for line in lines:
        click.echo(line, err=err)
