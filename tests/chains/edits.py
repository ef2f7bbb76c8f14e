"""The edits of a chain: every kind of thing that people, machines and other programs do to a site between builds."""

from __future__ import annotations

from collections.abc import Mapping

from chains import acts, strokes
from chains.acts import Act, add, both, change, end_with, entries, move, set_key, take_away

_MEASURES, _REPORTS = "data/*/measures.yml", "data/*/follow-up.yml"
_SCORES, _ANALYSIS, _OIT = "data/*/scores.yml", "data/*/analysis.yml", "data/*/oit.yml"
_AGENCY, _SITE, _SETTINGS = "site_config/agency.yml", "site_config/site.yml", "mkdocs.yml"
_DATA = "data/*/*.yml"
_WORDS = r"[^\n\"'{}\[\]|>]+"
_INLINE = r"[^,\n\"'{}\[\]|>]+"
_COMMENT = end_with(_DATA, "# หมายเหตุ {n}\n")
_TITLE = set_key(_SITE, "title", "คุณธรรมและความโปร่งใส {n}")
_PAGE = "---\ntitle: หน้า {n}\n---\n\n# หน้า {n} { #top }\n\nเขียนเอง {n}\n"

MEASURES: Mapping[str, Act] = {
    "measure: title": change(_MEASURES, rf"^(    title: )({_WORDS})$", r"\1\2 ครั้งที่ {n}"),
    "measure: summary": change(_MEASURES, rf"^(    plain_summary: )({_WORDS})$", r"\1\2 ({n})"),
    "measure: unit": acts.lead_unit,
    "measure: months": change(_MEASURES, r"^(    period: ).+$", r"\1ไตรมาส 2", r"\1ทุกไตรมาส", r"\1ไตรมาส 4"),
    "measure: step": change(_MEASURES, r"^(    steps:\n)", r"\1      - ขั้นตอนที่ {n}\n"),
    "measure: basis": change(_MEASURES, r"(basis:\n)", r"\1      - {indicator: 5}\n"),
    "measure: added": entries(_MEASURES, "id", acts.copy_last),
    "measure: removed": entries(_MEASURES, "id", acts.drop_last),
    "measure: reordered": entries(_MEASURES, "id", acts.turn_round),
    "measure: draft": change(_MEASURES, r"^(  - id: .+)$", r"\1\n    draft: true"),
    "measure: status": change(_REPORTS, r"^(    status: ).+$", *(rf"\1{one}" for one in ("done", "in_progress"))),
    "measure: could not": change(_REPORTS, r"^(    status: ).+$", r"\1could_not", r"\1not_started"),
    "report: outcome": change(_REPORTS, rf"^(    outcome:\n      - )({_WORDS})$", r"\1\2 ({n})"),
    "report: added": entries(_REPORTS, "measure", acts.copy_last),
    "report: removed": entries(_REPORTS, "measure", acts.drop_last),
    "report: reordered": entries(_REPORTS, "measure", acts.turn_round),
    "report: day": change(_REPORTS, r"^(as_of: )\d+", r"\g<1>21", r"\g<1>20"),
}

