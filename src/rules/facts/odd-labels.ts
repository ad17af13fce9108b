import { HYPHEN } from '../../dns/name-meta.ts';
import { type NameId, NODE_SIZE, START } from '../../dns/name-table.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import { allRecordsOf } from './zone-records.ts';

/** A name of which one label has hyphens as its third and fourth characters, as those of IDNA have, and the first record with it. */
export interface OddLabel {
  readonly record: ZoneRecord;
  readonly label: string;
}

/** The labels of a zone's owners with hyphens there, each once; undefined now and then, as a place to stop. */
export function* hyphenatedLabels(zone: Zone, ctx: RuleContext): Generator<OddLabel | undefined, void, undefined> {
  const { names } = ctx.store;
  const { plainLabels } = ctx.memory;
  const told = new Set<NameId>();
  for (const ids of allRecordsOf(zone)) {
    if (!ids) {
      yield undefined;
      continue;
    }
    if (plainLabels.has(ids)) continue;
    const found = withHyphens(ids, zone, ctx);
    const isPlain = found.length === 0;
    for (const { id, name } of found) {
      if (told.has(name)) continue;
      told.add(name);
      yield { record: new ZoneRecord(ctx.store, id), label: names.labelText(name) };
    }
    if (isPlain) plainLabels.add(ids);
  }
}

interface Hyphenated {
  readonly id: RecordId;
  readonly name: NameId;
}

/** The names at and above the owners of a block that have such a label. Nothing is allocated for those that have none. */
function withHyphens(ids: Int32Array, zone: Zone, { store: { names, records } }: RuleContext): readonly Hyphenated[] {
  const found: Hyphenated[] = [];
  const { nodes, bytes } = names.columns;
  let lastParent: NameId = -1;
  for (const id of ids) {
    const owner = records.owner[id] as number;
    const parent = names.parent(owner);
    for (let node = owner; node > 0; node = names.up(node, zone.apex)) {
      const at = nodes[node * NODE_SIZE + START] as number;
      const isOdd = bytes[at + 2] === HYPHEN && bytes[at + 3] === HYPHEN;
      if (isOdd && names.label(node).length > 3) found.push({ id, name: node });
      // What lies above was looked at with the name before.
      if (parent === lastParent) break;
    }
    lastParent = parent;
  }
  return found;
}
