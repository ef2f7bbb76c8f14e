// Words of everyday life: what somebody types, and the words of agencies and documents for it, as the index declares them.

import { fold } from "./query.js";

/** The words of an index, folded once: for each word that people type its words of the field, and the words of questions. */
export function wordsOf({ everyday = [], asides = [] }) {
  const meant = new Map();
  for (const [people, field] of everyday) {
    const said = field.map(fold);
    for (const word of people.map(fold)) meant.set(word, [...new Set([...(meant.get(word) ?? []), ...said])]);
  }
  return { meant, asides: new Set(asides.map(fold)) };
}

const termOf = (word, words) => ({ texts: [word], name: word, meant: words.meant.get(word).filter((one) => one !== word) });

/** The query with what it says in everyday words: whole words alone, with blanks within them where they have any. */
export function withMeaning(query, words) {
  const terms = [];
  for (let at = 0; at < query.terms.length; at++) {
    const more = [3, 2, 1].find((count) => words.meant.has(nameOf(query.terms.slice(at, at + count), count)));
    if (more) {
      terms.push(termOf(nameOf(query.terms.slice(at, at + more), more), words));
      at += more - 1;
    } else terms.push(query.terms[at]);
  }
  const left = terms.filter((term) => term.code || !words.asides.has(term.name));
  return { ...query, terms: left.length ? left : terms };
}

const nameOf = (terms, count) => (terms.length === count && !terms.some((term) => term.code) ? terms.map((term) => term.name).join(" ") : "");

/**
 * A word that is nowhere, cut where its parts are longest into everyday words, words of questions and pieces of names,
 * as `isNamed` tells, so that no name is taken apart: its parts as `terms`, what is neither of them as rest; `isTold`
 * where it has words of the first two kinds and nothing is left over.
 */
export function cutWord(word, words, isNamed) {
  const isKnown = (part) => words.meant.has(part) || words.asides.has(part);
  const isPart = (part) => part.length >= LEAST && isNamed(part);
  const parts = longestParts(word, (part) => part.length ** 2 * (words.meant.has(part) ? 2 : isKnown(part) || isPart(part) ? 1 : 0));
  const terms = parts.filter((part) => !words.asides.has(part) && part.trim()).map((part) =>
    ({ isPart: true, isRest: !words.meant.has(part) && !isPart(part), ...(words.meant.has(part) ? termOf(part, words) : { texts: [part], name: part }) }));
  return { terms, isTold: parts.some(isKnown) && terms.length > 0 && !terms.some((term) => term.isRest) };
}

const LEAST = 3; // letters of a piece of a name

/** The parts of a word whose worth is greatest together; what is worth nothing comes word by word. */
function longestParts(word, worthOf) {
  const ends = boundaries(word);
  const best = new Map([[0, { worth: 0, from: 0 }]]);
  for (const [place, end] of ends.entries()) {
    for (const at of ends.slice(0, place)) {
      const worth = worthOf(word.slice(at, end));
      if (!worth && ends[place - 1] !== at) continue;
      const whole = best.get(at).worth + worth;
      if (whole > (best.get(end)?.worth ?? -1)) best.set(end, { worth: whole, from: at });
    }
  }
  const parts = [];
  for (let end = word.length; end > 0; end = best.get(end).from) parts.unshift(word.slice(best.get(end).from, end));
  return parts;
}

/** The places between the words of a text without blanks, by the browser's own dictionary; every place where it has none. */
export function boundaries(text) {
  if (!Intl.Segmenter) return Array.from({ length: text.length + 1 }, (_, at) => at);
  const parts = [...new Intl.Segmenter("th", { granularity: "word" }).segment(text)];
  return [...parts.map((part) => part.index), text.length];
}