RESULTS: Mapping[str, Act] = {
    "score": change(_SCORES, r"\b(\d\d)\.\d\d\b", r"\1.{nn}"),
    "score: small": change(_SCORES, r"\b(\d\d)\.(\d)\d\b", r"\1.\g<2>1", r"\1.\g<2>8"),
    "score: level": change(_SCORES, r"^(level: ).+$", r"\1A", r"\1B", r"\1ผ่าน"),
    "score: day": change(_SCORES, r"^(announced_on: )\d+", r"\g<1>3", r"\g<1>9"),
    "score: source": change(_SCORES, r"^source: .+\n", ""),
    "analysis: text": change(_ANALYSIS, rf"(text: )({_INLINE})", r"\1\2 ข้อ {n}"),
    "analysis: paragraph": change(_ANALYSIS, r"(paragraphs: \[)", r"\1ย่อหน้าที่ {n}, "),
    "analysis: further paragraph": change(_ANALYSIS, r"(paragraphs:\n      - )", r"\1ย่อหน้าที่ {n}\n      - "),
    "analysis: draft": change(_ANALYSIS, r"^  - (?=text: )", r"  - draft: true\n    "),
    "oit: answer": change(_OIT, r"answer: has$", "answer: has_not"),
    "oit: answered": change(_OIT, r"answer: has_not\b", "answer: has"),
    "oit: explanation": change(_OIT, rf"^( +explanation: )({_WORDS})$", r"\1\2 ({n})"),
    "oit: title": change(_OIT, rf"^(    title: )({_WORDS})$", r"\1\2 ({n})"),
    "oit: address": change(_OIT, r"(https://www\.example\.go\.th/[a-z-]+)", r"\1-{n}"),
    "oit: page": change(_OIT, r"page: /units/$", "page: /contact/", "page: /no-such-page/"),
    "oit: place": change(_OIT, rf"(place: )({_INLINE})", r"\1\2 ({n})"),
    "question": change("data/*/questions.yml", rf"^(    question: )({_WORDS})$", r"\1\2 ({n})"),
    "question: answered": change("data/*/questions.yml", rf"^(    answer: )({_WORDS})$", r"\1\2 ({n})"),
    "memo": change("data/*/memo.yml", rf"^(subject: )({_WORDS})$", r"\1\2 ({n})"),
    "memo: gone": take_away("data/*/memo.yml"),
    "explanations: gone": take_away("data/*/explanations.yml"),
    "calendar": add(
        "data/{year}/calendar.yml",
        "fiscal_year: {year}\nstated_in: หนังสือสมมุติ {n}\nresult_on: 15 สิงหาคม {year}\n",
        "fiscal_year: {year}\ndeadlines:\n  - {title: ส่งสถิติ {n}, by: 5 เมษายน {year}}\n",
    ),
    "edition: former keys": add(
        "site_config/editions/2564.yml",
        "scheme: NACC-ITA\nfiscal_year: 2564\nevidence:\n  own: {grade: P2, source: ข้อมูลสมมุติ {n}}\n"
        "items:\n  O8:\n    former_keys: [former-{n}]\n    evidence: [own]\n",
    ),
    "year: added": acts.add_year,
    "year: removed": acts.remove_year,
}

AGENCY: Mapping[str, Act] = {
    "agency: name": change(_AGENCY, rf"^(name: )({_WORDS})$", r"\1\2 ที่ {n}"),
    "agency: unit": change(_AGENCY, r"^(  [a-z-]+: \{name: )([^,}\d]+)\d*", r"\1\g<2>{n}"),
    "agency: channel": change(_AGENCY, r"(value: 0[ -]\d{4}[ -])\d{4}", r"\g<1>00{nn}"),
    "agency: survey": change(_AGENCY, rf"^(  note: )({_WORDS})$", r"\1\2 ({n})"),
    "agency: complaints": change(_AGENCY, rf"^(  text: )({_WORDS})$", r"\1\2 ({n})"),
    "document: title": change("site_config/documents.yml", rf"^(    title: )({_WORDS})$", r"\1\2 ({n})"),
    "document: day": change("site_config/documents.yml", r"^(    issued_on: )\d+", r"\g<1>2", r"\g<1>11"),
    "links: state": change("site_config/links.csv", r",fine,", ",gone,", ",not_checked,"),
    "site: title": change(_SITE, rf"^(title: )({_WORDS})$", r"\1\2 ที่ {n}"),
    "site: numerals": set_key(_SITE, "numerals", "thai", "arabic"),
    "site: notes": set_key(_SITE, "notes", "public", "internal"),
    "site: notice": set_key(_SITE, "notice", "ทดลองใช้ {n}", ""),
    "site: address": set_key(_SITE, "site_url", "https://ita.example.go.th/", "https://ita.example.go.th/ita/", ""),
    "site: packed": set_key(_SITE, "precompressed", "true", "false"),
    "site: way in": set_key(_SITE, "way_in", "[หน้าแรก, เมนู {n}]", ""),
    "site: of documents": set_key(_SITE, "from_document", "true", "false"),
    "settings: further sheet": both(
        add("content/files/own.css", ".md-content { outline-width: {n}px }\n"),
        set_key(_SETTINGS, "extra_css", "[files/own.css]", ""),
    ),
    "settings: extensions": set_key(
        _SETTINGS, "markdown_extensions", "[attr_list, tables, footnotes, {toc: {toc_depth: 3}}]", "[admonition]", ""
    ),
    "settings: name": set_key(_SETTINGS, "site_name", "ชื่ออื่น {n}", ""),
    "settings: second file": acts.second_settings,
    "theme of the agency": acts.own_theme,
}

