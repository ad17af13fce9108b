import { type NameId, type NameTable, NO_NAME } from '../../dns/name-table.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import { addressesOf } from './addresses-of.ts';

/** The address that a PTR owner outside the reverse tree spells; -1 where it can't be told. */
export function misplacedAddress(ctx: RuleContext, record: ZoneRecord): NameId {
  const { names } = ctx.store;
  const apex = record.zone?.apex ?? NO_NAME;
  const labels: string[] = [];
  for (let node = record.owner; node > apex && node > 0; node = names.parent(node)) labels.push(names.labelText(node));
  const readings = addressReadings(names, labels.join('.'));
  const meant = decideByTarget(ctx, record, readings);
  if (meant !== undefined) return meant;
  const held = readings.filter((address) => ctx.held.zoneOf(address) !== undefined);
  return held.length === 1 ? (held[0] ?? NO_NAME) : NO_NAME;
}

/** The addresses that a text may mean: forward or reversed, with or without the ending of the reverse tree. */
function addressReadings(names: NameTable, text: string): NameId[] {
  const bare = text
    .toLowerCase()
    .replace(/\.(?:in-addr|ip6)\.arpa\.?$/, '')
    .replace(/\.$/, '');
  const found = new Set<NameId>();
  const add = (address: string): void => {
    const key = names.reverse.keyOf(address);
    if (key !== NO_NAME) found.add(key);
  };
  const labels = bare.split('.');
  if (labels.length === 32 && labels.every((label) => /^[0-9a-f]$/.test(label))) {
    for (const nibbles of [[...labels].reverse(), labels]) add(nibbles.join('').replace(/.{4}(?=.)/g, '$&:'));
  } else if (bare.includes(':')) add(bare);
  else {
    const octets = labels.map((label) => label.replace(/^0+(?=\d)/, ''));
    if (bare === text.toLowerCase().replace(/\.$/, '')) add(octets.join('.'));
    add([...octets].reverse().join('.'));
  }
  return [...found];
}

/** The one reading that there is, or the only one that is an address of the target. */
function decideByTarget(ctx: RuleContext, record: ZoneRecord, readings: readonly NameId[]): NameId | undefined {
  const distinct = [...new Set(readings)];
  if (distinct.length === 1) return distinct[0];
  const owned = new Set(addressesOf(ctx, record.data));
  const fitting = distinct.filter((address) => owned.has(address));
  return fitting.length === 1 ? fitting[0] : undefined;
}
