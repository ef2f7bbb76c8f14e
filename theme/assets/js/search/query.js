// What pages say and what somebody typed, in one form: folded texts; words, short names of local governments spelled
// out, and codes in every spelling, as terms.

const PIECE = /\s*ๆ|[\u00ad\u200b-\u200f\u2060\ufeff]|[\u0e48-\u0e4b]?\u0e4d[\u0e48-\u0e4b]?\u0e32|\u0e33[\u0e48-\u0e4b]|เเ|\s+|[^]/gu;
const TONE = /[\u0e48-\u0e4b]/;

function foldPiece(piece) {
  const first = piece.charCodeAt(0);
  if (piece.length === 1) {
    if (first >= 0xe50 && first <= 0xe59) return String.fromCharCode(first - 0xe50 + 48);
    if (first >= 0xe00 && first < 0xe80) return piece;
    if (first === 0xad || (first >= 0x200b && first <= 0x200f) || first === 0x2060 || first === 0xfeff) return "";
    if (first >= 0x2010 && first <= 0x2015) return "-";
    return first === 0xa0 || first < 0x21 ? " " : piece.toLowerCase();
  }
  if (piece.endsWith("ๆ")) return "ๆ";
  if (piece === "เเ") return "แ";
  if (piece.includes("\u0e4d") || piece.includes("\u0e33")) return (piece.match(TONE)?.[0] ?? "") + "\u0e33";
  return /^\s/.test(piece) ? " " : piece.toLowerCase();
}

// Pieces that most texts do not have are looked for first: folding a whole site takes a few calls of the engine.
const RARE = /\s+ๆ|[\u00ad\u200b-\u200f\u2060\ufeff\u2010-\u2015]|\u0e4d|\u0e33[\u0e48-\u0e4b]|เเ|\s\s|[^\S ]/u;

/** The folded text. */
export function fold(text) {
  const whole = text.normalize("NFC");
  if (RARE.test(whole)) return whole.replace(PIECE, foldPiece);
  return whole.toLowerCase().replace(/[๐-๙]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xe50 + 48));
}

/** The text in NFC, its folded form, and for each place of the folded form the place it came from. */
export function foldWithPlaces(text) {
  const whole = text.normalize("NFC");
  const places = [];
  let folded = "";
  for (const { 0: piece, index } of whole.matchAll(PIECE)) {
    const part = foldPiece(piece);
    for (let place = 0; place < part.length; place++) places.push(index);
    folded += part;
  }
  places.push(whole.length);
  return { whole, folded, places };
}

/** A row of the index, or of the titles, as a page; those of one `meaning` (-1 for none) tell the same of other years. */
export function pageOf([path, title, kind, year, units = [], status = -1, meaning = -1, passages = []]) {
  const said = passages.map(([, heading, text, aside]) => `${heading}\n${text}\n${aside}`);
  return {
    path, title, kind, year, units, status, meaning, passages,
    foldedTitle: fold(title),
    foldedText: said.map(fold).join("\n"),
    headings: passages.map(([, heading]) => heading && fold(heading)).filter(Boolean),
  };
}

// O42, o๔๒, ๐๔๒ (a zero for the letter), ข้อ 42; i15, e9. Digits are Arabic here, since the text is folded.
const CODE = /(?:ข้อ(?:คำถาม|ที่)? ?)?(?<![a-z0-9])([oie]) ?0?([1-9]\d?)(?![a-z0-9]|[-.,:/]\d)|(?:ข้อ(?:ที่)? ?)(?:0)?([1-9]\d?)(?![a-z0-9]|[-.,:/]\d)|(?<![a-z0-9.,/:-])0([1-9]\d?)(?![a-z0-9]|[-.,:/]\d)/g;
const BEFORE = {
  o: /(?:(?:^|[^a-z0-9])o ?0?|(?:^|[^a-z0-9.,/:-])0|ข้อ(?:ที่)? ?)$/,
  i: /(?:^|[^a-z0-9])i ?0?$/,
  e: /(?:^|[^a-z0-9])e ?0?$/,
};
const AFTER = /^(?:[0-9]|[-.,:/]\d| \d{3})/;

// What local governments are called in short; documents spell it out.
const SHORT = {
  อบต: "องค์การบริหารส่วนตำบล", อบจ: "องค์การบริหารส่วนจังหวัด",
  ทต: "เทศบาลตำบล", ทม: "เทศบาลเมือง", ทน: "เทศบาลนคร",
};
const IN_SHORT = /^(?:(อบ[ตจ])\.?|(ท[ตมน])(?:\.|$))/;
// ปี 66 and ปีงบ 2566 as the year they mean.
const YEAR = /ปี(?:งบประมาณ|งบ)? ?(?:25)?([4-9]\d)(?!\d)/g;
const spellOut = (word) => word.replace(IN_SHORT, (_, council, town) => SHORT[council ?? town]);

/** The query: `phrase` as a whole, folded, and its `terms`; a term has `texts` (spellings) or is a `code`. */
export function parseQuery(typed) {
  const words = fold(typed).replace(/["“”]/g, " ").replace(YEAR, " 25$1 ").trim().split(/ +/);
  const phrase = words.map(spellOut).join(" ");
  const terms = [];
  const rest = words.join(" ").replace(CODE, (_, letter, number, item, zero) => {
    const of = letter ?? "o";
    terms.push({ code: of, number: number ?? item ?? zero, name: of + (number ?? item ?? zero) });
    return " ";
  });
  for (const word of rest.split(" ")) if (word) terms.push({ texts: [...new Set([word, spellOut(word)])], name: spellOut(word) });
  return { phrase, terms };
}

const spellings = (term) => (term.meant ? (term.spelled ??= [...term.texts, ...term.meant]) : term.texts);

/** True if a term is anywhere in a folded text. */
export function isIn(term, text) {
  if (term.code) return countOf(term, text, 1) > 0;
  for (const word of spellings(term)) if (text.includes(word)) return true;
  return false;
}

const said = new WeakMap(); // of lists of pages, those that say a word, looked for once

/** The pages of a list that say a term. */
export function pagesSaying(term, pages) {
  if (!said.has(pages)) said.set(pages, new Map());
  const known = said.get(pages);
  if (!known.has(term.name)) known.set(term.name, new Set(pages.filter((page) => isIn(term, page.foldedTitle) || isIn(term, page.foldedText))));
  return known.get(term.name);
}

/** Calls `tell(start, end)` for each place where a term is in a folded text, until it answers false. */
export function eachPlace(term, text, tell) {
  if (term.code) return eachCode(term, text, tell);
  for (const word of spellings(term)) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      if (tell(at, at + word.length) === false) return;
  }
}

function eachCode({ code, number }, text, tell) {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    const end = at + number.length;
    const before = BEFORE[code].exec(text.slice(Math.max(0, at - 9), at));
    if (!before || AFTER.test(text.slice(end, end + 4))) continue;
    if (tell(at - before[0].replace(/^[^oie0ข]/, "").length, end) === false) return;
  }
}

/** How often a term is in a folded text, counted up to `most`. */
export function countOf(term, text, most = 40) {
  let count = 0;
  eachPlace(term, text, () => ++count < most);
  return count;
}
