// Which pages answer a query, and in which order.

import { countOf, eachPlace } from "./query.js";

const tight = (text) => text.replace(/[ \-]/g, "");
const ASIDE = { notes: 70, links: 60, files: 40, updates: 60 };

// Most titles and texts name their year in these words; they say nothing of what a page is about.
const OF_A_YEAR = /ปีงบประมาณ(?: พ\.ศ\. \d{4})?/g;

function bare(page) {
  page.bareTitle ??= page.foldedTitle.replace(OF_A_YEAR, "").trim();
  page.bareText ??= page.foldedText.replace(OF_A_YEAR, "");
  return page;
}

/** The pages that have every term, best first. */
export function rank(index, query) {
  if (!query.terms.length) return [];
  const [first, ...others] = [...query.terms].sort((a, b) => b.name.length - a.name.length);
  const found = [];
  for (const page of index.pages) {
    const one = measure(page, first);
    if (!one) continue;
    const all = [one];
    for (const term of others) {
      const next = measure(page, term);
      if (!next) break;
      all.push(next);
    }
    if (all.length === query.terms.length) found.push({ page, score: score(page, query, all, index) });
  }
  return found.sort(better);
}

/** The pages that have some of the terms, those with the most first. */
export function rankSome(index, query) {
  const found = [];
  for (const page of index.pages) {
    const all = query.terms.map((term) => measure(page, term));
    const there = all.filter(Boolean);
    const letters = query.terms.reduce((sum, term, place) => sum + (all[place] ? term.name.length : 0), 0);
    const whole = query.terms.reduce((sum, term) => sum + term.name.length, 0);
    if (letters * 2 >= whole && there.length)
      found.push({ page, score: (letters / whole) * 5000 + score(page, query, there, index) });
  }
  return found.sort(better);
}

function better(a, b) {
  return b.score - a.score || b.page.year - a.page.year || a.page.path.length - b.page.path.length
    || (a.page.path < b.page.path ? -1 : 1);
}

function measure(page, term) {
  const inTitle = countOf(term, page.foldedTitle);
  const inText = countOf(term, page.foldedText);
  const isYear = !term.code && /^2[45]\d\d$/.test(term.name) && page.year === Number(term.name);
  if (!inTitle && !inText && !isYear) return null;
  if (term.code || !"ปีงบประมาณ พ.ศ.".includes(term.name)) return { term, inTitle, inText, isYear };
  const { bareTitle, bareText } = bare(page);
  return { term, inTitle: countOf(term, bareTitle), inText: countOf(term, bareText), isYear };
}

function score(page, query, all, index) {
  const { phrase } = query;
  let points = -(ASIDE[index.kinds[page.kind][0]] ?? 0);
  if (tight(page.foldedTitle) === tight(phrase)) points += 3000;
  const title = "ปีงบประมาณ พ.ศ.".includes(phrase) ? bare(page).bareTitle : page.foldedTitle;
  if (title.includes(phrase)) points += 300 + 500 * (phrase.length / title.length);
  if (all.every((one) => one.inTitle || one.isYear)) points += 300;
  if (all.length > 1 && page.foldedText.includes(phrase)) points += 80;
  const named = all.reduce((sum, { term, inTitle }) => sum + (inTitle ? term.name.length : 0), 0);
  points += 200 * Math.min(1, named / page.foldedTitle.length);
  if (page.headings.some((heading) => heading === phrase)) points += 200;
  else if (page.headings.some((heading) => heading.includes(phrase))) points += 100;
  if (page.path.endsWith(`/${phrase}`)) points += 2000; // a file by its name
  points += 10 * Math.max(0, page.year - 2560); // of equals, the newer
  const withCode = query.terms.some((term) => term.code);
  for (const one of all) points += termPoints(page, one) + (one.isYear && withCode ? 20000 : 0);
  return points;
}

function termPoints(page, { term, inTitle, inText, isYear }) {
  let points = (inTitle ? 100 : 0) + (isYear ? 400 : 0) + 14 * Math.log2(1 + inText);
  if (page.headings.some((heading) => has(term, heading))) points += 40;
  if (term.code === "o") {
    if (page.path.endsWith(`/oit/${term.name}/`)) points += 10000 + 200 * (page.year - 2500);
    else if (page.passages.some(([anchor]) => anchor === term.name)) points += 5000;
  }
  return points;
}

function has(term, text) {
  let there = false;
  eachPlace(term, text, () => {
    there = true;
    return false;
  });
  return there;
}
