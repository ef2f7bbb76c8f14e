"""How a call is refused: a sentence of its own on standard error, and the status that says so."""

from __future__ import annotations

import click

CALL_WAS_WRONG = 2
STOPPED_BY_HAND = 130  # as shells say it of Ctrl+C


class WrongCall(click.ClickException):
    """The call was wrong or something could not be read."""

    exit_code = CALL_WAS_WRONG

    def show(self, file: object = None) -> None:  # noqa: ARG002  click passes the stream it would print to
        """Print the sentence as it is."""
        click.echo(self.message, err=True)


class StoppedByHand(WrongCall):
    """Whoever called has pressed Ctrl+C."""

    exit_code = STOPPED_BY_HAND
