import type { NameId } from '../../dns/name-table.ts';
import { TYPE_NSEC3 } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { decodeBase32, isBinaryFault } from '../../syntax/rdata/binary.ts';
import { shown } from '../facts/pairing.ts';
import { recordsOfZone } from '../facts/zone-records.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** An NSEC3 record whose owner is no hash in base32 (RFC 5155 section 3), for which BIND refuses the zone. */
export const nsec3Owner = defineRule({
  id: 'nsec3-owner',
  scope: 'sweep',
  sweptTypes: [TYPE_NSEC3],
  severity: 'error',
  summary: 'Owner of an NSEC3 record is no hash',
  *check(zone, ctx, report) {
    const { owner } = ctx.store.records;
    const wanted = {
      types: [TYPE_NSEC3],
      wants: (id: number) => !isHash(owner[id] as NameId, ctx),
    };
    for (const record of recordsOfZone(ctx, zone, wanted, ctx.memory.hashOwners)) {
      if (!record) yield;
      else
        report({
          at: record.at('owner'),
          message: phrase`${shown(ctx, record.owner)} has an NSEC3 record, and its first label is no hash in base32 (0 to 9, A to V): BIND refuses the zone. Sign the zone again`,
        });
    }
  },
});

/** Nothing is made for the hashes that all signers write, of 32 digits. */
function isHash(name: NameId, { store: { names } }: RuleContext): boolean {
  const label = names.label(name);
  if (label.length === SHA_1) {
    let isPlain = true;
    for (let i = 0; i < SHA_1 && isPlain; i++) isPlain = isDigit(label[i] as number);
    return isPlain;
  }
  return !isBinaryFault(decodeBase32(names.labelText(name)));
}

const SHA_1 = 32;

function isDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 118);
}
