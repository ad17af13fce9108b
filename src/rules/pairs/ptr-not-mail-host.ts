import { phrase } from '../../language/phrase.ts';
import { listed, listedDomains } from '../facts/mail-note.ts';
import { ownOrConfirmed } from '../facts/own-pointers.ts';
import { shown } from '../facts/pairing.ts';
import { watchSendingDomains } from '../facts/sending-domains.ts';
import { retargetToMailHost } from '../fixes/retarget-fixes.ts';
import { Subject } from '../fixes/subject.ts';
import { defineRule } from '../rule.ts';

const ID = 'ptr-not-mail-host';

/** A mail host whose PTR is confirmed but names another host on the same address. */
export const ptrNotMailHost = defineRule({
  id: ID,
  scope: 'address',
  severity: 'off',
  summary: "Mail host's PTR record names another host of the address",
  passesPlainPairs: true,
  confirmedToo(ctx, address) {
    return ctx.mail.reasons(address).length > 0 && !ctx.settings.isOff(ID);
  },
  check(address, ctx, report) {
    if (ctx.settings.isOff(ID)) return;
    const pointers = ownOrConfirmed(address, ctx).filter((pointer) => address.standing(pointer) === 'confirmed');
    const [pointer] = pointers;
    if (!pointer) return;
    const reasons = address.mail.filter(({ how }) => how !== 'spf-ip');
    const hosts = new Set(reasons.map(({ host }) => host));
    if (hosts.size === 0 || pointers.some(({ data }) => hosts.has(data))) return;
    watchSendingDomains(reasons, ctx);
    const names = [...hosts].map((host) => shown(ctx, host)).sort();
    report({
      at: pointer.at('target'),
      message: phrase`The PTR record of ${address.text} names ${shown(ctx, pointer.data)}, but mail for ${listedDomains(reasons, ctx)} is sent as ${listed(names)}`,
      related: reasons.slice(0, 3).map(({ record, domain }) => ({
        at: record.at('rdata'),
        message: phrase`What ${shown(ctx, domain)} says of its mail hosts`,
      })),
      data: { address: address.text, target: ctx.held.text(reasons[0]?.host ?? pointer.data) },
    });
  },
  fixes: (finding, ctx) => retargetToMailHost(new Subject(finding, ctx)),
});
