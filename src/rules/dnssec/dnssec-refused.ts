import { hasUnread } from '../../workspace/gaps.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../../zone/draft.ts';
import { isOfSigning, SIGNING_TYPES, type SigningRecord, signingFaults } from '../../zone/signing.ts';
import { apexRecords } from '../facts/apex.ts';
import { canonicalRdata } from '../facts/canonical-rdata.ts';
import { defineRule } from '../rule.ts';

/** A CDS, CDNSKEY or NSEC3PARAM record at the apex for which BIND refuses the zone. Where a server signs the zone, it adds the keys. */
export const dnssecRefused = defineRule({
  id: 'dnssec-refused',
  scope: 'zone',
  zoneTypes: SIGNING_TYPES,
  severity: 'error',
  refused: 'zone',
  summary: 'CDS, CDNSKEY or NSEC3PARAM record for which BIND refuses the zone',
  check(zone, ctx, report) {
    if (hasUnread(zone) || zone.traits.signed) return;
    const all = apexRecords(zone, ctx);
    if (all.some(({ type }) => type === TYPE_UNREADABLE)) return;
    const records: SigningRecord<ZoneRecord>[] = [];
    for (const record of all) {
      if (!isOfSigning(record.type)) continue;
      const data = canonicalRdata(record, ctx);
      if (data === undefined) return;
      records.push({ type: record.type, data, at: record });
    }
    for (const { at, message } of signingFaults(records)) report({ at: at.at('type'), message, claims: [at] });
  },
});
