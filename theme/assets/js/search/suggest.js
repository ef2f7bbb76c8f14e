// Suggestions while somebody types, after the combobox pattern of the ARIA authoring practices: titles of pages.

import { countOf, pageOf, parseQuery } from "./query.js";
import { readTitles } from "./read.js";

const MOST = 8;
let loading = null;

function loadTitles(search) {
  loading ??= readTitles(search).then((rows) => rows.map(pageOf));
  return loading;
}

/** The pages whose titles have every term: those that begin with the words first, then newer years. */
function matching(pages, typed) {
  const { phrase, terms } = parseQuery(typed);
  if (!terms.length) return [];
  const points = (page) =>
    (terms.some((term) => term.code && page.path.endsWith(`/oit/${term.name}/`)) ? 4 : 0)
    + (page.foldedTitle.startsWith(phrase) ? 2 : 0) + (page.foldedTitle.includes(phrase) ? 1 : 0);
  return pages
    .filter((page) => terms.every((term) => countOf(term, page.foldedTitle, 1)))
    .map((page) => ({ page, points: points(page) }))
    .sort((a, b) => b.points - a.points || b.page.year - a.page.year || a.page.path.length - b.page.path.length)
    .slice(0, MOST)
    .map(({ page }) => page);
}

let lists = 0;
const digits = (year) => (document.querySelector("[data-numerals=thai]") ? String(year).replace(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[digit]) : year);

/** Makes the box of a form suggest pages. */
export function suggest(form, box) {
  const search = new URL(form.action);
  search.search = "";
  const list = document.createElement("ul");
  Object.assign(list, { id: `ps-suggestions-${++lists}`, className: "ps-suggest", role: "listbox", hidden: true });
  list.ariaLabel = "หน้าที่แนะนำ";
  (box.closest(".ps-search__row") ?? form).append(list);
  const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  for (const [name, value] of Object.entries(roles)) box.setAttribute(name, value);
  let at = -1;

  const mark = (place) => {
    at = place;
    [...list.children].forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
    if (at < 0) box.removeAttribute("aria-activedescendant");
    else {
      box.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
  };
  const close = () => {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const open = (pages) => {
    list.replaceChildren(...pages.map((page, number) => option(page, `${list.id}-${number}`)));
    list.hidden = !pages.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
    mark(-1);
  };
  const option = (page, id) => {
    const made = document.createElement("li");
    const isNamed = !page.year || page.foldedTitle.includes(String(page.year));
    Object.assign(made, { id, role: "option", textContent: isNamed ? page.title : `${page.title} (ปี ${digits(page.year)})` });
    made.dataset.path = page.path;
    return made;
  };
  const go = (made) => location.assign(new URL(`..${made.dataset.path}`, search));

  const update = async () => {
    const typed = box.value;
    const pages = await loadTitles(search).catch(() => []);
    if (typed === box.value && document.activeElement === box) open(matching(pages, typed));
  };
  box.addEventListener("input", update);
  box.addEventListener("blur", close);
  form.addEventListener("submit", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
  list.addEventListener("click", (event) => {
    const made = event.target.closest("[role=option]");
    if (made) go(made);
  });
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const last = list.children.length - 1;
    if (event.key === "Escape" && !list.hidden) close();
    else if (event.key === "Enter" && at >= 0) go(list.children[at]);
    else if (event.key === "ArrowDown" && list.hidden) update();
    else if (event.key === "ArrowDown" && last >= 0) mark(at < last ? at + 1 : -1);
    else if (event.key === "ArrowUp" && !list.hidden && last >= 0) mark(at < 0 ? last : at - 1);
    else return;
    event.preventDefault();
  });
  if (box.value.trim()) update();
}
