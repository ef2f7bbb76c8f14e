"""A page's loads, runs and sends are found however they are spelled, and what only looks so is not."""

from __future__ import annotations

import pytest

from prongsai.safety.read_html import read_html, read_script_file, read_sheet, read_xml

OWN = frozenset({"ita.example.go.th"})
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'

LOADED = [
    "<style>@import url(https://e.com/x.css);</style>",
    '<style>@import "https://e.com/x.css" screen;</style>',
    "<style>@\\69mport url('//e.com/x.css');</style>",
    "<style>@import url(data:text/css,p{});</style>",
    "<style>@font-face { font-family: x; src: local(x), url(https://e.com/x.woff2) }</style>",
    "<style>p { background: image-set('https://e.com/x.png' 1x) }</style>",
    "<style>p { --x: 'https://e.com/x.png'; background: image-set(var(--x)) }</style>",
    "<style>@media print { p { cursor: url( https://e.com/x.cur ), auto } }</style>",
    '<p style="background:url(https://e.com/x.png)">x</p>',
    '<p style="background:u\\72l(//e.com/x.png)">x</p>',
    "<p style=background:URL(&#104;ttps://e.com/x.png)>x</p>",
    '<video poster="https://e.com/x.png"></video>',
    '<video><source src="https://e.com/x.mp4"><track src="https://e.com/x.vtt"></video>',
    '<audio src="ftp://e.com/x.mp3"></audio>',
    '<input type="image" src="https://e.com/x.png">',
    '<img src="https://e.com/x.png" alt="">',
    "<IMG SRC=//e.com/x.png>",
    '<img src="a.png" src="https://e.com/x.png"><img src="https://e.com/y.png" src="a.png">',
    '<img src="ht\ntps:\t//e.com/x.png">',
    '<img src=" &#x20;\\\\e.com\\x.png">',
    '<img src="https:\\\\e.com/x.png">',
    '<img src="///e.com/x.png">',
    '<img src="https:e.com/x.png">',
    '<img src="https://ita.example.go.th@e.com/x.png">',
    '<img src="https://ita.example.go.th:8443/x.png">',
    '<img src="file:///C:/x.png">',
    '<img/src="https://e.com/x.png"/>',
    '<img srcset="a.png 1x, https://e.com/x.png 2x">',
    '<link rel="preload" imagesrcset="https://e.com/x.png 2x" as="image">',
    '<link rel="stylesheet author" href="https://e.com/x.css">',
    '<link rel="icon" href="https://e.com/x.ico">',
    '<link rel="manifest" href="//e.com/x.json">',
    '<link rel="dns-prefetch" href="//e.com">',
    '<link rel="preconnect" href="https://e.com">',
    '<link rel="stylesheet" href="data:text/css,p{}">',
    '<script src="https://e.com/x.js"></script>',
    "<script/src=//e.com/x.js></script>",
    '<iframe src="https://e.com/"></iframe>',
    '<iframe src="data:text/html,x"></iframe>',
    '<object data="https://e.com/x.pdf"></object>',
    '<object><param name="movie" value="https://e.com/x"></object>',
    '<embed src="blob:https://ita.example.go.th/1">',
    '<table background="https://e.com/x.png"></table>',
    '<body background="https://e.com/x.png">',
    '<html manifest="https://e.com/x.appcache">',
    '<a href="/" ping="/own https://e.com/x">x</a>',
    '<svg><image href="https://e.com/x.png"/></svg>',
    '<svg><image xlink:href="https://e.com/x.png"/></svg>',
    '<svg><use href="https://e.com/x.svg#a"/></svg>',
    '<svg><rect fill="url(https://e.com/x.svg#a)"/></svg>',
    '<svg><style>@import "https://e.com/x.css";</style></svg>',
    '<svg><image><set attributeName="href" to="https://e.com/x.png"/></image></svg>',
    "<svg><![CDATA[<img>]]><image href=https://e.com/x.png /></svg>",
    "<noscript><img src=https://e.com/x.png></noscript>",
    "<noscript><p title='</noscript><img src=https://e.com/x.png>'></noscript>",
    "<!--><img src=https://e.com/x.png>-->",
    "<!-- --!><img src=https://e.com/x.png>",
    "<template><img src=https://e.com/x.png></template>",
    '<pre class="mermaid"><code>graph LR</code></pre>',
    '<a data-md-component="source" href="https://github.com/x/y">x</a>',
]
SENT = [
    '<base href="https://e.com/">',
    '<meta http-equiv="refresh" content="0; url=https://e.com/">',
    "<META HTTP-EQUIV=Refresh CONTENT='5,//e.com/'>",
    '<form action="https://e.com/"></form>',
    '<form action="mailto:x@e.com"></form>',
    '<button formaction="//e.com/">x</button>',
]
RUN = [
    "<script>x()</script>",
    "<SCRIPT type=module>x()</SCRIPT>",
    '<script type="importmap">{}</script>',
    "<svg><script>x()</script></svg>",
    '<body onload="x()">',
    "<p ONCLICK=x()>x</p>",
    '<a/onclick="x()"href="/">x</a>',
    '<a href="javascript:x()">x</a>',
    '<a href=" Java&#09;Script&colon;x()">x</a>',
    '<area href="java\nscript:x()">',
    '<svg><a xlink:href="javascript:x()">x</a></svg>',
    '<svg><a><animate attributeName="href" values="#;javascript:x()"/></a></svg>',
    '<form action="javascript:x()"></form>',
    '<iframe src="javascript:x()"></iframe>',
    '<iframe srcdoc="<p>x</p>"></iframe>',
    '<object data="page.html"></object>',
    '<object data="x" type="text/html"></object>',
    '<embed src="drawing.SVG?x">',
    '<details open ontoggle="x()">x</details>',
]
NAMED_BY_SCRIPT = [
    'fetch("https://e.com/x")',
    "fetch(`//e.com/x`)",
    'x = "https:\\/\\/e.com\\/x"',
    'new Image().src = "\\x68ttps://e.com/x.png"',
    'import("\\u0068ttps://e.com/x.js")',
    'import x from "https://e.com/x.js"',
    'new WebSocket("wss://e.com/")',
    'importScripts("HTTP:\\\\\\\\e.com")',
    "document.write('<img src=https://e.com/x.png>')",
    'const a = /"/; fetch("https://e.com")',
]
FINE = [
    '<a href="https://e.com/">x</a> <a href="//e.com">x</a> <a href="mailto:x@e.com">x</a> <a href="tel:02">x</a>',
    '<a href="https://www.youtube.com/watch?v=1" target="_blank" rel="noopener">x</a>',
    "<p>onclick=x() https://e.com/x.png</p>",
    "<pre><code>&lt;img src=https://e.com/x.png onclick=x()&gt;</code></pre>",
    '<p title="<script>x()</script> src=https://e.com">x</p>',
    "<!-- <script src=https://e.com/x.js></script> -->",
    "<textarea><script>x()</script></textarea>",
    '<img src="x.png" srcset="x.png 1x, y.png 2x" alt="https://e.com/">',
    '<img src="data:image/png;base64,iVBOR" alt="">',
    '<img src="https://ITA.example.go.th/x.png" alt=""><img src="//ita.example.go.th/x.png" alt="">',
    '<video src="x.mp4" poster="x.png"></video>',
    '<svg viewBox="0 0 1 1"><defs><linearGradient id="a"/></defs><rect fill="url(#a)"/><use href="#a"/></svg>',
    '<svg><a href="https://e.com/"><text>x</text></a></svg>',
    "<style>@namespace svg url(http://www.w3.org/2000/svg); p { background: url(x.png) }</style>",
    "<style>a::after { content: '//e.com' }</style>",
    '<p style="color: red; background: url(data:image/gif;base64,R0)">x</p>',
    '<link rel="canonical" href="https://e.com/"><link rel="alternate" hreflang="en" href="https://e.com/en/">',
    '<form action="/search/"><input name="q"><button>x</button></form><form></form>',
    '<meta http-equiv="refresh" content="300"><meta http-equiv="refresh" content="0; url=../">',
    '<script type="application/ld+json">{"@context": "https://schema.org"}</script>',
    '<object data="files/plan.pdf" type="application/pdf"></object><iframe src="files/plan.pdf"></iframe>',
    '<iframe src="about:blank"></iframe>',
    '<math><mi href="https://e.com/">x</mi></math>',
    '<blockquote cite="https://e.com/">x</blockquote>',
]


