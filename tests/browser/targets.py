"""Targets that are too small to hit: WCAG 2.2, 2.5.8, measured by ourselves besides axe."""

from __future__ import annotations

from playwright.sync_api import Page

# A target is 24 by 24 pixels at least, or a circle of that size around its middle meets no other target and no other
# small target's circle. Links within a sentence, and controls that the browser draws unstyled, are excepted.
TOO_SMALL = """() => {
  const LEAST = 24;
  const selector = "a[href], button, input:not([type=hidden]), select, textarea, summary, label[for]";
  const seen = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const inSentence = element => {
    if (element.tagName !== "A" || getComputedStyle(element).display !== "inline") return false;
    const block = element.closest("p, li, td, th, dd, dt, caption, blockquote, figcaption, h1, h2, h3, summary");
    return block !== null && block.textContent.trim().length > element.textContent.trim().length;
  };
  const boxOf = element => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { element, left, top, right, bottom, x: (left + right) / 2, y: (top + bottom) / 2 };
  };
  const all = [...document.querySelectorAll(selector)].filter(seen).map(boxOf)
    .filter(box => box.right - box.left > 1 && box.bottom - box.top > 1);
  const isSmall = box => box.right - box.left < LEAST - 0.1 || box.bottom - box.top < LEAST - 0.1;
  const meets = (box, other) => {
    if (other === box || box.element.contains(other.element) || other.element.contains(box.element)) return false;
    if (isSmall(other) && Math.hypot(other.x - box.x, other.y - box.y) < LEAST - 0.1) return true;
    const across = Math.max(other.left - box.x, 0, box.x - other.right);
    const along = Math.max(other.top - box.y, 0, box.y - other.bottom);
    return Math.hypot(across, along) < LEAST / 2 - 0.1;
  };
  return all.filter(box => isSmall(box) && !inSentence(box.element)).flatMap(box => {
    const near = all.find(other => meets(box, other));
    const size = `${(box.right - box.left).toFixed(1)}x${(box.bottom - box.top).toFixed(1)}`;
    return near ? [`${size}: ${box.element.outerHTML.slice(0, 100)} near ${near.element.outerHTML.slice(0, 80)}`] : [];
  });
}"""


def small_targets(page: Page) -> list[str]:
    """The targets of the page as it is that are too small and too near to another, with their sizes."""
    return page.evaluate(TOO_SMALL)
