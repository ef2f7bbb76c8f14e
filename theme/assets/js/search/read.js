// The files of the search, fetched when somebody searches: packed where the browser can unpack them, else plain.
// The search page names this script itself, so that an address with words asks for the index while the page still comes.

const kept = new Map(); // what was read, by its address; what failed is forgotten
const letters = new TextDecoder("windows-874"); // one byte for a Thai letter

async function ask(address) {
  const answer = await fetch(address, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer;
}

const plain = async (name, search) => (await ask(new URL(`${name}.json`, search))).json();

async function packed(name, search) {
  const { body } = await ask(new URL(`${name}.bin`, search));
  const bytes = await new Response(body.pipeThrough(new DecompressionStream("deflate"))).arrayBuffer();
  return JSON.parse(letters.decode(bytes));
}

function once(key, make) {
  const known = kept.get(key) ?? make();
  kept.set(key, known);
  known.catch(() => kept.delete(key));
  return known;
}

/** A file by its name without ending: as it is packed, or plain where that cannot be had. */
const read = (name, search) => once(new URL(name, search).href, () =>
  ("DecompressionStream" in self ? packed(name, search).catch(() => plain(name, search)) : plain(name, search)));

/** The titles of all pages, as rows. */
export const readTitles = (search) => read("titles", search);

/**
 * The index of the site whose search page has this address: its `head`, and the `parts` of it, each with its rows;
 * where it comes in parts, only that of `year` when there is one. `of` says the year, empty for all.
 */
export async function readIndex(search, year = "") {
  const head = await read("index", search);
  if (!head.parts) return { head, parts: [partOf(head, head)], of: "" };
  const asked = head.parts.filter(([of]) => String(of) === year);
  const named = asked.length ? asked : head.parts;
  const parts = await Promise.all(named.map(async ([, name]) => partOf(head, await readPart(head, name, search))));
  return { head, parts, of: asked.length ? year : "" };
}

/** A part as it is packed, when the head is so too: only then are its words known. */
function readPart(head, file, search) {
  const name = file.replace(/\.json$/, "");
  return head.words ? read(name, search) : once(new URL(file, search).href, () => plain(name, search));
}

/** The rows of a part, made once. */
function partOf(head, part) {
  if (Array.isArray(part)) return part;
  part.rows ??= part.words ? rowsOf(part, head === part ? part.words : [...head.words, ...part.words]) : part.pages;
  return part.rows;
}

const rowsOf = ({ pages }, words) => pages.map(([path, title, kind, year, units, status, meaning, passages]) => [
  path, spell(title, words), kind, year, units, status, meaning,
  passages.map(([anchor, ...texts]) => [anchor, ...texts.map((text) => spell(text, words))]),
]);

// Numbers of words are written in the letters of the Thai code page but " and \, most significant first; a letter of
// the first half ends a number.
const HALF = 90;
const digitOf = (code) => (code < 0x80 ? code - 0x20 - (code > 0x22) - (code > 0x5c) : code - 0xda4 - (code > 0xe3a ? 4 : 0));

function spell(coded, words) {
  const found = [];
  let number = 0;
  for (let at = 0; at < coded.length; at++) {
    const digit = digitOf(coded.charCodeAt(at));
    number = number * HALF + (digit % HALF);
    if (digit >= HALF) continue;
    found.push(words[number]);
    number = 0;
  }
  return found.join(" ");
}

const asked = new URLSearchParams(location.search);
const isNamed = [...document.scripts].some(({ src }) => src === import.meta.url);
if (isNamed && asked.get("q")?.trim()) readIndex(new URL("./", location.origin + location.pathname), asked.get("year") ?? "").catch(() => {});
