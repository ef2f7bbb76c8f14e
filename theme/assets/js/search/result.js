// The results as they are shown: a group for each kind of page; in it entries, each with its link, its years and the
// sentences that show the found words best, with these marked.

import { countOf, eachPlace, fold, foldWithPlaces } from "./query.js";

function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/** A group without its entries: its heading, with their number, and a place for them. */
export function groupSection({ kind, entries }, { index, digits }) {
  const count = element("span", "", `${digits(entries.length)} รายการ`);
  const list = element("ol", "");
  return { section: element("section", "", element("h2", "", index.kinds[kind][1], " ", count), list), list };
}

/** An entry as an item of its group: its best page, and its pages of other years. */
export function resultItem({ page, pages }, query, context) {
  const { index, digits } = context;
  const passage = bestPassage(page, query);
  const link = pageLink(page, context, passage?.anchor, ...marked(page.title, query.terms));
  const facts = [];
  if (page.year) facts.push(`ปี ${digits(page.year)}`);
  if (page.status >= 0) facts.push(index.statuses[page.status]);
  if (passage?.heading) facts.push(passage.heading);
  const item = element("li", "", element("h3", "", link));
  if (facts.length) item.append(element("p", "ps-found__where", facts.join(" · ")));
  if (passage?.shown) item.append(element("p", "", ...passage.shown));
  const others = pages.filter((one) => one !== page);
  if (others.length) item.append(element("p", "ps-found__years", "ปีอื่น", ...others.flatMap((one) => [" ", yearLink(one, page, context)])));
  return item;
}

function pageLink(page, { search }, anchor, ...content) {
  const link = element("a", "", ...content);
  link.href = new URL(`..${page.path}${anchor ? `#${anchor}` : ""}`, search);
  link.dataset.result = page.path;
  return link;
}

const ITEM = /^ข้อ (\S+) /;
const codeOf = (title) => title.match(ITEM)?.[1] ?? "";

/** The link to another year of an entry, with its code where it had another. */
function yearLink(page, head, context) {
  const code = codeOf(page.title);
  const named = code && code !== codeOf(head.title) ? ` (${code})` : "";
  const link = pageLink(page, context, "", `${context.digits(page.year)}${named}`);
  link.setAttribute("aria-label", `${link.textContent} ${page.title}`);
  return link;
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

/**
 * The best passage of a page: its anchor, its heading, and nodes of its sentences around the first found word; where no
 * sentence has one, the page's first sentence.
 */
function bestPassage(page, query) {
  const told = best(page.passages, query, ([, heading, text]) => (text ? `${heading}\n${text}` : ""));
  const found = told ?? best(page.passages, query, ([, heading, , aside]) => `${heading}\n${aside}`);
  const [anchor, heading] = found ?? ["", ""];
  const prose = (told ?? page.passages.find(([, , text]) => text.length > SENTENCE) ?? [])[2];
  const isNamed = query.terms.every((term) => countOf(term, page.foldedTitle, 1));
  return { anchor: isNamed ? "" : anchor, heading, shown: prose && excerpt(prose, query.terms) };
}

const SENTENCE = 25; // letters

/** The passage whose text has the most of the terms; null when none has any. */
function best(passages, query, textOf) {
  let found = null;
  for (const passage of passages) {
    const folded = fold(textOf(passage));
    const counts = query.terms.map((term) => countOf(term, folded, 9));
    const isOwn = query.terms.some((term) => term.code && term.name === passage[0]);
    if (!isOwn && !counts.some(Boolean)) continue;
    const points = counts.filter(Boolean).length * 100 + counts.reduce((sum, count) => sum + count, 0)
      + (folded.includes(query.phrase) ? 50 : 0) + (isOwn ? 1000 : 0) - (passage[0] === ELSEWHERE ? 500 : 0);
    if (!found || points > found.points) found = { points, passage };
  }
  return found && found.passage;
}

/** Nodes of a text around the first found word, cut between words. */
function excerpt(text, terms) {
  const { whole, joined } = spans(text, terms);
  const first = joined[0]?.[0] ?? 0;
  const from = first > AROUND ? begin(whole, first - AROUND, first) : 0;
  const to = end(whole, from + LONGEST, joined);
  return [from > 0 ? "… " : "", ...nodes(whole, joined, from, to), to < whole.length ? " …" : ""];
}

/** A place to begin before `first`: at a blank if one is near, else where a word begins. */
function begin(text, from, first) {
  const blank = text.indexOf(" ", from);
  return blank >= 0 && blank < Math.min(from + 40, first) ? blank + 1 : wordAt(text, from)[0];
}

/** A place to end: at a blank if one is near, else where a word begins, and never within a found word. */
function end(text, to, joined) {
  if (to >= text.length) return text.length;
  const blank = text.lastIndexOf(" ", to);
  const at = blank > to - 60 ? blank : wordAt(text, to)[0];
  const within = joined.find(([start, last]) => start < at && last > at);
  return within ? wordAt(text, within[1] - 1)[1] : at;
}

/** Where the word at a place of a text begins and ends; without a dictionary, what is between blanks. */
function wordAt(text, at) {
  if (!Intl.Segmenter) return [text.lastIndexOf(" ", at) + 1, (text.indexOf(" ", at) + text.length + 1) % (text.length + 1)];
  const { index, segment } = new Intl.Segmenter("th", { granularity: "word" }).segment(text).containing(at);
  return [index, index + segment.length];
}
