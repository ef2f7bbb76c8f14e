// The button for light and dark: each press goes to the next look. Which one is shown, first.js decides.
if (!window.palette) await import("./first.js"); // where the host forbids scripts within pages
// By the device, light, dark.
const ICONS = [
  "m14.3 16-.7-2h-3.2l-.7 2H7.8L11 7h2l3.2 9zM20 8.69V4h-4.69L12 .69 8.69 4H4v4.69L.69 12 4 15.31V20h4.69L12 23.31 15.31 20H20v-4.69L23.31 12zm-9.15 3.96h2.3L12 9z",
  "M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10M11 1h2v4h-2zm0 18h2v4h-2zM1 11h4v2H1zm18 0h4v2h-4z",
  "M2 12a10 10 0 0 0 13 9.54 10 10 0 0 1 0-19.08A10 10 0 0 0 2 12",
];
const form = document.querySelector("form[data-palette]");
const [leadIn, ...looks] = form ? form.dataset.palette.split("|") : [];
const choices = looks.map((look, at) => addChoice(`${leadIn}${look}`, at));
const bar = document.head.appendChild(document.createElement("meta"));
bar.name = "theme-color";

function draw(path) {
  const [icon, line] = ["svg", "path"].map((name) => document.createElementNS("http://www.w3.org/2000/svg", name));
  icon.setAttribute("viewBox", "0 0 24 24");
  line.setAttribute("d", path);
  icon.append(line);
  return icon;
}

/** A choice, and the button that shows it and leads to the next one. */
function addChoice(name, at) {
  const choice = document.createElement("input");
  Object.assign(choice, { className: "md-option", type: "radio", name: "__palette", id: `__palette_${at}` });
  choice.setAttribute("aria-label", name);
  const button = document.createElement("label");
  Object.assign(button, { className: "md-header__button md-icon", title: name, htmlFor: `__palette_${(at + 1) % ICONS.length}`, hidden: true });
  button.append(draw(ICONS[at]));
  form.append(choice, button);
  return choice;
}

function show() {
  choices.forEach((choice, at) => {
    choice.checked = at === palette.look;
    choice.nextElementSibling.hidden = !choice.checked;
  });
  requestAnimationFrame(() => setTimeout(() => (bar.content = getComputedStyle(document.querySelector(".md-header")).backgroundColor)));
}

function choose(index) {
  palette.choose(index);
  show();
}

if (choices.length) {
  show();
  choices.forEach((choice, index) => choice.addEventListener("change", () => choose(index)));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  addEventListener("pageshow", ({ persisted }) => persisted && show());
  form.addEventListener("keydown", ({ key }) => {
    if (key !== "Enter") return;
    choose((palette.look + 1) % choices.length);
    choices[palette.look].focus();
  });
}
