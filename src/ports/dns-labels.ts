const HEADER = 12;
const DOT = 46;
/** Types whose rdata is a name: NS, CNAME, PTR, DNAME. */
const NAMES: ReadonlySet<number> = new Set([2, 5, 12, 39]);

/**
 * Whether a name that an answer leads to has a label with a dot in it. As a text such a name reads like another one, which
 * may well exist: it must not be taken for that. The bytes are a message that can be read.
 */
export function hasDottedLabel(bytes: Uint8Array): boolean {
  let at = HEADER;
  for (let questions = word(bytes, 4); questions > 0; questions--) at = walk(bytes, at).end + 4;
  for (let answers = word(bytes, 6); answers > 0 && at < bytes.length; answers--) {
    const owner = walk(bytes, at);
    const rdata = owner.end + 10;
    if (owner.isDotted || (NAMES.has(word(bytes, owner.end)) && walk(bytes, rdata).isDotted)) return true;
    at = rdata + word(bytes, owner.end + 8);
  }
  return false;
}

/** Goes along a name, through its pointers; where the bytes behind it are. */
function walk(bytes: Uint8Array, start: number): { readonly end: number; readonly isDotted: boolean } {
  let at = start;
  let end = -1;
  let isDotted = false;
  // A name has at most 128 labels, and a pointer before each.
  for (let steps = 0; steps < 256; steps++) {
    const length = bytes[at] ?? 0;
    if (length >= 0xc0) {
      if (end < 0) end = at + 2;
      at = word(bytes, at) & 0x3fff;
    } else if (length === 0) break;
    else {
      for (let i = at + 1; i <= at + length; i++) isDotted ||= bytes[i] === DOT;
      at += length + 1;
    }
  }
  return { end: end < 0 ? at + 1 : end, isDotted };
}

function word(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
