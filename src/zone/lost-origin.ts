import type { NameFault } from '../dns/name.ts';
import { type NameId, type NameTable, NO_NAME, ROOT } from '../dns/name-table.ts';
import { unknownZoneLabel } from '../dns/shown-name.ts';
import type { Token } from '../syntax/token.ts';
import { lostDollar, meansOrigin } from './unknown-directive.ts';

/** A row that is no readable record, where it stands. */
export interface OddRow {
  readonly tokens: readonly Token[];
  readonly isBlankOwner: boolean;
  /** The zone's apex. */
  readonly apex: NameId;
  readonly origin: NameId;
  /** Reads a name under the origin. */
  readonly read: (text: string) => NameId | NameFault;
}

/**
 * The origin behind a row that was meant as an $ORIGIN: the name that it tells, or, where servers can't read the row as
 * one, a name that no zone has, so that nothing is said of what is written below. Undefined where it is none.
 */
export function originBehind({ names }: { readonly names: NameTable }, row: OddRow): NameId | undefined {
  const [first, word] = row.tokens;
  if (!first || first.quoted) return undefined;
  const told = word && !word.quoted ? row.read(word.text) : undefined;
  const isReadable = !row.isBlankOwner && first.text.toUpperCase() === '$ORIGIN';
  if (isReadable && typeof told === 'number') return told;
  // What the row would change nothing of is known.
  if ((!isReadable && !isMeant(first, row)) || told === row.origin || row.apex <= ROOT) return undefined;
  return names.childText(ROOT, LOST);
}

/** Whether a name is written under an $ORIGIN that could not be read. */
export function isUnderLostOrigin(names: NameTable, name: NameId): boolean {
  const lost = names.findChild(ROOT, LOST);
  return lost !== NO_NAME && names.isBelowOrAt(name, lost);
}

const LOST = unknownZoneLabel('');

function isMeant(first: Token, { tokens, isBlankOwner }: OddRow): boolean {
  if (isBlankOwner) return first.text.toUpperCase() === '$ORIGIN';
  if (first.text.startsWith('$')) return meansOrigin(first, tokens.slice(1));
  return lostDollar(tokens)?.fixes?.[0]?.text === '$ORIGIN';
}
