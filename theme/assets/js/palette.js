// The choice of light and dark. Material's own part restyles every element of the page three times while it opens;
// this one touches what changes, and keeps the choice where Material's first script looks for it.
const form = document.querySelector("form[data-palette]");
const choices = form ? [...form.querySelectorAll("input")] : [];
const light = matchMedia("(prefers-color-scheme: light)");
const bar = document.head.appendChild(document.createElement("meta"));
bar.name = "theme-color";

const coloursOf = ({ dataset }) => ({
  media: dataset.mdColorMedia,
  scheme: dataset.mdColorScheme,
  primary: dataset.mdColorPrimary,
  accent: dataset.mdColorAccent,
});
const ofTheDevice = () => choices.find(({ dataset }) => dataset.mdColorMedia.includes(light.matches ? ": light" : ": dark"));

function show(index) {
  const chosen = coloursOf(choices[index]);
  const byDevice = chosen.media === "(prefers-color-scheme)";
  const shown = byDevice ? { ...coloursOf(ofTheDevice()), media: chosen.media } : chosen;
  for (const [name, value] of Object.entries(shown)) {
    const attribute = `data-md-color-${name}`;
    if (document.body.getAttribute(attribute) !== value) document.body.setAttribute(attribute, value);
  }
  choices.forEach((choice, at) => (choice.nextElementSibling.hidden = at !== index));
  requestAnimationFrame(() => setTimeout(() => (bar.content = getComputedStyle(document.querySelector(".md-header")).backgroundColor)));
  return shown;
}

function choose(index) {
  __md_set("__palette", { index, color: show(index) });
}

if (choices.length) {
  const kept = __md_get("__palette");
  let now = Math.max(0, Math.min(kept ? kept.index : 0, choices.length - 1));
  show(now);
  choices.forEach((choice, index) => choice.addEventListener("change", () => choose((now = index))));
  light.addEventListener("change", () => show(now));
  form.addEventListener("keydown", ({ key }) => {
    if (key !== "Enter") return;
    now = (now + 1) % choices.length;
    choices[now].click();
    choices[now].focus();
  });
}
