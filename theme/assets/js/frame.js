// While a page is read: the header says which page it is, and the contents where one is.
const header = document.querySelector(".md-header");
const title = document.querySelector(".md-header__title");
const heading = document.querySelector(".md-content h1");
const main = document.querySelector(".md-main");
const contents = document.querySelector(".md-sidebar--secondary .md-sidebar__scrollwrap");
const sections = [...document.querySelectorAll(".md-nav--secondary a")]
  .map((link) => ({ link, target: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
  .filter(({ target }) => target);
const ABOVE = 24; // pixels below the header in which a section counts as reached
const topic = title.firstElementChild.appendChild(document.createElement("div"));
topic.className = "md-header__topic";
topic.appendChild(document.createElement("span")).className = "md-ellipsis";
topic.firstChild.innerHTML = heading?.innerHTML ?? "";

function follow() {
  const edge = header.offsetHeight;
  header.classList.toggle("md-header--shadow", main.getBoundingClientRect().top < edge);
  title.classList.toggle("md-header__title--active", Boolean(heading) && heading.getBoundingClientRect().bottom <= edge);
  if (!contents?.offsetParent) return;
  // Zoomed, a page ends between two pixels.
  const atEnd = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 1;
  const reached = atEnd ? sections.length : sections.filter(({ target }) => target.getBoundingClientRect().top < edge + ABOVE).length;
  sections.forEach(({ link }, at) => link.classList.toggle("md-nav__link--active", at === reached - 1));
  keepInSight(sections[reached - 1]?.link);
}

// A list of contents that is longer than the screen moves along, and nothing else does.
function keepInSight(link) {
  if (!link || contents.scrollHeight <= contents.clientHeight) return;
  const { top, bottom } = contents.getBoundingClientRect();
  const here = link.getBoundingClientRect();
  if (here.top < top || here.bottom > bottom) contents.scrollTop += here.top - (top + bottom) / 2;
}

// What is wider than the page can be moved by the keyboard too, where somebody wrote it by hand.
function reach() {
  for (const one of document.querySelectorAll(".md-content :is(pre > code, table:not([class]))")) {
    if (one.scrollWidth > one.clientWidth) one.tabIndex = 0;
  }
}

let waiting = false;
function soon() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    follow();
  });
}
addEventListener("scroll", soon, { passive: true });
addEventListener("resize", soon, { passive: true });
addEventListener("resize", reach, { passive: true });
addEventListener("toggle", reach, { capture: true });
soon();
reach();

// What an address leads to is not left folded away: some browsers open nothing by themselves.
function unfold() {
  const target = document.querySelector(":target");
  let closed = target?.closest("details:not([open])");
  if (!closed) return;
  for (; closed; closed = closed.parentElement.closest("details:not([open])")) closed.open = true;
  target.scrollIntoView();
}
addEventListener("hashchange", unfold);
unfold();

// On paper nothing stays folded away.
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details:not([open])")];
  for (const one of folded) one.open = true;
});
addEventListener("afterprint", () => {
  for (const one of folded) one.open = false;
});
