import { type NameId, NO_NAME, ROOT } from '../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_SOA } from '../dns/type-codes.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { RecordId } from '../workspace/record-table.ts';
import type { Store } from '../workspace/store.ts';

/** The records of a name in all views, whichever zones they are in: who asks wants to know which these are. */
export function* recordsAt({ records, views }: Store, name: NameId): Generator<RecordId> {
  if (name === NO_NAME) return;
  for (const { index } of views.values()) for (let id = index.firstAt(name); id >= 0; id = records.nextAt(id)) yield id;
}

/** The addresses of a host in all views. */
export function* addressesOf(store: Store, host: NameId): Generator<NameId> {
  const { type, data } = store.records;
  for (const id of recordsAt(store, host)) if (type[id] === TYPE_A || type[id] === TYPE_AAAA) yield data[id] as NameId;
}

const NEIGHBOURS = 100;

/** The names of the first addresses in the files of the zones that hosts are in, whether or not these have any themselves. */
export function neighboursOf(store: Store, hosts: Iterable<NameId>): ReadonlySet<string> {
  const { records, names } = store;
  const files = new Set<SourceFile>();
  for (const host of hosts) {
    const file = fileOfZone(store, host);
    if (file) files.add(file);
  }
  const found = new Set<string>();
  for (const { instances } of files) {
    for (const block of instances[0]?.blocks ?? []) {
      for (const id of block?.records ?? []) {
        if (found.size >= NEIGHBOURS) return found;
        if (records.type[id] === TYPE_A || records.type[id] === TYPE_AAAA)
          found.add(names.text(records.data[id] as NameId));
      }
    }
  }
  return found;
}

/** The file of the zone that a name is in; undefined where none is held. */
function fileOfZone(store: Store, name: NameId): SourceFile | undefined {
  for (let at = name; at !== NO_NAME && at !== ROOT; at = store.names.parent(at)) {
    for (const id of recordsAt(store, at))
      if (store.records.type[id] === TYPE_SOA) return store.blockOf(id)?.instance.file;
  }
  return undefined;
}
