import { keyTag, type PublicKey } from '../../dns/dnssec.ts';
import { phrase } from '../../language/phrase.ts';
import { decodeBase64, isBinaryFault } from '../../syntax/rdata/binary.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import type { RuleContext } from '../rule.ts';
import { rdataFields } from './rdata-fields.ts';

/** A DNSKEY or CDNSKEY record with its key. */
export interface KeyRecord extends PublicKey {
  readonly record: ZoneRecord;
  readonly tag: number;
}

/** The key of a DNSKEY or CDNSKEY record; undefined where it can't be read. */
export function keyOfRecord(record: ZoneRecord, ctx: RuleContext): KeyRecord | undefined {
  const fields = rdataFields(record, ctx);
  if (!fields) return undefined;
  const [flags, protocol, algorithm] = fields.map(Number);
  const data = decodeBase64(fields.slice(3).join(''));
  if (isBinaryFault(data) || flags === undefined || protocol === undefined || algorithm === undefined) return undefined;
  const key = { flags, protocol, algorithm, key: data.bytes };
  return { ...key, record, tag: keyTag(key) };
}

/** The tags of keys in a sentence: `the key 1` or `the keys 1, 2`. */
export function tagsInWords(keys: readonly KeyRecord[]): string {
  const tags = keys.map(({ tag }) => tag).join(', ');
  return keys.length === 1 ? phrase`the key ${tags}` : phrase`the keys ${tags}`;
}

/** The keys of records; undefined where one of them can't be read: then nobody knows which keys there are. */
export function keysOfRecords(records: readonly ZoneRecord[], ctx: RuleContext): readonly KeyRecord[] | undefined {
  const keys = records.map((record) => keyOfRecord(record, ctx));
  return keys.every((key) => key !== undefined) ? keys : undefined;
}
