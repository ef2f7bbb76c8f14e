// Shift with an arrow leads to the item before or after this one; never while somebody writes, chooses or marks text.
const WAYS = { ArrowLeft: "prev", ArrowRight: "next" };
const BUSY = "input, select, textarea, summary, [contenteditable]";

addEventListener("keydown", (event) => {
  const way = WAYS[event.key];
  if (!way || !event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.defaultPrevented || event.isComposing || event.target.closest?.(BUSY)) return;
  if (!getSelection().isCollapsed) return;
  document.querySelector(`.ps-turns a[rel="${way}"]`)?.click();
});
