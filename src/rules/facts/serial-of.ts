import type { ZoneRecord } from '../../workspace/zone-record.ts';

const SERIAL = 2;

/** The serial of an SOA record, with its place among the words of the rdata; undefined where it is not written as a number. */
export function serialOf(soa: ZoneRecord): { readonly value: number; readonly index: number } | undefined {
  if (soa.generated) return undefined;
  const token = soa.rdata()[SERIAL];
  if (!token || !/^\d{1,10}$/.test(token.text)) return undefined;
  return { value: Number(token.text), index: SERIAL };
}
