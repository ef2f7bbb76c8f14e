// One form for what people type and what pages say: case, digits, sara am, invisible signs, dashes and blanks.

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
