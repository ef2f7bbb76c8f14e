// The whole search: pages with every term; else with the words nearest to them; else with the pieces of them.

import { nearSpellings, segments } from "./near.js";
import { countOf, parseQuery } from "./query.js";
import { rank, rankSome } from "./rank.js";

/**
 * What a query finds: `results` best first, the `query` they were found by, and `instead`: empty when every word was
 * found, `near` when other spellings were taken, `some` when pages need not have every word.
 */
export function find(index, typed, filters = {}) {
  const query = parseQuery(typed);
  const within = { ...index, pages: index.pages.filter((page) => passes(page, filters)) };
  const exact = rank(within, query);
  if (exact.length || !query.terms.length) return { results: exact, query, instead: "" };
  const near = withNear(query, within.pages);
  if (near) {
    const results = rank(within, near);
    if (results.length) return { results, query: near, instead: "near" };
  }
  const apart = inPieces(near ?? query, within.pages);
  const whole = rank(within, apart);
  if (whole.length) return { results: whole, query: apart, instead: "some" };
  const some = apart.terms.length > 1 ? rankSome(within, apart) : [];
  return { results: some, query: apart, instead: some.length ? "some" : "" };
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

/** The query with each word that stands nowhere cut into the words that it is made of. */
function inPieces(query, pages) {
  const terms = query.terms.flatMap((term) => {
    if (term.code || isThere(term, pages)) return [term];
    const parts = segments(term.name);
    return parts.length > 1 ? [...new Set(parts)].map((part) => ({ texts: [part], name: part })) : [term];
  });
  return { phrase: query.phrase, terms };
}
