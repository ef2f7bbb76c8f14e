"""Names of indicators and items inside a sentence of a document."""

import pytest

from prongsai.model.edition import Edition
from prongsai.views.content import Phrase
from prongsai.views.names_in_text import indicator_names, item_names, link_names

INDICATORS = {"1": {"name": "การปฏิบัติหน้าที่", "instrument": "IIT"}, "9": {"name": "การเปิดเผยข้อมูล", "instrument": "OIT"}}
