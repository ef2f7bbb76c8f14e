// The button for light and dark: each press goes to the next look. Which one is shown, first.js decides.
if (!window.palette) await import("./first.js"); // where the host forbids scripts within pages
const form = document.querySelector("form[data-palette]");
const choices = form ? [...form.querySelectorAll("input")] : [];
const bar = document.head.appendChild(document.createElement("meta"));
bar.name = "theme-color";

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
