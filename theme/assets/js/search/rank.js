// Which pages answer a query, in which order, and as which entries of which groups.

import { countOf, fold, isIn, pagesSaying } from "./query.js";

const tight = (text) => text.replace(/[ \-]/g, "");
const ASIDE = { notes: 70, links: 60, files: 40, updates: 60 };

// A measure is what the agency promised: it comes before what was filled in about it, by where it has the words.
const PROMISED = /^\/\d{4}\/measures\/./;
const IN_TITLE = 320;
const IN_LEAD = 220;
const REPEATS = /^\/(?:\d{4}\/(?:oit|measures)\/|measures\/.*|data\/dictionary\/.*|questions\/|)$/; // what other pages say
const NUMBER = /^(?:ข้อ [a-z]{0,8}-?[\d.-]+|(?:มาตรการ|ตัวชี้วัด)ที่ \d+) /; // before the name of a thing in its title
const LONG = 40; // letters of a title; a longer official name is no less about what it names
const SAYS_NOTHING = 160; // letters; the page of a year that is there for its address alone

// Most titles and texts name their year in these words; they say nothing of what a page is about.
const OF_A_YEAR = /ปีงบประมาณ(?: พ\.ศ\. \d{4})?/g;

function bare(page) {
  page.bareTitle ??= page.foldedTitle.replace(OF_A_YEAR, "").trim();
  page.bareText ??= page.foldedText.replace(OF_A_YEAR, "");
  return page;
}

/** The pages that have every term, best first; what is left of a word around an everyday word may be missing. */
export function rank(index, query) {
  if (!query.terms.length) return [];
  const named = query.terms.filter((term) => !term.isRest);
  const must = named.length ? named : query.terms;
  const rest = query.terms.filter((term) => term.isName && !must.includes(term));
  const [first, ...others] = [...must].sort((a, b) => b.name.length - a.name.length);
  const rare = rarity(index.pages, query);
  const found = [];
  for (const page of must.some((term) => term.meant) ? pagesSaying(first, index.pages) : index.pages) {
    const one = measure(page, first);
    if (!one) continue;
    const all = [one];
    for (const term of others) {
      const next = measure(page, term);
      if (!next) break;
      all.push(next);
    }
    if (all.length < must.length) continue;
    for (const term of rest) {
      const one = measure(page, term);
      if (one) all.push({ ...one, isExtra: true });
    }
    found.push({ page, score: score(page, query, all, index) + rare(page) });
  }
  return found.sort(better);
}

const RARE = 40; // points for each halving of the pages that say a word of the field
const VERY = 1.5; // what the very word is worth more than that

/** Points for the words of the field that a page says: the nearer to what was typed, and the fewer pages say it, the more. */
function rarity(pages, query) {
  const weighed = query.terms.filter((term) => term.meant || (term.isPart && !term.isRest)).map((term) => {
    const by = (word) => pagesSaying({ texts: [word], name: `= ${word}` }, pages); // apart from the term with all its words
    term.isSaid = by(term.name).size > 0;
    return wordsFor(term).filter(([word]) => by(word).size).map(([word, worth]) =>
      [by(word), (worth === 1 ? VERY : worth) * RARE * Math.log2(pages.length / by(word).size)]);
  });
  return (page) => weighed.reduce((sum, words) => sum + Math.max(0, ...words.map(([on, points]) => (on.has(page) ? points : 0))), 0);
}

/** The word itself and the words of the field for it with what each is worth: half, where pages say the very word. */
function wordsFor({ texts, meant = [], isSaid }) {
  const others = meant.map((word, place) => [word, (WORTH[place] ?? 0.25) * (isSaid ? 0.5 : 1)]);
  return [...texts.map((word) => [word, 1]), ...others];
}
const WORTH = [0.9, 0.7, 0.45, 0.3];

