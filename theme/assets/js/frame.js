// While a page is read: the header says which page it is, and the contents where one is.
const header = document.querySelector(".md-header");
const title = document.querySelector(".md-header__title");
const heading = document.querySelector(".md-content h1");
const main = document.querySelector(".md-main");
const contents = document.querySelector(".md-sidebar--secondary .md-sidebar__scrollwrap");
const sections = [...document.querySelectorAll(".md-nav--secondary .md-nav__link")]
  .map((link) => ({ link, target: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
  .filter(({ target }) => target);
const ABOVE = 24; // pixels below the header in which a section counts as reached

function follow() {
  const edge = header.offsetHeight;
  header.classList.toggle("md-header--shadow", main.getBoundingClientRect().top < edge);
  title.classList.toggle("md-header__title--active", Boolean(heading) && heading.getBoundingClientRect().bottom <= edge);
  if (!contents?.offsetParent) return;
  const atEnd = scrollY > 0 && innerHeight + scrollY >= Math.floor(document.documentElement.scrollHeight);
  const reached = atEnd ? sections.length : sections.filter(({ target }) => target.getBoundingClientRect().top < edge + ABOVE).length;
  sections.forEach(({ link }, at) => {
    link.classList.toggle("md-nav__link--passed", at < reached - 1);
    link.classList.toggle("md-nav__link--active", at === reached - 1);
  });
  keepInSight(sections[reached - 1]?.link);
}

// A list of contents that is longer than the screen moves along, and nothing else does.
function keepInSight(link) {
  if (!link || contents.scrollHeight <= contents.clientHeight) return;
  const { top, bottom } = contents.getBoundingClientRect();
  const here = link.getBoundingClientRect();
  if (here.top < top || here.bottom > bottom) contents.scrollTop += here.top - (top + bottom) / 2;
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
soon();

// On paper nothing stays folded away.
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details:not([open])")];
  for (const one of folded) one.open = true;
});
addEventListener("afterprint", () => {
  for (const one of folded) one.open = false;
});
