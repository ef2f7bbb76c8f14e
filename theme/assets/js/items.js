// Lets people choose among the items of a year; without it the table has all of them.

/** The rows that agree with every choice; a choice that is empty asks for nothing. */
export function choose(rows, chosen) {
  return rows.filter(
    ({ dataset }) =>
      (!chosen.state || dataset.state === chosen.state) &&
      (!chosen.unit || dataset.unit.split("|").includes(chosen.unit)),
  );
}

/** An element with its attributes and what is inside it; texts stay texts. */
function make(tag, attributes = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...inside);
  return made;
}

function makeSelect([name, title, options]) {
  const select = make("select", { name, id: `filter-${name}` }, new Option("ทั้งหมด", ""));
  for (const [key, text] of Object.entries(options)) select.append(new Option(text, key));
  return make("p", {}, make("label", { for: select.id }, title), select);
}

function start(box) {
  const count = make("p", { class: "ps-item-filter__count", role: "status" });
  const button = make("button", { type: "reset" }, "ล้างตัวกรอง");
  const named = { class: "ps-filter__form", role: "search", "aria-label": "กรองข้อ OIT" };
  const form = make("form", named, ...JSON.parse(box.dataset.choices).map(makeSelect), count, button);
  const rows = [...document.querySelectorAll(".ps-items tr[data-state]")];
  const groups = [...document.querySelectorAll(".ps-items tbody")];
  const fields = [...form.querySelectorAll("select")];
  const digits = (value) =>
    box.dataset.numerals === "thai"
      ? String(value).replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0x0e20))
      : String(value);

  const show = () => {
    const chosen = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
    const found = new Set(choose(rows, chosen));
    for (const row of rows) row.hidden = !found.has(row);
    for (const group of groups) group.hidden = !group.querySelector("tr[data-state]:not([hidden])");
    const all = `${digits(rows.length)} ข้อ`;
    const isChosen = fields.some(({ value }) => value);
    count.textContent = !isChosen
      ? `มีทั้งหมด ${all}`
      : found.size
        ? `พบ ${digits(found.size)} จากทั้งหมด ${all}`
        : `ไม่พบข้อที่ตรงกับที่เลือก จากทั้งหมด ${all}`;
  };
  const change = () => {
    const address = new URL(location.href);
    address.hash = "";
    for (const { name, value } of fields)
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    history.replaceState(history.state, "", address);
    show();
  };
  // An item that an address leads to is never left out.
  const clear = () => {
    const { hash } = location;
    for (const field of fields) field.value = "";
    change();
    if (!hash) return;
    history.replaceState(history.state, "", hash);
    document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  };

  const asked = new URLSearchParams(location.search);
  for (const field of fields) {
    field.value = asked.get(field.name) ?? "";
    if (field.selectedIndex === -1) field.value = ""; // the address asks for what there is not
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", change);
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    clear();
    fields[0].focus();
  });
  addEventListener("hashchange", clear);
  box.replaceChildren(form);
  show();
}

if (typeof document !== "undefined") {
  const box = document.querySelector("[data-choices]");
  if (box) start(box);
}
