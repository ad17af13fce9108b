import { TYPE_OPT } from '../dns/type-codes.ts';
import { typeCode } from '../dns/types.ts';

/** The largest UDP answer that is asked for: what passes the common paths in one piece (DNS flag day 2020). */
const UDP_SIZE = 1232;

const HEADER = 12;
/** Where the name of a question begins: behind the header. */
export const NAME_START = HEADER;
const TYPE_AND_CLASS = 4;
const OPT = 11;
const DOT = 46;

/** What is put around a question. */
export interface MessageOptions {
  readonly id: number;
  readonly recursive: boolean;
  /** Without EDNS (RFC 6891), for servers that do not know it. */
  readonly plain?: boolean;
}

/**
 * The bytes of a question for a canonical name, whose labels are of ASCII (RFC 1035 section 4.1). Each question of a large
 * network passes here, so they are written one by one.
 */
export function questionBytes(
  { name, type }: { readonly name: string; readonly type: string },
  { id, recursive, plain }: MessageOptions,
): Uint8Array {
  const root = name === '.' ? 1 : name.length + (name.endsWith('.') ? 1 : 2);
  const bytes = new Uint8Array(HEADER + root + TYPE_AND_CLASS + (plain ? 0 : OPT));
  bytes[0] = id >> 8;
  bytes[1] = id & 255;
  bytes[2] = recursive ? 1 : 0;
  bytes[5] = 1;
  const at = writeName(bytes, name);
  const number = typeCode(type) ?? 0;
  bytes[at] = number >> 8;
  bytes[at + 1] = number & 255;
  bytes[at + 3] = 1;
  if (plain) return bytes;
  bytes[11] = 1;
  // The root, OPT, the size that is taken; the extended code, version and flags are 0.
  const opt = at + TYPE_AND_CLASS;
  bytes[opt + 2] = TYPE_OPT;
  bytes[opt + 3] = UDP_SIZE >> 8;
  bytes[opt + 4] = UDP_SIZE & 255;
  return bytes;
}

/** Where the question of a message ends: behind its name, type and class. The bytes are ones that were written here. */
export function questionEnd(bytes: Uint8Array): number {
  let at = HEADER;
  while ((bytes[at] ?? 0) !== 0) at += 1 + (bytes[at] as number);
  return at + 1 + TYPE_AND_CLASS;
}

/** Writes the labels, each behind its length; where the bytes behind the name are. */
function writeName(bytes: Uint8Array, name: string): number {
  if (name === '.') return HEADER + 1;
  let length = HEADER;
  let at = HEADER + 1;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (code === DOT) {
      bytes[length] = at - length - 1;
      length = at;
    } else bytes[at] = code;
    at++;
  }
  if (name.endsWith('.')) return at;
  bytes[length] = at - length - 1;
  return at + 1;
}
