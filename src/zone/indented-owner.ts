import type { NameId } from '../dns/name-table.ts';
import { shownName } from '../dns/shown-name.ts';
import { typeStatus } from '../dns/types.ts';
import { phrase } from '../language/phrase.ts';
import { Header } from '../syntax/header.ts';
import { commentFault, isNearIn } from '../syntax/header-faults.ts';
import { checkRdata } from '../syntax/rdata/rdata.ts';
import { type Fault, type FaultFix, shortened } from '../syntax/token.ts';
import type { RowReading } from './row-reading.ts';
import type { RowResolver } from './row-resolver.ts';
import { LONGEST_WORD, tokenAt, tokensOf } from './row-words.ts';

/** A line that begins with a blank and has an owner behind it: servers read the owner as a record type. */
export interface IndentedOwner {
  /** Whose record it was meant to be. */
  readonly owner: NameId;
  /** Takes the blank away; undefined where what stands behind the owner is no whole record. */
  readonly fix: FaultFix | undefined;
}

/** The owner that stands behind the blank of a line whose first word is no record type, class or TTL; else undefined. */
export function indentedOwner(resolver: RowResolver, scan: RowReading, row: number): IndentedOwner | undefined {
  const { tape, codes, context, state } = scan;
  const first = tape.rowToken[row] as number;
  const { problem, owner: written, typeToken } = resolver.header;
  if (problem !== 'type-unknown' || written >= 0 || typeToken !== first) return undefined;
  const header = new Header();
  header.readUnindented(tape, row, codes);
  if (header.problem !== 'none' || typeStatus(header.type) !== 'data') return undefined;
  if (header.class >= 0 && header.class !== context.zoneClass) return undefined;
  const word = tokenAt(scan, first);
  if (commentFault(word) || isMistyped(word.text)) return undefined;
  const owner = resolver.readName(scan, first, state.origin);
  if (typeof owner !== 'number') return undefined;
  return { owner, fix: isWholeBehind(resolver, scan, row, header) ? withoutBlank(scan, row) : undefined };
}

/** A class with a slip, as `NI` and `lN`, which an owner in small letters may resemble, or a TTL with a comma. */
function isMistyped(word: string): boolean {
  return /^\d+,\d+$/.test(word) || (isNearIn(word) && word !== word.toLowerCase());
}

/** What is said of such a line where nothing but the blank is wrong with it. */
export function indentedOwnerFault({ names }: RowResolver, scan: RowReading, row: number, fix: FaultFix): Fault {
  const { text, start, end } = tokenAt(scan, scan.tape.rowToken[row] as number);
  const above = scan.state.owner < 0 ? '' : `, ${shownName(names, scan.state.owner)}`;
  return {
    rule: 'syntax-type',
    start,
    end,
    message: phrase`The line begins with a blank, so it takes over the owner above${above}, and "${shortened(text)}" is read as a record type`,
    fixes: [fix],
  };
}

function isWholeBehind(resolver: RowResolver, scan: RowReading, row: number, { type, rdata }: Header): boolean {
  const { context, state, tape } = scan;
  const tokens = tokensOf(scan, rdata, row);
  if (tokens.some(({ text }) => text.length > LONGEST_WORD)) return false;
  const { zoneClass: classNumber, encoding } = context;
  const origin = resolver.names.text(state.origin);
  return checkRdata(type, tokens, tape.rowEnd[row] as number, { classNumber, encoding, origin }).length === 0;
}

function withoutBlank({ tape, block }: RowReading, row: number): FaultFix | undefined {
  const start = tape.rowStart[row] as number;
  const end = tape.tokenStart[tape.rowToken[row] as number] as number;
  return /^[ \t]+$/.test(block.slice(start, end))
    ? { title: phrase`Remove the blank`, start, end, text: '' }
    : undefined;
}
