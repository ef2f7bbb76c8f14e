// Before the first paint: light or dark, and the letters. It is written into every page, the same in all.
{
  const root = document.documentElement;
  const scope = new URL(root.dataset.base, location).pathname.replace(/\/*$/, "/");
  const kept = (name) => {
    try {
      return JSON.parse(localStorage.getItem(`${scope}.${name}`));
    } catch {
      return null;
    }
  };
  const keep = (name, value) => {
    try {
      localStorage.setItem(`${scope}.${name}`, JSON.stringify(value));
    } catch {
      // Where nothing may be kept, the next page asks again.
    }
  };

  // Each look with whether it is dark; the first one follows the device. What was chosen is kept under the name, and in
  // the form, that earlier versions used.
  const device = matchMedia("(prefers-color-scheme: dark)");
  const looks = [() => device.matches, () => false, () => true];
  let look;
  const recall = () => {
    const chosen = kept("__palette")?.index;
    look = looks[chosen] ? chosen : 0;
  };
  const paint = () => {
    const scheme = looks[look]() ? "slate" : "default";
    if (root.dataset.mdColorScheme !== scheme) root.dataset.mdColorScheme = scheme;
  };
  recall();
  paint();
  device.addEventListener("change", paint);
  // A page that is gone back to is shown as it was left, and something else may have been chosen since.
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    recall();
    paint();
  });
  window.palette = {
    get look() {
      return look;
    },
    choose(index) {
      look = index;
      keep("__palette", { index });
      paint();
    },
  };

  // Whether words are asked for, so that the place of what is shown for them is kept from the first paint on.
  const asked = Boolean(new URLSearchParams(location.search).get("q")?.trim());
  root.toggleAttribute("data-asked", asked);

  // All four files of Sarabun or none: text is never set in two fonts, and never moves while it is read. Who has seen a
  // page before has the files; who is here for the first time gets them when they come before the page is shown.
  const letters = () => root.classList.add("ps-sarabun");
  if (kept("__letters")) letters();
  const files = [...document.fonts].filter(({ family }) => family.includes("Sarabun") && !family.includes("Fallback"));
  let shown = false; // the page, for the first time
  requestAnimationFrame(() => {
    const there = files.filter(({ status }) => status === "loaded").length;
    if (there && there < files.length) root.classList.remove("ps-sarabun");
    shown = true;
  });
  const ask = () => Promise.all(["400", "700"].map((weight) => document.fonts.load(`${weight} 1em Sarabun`, "กA"))).then((found) => {
    if (found.flat().length < 4) return;
    keep("__letters", true);
    if (!shown) letters();
  }, () => {}); // a file that does not come is no fault of the page
  // Where results are waited for, the line is theirs: there the letters would come after the first paint anyway.
  if (asked && !document.querySelector("[as=font]")) addEventListener("answered", ask);
  else ask();
}
