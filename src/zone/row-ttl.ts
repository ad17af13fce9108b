import { parseTtl } from '../dns/ttl.ts';
import { TYPE_SOA } from '../dns/type-codes.ts';
import { phrase } from '../language/phrase.ts';
import type { Header } from '../syntax/header.ts';
import { ttlMissing, ttlOverflow } from './row-faults.ts';
import type { RowReading } from './row-reading.ts';
import { tokenAt } from './row-words.ts';

/** Takes the TTL that a row gives for the rows below. */
export function takeTtl({ ttl, ttlOverflow: isOver, ttlToken }: Header, scan: RowReading): void {
  if (isOver) scan.draft.faults.push(ttlOverflow(tokenAt(scan, ttlToken)));
  scan.state.lastTtl = ttl;
}

/** The TTL that counts, which becomes the last one (RFC 1035 section 5.1, RFC 2308 section 4). */
export function ttlOfRow(scan: RowReading, row: number, header: Header): number {
  const { state, draft } = scan;
  if (header.ttl >= 0) return header.ttl;
  if (state.defaultTtl >= 0) {
    state.lastTtl = state.defaultTtl;
    return state.defaultTtl;
  }
  if (state.lastTtl >= 0) {
    if (!state.ttlReported)
      draft.faults.push(
        ttlMissing(scan, row, phrase`No TTL here and no $TTL above: BIND takes the last one, ${state.lastTtl}`),
      );
    state.ttlReported = true;
    return state.lastTtl;
  }
  if (header.type === TYPE_SOA) {
    // Servers refuse an SOA below the apex before they look at its times.
    if (scan.context.apex >= 0 && state.owner !== scan.context.apex) return 0;
    const minimum = parseTtl(tokenAt(scan, (scan.tape.rowToken[row + 1] as number) - 1).text)?.seconds ?? 0;
    if (!state.ttlReported)
      draft.faults.push(
        ttlMissing(
          scan,
          row,
          phrase`No TTL here and no $TTL above: BIND takes the SOA's minimum, ${minimum}, up to the next $TTL`,
        ),
      );
    state.defaultTtl = minimum;
    state.lastTtl = minimum;
    return minimum;
  }
  if (!state.ttlReported) {
    draft.faults.push({
      ...ttlMissing(scan, row, phrase`No TTL here, no $TTL above and no SOA yet: BIND refuses the zone`),
      severity: 'error',
    });
  }
  state.ttlReported = true;
  return 0;
}
