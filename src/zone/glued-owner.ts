import type { NameId } from '../dns/name-table.ts';
import { gluedOwner } from '../syntax/odd-characters.ts';
import { NOT_ASCII } from '../syntax/tape.ts';
import type { Fault } from '../syntax/token.ts';
import type { RowReading } from './row-reading.ts';
import type { RowResolver } from './row-resolver.ts';
import { tokenAt } from './row-words.ts';
import { UNREADABLE_OWNER } from './state.ts';

/** What is said of such an owner, and the one that was meant. */
export interface GluedOwner {
  readonly fault: Fault;
  readonly owner: NameId;
}

/** An owner that a no-break space, or what else looks like a blank, has joined to the word behind it; and the one that was meant. */
export function gluedOwnerOf({ reader }: RowResolver, scan: RowReading, token: number): GluedOwner | undefined {
  if (((scan.tape.tokenFlags[token] as number) & NOT_ASCII) === 0) return undefined;
  const glued = gluedOwner(tokenAt(scan, token));
  if (!glued) return undefined;
  const { origin, owner: above } = scan.state;
  const owner = glued.owner === '' ? above : reader.readText(glued.owner, origin, scan.context.encoding);
  return { fault: glued.fault, owner: typeof owner === 'number' ? owner : UNREADABLE_OWNER };
}
