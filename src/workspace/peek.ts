import { Header, TYPE_PTR, TYPE_SOA } from '../syntax/header.ts';
import { BLANK_OWNER, scan, Tape } from '../syntax/tape.ts';
import { Block } from '../text/block.ts';
import type { SourceText } from '../text/source.ts';
import { tokenAt } from '../zone/resolve.ts';

const SNIFFED_LINES = 50;
const READ_ROWS = 400;
const DIRECTIVE = /^\$(origin|ttl|include|generate)$/i;

/** What the head of a zone file says of its zone, whatever that is. */
export interface Peek {
  /** The absolute name of the zone by $ORIGIN and the SOA's owner; undefined where they do not tell. */
  readonly origin: string | undefined;
  readonly hasSoa: boolean;
  /** The owner and the target of the first PTR records, as written, with the $ORIGIN in effect (empty: none). */
  readonly pointers: readonly { readonly owner: string; readonly target: string; readonly origin: string }[];
}

/** Reads the first rows of a text up to its SOA, or some hundred. */
export function peek(source: SourceText): Peek {
  const scanned = scanHead(source, READ_ROWS);
  const header = new Header();
  const pointers: { owner: string; target: string; origin: string }[] = [];
  let origin = '';
  let owner = '';
  let zone: string | undefined;
  let hasSoa = false;
  for (let row = 0; row < scanned.tape.rowCount; row++) {
    const first = tokenAt(scanned, scanned.tape.rowToken[row] as number).text;
    const blankOwner = ((scanned.tape.rowFlags[row] as number) & BLANK_OWNER) !== 0;
    if (!blankOwner && /^\$origin$/i.test(first) && scanned.tape.width(row) > 1) {
      const name = tokenAt(scanned, (scanned.tape.rowToken[row] as number) + 1).text;
      origin = name.endsWith('.') ? name : origin === '' ? '' : joined(name, origin);
      continue;
    }
    if (!blankOwner && first.startsWith('$')) continue;
    if (!blankOwner) owner = absolute(first, origin);
    header.read(scanned.tape, row, scanned.codes);
    if (header.type === TYPE_SOA && !hasSoa) {
      hasSoa = true;
      zone = owner === '' ? undefined : owner;
    }
    if (header.type === TYPE_PTR && !blankOwner && scanned.tape.width(row) > 1) {
      pointers.push({
        owner: first,
        target: tokenAt(scanned, (scanned.tape.rowToken[row + 1] as number) - 1).text,
        origin,
      });
    }
  }
  if (!hasSoa && origin !== '' && origin !== '.') zone = origin;
  return { origin: zone?.toLowerCase(), hasSoa, pointers };
}

/** Whether a text reads as a zone file: a directive, or a SOA record, in its first 50 lines. */
export function looksLikeZone(source: SourceText): boolean {
  if (source.codes.subarray(0, 4096).includes(0)) return false;
  const scanned = scanHead(source, SNIFFED_LINES);
  const header = new Header();
  for (let row = 0; row < scanned.tape.rowCount && (scanned.tape.rowLine[row] as number) < SNIFFED_LINES; row++) {
    const blankOwner = ((scanned.tape.rowFlags[row] as number) & BLANK_OWNER) !== 0;
    if (!blankOwner && DIRECTIVE.test(tokenAt(scanned, scanned.tape.rowToken[row] as number).text)) return true;
    header.read(scanned.tape, row, scanned.codes);
    if (
      header.problem === 'none' &&
      header.type === TYPE_SOA &&
      (scanned.tape.rowToken[row + 1] as number) - header.rdata >= 2
    )
      return true;
  }
  return false;
}

function scanHead(source: SourceText, rows: number): { tape: Tape; block: Block; codes: Uint8Array } {
  const tape = new Tape();
  const end = scan(source.codes, 0, true, { rows, lines: rows * 4 }, tape);
  return { tape, block: new Block(source, 0, end, 0), codes: source.codes };
}

function absolute(name: string, origin: string): string {
  if (name.endsWith('.') && !name.endsWith('\\.')) return name;
  if (origin === '') return '';
  return name === '@' ? origin : joined(name, origin);
}

function joined(name: string, origin: string): string {
  return origin === '.' ? `${name}.` : `${name}.${origin}`;
}
