import { compareSerial } from '../dns/serial.ts';
import { undotted } from '../dns/shown-name.ts';
import type { RecordSet, ZoneRecords } from './record-sets.ts';

/** How one set differs. Names are without their final dot, data is as written. */
export interface SetDifference {
  readonly name: string;
  readonly type: string;
  readonly removed: readonly string[];
  readonly added: readonly string[];
  /** Where both sides have the set with different TTLs, in seconds. */
  readonly ttl?: { readonly old: number; readonly new: number };
}

/** How the serial changed (RFC 1982): whether secondaries take the new zone for newer. */
export interface SerialDifference {
  readonly old: number;
  readonly new: number;
  readonly isNewer: boolean;
}

/** How two states of a zone differ. */
export interface ZoneDifferences {
  readonly serial?: SerialDifference;
  /** Sets with other records, the SOA without its serial among them; those with another TTL alone too. */
  readonly sets: readonly SetDifference[];
  /** Records differ and the serial is the same or no newer: secondaries keep the old zone. */
  readonly isSerialForgotten: boolean;
}

/** The differences of two states of a zone, the apex first, then by the labels of names from the right. */
export function zoneDifferences(old: ZoneRecords, fresh: ZoneRecords, zone: string): ZoneDifferences {
  const sets: SetDifference[] = [];
  let serial: SerialDifference | undefined;
  for (const key of new Set([...old.keys(), ...fresh.keys()])) {
    const [before, after] = [old.get(key), fresh.get(key)];
    if ((before ?? after)?.type === 'SOA' && before && after) {
      serial = serialDifference(before, after);
      const difference = setDifference(withoutSerial(before), withoutSerial(after));
      if (difference) sets.push(difference);
      continue;
    }
    const difference = setDifference(before, after);
    if (difference) sets.push(difference);
  }
  sets.sort((a, b) => (orderOf(a, zone) < orderOf(b, zone) ? -1 : 1));
  const hasBoth = [...old.values()].some(isSoa) && [...fresh.values()].some(isSoa);
  return {
    ...(serial ? { serial } : {}),
    sets,
    isSerialForgotten: hasBoth && sets.length > 0 && serial?.isNewer !== true,
  };
}

/** Whether two states of a zone are one. */
export function isSame({ serial, sets }: ZoneDifferences): boolean {
  return serial === undefined && sets.length === 0;
}

function isSoa({ type }: RecordSet): boolean {
  return type === 'SOA';
}

function setDifference(before: RecordSet | undefined, after: RecordSet | undefined): SetDifference | undefined {
  const set = before ?? after;
  if (!set) return undefined;
  const removed = [...(before?.data ?? [])].flatMap(([key, data]) => (after?.data.has(key) ? [] : [data]));
  const added = [...(after?.data ?? [])].flatMap(([key, data]) => (before?.data.has(key) ? [] : [data]));
  const ttl = before && after && before.ttl !== after.ttl ? { old: before.ttl, new: after.ttl } : undefined;
  if (removed.length + added.length === 0 && !ttl) return undefined;
  return { name: undotted(set.owner), type: set.type, removed, added, ...(ttl ? { ttl } : {}) };
}

const SERIAL_FIELD = 2;

function serialDifference(before: RecordSet, after: RecordSet): SerialDifference | undefined {
  const [old, fresh] = [serialOf(before), serialOf(after)];
  if (old === undefined || fresh === undefined || old === fresh) return undefined;
  return { old, new: fresh, isNewer: (compareSerial(fresh, old) ?? 0) > 0 };
}

function serialOf({ data }: RecordSet): number | undefined {
  const word = [...data.keys()][0]?.split(' ')[SERIAL_FIELD];
  return word === undefined ? undefined : Number(word);
}

function withoutSerial(set: RecordSet): RecordSet {
  const without = (text: string): string =>
    text
      .split(' ')
      .filter((_, index) => index !== SERIAL_FIELD)
      .join(' ');
  return { ...set, data: new Map([...set.data].map(([key, data]) => [without(key), without(data)])) };
}

/** The zone's own name first, then the others by their labels from the right. */
function orderOf({ name, type }: SetDifference, zone: string): string {
  return name === undotted(zone) ? ` ${type}` : `${name.split('.').reverse().join('.')} ${type}`;
}
