// On every page: suggestions begin to load when somebody comes to the box; the search itself lives on its own page.
for (const form of document.querySelectorAll("form[data-search]")) {
  const box = form.elements.q;
  const start = () => import("./search/suggest.js").then(({ suggest }) => suggest(form, box)).catch(() => {});
  if (document.activeElement === box) start();
  else box.addEventListener("focus", start, { once: true });
  // Who opens the box means to type. In HTML the attribute would take the focus on wide screens, where it is always open.
  if (form.popover) box.autofocus = true;
}
const found = document.getElementById("search-results");
if (found) import("./search/page.js").catch(() => (found.dataset.of = ""));
