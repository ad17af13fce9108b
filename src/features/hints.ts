import { ARPA4, ARPA6, NO_NAME } from '../dns/name-table.ts';
import { isInUnknownZone } from '../dns/shown-name.ts';
import { parseTtl, ttlText } from '../dns/ttl.ts';
import type { Position, Range } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { FeatureContext } from './context.ts';
import { fieldsOfRow, nameOfToken, type Row, rangeOfToken, rowsIn } from './row.ts';
import { timeInWords } from './words.ts';

/** A word that is shown behind another one. */
export interface Hint {
  readonly at: Position;
  readonly label: string;
  readonly tooltip: string;
  readonly kind: 'name' | 'address' | 'time';
}

/** The rest of relative names that are easily misread, the addresses behind reverse names, and long times with units. */
export function hints(ctx: FeatureContext, file: SourceFile, range: Range): Hint[] {
  const { absoluteNames, addresses, times } = ctx.settings.inlayHints;
  const found: Hint[] = [];
  for (const row of rowsIn(ctx.engine.store, file, range)) {
    if (absoluteNames) found.push(...nameHints(ctx, row));
    if (addresses) found.push(...addressHints(ctx, row));
    if (times) found.push(...timeHints(row));
  }
  return found;
}

/**
 * A relative name with dots reads as if it were whole; one in a reverse zone hardly ever is meant so; and under another
 * $ORIGIN than the zone's, which may stand far above, it is another name than it seems. All others would only be noise.
 */
function nameHints(ctx: FeatureContext, row: Row): Hint[] {
  const { store } = ctx.engine;
  const isElsewhere = isArpa(store.names.arpaKind(row.origin)) || row.origin !== row.block.instance.apex;
  return fieldsOfRow(row).flatMap(({ use, token }): Hint[] => {
    const word = row.rdata[token];
    if (!word || (use !== 'name' && use !== 'host')) return [];
    const { text } = word;
    if (text === '@' || isAbsolute(text) || !(text.includes('.') || isElsewhere)) return [];
    if (nameOfToken(store, row, word) === NO_NAME) return [];
    const origin = store.names.text(row.origin);
    // Under the root a name is what it reads as.
    if (origin === '.' || isInUnknownZone(origin)) return [];
    const tooltip = `Without a final dot the name is ${text}.${origin}`;
    return [{ at: rangeOfToken(row, word).end, label: `.${origin}`, tooltip, kind: 'name' }];
  });
}

function addressHints(ctx: FeatureContext, row: Row): Hint[] {
  const { names } = ctx.engine.store;
  if (!row.owner || row.ownerName === NO_NAME || !names.isAddress(row.ownerName)) return [];
  const { held } = ctx.engine.context(row.block.instance.view);
  const label = held.addressText(row.ownerName);
  if (label === undefined) return [];
  return [{ at: rangeOfToken(row, row.owner).end, label, tooltip: names.text(row.ownerName), kind: 'address' }];
}

function timeHints(row: Row): Hint[] {
  const words =
    row.directive === '$TTL'
      ? [row.tokens[1]]
      : fieldsOfRow(row).flatMap(({ use, token }) => (use === 'ttl' ? [row.rdata[token]] : []));
  return words.flatMap((word): Hint[] => {
    if (!word || !/^\d{3,10}$/.test(word.text)) return [];
    const ttl = parseTtl(word.text);
    if (!ttl || ttl.overflow || ttl.seconds < 60) return [];
    const label = ttlText(ttl.seconds);
    return [{ at: rangeOfToken(row, word).end, label, tooltip: timeInWords(ttl.seconds), kind: 'time' }];
  });
}

function isAbsolute(text: string): boolean {
  return text.endsWith('.') && !/(?<!\\)(?:\\\\)*\\\.$/.test(text);
}

function isArpa(kind: number): boolean {
  return kind >= ARPA4 && kind !== 0 && kind <= ARPA6 + 32;
}
