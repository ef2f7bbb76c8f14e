"""The documents behind a data file: one or several, each named."""

from prongsai.loading.load_site import load_site
from prongsai.views.names import document_words
from prongsai.views.speech import Speech
from unit.makers import SITE, write_files

FILE = "data/2568/measures.yml"
DOCUMENTS = (
    "documents:\n"
    "  first: {title: ประกาศ, issued_on: 1 ตุลาคม 2567}\n"
    "  second: {title: ประกาศฉบับแก้ไข, issued_on: 9 มกราคม 2568}\n"
)


def site_of(tmp_path, source):
    """A site whose measures were entered from these documents."""
    text = f"fiscal_year: 2568\nsource: {source}\nmeasures: [{{id: m01, title: ก}}]\n"
    return load_site(write_files(tmp_path, {**SITE, "site_config/documents.yml": DOCUMENTS, FILE: text})).site


def test_every_document_behind_a_file_is_named(tmp_path):
    """A list of ids names each in its order; a single id is still read."""
    both = ("ประกาศ (๑ ตุลาคม ๒๕๖๗)", "ประกาศฉบับแก้ไข (๙ มกราคม ๒๕๖๘)")
    for source, words in {"[first, second]": both, "second": both[1:], "": ()}.items():
        assert document_words(site_of(tmp_path, source), [FILE], Speech("thai")) == words
