import { type NameId, type NameTable, NO_NAME, ROOT } from '../dns/name-table.ts';
import { shownName } from '../dns/shown-name.ts';
import { isOneSlipAway } from '../dns/slip.ts';
import { TYPE_SOA } from '../dns/type-codes.ts';
import { phrase } from '../language/phrase.ts';
import type { Header } from '../syntax/header.ts';
import type { Fault, OutsideRecords } from '../syntax/token.ts';
import type { RowReading } from './row-reading.ts';
import { tokenAt } from './row-words.ts';

const DOT = 46;

/** Notes that the record of a row lies outside its zone. */
export function noteOutside(names: NameTable, scan: RowReading, row: number, header: Header): void {
  const { tape, codes, state, context } = scan;
  const { owner } = state;
  const isRelative = header.owner < 0 || codes[(tape.tokenEnd[header.owner] as number) - 1] !== DOT;
  note(names, scan, { owner, isRelative, isSoa: header.type === TYPE_SOA }, () => {
    const { start, end } = tokenAt(scan, tape.rowToken[row] as number);
    const message = phrase`${shownName(names, owner)} is not in the zone ${shownName(names, context.apex)}: BIND drops this record`;
    return { rule: 'out-of-zone', start, end, message };
  });
}

/**
 * The same for one that a $GENERATE line makes, which is told of once, by `fault`; `told` is what was noted of the line
 * before.
 */
export function noteGeneratedOutside(
  names: NameTable,
  scan: RowReading,
  owner: NameId,
  line: { readonly told: OutsideRecords | undefined; readonly fault: () => Fault },
): OutsideRecords {
  if (!line.told) return note(names, scan, { owner, isRelative: false, isSoa: false }, line.fault);
  line.told.count++;
  return line.told;
}

interface OutsideRecord {
  readonly owner: NameId;
  readonly isRelative: boolean;
  readonly isSoa: boolean;
}

/** What one $ORIGIN puts outside the zone is told at its first record, with the number of all. */
function note(names: NameTable, scan: RowReading, record: OutsideRecord, fault: () => Fault): OutsideRecords {
  const { draft, state, context } = scan;
  const isOfOrigin = isPutOutside(names, record, state.origin, context.apex);
  if (isOfOrigin && !record.isSoa && draft.outside) {
    draft.outside.count++;
    return draft.outside;
  }
  const { owner, isSoa } = record;
  const outside = { owner, count: 1, isSoa, isOfOrigin, originAt: draft.originAt };
  draft.faults.push({ ...fault(), outside });
  if (!isOfOrigin || isSoa) return outside;
  draft.outside = outside;
  // What was meant to be in the zone is not known to be missing.
  draft.isAstray ||= isNearZone(names, state.origin, context.apex);
  return outside;
}

/**
 * Whether the $ORIGIN puts a record outside: where it is not above the zone itself, nothing below it can be inside;
 * where it is, only what is written in relation to it.
 */
function isPutOutside(names: NameTable, { owner, isRelative }: OutsideRecord, origin: NameId, apex: NameId): boolean {
  if (origin === NO_NAME || !names.isBelowOrAt(owner, origin)) return false;
  return isRelative || !names.isBelowOrAt(apex, origin);
}

/** Whether an origin is a name of the zone but for one slip in the zone's own name. */
function isNearZone(names: NameTable, origin: NameId, apex: NameId): boolean {
  let name = origin;
  while (names.depth(name) > names.depth(apex)) name = names.parent(name);
  return name > ROOT && isOneSlipAway(names.text(name).toLowerCase(), names.text(apex).toLowerCase());
}
