// The index: fetched when somebody searches, of a large site only the years that are asked for; kept with all folded.

import { fold } from "./fold.js";

const kept = new Map(); // what was read, by its address; what failed is forgotten

async function read(address) {
  const answer = await fetch(address, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

function once(address, make) {
  const known = kept.get(address.href) ?? read(address).then(make);
  kept.set(address.href, known);
  known.catch(() => kept.delete(address.href));
  return known;
}

const pagesOf = (rows) => rows.map(pageOf);
const headOf = (head) => ({ ...head, pages: head.pages && pagesOf(head.pages) });
const yearsOf = (pages) => [...new Set(pages.map((page) => page.year))].sort((a, b) => b - a);

/**
 * The index of the site whose search page has this address, with all its `years`; where it comes in parts, only the
 * part of `year` when there is one. `of` says the year that its pages are limited to, empty for none.
 */
export async function loadIndex(search, year = "") {
  const head = await once(new URL("index.json", search), headOf);
  if (head.pages) return { ...head, years: yearsOf(head.pages), of: "" };
  const asked = head.parts.filter(([of]) => String(of) === year);
  const parts = asked.length ? asked : head.parts;
  const pages = await Promise.all(parts.map(([, name]) => once(new URL(name, search), pagesOf)));
  return { ...head, pages: pages.flat(), years: head.parts.map(([of]) => of), of: asked.length ? year : "" };
}

/** A row of the index, or of the titles, as a page. */
export function pageOf([path, title, kind, year, units = [], status = -1, passages = []]) {
  const said = passages.map(([, heading, text]) => `${heading}\n${text}`);
  return {
    path, title, kind, year, units, status, passages,
    foldedTitle: fold(title),
    foldedText: said.map(fold).join("\n"),
    headings: passages.map(([, heading]) => heading && fold(heading)).filter(Boolean),
  };
}
