// One result: the link, what kind of page it is, and the passage with the found words marked.

import { bestPassage, marked } from "./mark.js";

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
