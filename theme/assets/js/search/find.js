// The whole search: pages with every term, or with the words of the field for words of everyday life; else with the
// words nearest to them, a letter wrong, missing, too many or out of place; else with the pieces of them.

import { cutWord, withMeaning, wordsOf } from "./meaning.js";
import { countOf, parseQuery } from "./query.js";
import { rank, rankSome } from "./rank.js";

/**
 * What a query finds: `results` best first, the `query` they were found by, and `instead`: empty when every word was
 * found, `meant` when words of the field were taken too, `near` when other spellings were, `some` when pages need not
 * have every word.
 */
export function find(index, typed, filters = {}) {
  index.words ??= wordsOf(index);
  const query = withMeaning(parseQuery(typed), index.words);
  const within = { ...index, pages: index.pages.filter((page) => passes(page, filters)) };
  const exact = rank(within, query);
  if (exact.length || !query.terms.length) return { results: exact, query, instead: isMeant(query) ? "meant" : "" };
  const near = withNear(query, within.pages);
  if (near) {
    const results = rank(within, near);
    if (results.length) return { results, query: near, instead: "near" };
  }
  const cut = inWords(query, within.pages, index.words);
  const told = cut && rank(within, cut);
  if (told?.length) return { results: told, query: cut, instead: isMeant(cut) ? "meant" : "" };
  const apart = inPieces(cut ?? near ?? query, within.pages);
  const whole = rank(within, apart);
  if (whole.length) return { results: whole, query: apart, instead: "some" };
  const some = apart.terms.length > 1 ? rankSome(within, apart) : [];
  return { results: some, query: apart, instead: some.length ? "some" : "" };
}

const isMeant = (query) => query.terms.some((term) => term.meant?.length);

/** The query with each word that is nowhere cut by its everyday words; null when it has none. */
function inWords(query, pages, words) {
  let isCut = false;
  const isNamed = (part) => pages.some((page) => page.foldedTitle.includes(part));
  const terms = query.terms.flatMap((term) => {
    const parts = term.code || term.meant || isThere(term, pages) ? null : cutWord(term.name, words, isNamed);
    isCut ||= Boolean(parts);
    return parts ?? [term];
  });
  return isCut ? inPieces({ ...query, terms }, pages) : null;
}

function passes(page, { year, kind, unit, status }) {
  return (year === undefined || page.year === year) && (kind === undefined || page.kind === kind)
    && (unit === undefined || page.units.includes(unit)) && (status === undefined || page.status === status);
}

const isThere = (term, pages) => pages.some((page) => countOf(term, page.foldedTitle, 1) || countOf(term, page.foldedText, 1));

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

/** The query with each word that is nowhere cut into the words that it is made of. */
function inPieces(query, pages) {
  const terms = query.terms.flatMap((term) => {
    if (term.code || term.meant || isThere(term, pages)) return [term];
    const parts = segments(term.name);
    return parts.length > 1 ? [...new Set(parts)].map((part) => ({ ...term, texts: [part], name: part })) : [term];
  });
  return { phrase: query.phrase, terms };
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

/** The words of a text that has no blanks, by the browser's own dictionary; none where it has no such. */
function segments(word) {
  if (!Intl.Segmenter) return [];
  const parts = [...new Intl.Segmenter("th", { granularity: "word" }).segment(word)];
  return parts.filter((part) => part.isWordLike && part.segment.length > 1).map((part) => part.segment);
}
