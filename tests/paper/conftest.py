"""A few documents: of one with Thai figures and a memo, and of the invented agency, which has Arabic ones."""

from __future__ import annotations

import pytest

from paper.sources import SITES, read_documents


@pytest.fixture(scope="session")
def don(tmp_path_factory):
    """The documents of document 001."""
    return read_documents(SITES["don"], tmp_path_factory.mktemp("don") / "site")


@pytest.fixture(scope="session")
def model(tmp_path_factory):
    """The documents of the invented agency."""
    return read_documents(SITES["model"], tmp_path_factory.mktemp("model") / "site")
