import type { NameTable } from '../dns/name-table.ts';
import { shownName } from '../dns/shown-name.ts';
import { phrase } from '../language/phrase.ts';
import type { Fault, FaultFix, Token } from '../syntax/token.ts';
import type { RowReading } from './row-reading.ts';
import { tokenAt } from './row-words.ts';

/** A record that takes its owner from above, where nothing is above. */
export function missingOwner(scan: RowReading, row: number, fix: FaultFix | undefined): Fault {
  const token = tokenAt(scan, scan.tape.rowToken[row] as number);
  return {
    rule: 'syntax-owner-missing',
    start: token.start,
    end: token.end,
    message: phrase`The line begins with a blank, so it takes the owner of the record above, but there is none`,
    isOwnerless: true,
    ...(fix ? { fixes: [fix] } : {}),
  };
}

/** An owner that is taken from above a line that changed the origin. */
export function ownerBeforeOrigin(scan: RowReading, row: number, names: NameTable): Fault {
  const token = tokenAt(scan, scan.tape.rowToken[row] as number);
  const owner = shownName(names, scan.state.owner);
  const origin = shownName(names, scan.state.origin);
  return {
    rule: 'owner-after-origin',
    start: token.start,
    end: token.end,
    message: phrase`This line takes its owner from above the $ORIGIN: it is of ${owner}, not of ${origin}`,
  };
}

/** A TTL beyond 2147483647 (RFC 2181 section 8). */
export function ttlOverflow(token: Token): Fault {
  return {
    rule: 'ttl-range',
    start: token.start,
    end: token.end,
    message: phrase`TTL ${token.text} is over 2147483647: BIND sets it to 0`,
    severity: 'warning',
  };
}

/** A record without a TTL, and nowhere to take one from. */
export function ttlMissing(scan: RowReading, row: number, message: string): Fault {
  const first = tokenAt(scan, scan.tape.rowToken[row] as number);
  return { rule: 'ttl-missing', start: first.start, end: first.end, message };
}

/** The fault of a word that is longer than that. */
export function wordTooLong(token: Token): Fault {
  const { start, end, text } = token;
  return {
    rule: 'syntax-string',
    start,
    end,
    message: phrase`This word has ${text.length} characters, more than any rdata holds`,
  };
}
