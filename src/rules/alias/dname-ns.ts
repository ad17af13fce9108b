import { TYPE_DNAME, TYPE_NS } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { shown } from '../facts/pairing.ts';
import { defineRule } from '../rule.ts';

/** A delegation beside a DNAME (RFC 6672 section 2.3): below the apex a name has either. */
export const dnameNs = defineRule({
  id: 'dname-ns',
  scope: 'name',
  severity: 'error',
  types: [TYPE_DNAME],
  isAboutSeveral: true,
  summary: 'Name below the apex has a DNAME record and NS records',
  check(_, records, ctx, report) {
    const dname = records.find(({ type, owner, zone }) => type === TYPE_DNAME && zone && owner !== zone.apex);
    const server = dname && records.find(({ type, zone }) => type === TYPE_NS && zone === dname.zone);
    if (!server) return;
    const isLater = records.indexOf(dname) > records.indexOf(server);
    const [at, other] = isLater ? [dname, server] : [server, dname];
    report({
      at: at.at('type'),
      message: phrase`${shown(ctx, dname.owner)} is delegated and has a DNAME record: what lies below it is led on or delegated, not both; Knot refuses the zone`,
      related: [{ at: other.at('record'), message: isLater ? phrase`The NS record` : phrase`The DNAME record` }],
    });
  },
});
