// What somebody typed, as terms: words, short names of local governments spelled out, and codes in every spelling.

import { fold } from "./fold.js";

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
const spellOut = (word) => word.replace(IN_SHORT, (_, council, town) => SHORT[council ?? town]);

/** The query: `phrase` as a whole, folded, and its `terms`; a term has `texts` (spellings) or is a `code`. */
export function parseQuery(typed) {
  const words = fold(typed).replace(/["“”]/g, " ").trim().split(/ +/);
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

/** Calls `tell(start, end)` for each place where a term stands in a folded text, until it answers false. */
export function eachPlace(term, text, tell) {
  if (term.code) return eachCode(term, text, tell);
  for (const word of term.texts) {
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

/** How often a term stands in a folded text, counted up to `most`. */
export function countOf(term, text, most = 40) {
  let count = 0;
  eachPlace(term, text, () => ++count < most);
  return count;
}
