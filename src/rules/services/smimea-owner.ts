import { TYPE_SMIMEA } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { isAskedByAlias } from '../facts/asked-by-alias.ts';
import { isOfPairedZone, shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** An SMIMEA record that no mail program asks for: its owner is the hash of the user, below `_smimecert` (RFC 8162 section 3). */
export const smimeaOwner = defineRule({
  id: 'smimea-owner',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_SMIMEA],
  summary: 'Owner of an SMIMEA record is not HASH._smimecert',
  check(name, records, ctx, report) {
    const record = records.find(({ type }) => type === TYPE_SMIMEA);
    if (!record || ctx.isClaimed(record.id) || !isOfPairedZone(record, ctx) || isAskedByAlias(name, ctx)) return;
    const { names } = ctx.store;
    const user = names.labelText(name);
    const isBelow = names.labelText(names.parent(name)) === '_smimecert';
    if (isBelow && (user === '*' || /^[0-9a-f]{56}$/.test(user))) return;
    const why = isBelow
      ? phrase`"${user}" is not the hash of a user: the first 28 octets of its SHA-256, as 56 hexadecimal digits`
      : phrase`it belongs below the label _smimecert, as HASH._smimecert.example.com`;
    report({
      at: record.at('owner'),
      message: phrase`No mail program asks ${shown(ctx, name)} for a certificate: ${why}`,
    });
  },
});
