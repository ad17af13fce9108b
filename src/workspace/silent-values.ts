import { TYPE_CAA } from '../dns/type-codes.ts';
import { caaValueFault } from '../mail/caa.ts';
import { asciiText } from '../text/source.ts';
import type { Values } from '../zone/row-reading.ts';
import { SignatureHeads } from '../zone/signature-heads.ts';

/** So many rdata are known at a time; zones name few authorities. A power of two. */
const KEPT = 64;
const NOTHING = new Uint8Array(0);
/** A CAA record that lets one domain issue, without parameters. */
const PLAIN_ISSUE = /^[0-9]+[ \t]+(issue|issuewild)[ \t]+("?)([a-zA-Z0-9.-]+)\2$/;

/**
 * Knows of rdata whose words the readers of plain rows take whether what they say is as it should be, where that takes more
 * than their characters: what was read once is known again by its bytes, and nothing is made of it.
 */
export class SilentValues implements Values {
  readonly heads = new SignatureHeads();
  readonly #kept: Uint8Array[] = new Array(KEPT).fill(NOTHING);

  isSilent(type: number, codes: Uint8Array, start: number, end: number): boolean {
    if (type !== TYPE_CAA) return true;
    let hash = 0;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (codes[at] as number)) | 0;
    const slot = (hash ^ (hash >>> 6)) & (KEPT - 1);
    if (isSame(this.#kept[slot] as Uint8Array, codes, start, end)) return true;
    if (!isSilentIssue(asciiText(codes, start, end))) return false;
    this.#kept[slot] = codes.slice(start, end);
    return true;
  }
}

function isSame(known: Uint8Array, codes: Uint8Array, start: number, end: number): boolean {
  if (known.length !== end - start || known.length === 0) return false;
  for (let i = 0; i < known.length; i++) if (known[i] !== codes[start + i]) return false;
  return true;
}

function isSilentIssue(text: string): boolean {
  const [, tag, , value] = PLAIN_ISSUE.exec(text) ?? [];
  return tag !== undefined && value !== undefined && caaValueFault(tag, value) === undefined;
}