PAGES: Mapping[str, Act] = {
    "page: text": end_with("content/*.md", "\nข้อความที่ {n}\n"),
    "page: heading": change("content/*.md", rf"^(## )({_WORDS})", r"\1เรื่องที่ {n} \2"),
    "page: first heading": change("content/*.md", rf"^(# )({_WORDS})", r"\1ที่ {n} \2"),
    "page: title": change("content/*.md", rf"^(title: )({_WORDS})$", r"\1\2 {n}"),
    "page: added": add("content/page-{n}.md", _PAGE),
    "page: added below": add("content/below/page-{n}.md", _PAGE),
    "page: links": end_with("content/*.md", "\n[หน้าแรก](index.md) [คะแนน](2564/scores/index.md)\n"),
    "page: linked": add("content/leads.md", "# นำทาง {n}\n\n[แรก](index.md) [ปี](2565/index.md)\n"),
    "page: removed": take_away("content/**/*.md"),
    "page: moved": move("content/*.md", "content/moved-{n}.md"),
    "page: in place of ours": add("content/accessibility.md", "# การเข้าถึง { #page }\n\nเขียนเอง {n}\n"),
    "page: ours again": take_away("content/accessibility.md"),
    "attachment: added": add("content/files/{year}/list-{n}.csv", "ก,ข\n1,{n}\n"),
    "attachment: changed": end_with("content/files/**/*.csv", "เพิ่ม,{n}\n"),
    "attachment: removed": take_away("content/files/**/*"),
    "attachment: photo": acts.paint,
    "attachment: outside": add("content/notes-{n}.txt", "ข้อความ {n}\n"),
}

CARELESS: Mapping[str, Act] = {
    "comment only": _COMMENT,
    "comment in the settings": end_with("*.yml", "# หมายเหตุ {n}\n"),
    "comment on the agency": end_with("site_config/*.yml", "# หมายเหตุ {n}\n"),
    "touched": acts.touch,
    "back at once": acts.back_at_once,
    "same size and time": acts.same_size_and_time,
    "other line ends": change(_DATA, r"(fiscal_year: \d+)\n", "\\1\r\n"),
    "invalid: syntax": change(_DATA, r"^(fiscal_year): ", r"\1 "),
    "invalid: value": change(_DATA, r"^(fiscal_year: )\d+", r"\g<1>two"),
    "invalid: key": end_with(_DATA, "no_such_key: {n}\n"),
    "invalid: page": end_with("content/*.md", "\n[ไม่มี](no-such-page-{n}.md)\n"),
    "invalid: settings": end_with("mkdocs.yml", "nav: [\n"),
    "taken back": acts.take_back,
    "undone": acts.undo,
}

STROKES: Mapping[str, Act] = {
    "site: edited": strokes.edit_site,
    "site: file deleted": strokes.delete_from_site,
    "site: file added": strokes.add_to_site,
    "site: restored": strokes.restored("site"),
    "memory: deleted": strokes.forget,
    "memory: partly deleted": strokes.lose,
    "memory: flipped": strokes.damaged(strokes.flip),
    "memory: flipped before an edit": both(strokes.damaged(strokes.flip), _COMMENT),
    "memory: flipped before all changes": both(strokes.damaged(strokes.flip), _TITLE),
    "memory: cut": strokes.damaged(strokes.cut),
    "memory: cut before an edit": both(strokes.damaged(strokes.cut), _COMMENT),
    "memory: restored": strokes.restored(".prongsai"),
    "built elsewhere": strokes.build_elsewhere,
    "generated": strokes.generate,
}

PROGRAM: Mapping[str, Act] = {
    "program: version": strokes.of_program(
        "generator/prongsai/__init__.py", '__version__ = "0', '__version__ = "{n}.0'
    ),
    "program: theme": strokes.of_program("theme/main.html", "ข้ามไปที่เนื้อหา", "ข้ามไปที่เนื้อหา {n}"),
    "program: sheet": strokes.of_program("theme/sheets/base.css", "", ".n{n} { color: red }\n"),
    "program: wording": strokes.of_program("generator/prongsai/wording/th.yml", "ไม่มี", "ไม่มี{n}"),
}

EDITS: Mapping[str, Act] = {**MEASURES, **RESULTS, **AGENCY, **PAGES, **CARELESS, **STROKES, **PROGRAM}
