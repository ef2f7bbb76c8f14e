"""A whole site whose every text is hostile is built, and says what was typed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from prongsai.loading.load_site import YEAR_FILES
from prongsai.model.agency import Agency, Documents, SiteOptions
from prongsai.model.record import Record
from prongsai.model.stated import SPELLINGS
from prongsai.model.types import Text
from prongsai.pipeline.build import build_folder
from prongsai.thai.text import clean_text
from unit.pages.nasty import PAYLOADS
from unit.pages.reading import read_html
from unit.pages.test_any_text import NAMING, is_text, kind_below
