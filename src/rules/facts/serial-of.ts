import { readSerial } from '../../dns/serial.ts';
import { TYPE_SOA } from '../../dns/type-codes.ts';
import type { Zone } from '../../workspace/instance.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import { apexRecords } from './apex.ts';
import { LastAsked } from './last-asked.ts';

const SERIAL = 2;

/** The serial of an SOA record, with its place among the words of the rdata; undefined where it is not written as a number. */
export function serialOf(soa: ZoneRecord): { readonly value: number; readonly index: number } | undefined {
  if (soa.generated) return undefined;
  const value = readSerial(soa.rdata()[SERIAL]?.text ?? '');
  return value === undefined ? undefined : { value, index: SERIAL };
}

/** The serial of a zone, with its SOA record. */
export interface ApexSerial {
  readonly soa: ZoneRecord;
  readonly value: number;
  readonly index: number;
}

const serials = new LastAsked<readonly ZoneRecord[], { readonly serial: ApexSerial | undefined }>();

/** The serial of the first SOA record at a zone's apex: four rules ask for it. */
export function apexSerial(zone: Zone, ctx: RuleContext): ApexSerial | undefined {
  const records = apexRecords(zone, ctx);
  const known = serials.get(records);
  if (known) return known.serial;
  const soa = records.find(({ type }) => type === TYPE_SOA);
  const written = soa && serialOf(soa);
  const serial = written && { soa, ...written };
  serials.set(records, { serial });
  return serial;
}
