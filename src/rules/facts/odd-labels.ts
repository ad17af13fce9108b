import type { NameId, NameTable } from '../../dns/name-table.ts';
import type { Zone } from '../../workspace/instance.ts';
import { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import { allRecordsOf } from './zone-records.ts';

const HYPHEN = 45;

/** A name of which one label has hyphens as its third and fourth characters, as those of IDNA have, and the first record with it. */
export interface OddLabel {
  readonly record: ZoneRecord;
  readonly label: string;
}

/** The labels of a zone's owners with hyphens there, each once; undefined now and then, as a place to stop. */
export function* hyphenatedLabels(zone: Zone, ctx: RuleContext): Generator<OddLabel | undefined, void, undefined> {
  const { names, records } = ctx.store;
  const { plainLabels } = ctx.memory;
  const told = new Set<NameId>();
  for (const ids of allRecordsOf(zone)) {
    if (!ids) {
      yield undefined;
      continue;
    }
    if (plainLabels.has(ids)) continue;
    let isPlain = true;
    let last = -1;
    for (const id of ids) {
      const owner = records.owner[id] as number;
      if (owner === last) continue;
      last = owner;
      for (let node = owner; node >= zone.apex && node > 0; node = names.parent(node)) {
        if (!hasHyphens(names, node)) continue;
        isPlain = false;
        if (told.has(node)) continue;
        told.add(node);
        yield { record: new ZoneRecord(ctx.store, id), label: names.labelText(node) };
      }
    }
    if (isPlain) plainLabels.add(ids);
  }
}

function hasHyphens(names: NameTable, name: NameId): boolean {
  const label = names.label(name);
  return label[2] === HYPHEN && label[3] === HYPHEN;
}
