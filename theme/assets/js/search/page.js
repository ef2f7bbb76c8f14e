// The search page: reads its address, shows what is found, and writes the address when something is chosen.

import { find } from "./find.js";
import { pageOf } from "./query.js";
import { readIndex } from "./read.js";
import { grouped, shares } from "./rank.js";
import { groupSection, resultItem } from "./result.js";

const AT_ONCE = 10;
const WAIT = 180; // milliseconds after the last letter
const NAMES = { year: "ปี", kind: "ชนิดของหน้า", unit: "หน่วยงาน", status: "สถานะ" };
const ALL = { year: "ทุกปี", kind: "ทุกชนิด", unit: "ทุกหน่วยงาน", status: "ทุกสถานะ" };
const OTHER_YEAR = "ไม่แยกตามปี";

const byId = (id) => document.getElementById(id);
const form = byId("search-form");
const box = form.elements.q;
const [filters, count, near, list, more] = ["filters", "count", "near", "results", "more"].map((id) => byId(`search-${id}`));
const thai = form.dataset.numerals === "thai";
const digits = (value) => (thai ? String(value).replace(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[digit]) : String(value));
const search = new URL(form.action);
search.search = "";
let index = null;
let turn = 0;

function chosen() {
  const found = {};
  for (const select of filters.querySelectorAll("select")) if (select.value) found[select.name] = select.value;
  return found;
}

function addressOf() {
  const address = new URL(search);
  if (box.value.trim()) address.searchParams.set("q", box.value.trim());
  for (const [name, value] of Object.entries(chosen())) address.searchParams.set(name, value);
  return address;
}

const folded = new WeakMap(); // the pages of rows that were read, with their texts folded
const yearsOf = (pages) => [...new Set(pages.map((page) => page.year))].sort((a, b) => b - a);

function pagesOf(rows) {
  if (!folded.has(rows)) folded.set(rows, rows.map(pageOf));
  return folded.get(rows);
}

/** The index with all its `years`; where it comes in parts, only the part of `year` when there is one, as `of` says. */
async function loadIndex(year) {
  const { head, parts, of } = await readIndex(search, year);
  const pages = parts.flatMap(pagesOf);
  return { ...head, pages, years: head.parts ? head.parts.map(([one]) => one) : yearsOf(pages), of };
}

/** What is chosen, as places in the lists of the index. */
function limits() {
  const { year, kind, unit, status } = chosen();
  return {
    year: year === undefined ? undefined : Number(year),
    kind: kind === undefined ? undefined : index.kinds.findIndex(([key]) => key === kind),
    unit: unit === undefined ? undefined : index.units.indexOf(unit),
    status: status === undefined ? undefined : index.statuses.indexOf(status),
  };
}

/** The year that is chosen, or is in the address before there is anything to choose from; empty for all. */
function askedYear() {
  const select = filters.querySelector("[name=year]");
  return (select ? select.value : new URLSearchParams(location.search).get("year")) ?? "";
}

const isLoaded = (year) => index && (!index.of || index.of === year);

function clear(typed = "") {
  list.replaceChildren();
  list.dataset.of = typed; // which query the list answers
  near.hidden = more.hidden = true;
}

async function run() {
  const typed = box.value.trim();
  for (const other of document.querySelectorAll("form[data-search]")) if (other !== form) other.elements.q.value = typed;
  const mine = ++turn;
  if (!typed) {
    clear();
    filters.hidden = !filters.childElementCount;
    count.textContent = "";
    return;
  }
  const year = askedYear();
  try {
    if (!isLoaded(year)) {
      count.textContent = "กำลังโหลดข้อมูลสำหรับค้นหา";
      filters.hidden = false; // keeps their place, so that they push nothing down
      const loaded = await loadIndex(year);
      if (mine !== turn) return;
      index = loaded;
      showFilters();
    }
  } catch {
    if (mine !== turn) return;
    clear();
    filters.hidden = !filters.childElementCount;
    count.textContent = "โหลดข้อมูลสำหรับค้นหาไม่สำเร็จ โปรดลองอีกครั้ง หรือดูรายชื่อหน้าด้านล่าง";
    return;
  }
  performance.mark("search-begin");
  show(typed, find(index, typed, limits()));
  performance.measure("search", "search-begin");
}

