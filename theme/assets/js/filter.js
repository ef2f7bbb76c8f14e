// Lets people choose among all measures; without it, or without its data, the links on the page lead the same ways.

const FIELDS = ["status", "unit", "indicator", "year", "q"];

/** Text as it is compared: Arabic digits, sara am joined, small letters, one blank between words. */
export function fold(text) {
  const arabic = text.replace(/[๐-๙]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x0e20));
  return arabic.normalize("NFC").replace(/\u0e4d\u0e32/g, "\u0e33").toLowerCase().replace(/\s+/g, " ").trim();
}

/** The keys of the units that a measure names, and of those that it means by a word for several. */
const unitsOf = ({ units, shared_units: shared = [] }) => [...units, ...shared];

/** The measures that agree with every choice; a choice that is empty asks for nothing. */
export function choose(measures, chosen) {
  const words = fold(chosen.q ?? "").split(" ").filter(Boolean);
  return measures.filter(
    (one) =>
      (!chosen.status || one.status === chosen.status) &&
      (!chosen.unit || unitsOf(one).includes(chosen.unit)) &&
      (!chosen.indicator || one.indicators.includes(chosen.indicator)) &&
      (!chosen.year || String(one.fiscal_year) === chosen.year) &&
      words.every((word) => one.text.includes(word)),
  );
}

/** An element with its attributes and what is inside it; texts stay texts. */
function make(tag, attributes = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...inside);
  return made;
}

class Filter {
  constructor(box, data) {
    this.box = box;
    this.data = data;
    this.looks = new Map((box.dataset.looks ?? "").split(" ").map((pair) => pair.split("=")));
    this.root = new URL("../", new URL(box.dataset.filter, location.href));
    this.digits = (value) =>
      box.dataset.numerals === "thai"
        ? String(value).replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0x0e20))
        : String(value);
    for (const one of data.measures) one.text = this.textOf(one);
    this.still = [];
    for (let next = box.nextElementSibling; next; next = next.nextElementSibling)
      if (!next.matches(".ps-madefrom")) this.still.push(next);
    this.found = make("ul", { class: "ps-found" });
    this.count = make("p", { class: "ps-filter__count", role: "status" });
    this.form = this.makeForm();
    box.replaceChildren(this.form, this.count, this.found);
    this.readAddress();
    this.show();
  }

  textOf(one) {
    const units = one.units.map((key) => this.data.units[key] ?? "");
    const indicators = one.indicators.map((number) => this.data.indicators[number] ?? "");
    const name = one.number === null ? "" : `มาตรการที่ ${one.number}`;
    const said = [name, one.title, one.plain_summary, one.responsible, one.period, one.fiscal_year, one.status_text];
    return fold([...said, ...units, ...indicators].filter((part) => part !== null).join(" "));
  }

  makeForm() {
    const { statuses, units, indicators, measures } = this.data;
    const used = (of) => new Set(measures.flatMap(of));
    const named = (names, keys, word = (key, name) => name) =>
      Object.entries(names).filter(([key]) => keys.has(key)).map(([key, name]) => [key, word(key, name)]);
    const years = [...used((one) => String(one.fiscal_year))].sort().reverse();
    const numbers = (key, name) => `${this.digits(key)} ${name}`;
    const byNumber = ([first], [second]) => parseFloat(first) - parseFloat(second);
    const selects = [
      ["status", "สถานะ", named(statuses, used((one) => one.status))],
      ["unit", "หน่วยงาน", named(units, used(unitsOf))],
      ["indicator", "ตัวชี้วัด", named(indicators, used((one) => one.indicators), numbers).sort(byNumber)],
      ["year", "ปีงบประมาณ", years.map((year) => [year, this.digits(year)])],
    ];
    const words = make("input", { type: "search", name: "q", id: "filter-q", autocomplete: "off" });
    const clear = make("button", { type: "button", class: "ps-filter__clear" }, "ล้างตัวกรอง");
    const form = make(
      "form",
      { class: "ps-filter__form", role: "search", "aria-label": "กรองมาตรการ" },
      make("p", { class: "ps-filter__words" }, make("label", { for: "filter-q" }, "คำในมาตรการ"), words),
      ...selects.map(([name, title, options]) => this.makeSelect(name, title, options)),
      clear,
    );
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => this.change());
    clear.addEventListener("click", () => this.clear());
    addEventListener("hashchange", () => this.clear({ focus: false }));
    return form;
  }

  makeSelect(name, title, options) {
    const select = make("select", { name, id: `filter-${name}` }, new Option("ทั้งหมด", ""));
    for (const [key, text] of options) select.append(new Option(text, key));
    return make("p", {}, make("label", { for: `filter-${name}` }, title), select);
  }

  get chosen() {
    return Object.fromEntries(FIELDS.map((name) => [name, this.form.elements[name].value.trim()]));
  }

  readAddress() {
    const asked = new URLSearchParams(location.search);
    for (const name of FIELDS) {
      const field = this.form.elements[name];
      const value = asked.get(name) ?? "";
      field.value = name === "status" ? value.replaceAll("-", "_") : value;
      if (field.selectedIndex === -1) field.value = ""; // the address asks for what there is not
    }
  }

  change() {
    const address = new URL(location.href);
    address.hash = "";
    for (const [name, value] of Object.entries(this.chosen))
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    history.replaceState(history.state, "", address);
    this.show();
  }

  clear({ focus = true } = {}) {
    for (const name of FIELDS) this.form.elements[name].value = "";
    const hash = location.hash;
    this.change();
    if (hash) history.replaceState(history.state, "", hash);
    if (focus) this.form.elements.q.focus();
    else document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }

  show() {
    const chosen = this.chosen;
    const isChosen = Object.values(chosen).some(Boolean);
    const found = isChosen ? choose(this.data.measures, chosen) : [];
    const all = `${this.digits(this.data.measures.length)} มาตรการ`;
    this.count.textContent = !isChosen
      ? `มีทั้งหมด ${all}`
      : found.length
        ? `พบ ${this.digits(found.length)} จากทั้งหมด ${all}`
        : `ไม่พบมาตรการที่ตรงกับที่เลือก จากทั้งหมด ${all}`;
    this.found.replaceChildren(...found.map((one) => this.makeFound(one)));
    for (const part of this.still) part.classList.toggle("ps-filtered", isChosen);
  }

  makeFound(one) {
    const number = one.number === null ? "" : `มาตรการที่ ${this.digits(one.number)} `;
    const link = make("a", { href: new URL(`.${one.path}`, this.root).href }, `${number}${one.title ?? "มาตรการ"}`);
    const kind = this.looks.get(one.status) ?? "unknown";
    const status = make("span", { class: `ps-tag--${kind}` }, one.status_text);
    const units = one.units.map((key) => this.data.units[key]).join(", ") || one.responsible;
    const facts = [`ปี ${this.digits(one.fiscal_year)}`, units, one.period].filter(Boolean).join(" · ");
    const plain = one.plain_summary ? [make("span", { class: "ps-found__plain" }, one.plain_summary)] : [];
    return make("li", {}, link, " ", status, ...plain, make("span", { class: "ps-aside" }, facts));
  }
}

/** Read the measures and put the form on the page; what cannot be read leaves the page as it is. */
async function start(box) {
  try {
    const answer = await fetch(box.dataset.filter);
    if (!answer.ok) throw new Error(`${answer.status}`);
    new Filter(box, await answer.json());
  } catch {
    box.remove();
  }
}

if (typeof document !== "undefined") {
  const box = document.querySelector("[data-filter]");
  if (box) start(box);
}
