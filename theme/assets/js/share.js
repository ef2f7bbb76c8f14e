// Buttons copy the address of the page, and the lines that show a chart elsewhere; without them both are there to read.
const COPY = "คัดลอก";
const COPIED = " คัดลอกแล้ว";
const EMBED = "คัดลอกโค้ดสำหรับฝังแผนภูมิ";
const place = document.querySelector('.ps-share a[href^="http"]');

function offer(shown, name) {
  const button = document.createElement("button");
  const said = document.createElement("span");
  button.type = "button";
  button.textContent = name;
  said.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    getSelection().selectAllChildren(shown); // for a site without https, and for whoever copies by hand
    const isDone = await navigator.clipboard?.writeText(shown.textContent).then(
      () => true,
      () => false,
    );
    said.textContent = isDone || document.execCommand("copy") ? COPIED : "";
  });
  shown.after(" ", button, said);
}

// Made in a document of its own, where a picture is not asked for.
function show(file) {
  const sheet = document.implementation.createHTMLDocument("");
  const link = sheet.createElement("a");
  const picture = link.appendChild(sheet.createElement("img"));
  link.href = place.href;
  picture.src = file.href;
  picture.alt = file.closest(".ps-behind").previousElementSibling?.querySelector("figcaption")?.textContent ?? "";
  const lines = document.createElement("code");
  lines.textContent = link.outerHTML;
  file.after(document.createElement("br"), lines);
  offer(lines, EMBED);
}

if (place) {
  offer(place, COPY);
  for (const file of document.querySelectorAll('.ps-use a[href$=".svg"]')) show(file);
}
