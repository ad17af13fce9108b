import { type NameId, NO_NAME, ROOT } from '../../dns/name-table.ts';
import { TYPE_A, TYPE_AAAA, TYPE_MX, TYPE_SOA } from '../../dns/type-codes.ts';
import { holdsTwice } from '../../edits/meant/repeated-origin.ts';
import { phrase } from '../../language/phrase.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import { OWN_MAILBOX } from '../../zone/draft.ts';
import { shown } from '../facts/pairing.ts';
import { isInArpa } from '../facts/pointer-words.ts';
import { nameInRdata } from '../facts/rdata-fields.ts';
import { MAILBOX, mailboxAts, mailboxWord } from '../facts/soa-mailbox.ts';
import { publicSoa } from '../facts/soa-times.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** Top labels that say that there is no mailbox (RFC 2606). */
const NOBODY = /(?:^|\.)(?:invalid|localhost)\.$/;

/** A mailbox in an SOA that no mail can reach (RFC 1035 section 8, RFC 2142): one label alone, or a held domain without mail. */
export const soaRnameInvalid = defineRule({
  id: 'soa-rname-invalid',
  scope: 'name',
  severity: 'warning',
  types: [TYPE_SOA],
  summary: 'Mailbox in the SOA that no mail can reach',
  wants: hasUnsureMailbox,
  check(_, records, ctx, report) {
    const soa = publicSoa(records, ctx);
    const { names } = ctx.store;
    const mailbox = soa ? nameInRdata(soa, MAILBOX, ctx) : NO_NAME;
    const word = soa && mailboxWord(soa);
    // Of an "@" between user and domain soa-rname-at tells.
    if (!soa || !word || mailbox < ROOT || mailboxAts(word).length > 0) return;
    // An SOA that names nobody at all is of a zone that no host asks for.
    if (mailbox === ROOT && soa.data === ROOT) return;
    if (names.labelText(mailbox).includes('@')) {
      report({
        at: soa.at({ rdata: MAILBOX }),
        message: phrase`"${word.text}" has the @ in its user, and the first dot ends that: write a dot in the place of the @`,
      });
      return;
    }
    const text = ctx.held.text(mailbox);
    // What lacks its final dot has the zone's name twice: target-repeats-origin tells.
    if (NOBODY.test(text) || (soa.zone && holdsTwice(names, mailbox, soa.zone.apex))) return;
    const domain = mailbox === ROOT ? ROOT : names.parent(mailbox);
    if (domain === ROOT) {
      report({
        at: soa.at({ rdata: MAILBOX }),
        message: phrase`"${word.text}" is a mailbox without a domain: write it as hostmaster.${soa.owner === ROOT ? `example.com.` : ctx.held.text(soa.owner)}`,
      });
      return;
    }
    if (mailbox === soa.owner) {
      report({
        at: soa.at({ rdata: MAILBOX }),
        message: phrase`The mailbox is the zone's own name, and reads as ${names.labelText(mailbox)}@${shown(ctx, domain)}: write it as hostmaster.${ctx.held.text(soa.owner)}`,
      });
      return;
    }
    // Zones without mail are many, and their mailbox may be kept elsewhere; a reverse zone never has any.
    if (ctx.held.view.zones.has(domain) && !isInArpa(ctx, domain)) return;
    ctx.watch(domain);
    const answers = [TYPE_MX, TYPE_A, TYPE_AAAA].map((type) => ctx.held.lookup(domain, type));
    if (answers.some((answer) => answer.kind !== 'none' || answer.aliases.length > 0)) return;
    const [user, host] = [names.labelText(mailbox), shown(ctx, domain)];
    const [answer] = answers;
    const inner = names.labelText(domain);
    const isThere = answer?.kind === 'none' && answer.exists;
    const advice = isThere ? '' : phrase`. If the user is ${user}.${inner}, write ${user}\\.${inner}`;
    report({
      at: soa.at({ rdata: MAILBOX }),
      severity: 'information',
      message: phrase`The mailbox reads as ${user}@${host}, and ${host} takes no mail: it has no MX, A or AAAA record${advice}`,
    });
  },
});

/**
 * The fast filter: whether an SOA record has another mailbox than one label below its zone's name, which is held. A reverse
 * zone has no mail.
 */
function hasUnsureMailbox(ctx: RuleContext, name: NameId, first: RecordId): boolean {
  const { records } = ctx.store;
  for (let id = first; id >= 0; id = records.nextAt(id))
    if (records.type[id] === TYPE_SOA && ((records.flags[id] as number) & OWN_MAILBOX) === 0) return true;
  return isInArpa(ctx, name);
}
