import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA } from '../dns/type-codes.ts';
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