def kinds_of(found) -> list[str]:
    """The kinds of what was found, each once."""
    return sorted({one.kind for one in found})


@pytest.mark.parametrize("markup", LOADED)
def test_what_is_loaded_from_elsewhere_is_found(markup):
    """Whatever element, attribute, style or spelling brings it."""
    assert kinds_of(read_html(markup, OWN)) == ["request"]


@pytest.mark.parametrize("markup", SENT)
def test_what_sends_or_leads_elsewhere_is_found(markup):
    """Forms, redirects and the base of all addresses."""
    assert kinds_of(read_html(markup, OWN)) == ["target"]


@pytest.mark.parametrize("markup", RUN)
def test_what_runs_is_found(markup):
    """Scripts, handlers, links that run, and pages inside the page."""
    assert kinds_of(read_html(markup, OWN)) == ["script"]


@pytest.mark.parametrize("script", NAMED_BY_SCRIPT)
def test_another_website_that_a_script_names_is_found(script):
    """In a file and in a page."""
    assert kinds_of(read_script_file(script, OWN)) == ["script-address"]
    assert kinds_of(read_html(f"<script>{script}</script>", OWN)) == ["script", "script-address"]


@pytest.mark.parametrize("markup", FINE)
def test_what_only_looks_so_is_not_found(markup):
    """Links to other websites, texts, own files, pictures in the page, and names of forms."""
    assert read_html(markup, OWN) == []