/** The pages that have some of the terms, those with the most first. */
export function rankSome(index, query) {
  const all = index.pages.map((page) => ({ page, found: query.terms.map((term) => measure(page, term)) }));
  const worth = query.terms.map((term, place) => Math.log2(1 + all.length / (1 + all.filter(({ found }) => found[place]).length)));
  const sumOf = (values) => values.reduce((sum, value) => sum + value, 0);
  const share = (found) => sumOf(worth.filter((_, place) => found[place])) / sumOf(worth);
  return all.filter(({ found }) => found.some(Boolean) && share(found) >= 0.5).map(({ page, found }) =>
    ({ page, score: share(found) * 5000 + score(page, query, found.filter(Boolean), index) })).sort(better);
}

function better(a, b) {
  return b.score - a.score || b.page.year - a.page.year || a.page.path.length - b.page.path.length
    || (a.page.path < b.page.path ? -1 : 1);
}

function measure(page, term) {
  if (term.meant) return measureMeant(page, term);
  const inTitle = countOf(term, page.foldedTitle);
  const inText = countOf(term, page.foldedText);
  const isYear = !term.code && /^2[45]\d\d$/.test(term.name) && page.year === Number(term.name);
  if (!inTitle && !inText && !isYear) return null;
  if (term.code || !"ปีงบประมาณ พ.ศ.".includes(term.name)) return { term, inTitle, inText, isYear };
  const { bareTitle, bareText } = bare(page);
  return { term, inTitle: countOf(term, bareTitle), inText: countOf(term, bareText), isYear };
}

/** The word itself, or the words of the field for it: the nearer one is, the more it counts. */
function measureMeant(page, term) {
  let [inTitle, inText, name] = [0, 0, term.name];
  for (const [word, worth] of wordsFor(term)) {
    const one = { texts: [word] };
    if (worth > inTitle && page.foldedTitle.includes(word)) [inTitle, name] = [worth, word];
    inText += worth * countOf(one, page.foldedText);
  }
  return inTitle || inText ? { term, inTitle, inText, isYear: false, name } : null;
}

function score(page, query, all, index) {
  const { phrase } = query;
  let points = -(ASIDE[index.kinds[page.kind][0]] ?? 0);
  if (page.meaning >= 0 && page.foldedText.length < SAYS_NOTHING) points -= 500;
  if (tight(page.foldedTitle) === tight(phrase)) points += 3000;
  else if (tight(page.foldedTitle.replace(NUMBER, "")) === tight(phrase)) points += 1000;
  const title = "ปีงบประมาณ พ.ศ.".includes(phrase) ? bare(page).bareTitle : page.foldedTitle;
  if (title.includes(phrase)) points += 300 + 500 * (phrase.length / Math.min(title.length, LONG));
  const must = all.filter((one) => !one.isExtra); // a page that has more than it must is not less about it
  const isTitled = must.every((one) => one.inTitle || one.isYear);
  if (isTitled) points += 300 * Math.min(1, ...must.map((one) => one.inTitle || 1));
  else if (REPEATS.test(page.path)) points -= 80;
  if (isTitled && all.some((one) => one.isExtra && one.inTitle)) points += 200;
  for (const { term, inTitle, name } of all)
    if (inTitle && name && name !== term.name) points += 250 * inTitle * (0.5 + name.length / Math.min(page.foldedTitle.length, LONG));
  if (PROMISED.test(page.path)) points += promised(page, all, index);
  if (all.length > 1 && page.foldedText.includes(phrase)) points += 80;
  const named = all.reduce((sum, { term, inTitle }) => sum + (inTitle ? term.name.length : 0), 0);
  points += 200 * Math.min(1, named / Math.min(page.foldedTitle.length, LONG));
  if (page.headings.some((heading) => heading === phrase)) points += 200;
  else if (page.headings.some((heading) => heading.includes(phrase))) points += 100;
  if (page.path.endsWith(`/${phrase}`)) points += 2000; // a file by its name
  points += 10 * Math.max(0, page.year - 2560); // of equals, the newer
  const withCode = query.terms.some((term) => term.code);
  for (const one of all) points += termPoints(page, one) + (one.isYear && withCode ? 20000 : 0);
  return points;
}

