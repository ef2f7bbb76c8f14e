// The whole search: pages with every term, or with the words of the field for words of everyday life; else with the
// words nearest to them, a letter wrong, missing, too many or out of place; else with the pieces of them.

import { boundaries, cutWord, withMeaning, wordsOf } from "./meaning.js";
import { pagesSaying, parseQuery } from "./query.js";
import { rank, rankSome } from "./rank.js";

/**
 * What a query finds: `results` best first, the `query` they were found by, and `instead`: empty when every word was
 * found, `meant` when words of the field were taken too, `near` when other spellings were, `some` when pages need not
 * have every word.
 */
export function find(index, typed, filters = {}) {
  index.lexicon ??= wordsOf(index);
  const query = withMeaning(parseQuery(typed), index.lexicon);
  const within = { ...index, pages: index.pages.filter((page) => passes(page, filters)) };
  const exact = rank(within, query);
  if (exact.length || !query.terms.length) return { results: exact, query, instead: isMeant(query) ? "meant" : "" };
  const cut = inWords(query, within.pages, index.lexicon);
  const told = cut.isTold ? withoutCommon(cut, within.pages) : null;
  const results = told ? rank(within, told) : [];
  if (results.length) return { results, query: told, instead: isMeant(told) ? "meant" : "" };
  const near = withNear(query, within.pages);
  const alike = near ? rank(within, near) : [];
  if (alike.length) return { results: alike, query: near, instead: "near" };
  const apart = withoutCommon(near ? inWords(near, within.pages, index.lexicon) : cut, within.pages);
  const whole = rank(within, apart);
  if (whole.length) return { results: whole, query: apart, instead: "some" };
  const some = apart.terms.length > 1 ? rankSome(within, apart) : [];
  return { results: some, query: apart, instead: some.length ? "some" : "" };
}

const isMeant = (query) => query.terms.some((term) => term.meant?.length);

/** The query with each word that is nowhere cut into the words that it is made of; `isTold` where all of them are known. */
function inWords(query, pages, words) {
  const isNamed = (part) => pages.some((page) => page.foldedTitle.includes(part) && hasWhole(page, part));
  let isTold = true;
  const terms = query.terms.flatMap((term) => {
    if (term.code || term.meant || isThere(term, pages)) return [term];
    const cut = cutWord(term.name, words, isNamed);
    isTold &&= cut.isTold;
    return cut.terms.length ? cut.terms : [term];
  });
  return { phrase: query.phrase, terms, isTold };
}

/** The query but for parts that more than every third page says: of these a piece of a name may be there, others go. */
function withoutCommon({ phrase, terms }, pages) {
  const home = pages.find(({ path }) => path === "/")?.foldedTitle ?? ""; // its title names the agency, as all pages do
  const isCommon = (term) => term.isPart && pagesSaying(term, pages).size * 3 > pages.length;
  const telling = terms.flatMap((term) => {
    if (!isCommon(term)) return [term];
    return term.isRest || home.includes(term.name) ? [] : [{ ...term, isRest: true, isName: true }];
  });
  return { phrase, terms: telling.length ? telling : terms };
}

/** True if a title has a piece as whole words. */
function hasWhole(page, part) {
  page.titleEnds ??= new Set(boundaries(page.foldedTitle));
  for (let at = page.foldedTitle.indexOf(part); at >= 0; at = page.foldedTitle.indexOf(part, at + 1))
    if (page.titleEnds.has(at) && page.titleEnds.has(at + part.length)) return true;
  return false;
}


function passes(page, { year, kind, unit, status }) {
  return (year === undefined || page.year === year) && (kind === undefined || page.kind === kind)
    && (unit === undefined || page.units.includes(unit)) && (status === undefined || page.status === status);
}

const isThere = (term, pages) => pagesSaying(term, pages).size > 0;

/** The query with the nearest spellings of the words that stand nowhere; null when there is none to take. */
function withNear(query, pages) {
  let texts = null;
  let isChanged = false;
  const terms = query.terms.map((term) => {
    if (term.code || (query.terms.length > 1 && isThere(term, pages))) return term;
    texts ??= pages.flatMap((page) => [page.foldedTitle, page.foldedText]);
    const found = nearSpellings(term.name, texts);
    if (!found.length) return term;
    isChanged = true;
    return { texts: found, name: found[0] };
  });
  return isChanged ? { phrase: terms.map((term) => term.name).join(" "), terms } : null;
}