function show(typed, { results, query, instead }) {
  clear(typed);
  count.textContent = results.length
    ? `พบ ${digits(results.length)} หน้า สำหรับ “${typed}”`
    : `ไม่พบหน้าที่มี “${typed}” โปรดลองใช้คำที่สั้นลง เลือกทุกปีและทุกชนิด หรือดูรายชื่อหน้าด้านล่าง`;
  if (instead === "near") {
    const words = query.terms.map((term) => term.texts?.join(", ") ?? term.name).join(" ");
    near.textContent = `ไม่พบคำที่พิมพ์ตรงตัว แสดงผลของคำที่ใกล้เคียง: ${words}`;
  } else if (instead === "some") {
    near.textContent = "ไม่พบหน้าที่มีคำตรงตามที่พิมพ์ แสดงหน้าที่มีคำบางส่วน";
  } else if (instead === "meant") {
    near.textContent = `แสดงหน้าที่ใช้คำเหล่านี้ด้วย: ${[...new Set(query.terms.flatMap((term) => term.meant ?? []))].join(", ")}`;
  } else near.textContent = "";
  near.hidden = !near.textContent;
  const groups = grouped(results).map((group) => ({ ...group, ...groupSection(group, { index, digits }), shown: 0 }));
  for (const group of groups) if (groups.length > 1) group.all = allLink(group);
  list.append(...groups.map(({ section }) => section));
  let room = 0;
  const add = () => {
    room += AT_ONCE;
    const counts = shares(groups, room);
    const items = groups.flatMap((group, place) => addTo(group, counts[place], query));
    more.hidden = groups.every(({ entries, shown }) => shown >= entries.length);
    return items[0];
  };
  add();
  more.onclick = () => add()?.querySelector("a").focus();
}

/** Shows a group up to a number of its entries; those that came. */
function addTo(group, count, query) {
  const items = group.entries.slice(group.shown, count).map((entry) => resultItem(entry, query, { index, search, digits }));
  group.list.append(...items);
  group.shown = Math.max(group.shown, count);
  if (group.all) group.all.hidden = group.shown >= group.entries.length;
  return items;
}

/** The link below a group to all its entries, which chooses its kind. */
function allLink({ kind, entries, section }) {
  const link = document.createElement("a");
  const [key, title] = index.kinds[kind];
  const address = addressOf();
  address.searchParams.set("kind", key);
  const gap = title.match(/[a-z]$/i) ? " " : ""; // Thai joins without one
  Object.assign(link, { href: address, className: "ps-found__all", textContent: `ดู${title}${gap}ทั้งหมด ${digits(entries.length)} รายการ` });
  link.addEventListener("click", (event) => {
    const select = filters.querySelector("[name=kind]");
    if (!select || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    select.value = key;
    history.pushState(null, "", addressOf());
    run().then(() => count.scrollIntoView({ block: "center" }));
  });
  section.append(link);
  return link;
}

function showFilters() {
  if (filters.childElementCount) return;
  const options = {
    year: index.years.map((year) => [year, year ? digits(year) : OTHER_YEAR]),
    kind: index.kinds,
    unit: index.units.map((unit) => [unit, unit]),
    status: index.statuses.map((status) => [status, status]),
  };
  for (const [name, values] of Object.entries(options)) if (values.length > 1) filters.append(filter(name, values));
  filters.hidden = false;
  readFilters();
}

function filter(name, values) {
  const label = document.createElement("label");
  const select = document.createElement("select");
  select.name = name;
  for (const [value, title] of [["", ALL[name]], ...values]) select.append(new Option(title, value));
  select.addEventListener("change", () => {
    history.pushState(null, "", addressOf());
    run();
  });
  label.append(NAMES[name], select);
  return label;
}

function readFilters() {
  const asked = new URLSearchParams(location.search);
  for (const select of filters.querySelectorAll("select")) {
    const value = asked.get(select.name) ?? "";
    select.value = [...select.options].some((option) => option.value === value) ? value : "";
  }
}

function readAddress() {
  box.value = new URLSearchParams(location.search).get("q") ?? "";
  readFilters();
  return run();
}

let waiting = 0;
box.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    history.replaceState(null, "", addressOf());
    run();
  }, WAIT);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  history.pushState(null, "", addressOf());
  run();
});
addEventListener("popstate", readAddress);
readAddress().finally(() => dispatchEvent(new Event("answered"))); // first.js waits for it with the letters
