"""The script of the preview in a page: it shows the next state of the page by itself, and people keep their place."""

from __future__ import annotations

import json

# Asks until the page is another than it was made; while nobody looks at it it is silent, for a browser holds few
# connections to one host. Before the page is loaded again it notes where people are: how far they have scrolled, and
# past what; which parts they have opened; what they have typed or chosen. What scripts of the page make later is put
# right as soon as it is there, unless people have begun to do something else.
_SCRIPT = """
(function (watch, seen) {
  var KEY = "prongsai-place", LONGEST = 1500, asking, later, kept = null, hands = false;
  var report = document.querySelector(".prongsai-fault details");
  function each(selector, act) {
    var met = {};
    document.querySelectorAll(selector).forEach(function (one) {
      if (one.closest(".prongsai-fault")) { return; }
      var head = one.matches("details") ? one.querySelector("summary") : null;
      var name = head ? head.textContent.trim() : one.type + " " + (one.name || one.id);
      met[name] = (met[name] || 0) + 1;
      act(one, one.tagName + " " + name + " " + met[name]);
    });
  }
  function isBox(one) { return one.type === "checkbox" || one.type === "radio"; }
  function landmark() {
    var found = null;
    document.querySelectorAll("main [id], article [id]").forEach(function (one) {
      var box = one.getBoundingClientRect(), top = box.top;
      if (!box.height) { return; } // what is not shown is at no place
      if (top < innerHeight / 2 && (!found || top >= found.top)) { found = {id: one.id, top: top}; }
    });
    return found;
  }
  function note() {
    var place = {page: location.pathname, x: scrollX, y: scrollY, mark: landmark(), open: {}, typed: {}, at: null};
    each("details", function (one, key) { place.open[key] = one.open; });
    each("input, select, textarea", function (one, key) {
      if (one.type === "password" || one.type === "file") { return; }
      place.typed[key] = isBox(one) ? one.checked : one.value;
      if (one === document.activeElement) {
        place.at = [key, one.selectionStart === undefined ? null : one.selectionStart];
      }
    });
    try { sessionStorage.setItem(KEY, JSON.stringify(place)); } catch (failure) { /* a browser that keeps nothing */ }
  }
  function give() {
    if (!kept || hands) { return; }
    each("details", function (one, key) {
      if (key in kept.open && !one.hasAttribute("data-given")) {
        one.open = kept.open[key];
        one.setAttribute("data-given", "");
      }
    });
    each("input, select, textarea", function (one, key) {
      if (!(key in kept.typed) || one.hasAttribute("data-given")) { return; }
      var property = isBox(one) ? "checked" : "value";
      one.setAttribute("data-given", "");
      if (one[property] !== kept.typed[key]) {
        one[property] = kept.typed[key];
        one.dispatchEvent(new Event("input", {bubbles: true}));
        one.dispatchEvent(new Event("change", {bubbles: true}));
      }
      if (kept.at && kept.at[0] === key) {
        one.focus({preventScroll: true});
        try { one.setSelectionRange(kept.at[1], kept.at[1]); } catch (failure) { /* a field without a caret */ }
      }
    });
    var mark = kept.mark && document.getElementById(kept.mark.id);
    var y = mark && kept.y > 0 ? scrollY + mark.getBoundingClientRect().top - kept.mark.top : kept.y;
    if (Math.abs(y - scrollY) > 1 || kept.x !== scrollX) { scrollTo({left: kept.x, top: y, behavior: "instant"}); }
  }
  function load() {
    note();
    history.scrollRestoration = "manual"; // else the browser scrolls as far as before once all is there
    location.reload();
  }
  function ask() {
    asking = new AbortController();
    fetch(watch + seen + location.pathname, {cache: "no-store", signal: asking.signal})
      .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(); })
      .then(function (now) { if (now === seen) { ask(); } else { load(); } })
      .catch(function (failure) { if (!failure || failure.name !== "AbortError") { later = setTimeout(ask, 500); } });
  }
  function look() {
    clearTimeout(later);
    if (asking) { asking.abort(); }
    if (document.visibilityState === "visible") { ask(); }
  }
  try {
    kept = JSON.parse(sessionStorage.getItem(KEY));
    sessionStorage.removeItem(KEY);
  } catch (failure) { /* as above */ }
  if (kept && kept.page === location.pathname) {
    ["wheel", "touchstart", "pointerdown", "keydown"].forEach(function (name) {
      addEventListener(name, function () { hands = true; }, {once: true, passive: true, capture: true});
    });
    give();
    addEventListener("load", give);
    var watching = new MutationObserver(give);
    watching.observe(document.body, {childList: true, subtree: true});
    setTimeout(function () { watching.disconnect(); history.scrollRestoration = "auto"; }, LONGEST);
  }
  document.addEventListener("visibilitychange", look);
  look();
  try {
    if (report) {
      report.open = sessionStorage.getItem("prongsai-report") !== "closed";
      report.addEventListener("toggle", function () {
        sessionStorage.setItem("prongsai-report", report.open ? "open" : "closed");
      });
    }
  } catch (failure) { /* as above */ }
})(%s, %s);
"""


def write_script(watch: str, version: str) -> str:
    """The script for a page of this version, which asks at `watch` for the next one."""
    return _SCRIPT % (json.dumps(watch), json.dumps(version))
