import { TYPE_DHCID } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { decodeBase64, isBinaryFault } from '../../syntax/rdata/binary.ts';
import { fieldsAt } from '../facts/mail-fields.ts';
import { defineRule } from '../rule.ts';

/** Data of a DHCID record that are too short, or no digest of their type (RFC 4701 section 3.3). */
export const dhcidInvalid = defineRule({
  id: 'dhcid-invalid',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_DHCID],
  summary: 'DHCID record whose data were cut',
  check(_, records, ctx, report) {
    for (const { record, fields } of fieldsAt(records, TYPE_DHCID, ctx)) {
      const data = decodeBase64(fields.map(({ text }) => text).join(''));
      if (isBinaryFault(data)) continue;
      const { length } = data.bytes;
      const isSha256 = data.bytes.charCodeAt(2) === 1;
      if (isSha256 ? length === WITH_SHA_256 : length > HEAD) continue;
      report({
        at: record.at({ rdata: 0 }),
        message: phrase`The data of a DHCID are 35 octets (the kind of name, that of digest, and SHA-256), these are ${length}: ${length > HEAD ? phrase`no DHCP server changes the name` : phrase`NSD refuses the zone`}`,
      });
    }
  },
});

/** Two octets of the identifier's type, one of the digest's. */
const HEAD = 3;
const WITH_SHA_256 = 35;
