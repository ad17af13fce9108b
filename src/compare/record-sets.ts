import { CASELESS, zoneLines } from '../compile/lines.ts';
import { lowerName } from '../dns/name.ts';
import { typeCode } from '../dns/types.ts';
import type { Instance } from '../workspace/instance.ts';
import type { Store } from '../workspace/store.ts';

/** The records of one name and type (RRset, RFC 2181 section 5), as a server has them after loading. */
export interface RecordSet {
  /** Absolute, in lower case. */
  readonly owner: string;
  readonly type: string;
  /** In seconds. */
  readonly ttl: number;
  /** Data as written, by what it is compared by. */
  readonly data: ReadonlyMap<string, string>;
}

/** The sets of a zone, by owner and type. */
export type ZoneRecords = ReadonlyMap<string, RecordSet>;

/** The records of a zone in sets: order, layout, comments, $ORIGIN and case of names are gone. */
export function zoneRecords(store: Store, root: Instance): ZoneRecords {
  const sets = new Map<string, { owner: string; type: string; ttl: number; data: Map<string, string> }>();
  for (const line of zoneLines(store, root, store.names.text(root.apex)).records()) {
    const [ownerText = '', ttl = '', , type = '', ...words] = line.trimEnd().split(' ');
    const owner = lowerName(ownerText);
    const key = `${owner} ${type}`;
    const data = words.join(' ');
    const known = sets.get(key);
    if (known) known.data.set(comparedBy(type, data), data);
    else sets.set(key, { owner, type, ttl: Number(ttl), data: new Map([[comparedBy(type, data), data]]) });
  }
  return sets;
}

/** Names have no case, all other data has. */
function comparedBy(type: string, data: string): string {
  const number = typeCode(type);
  return number !== undefined && CASELESS.has(number) ? lowerName(data) : data;
}
