import { bytesOf } from '../dns/name.ts';
import { TYPE_A, TYPE_AAAA, TYPE_MX, TYPE_SRV, TYPE_TXT } from '../dns/type-codes.ts';
import { typeName } from '../dns/types.ts';
import { COMPARED_TYPES, type HeldSet } from '../live/zone-diff.ts';
import { blocksOfZone } from '../rules/facts/zone-records.ts';
import type { Zone } from '../workspace/instance.ts';
import { ZoneRecord } from '../workspace/zone-record.ts';
import type { FeatureContext } from './context.ts';

/**
 * The records of a zone as sets by name and type, in the form in which published ones are compared: those of the types that
 * are compared, with those at and below its delegations marked. The apex's SOA is compared by its serial.
 */
export function heldSets(ctx: FeatureContext, zone: Zone): HeldSet[] {
  const { store } = ctx.engine;
  const { held } = ctx.engine.context(zone.view);
  const sets = new Map<string, HeldSet & { readonly data: string[] }>();
  const codes = [...ALL_TYPES.keys()].filter((code) => COMPARED_TYPES.includes(typeName(code)));
  for (const block of blocksOfZone(zone, codes)) {
    for (const id of block ?? []) {
      if (!codes.includes(store.records.type[id] as number)) continue;
      const record = new ZoneRecord(store, id);
      if (record.zone !== zone) continue;
      const type = typeName(record.type);
      const name = record.ownerText;
      const set = sets.get(`${type} ${name}`) ?? { name, type, data: [], isDelegated: !held.answers(record) };
      set.data.push(dataOf(record, held));
      sets.set(`${type} ${name}`, set);
    }
  }
  return [...sets.values()];
}

/** The types of a zone's records that are not compared: none that a signer makes, and not the SOA. In alphabetical order. */
export function typesNotCompared(ctx: FeatureContext, zone: Zone): readonly string[] {
  const { store } = ctx.engine;
  const left = new Set([...ALL_TYPES.keys()].filter((code) => code > 0 && !KNOWN.includes(typeName(code))));
  const found: number[] = [];
  for (const block of blocksOfZone(zone, [...left])) {
    for (const id of block ?? []) {
      const code = store.records.type[id] as number;
      if (!left.has(code) || new ZoneRecord(store, id).zone !== zone) continue;
      left.delete(code);
      found.push(code);
    }
  }
  return found.map(typeName).sort();
}

/** Types that are in use have numbers below. */
const ALL_TYPES = Array(512);
const KNOWN = [...COMPARED_TYPES, 'SOA', 'RRSIG', 'NSEC', 'NSEC3', 'NSEC3PARAM', 'DNSKEY', 'CDS', 'CDNSKEY', 'ZONEMD'];

function dataOf(record: ZoneRecord, held: { addressText(address: number): string | undefined }): string {
  switch (record.type) {
    case TYPE_A:
    case TYPE_AAAA:
      return held.addressText(record.data) ?? '';
    case TYPE_MX:
      return `${numberOf(record, 0)} ${record.dataText}`;
    case TYPE_SRV:
      return `${numberOf(record, 0)} ${numberOf(record, 1)} ${numberOf(record, 2)} ${record.dataText}`;
    case TYPE_TXT:
      return textBytes(record);
    default:
      return record.dataText;
  }
}

/** The strings of a TXT record joined, a character code for each byte, as messages have them. */
function textBytes(record: ZoneRecord): string {
  const { encoding } = record.file.document;
  return record
    .words()
    .rdata.map((token) => bytesOf(token.text, encoding))
    .join('')
    .replace(/\\(?:(\d{3})|(.))/gs, (_, code: string | undefined, character: string | undefined) =>
      code === undefined ? (character ?? '') : String.fromCharCode(Number(code)),
    );
}

function numberOf(record: ZoneRecord, index: number): number {
  return Number(record.words().rdata[index]?.text ?? 0);
}