/** Points of a measure for words in its title or lead, which most measures do not have there. */
function promised(page, all, { pages }) {
  const asked = all.filter(({ isYear, term }) => !isYear && !term.isRest).map((one) => one.term);
  if (!asked.length) return 0;
  const inTitle = least(asked, page.foldedTitle);
  if (inTitle) return isTelling(pages, asked, titleOf) ? IN_TITLE * inTitle : 0;
  const inLead = least(asked, leadOf(page));
  return inLead && isTelling(pages, asked, leadOf) ? IN_LEAD * inLead : 0;
}

const titleOf = (page) => page.foldedTitle;
const leadOf = (page) => (page.foldedLead ??= `${page.foldedTitle}\n${fold(page.passages[0]?.[2] ?? "").replace(OF_A_YEAR, "")}`);

/** What the weakest of the terms is worth in a text. */
const least = (terms, text) => Math.min(1, ...terms.map((term) => (term.meant
  ? Math.max(0, ...wordsFor(term).map(([word, worth]) => (text.includes(word) ? worth : 0)))
  : Number(isIn(term, text)))));

const telling = new WeakMap(); // of pages, what was found out of terms

/** True if few measures have the terms there, and not every measure has them in its lead, as the agency's own name. */
function isTelling(pages, terms, textOf) {
  if (!telling.has(pages)) telling.set(pages, new Map());
  const known = telling.get(pages);
  const key = [textOf === leadOf, ...terms.map((term) => [term.name, term.meant])].join(" ");
  if (known.has(key)) return known.get(key);
  const measures = pages.filter(({ path }) => PROMISED.test(path));
  const count = (of) => measures.filter((page) => least(terms, of(page))).length;
  const is = count(textOf) <= Math.max(1, measures.length / 3) && (measures.length < 2 || count(leadOf) < measures.length);
  known.set(key, is);
  return is;
}

function termPoints(page, { term, inTitle, inText, isYear }) {
  let points = 100 * Math.min(1, inTitle) + (isYear ? 400 : 0) + 14 * Math.log2(1 + inText);
  if (page.headings.some((heading) => isIn(term, heading))) points += 40;
  if (term.code === "o") {
    if (page.path.endsWith(`/oit/${term.name}/`)) points += 10000 + 200 * (page.year - 2500);
    else if (page.passages.some(([anchor]) => anchor === term.name)) points += 5000;
  }
  return points;
}

const AT_ONCE = 3; // entries of each group, and more where there are few groups

/**
 * What was found as groups by kind, the one with the best first; of each its `entries`, best first. The pages of one
 * meaning are one entry: its best page, with all its pages by year, the newest first.
 */
export function grouped(results) {
  const groups = new Map();
  for (const { page } of results) {
    if (!groups.has(page.kind)) groups.set(page.kind, new Map());
    const entries = groups.get(page.kind);
    const key = page.meaning < 0 ? page.path : page.meaning;
    if (entries.has(key)) entries.get(key).pages.push(page);
    else entries.set(key, { page, pages: [page] });
  }
  for (const entries of groups.values())
    for (const { pages } of entries.values()) pages.sort((a, b) => b.year - a.year || (a.path < b.path ? -1 : 1));
  return [...groups].map(([kind, entries]) => ({ kind, entries: [...entries.values()] }));
}

/** How many entries of each group are shown when there is room for `most`: some of each, then more of the first. */
export function shares(groups, most) {
  const counts = groups.map(({ entries }) => Math.min(AT_ONCE, entries.length));
  let left = most - counts.reduce((sum, count) => sum + count, 0);
  groups.forEach(({ entries }, place) => {
    const more = Math.max(0, Math.min(left, entries.length - counts[place]));
    counts[place] += more;
    left -= more;
  });
  return counts;
}