@pytest.mark.parametrize(
    "script",
    [
        'document.createElementNS("http://www.w3.org/2000/svg", "g")',
        "/* see https://e.com/ */ // https://e.com/x\nfetch('../files/x.json')",
        'fetch("https://ita.example.go.th/data/x.json"); a.startsWith("https://")',
        "fetch(`${base}/x.json`); b = 1 // 2; c = '//'; d = x //y.com",
    ],
)
def test_what_a_script_says_of_others_in_comments_is_not_found(script):
    """Nor names of forms, own addresses, or what is put together later."""
    assert read_script_file(script, OWN) == []


def test_a_style_sheet_is_read_as_a_style():
    """With what it imports, also in another spelling; own files are fine."""
    found = read_sheet(
        '@IMPORT "//e.com/x.css"; p { background: URL(https://e.com/x.png) } a { background: url(x.png) }'
    )
    assert [one.found for one in found] == ["//e.com/x.css", "https://e.com/x.png"]


@pytest.mark.parametrize(
    ("picture", "kinds"),
    [
        (SVG.format('<image xlink:href="https://e.com/x.png"/>'), ["request"]),
        (SVG.format('<use href="https://e.com/x.svg#a"/>'), ["request"]),
        (SVG.format("<style>@import 'https://e.com/x.css';</style>"), ["request"]),
        (SVG.format("<script>x()</script>"), ["script"]),
        (SVG.format('<script href="x.js"/>'), ["script-file"]),
        (SVG.format('<g onload="x()"/>'), ["script"]),
        (SVG.format("<script>x()</script>")[:-6], ["script"]),  # browsers show a picture up to its fault
        (SVG.format("<script>x()</script></b>"), ["script"]),
        (SVG.format("<image href='https://e.com/x.png'/>&nothing;"), ["request"]),
        (f'<?xml-stylesheet href="https://e.com/x.css"?>{SVG.format("")}', ["request"]),
        (
            '<!DOCTYPE svg [<!ENTITY e "https://e.com">]>' + SVG.format("<image href='&e;/x.png'/>"),
            ["request"],
        ),
        ('<x xmlns:h="http://www.w3.org/1999/xhtml"><h:script>x()</h:script></x>', ["script"]),
        (SVG.format('<title>x()</title><image href="data:image/png;base64,iVBOR"/><a href="https://e.com/"/>'), []),
        ("<data><script>a text of another form</script></data>", []),
    ],
)
def test_a_picture_is_read_as_xml(picture, kinds):
    """By namespaces and entities, also a broken one; other forms of XML have no scripts."""
    assert kinds_of(read_xml(picture, OWN)) == kinds


def test_a_page_inside_a_page_is_read_too():
    """The contents that a srcdoc loads are found as well as the srcdoc itself."""
    found = read_html('<iframe srcdoc="&lt;img src=https://e.com/x.png&gt;"></iframe>', OWN)
    assert kinds_of(found) == ["request", "script"]


def test_a_text_is_never_taken_for_the_name_of_a_file():
    """Also when a file of that name is here, and when a text is too odd for a name."""
    assert read_html("pyproject.toml", OWN) == read_html("a\0b", OWN) == []


def test_known_scripts_are_left_out():
    """The theme's scripts on every page are known by their text."""
    found = read_html("<script>a()</script><script>b()</script>", OWN, "a()".__eq__)
    assert [one.found for one in found] == ["<script>b()"]
