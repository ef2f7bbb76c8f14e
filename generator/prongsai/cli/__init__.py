"""The command `prongsai`: what it is called with, what it prints and with which status it ends."""

from __future__ import annotations

import click

from prongsai import __version__
from prongsai.cli.appeal import appeal
from prongsai.cli.commands import Commands
from prongsai.cli.draft import draft
from prongsai.cli.due import due
from prongsai.cli.edition import edition
from prongsai.cli.export import export, handover
from prongsai.cli.export_form import export_form
from prongsai.cli.fmt import fmt
from prongsai.cli.help import help_
from prongsai.cli.help_page import VERSION
from prongsai.cli.import_ import import_
from prongsai.cli.links import freeze, links
from prongsai.cli.new import new
from prongsai.cli.new_year import new_year
from prongsai.cli.probe import probe
from prongsai.cli.publish import publish
from prongsai.cli.ready import ready
from prongsai.cli.restore import restore
from prongsai.cli.serve import serve
from prongsai.cli.site import build, check, generate, schema
from prongsai.cli.submitted import submitted
from prongsai.cli.undo import undo
from prongsai.cli.urls import urls


@click.group("prongsai", cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="prongsai", message="%(prog)s %(version)s", help=VERSION)
def main() -> None:
    """โปร่งใส: จากข้อมูล ITA ของหน่วยงาน เป็นเว็บไซต์ที่ประชาชนและผู้ตรวจประเมินเปิดดูได้"""


_DAILY = (check, ready, due, generate, build, serve, publish, new, new_year, draft, import_, undo, fmt)
for _command in (*_DAILY, urls, links, submitted, appeal, export, edition, restore, handover, schema, help_):
    main.add_command(_command)
export.add_command(export_form)
urls.add_command(freeze)
urls.add_command(probe)
