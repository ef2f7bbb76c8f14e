// One result: the link, what kind of page it is, and the passage that shows the found words best, with these marked.

import { countOf, eachPlace, fold, foldWithPlaces } from "./query.js";

function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/** A page as an item of the list of results. */
export function resultItem(page, query, { index, search, digits }) {
  const passage = bestPassage(page, query);
  const link = element("a", "", ...marked(page.title, query.terms));
  link.href = new URL(`..${page.path}${passage?.anchor ? `#${passage.anchor}` : ""}`, search);
  link.dataset.result = page.path;
  const facts = [index.kinds[page.kind][1]];
  if (page.year) facts.push(`ปี ${digits(page.year)}`);
  if (page.status >= 0) facts.push(index.statuses[page.status]);
  if (passage?.heading) facts.push(passage.heading);
  const item = element("li", "", element("h2", "", link), element("p", "ps-found__where", facts.join(" · ")));
  if (passage) item.append(element("p", "", ...passage.shown));
  return item;
}

const AROUND = 90; // letters shown before the first found word
const LONGEST = 260;

function spans(text, terms) {
  const { whole, folded, places } = foldWithPlaces(text);
  const found = [];
  for (const term of terms)
    eachPlace(term, folded, (start, end) => found.push([places[start], places[end]]) < 60);
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const joined = [];
  for (const [start, end] of found) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return { whole, joined };
}

/** The text as nodes: found words in <mark>, everything else as text. */
function marked(text, terms) {
  const { whole, joined } = spans(text, terms);
  return nodes(whole, joined, 0, whole.length);
}

function nodes(whole, joined, from, to) {
  const made = [];
  let at = from;
  for (const [start, end] of joined) {
    if (end <= from || start >= to) continue;
    const mark = document.createElement("mark");
    mark.textContent = whole.slice(Math.max(start, from), Math.min(end, to));
    made.push(whole.slice(at, Math.max(start, at)), mark);
    at = Math.min(end, to);
  }
  made.push(whole.slice(at, to));
  return made;
}

const ELSEWHERE = "other-years"; // a section that only names pages of other years

/** The best passage of a page: its anchor, its heading, and nodes of its text around the first found word. */
function bestPassage(page, query) {
  let best = null;
  for (const [anchor, heading, text] of page.passages) {
    const folded = fold(`${heading}\n${text}`);
    const counts = query.terms.map((term) => countOf(term, folded, 9));
    const isOwn = query.terms.some((term) => term.code && term.name === anchor);
    const points = counts.filter(Boolean).length * 100 + counts.reduce((sum, count) => sum + count, 0)
      + (folded.includes(query.phrase) ? 50 : 0) + (isOwn ? 1000 : 0) - (anchor === ELSEWHERE ? 500 : 0);
    if (!best || points > best.points) best = { points, anchor, heading, text, isThere: points > 0 };
  }
  if (!best) return null;
  const { whole, joined } = spans(best.text, query.terms);
  const first = joined[0]?.[0] ?? 0;
  const from = first > AROUND ? begin(whole, first - AROUND) : 0;
  const to = Math.min(whole.length, from + LONGEST);
  const shown = [from > 0 ? "… " : "", ...nodes(whole, joined, from, to), to < whole.length ? " …" : ""];
  const isNamed = query.terms.every((term) => countOf(term, page.foldedTitle, 1));
  return { anchor: best.isThere && !isNamed ? best.anchor : "", heading: best.heading, shown };
}

/** A place to begin: at a blank if one is near, and never at a vowel or a tone that hangs on the letter before. */
function begin(text, from) {
  const blank = text.indexOf(" ", from);
  if (blank >= 0 && blank < from + 30) return blank + 1;
  let at = from;
  while (/[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]/.test(text[at] ?? "")) at++;
  return at;
}
