import { TYPE_CAA } from '../dns/type-codes.ts';
import { caaValueFault } from '../mail/caa.ts';
import { isQuietText, letsMxSend } from '../mail/quiet-text.ts';
import { asciiText } from '../text/source.ts';
import { LETS_MX_SEND, QUIET } from '../zone/draft.ts';
import type { Values } from '../zone/row-reading.ts';
import { SignatureHeads } from '../zone/signature-heads.ts';

/** So many rdata are known at a time; zones name few authorities, and have few policies. A power of two. */
const KEPT = 64;
const NOTHING = new Uint8Array(0);
/** A CAA record that lets one domain issue, without parameters. */
const PLAIN_ISSUE = /^[0-9]+[ \t]+(issue|issuewild)[ \t]+("?)([a-zA-Z0-9.-]+)\2$/;

const QUOTE = 34;
/** Policies that ask for nothing out of the ordinary are short. */
const LONGEST_QUIET = 100;
/** `v=`, with which they begin. */
const V = 118;
const EQUALS = 61;

/**
 * Knows of rdata whose words the readers of plain rows take whether what they say is as it should be, where that takes more
 * than their characters: what was read once is known again by its bytes, and nothing is made of it.
 */
export class SilentValues implements Values {
  readonly heads = new SignatureHeads();
  readonly #issues = new KnownBytes((text) => Number(isSilentIssue(text)));
  readonly #texts = new KnownBytes((text) => flagsOf(text));

  isSilent(type: number, codes: Uint8Array, start: number, end: number): boolean {
    return type !== TYPE_CAA || this.#issues.judge(codes, start, end) === 1;
  }

  /** Of one string in quotation marks: most write it so. */
  quietFlags(codes: Uint8Array, start: number, end: number): number {
    if (codes[start] !== QUOTE || codes[start + 1] !== V || codes[start + 2] !== EQUALS) return 0;
    return codes[end - 1] === QUOTE && end - start <= LONGEST_QUIET ? this.#texts.judge(codes, start + 1, end - 1) : 0;
  }
}

function flagsOf(text: string): number {
  if (!isQuietText(text)) return 0;
  return letsMxSend(text) ? QUIET | LETS_MX_SEND : QUIET;
}

/** What was judged of the last texts; they are found again by their bytes. */
class KnownBytes {
  readonly #judge: (text: string) => number;
  readonly #kept: Uint8Array[] = new Array(KEPT).fill(NOTHING);
  readonly #verdicts = new Int32Array(KEPT);

  constructor(judge: (text: string) => number) {
    this.#judge = judge;
  }

  judge(codes: Uint8Array, start: number, end: number): number {
    let hash = 0;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (codes[at] as number)) | 0;
    const slot = (hash ^ (hash >>> 6)) & (KEPT - 1);
    if (isSame(this.#kept[slot] as Uint8Array, codes, start, end)) return this.#verdicts[slot] as number;
    // Two that take turns at one place would push each other out.
    const second = slot ^ 1;
    if (isSame(this.#kept[second] as Uint8Array, codes, start, end)) return this.#verdicts[second] as number;
    this.#kept[second] = this.#kept[slot] as Uint8Array;
    this.#verdicts[second] = this.#verdicts[slot] as number;
    this.#kept[slot] = codes.slice(start, end);
    this.#verdicts[slot] = this.#judge(asciiText(codes, start, end));
    return this.#verdicts[slot] as number;
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