const MOST_WINDOWS = 60000;
const MOST_SPELLINGS = 6;

/** The spellings on the pages that are nearest to a word, or none; one wrong letter for five, two for nine. */
function nearSpellings(word, texts) {
  const most = word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0;
  if (!most) return [];
  const best = new Map();
  const seen = new Set();
  for (const [piece, offset] of pieces(word, most + 1)) {
    for (const text of texts) {
      for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
        const start = Math.max(0, at - offset - most);
        const window = text.slice(start, at - offset + word.length + most);
        if (seen.has(window)) continue;
        if (seen.size >= MOST_WINDOWS) return nearest(best, word.length - most);
        seen.add(window);
        const found = closest(word, window, most);
        if (found) best.set(found.text, Math.min(found.distance, best.get(found.text) ?? 9));
      }
    }
  }
  return nearest(best, word.length - most);
}

/** A word that differs in at most n places has one of its n + 1 parts unharmed. */
function* pieces(word, count) {
  const size = word.length / count;
  for (let part = 0; part < count; part++) {
    const start = Math.round(part * size);
    yield [word.slice(start, Math.round((part + 1) * size)), start];
  }
}

/** The nearest of all; where they differ only in their ends, what they have in common. */
function nearest(best, shortest) {
  const least = Math.min(...best.values());
  const found = [...best].filter(([, distance]) => distance === least).map(([text]) => text);
  const shared = found.reduce((common, text) => {
    let same = 0;
    while (same < common.length && common[same] === text[same]) same++;
    return common.slice(0, same);
  }, found[0] ?? "");
  if (found.length > 2 && shared.length >= shortest) return [shared];
  return found.sort((a, b) => b.length - a.length).slice(0, MOST_SPELLINGS);
}

const LONGEST = 256; // of a word and of a window: what may be typed has 200 letters
const rowOf = () => new Uint8Array(LONGEST);
let [before, row, next, startsBefore, starts, nextStarts] = Array.from({ length: 6 }, rowOf); // kept, since making them again costs most

/** The piece of a window that is nearest to the word, by insertions, deletions, changes and swaps. */
function closest(word, window, most) {
  const width = Math.min(window.length + 1, LONGEST);
  for (let j = 0; j < width; j++) [row[j], starts[j]] = [0, j];
  for (let i = 1; i <= word.length; i++) {
    if (nextRow(word, window, width, i) > most) return null;
    [before, row, next] = [row, next, before];
    [startsBefore, starts, nextStarts] = [starts, nextStarts, startsBefore];
  }
  let end = 0;
  for (let j = 1; j < width; j++) if (row[j] < row[end] || (row[j] === row[end] && isEven(word, j, starts, end))) end = j;
  const text = window.slice(starts[end], end);
  const isWhole = text.trim().length === text.length && text.length >= word.length - most && !text.includes("\n");
  return row[end] <= most && isWhole ? { text, distance: row[end] } : null;
}

/** Fills the row of the first `i` letters of the word; the least distance in it. */
function nextRow(word, window, width, i) {
  next[0] = i;
  nextStarts[0] = 0;
  let least = i;
  const letter = word.charCodeAt(i - 1);
  const last = word.charCodeAt(i - 2);
  for (let j = 1; j < width; j++) {
    const other = window.charCodeAt(j - 1);
    let cost = row[j - 1] + (letter === other ? 0 : 1);
    let from = starts[j - 1];
    if (row[j] + 1 < cost) {
      cost = row[j] + 1;
      from = starts[j];
    }
    if (next[j - 1] + 1 < cost) {
      cost = next[j - 1] + 1;
      from = nextStarts[j - 1];
    }
    if (i > 1 && j > 1 && letter === window.charCodeAt(j - 2) && last === other && before[j - 2] + 1 < cost) {
      cost = before[j - 2] + 1;
      from = startsBefore[j - 2];
    }
    next[j] = cost;
    nextStarts[j] = from;
    if (cost < least) least = cost;
  }
  return least;
}

/** Of two ends at one distance, the one whose piece is as long as the word. */
function isEven(word, end, starts, other) {
  return Math.abs(end - starts[end] - word.length) < Math.abs(other - starts[other] - word.length);
}
