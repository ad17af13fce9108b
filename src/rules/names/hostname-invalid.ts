import { asTyped } from '../../dns/international.ts';
import { type NameId, ROOT } from '../../dns/name-table.ts';
import { isInUnknownZone } from '../../dns/shown-name.ts';
import { TYPE_HTTPS, TYPE_SOA, TYPE_SVCB } from '../../dns/type-codes.ts';
import { typeName } from '../../dns/types.ts';
import { replaceToken } from '../../edits/rewrite.ts';
import { phrase } from '../../language/phrase.ts';
import { holdsHiddenCharacter, isGluedName } from '../../syntax/odd-characters.ts';
import { holdsPlaceholder } from '../../syntax/template.ts';
import type { ZoneRecord } from '../../workspace/zone-record.ts';
import {
  ASKED_TYPES,
  gravity,
  HOST_TYPES,
  hasNamesChecked,
  hasRecordOf,
  hostPart,
  isHosts,
  isOfInvalidHost,
  isStrange,
  isStrangeOwner,
} from '../facts/invalid-host.ts';
import {
  isRefusedTarget,
  isToldAsMissing,
  MAILBOXES,
  mayHaveInvalidTarget,
  placeOfInvalidTarget,
  TARGET_TYPES,
} from '../facts/invalid-target.ts';
import { isPaired, shown } from '../facts/pairing.ts';
import { whyNoHostName } from '../facts/pointer-words.ts';
import { nameInRdata } from '../facts/rdata-fields.ts';
import { mailboxAts } from '../facts/soa-mailbox.ts';
import { webAddress } from '../facts/web-address.ts';
import { Subject } from '../fixes/subject.ts';
import { hostOf } from '../fixes/target-fixes.ts';
import { defineRule, type RuleContext, type Say } from '../rule.ts';

const OF_OWNERS = [...HOST_TYPES, ...ASKED_TYPES];

/**
 * A name with addresses or mail, or one that an NS, MX, SRV, SVCB or SOA record leads to, that is a domain name but no
 * host's (RFC 952, RFC 1123 section 2.1), as BIND's check-names has it.
 */
export const hostnameInvalid = defineRule({
  id: 'hostname-invalid',
  scope: 'name',
  severity: 'warning',
  types: [...new Set([...OF_OWNERS, ...TARGET_TYPES])],
  summary: 'Name with addresses or mail, or that a record names as a host, is no host name',
  passesPlainHosts: true,
  passesPlainMail: true,
  wants: (ctx, name, first) => {
    const { names } = ctx.store;
    const isNone = !names.isHostName(name) && !isHosts(names, hostPart(names, name));
    const isAsked = isNone && hasRecordOf(isStrange(names, name) ? OF_OWNERS : HOST_TYPES, ctx, first);
    return isAsked || mayHaveInvalidTarget(ctx, name);
  },
  check(name, records, ctx, report) {
    checkOwner(name, records, ctx, report);
    for (const record of records) {
      for (const mailbox of MAILBOXES.get(record.type) ?? []) checkMailbox(record, mailbox, ctx, report);
      const place = placeOfInvalidTarget(record, ctx);
      if (
        place === undefined ||
        isToldAsMissing(record, ctx) ||
        holdsHiddenCharacter(ctx.store.names.text(record.data))
      )
        continue;
      const severity = gravity(isRefusedTarget(record, ctx));
      const written = record.generated ? '' : (record.rdata()[place]?.text ?? '');
      if (isParameter(record, written)) {
        report({
          at: record.at({ rdata: place }),
          message: phrase`The target is missing before "${written}", which is read as one: "." stands for the owner itself`,
          ...severity,
        });
        continue;
      }
      const url = webAddress(written);
      if (url !== undefined) {
        const host = url.host === undefined ? '' : phrase`: write ${url.host}.`;
        report({
          at: record.at({ rdata: place }),
          message: phrase`"${url.written}" is an address of the web, and a ${typeName(record.type)} record takes the name of a host${host}`,
          claims: [record],
          ...severity,
        });
        continue;
      }
      report({
        at: record.generated ? record.at('rdata') : record.at({ rdata: place }),
        message:
          phrase`The ${typeName(record.type)} record of ${shown(ctx, name)} leads to ${asTyped(shown(ctx, record.data))}, which is no host name: ` +
          whyNoHostName(ctx.store.names, record.data),
        ...severity,
      });
    }
  },
  fixes(finding, ctx) {
    const subject = new Subject(finding, ctx);
    const { record, token } = subject;
    if (record && token && isParameter(record, token.text))
      return [
        subject.fix(phrase`Insert the target "."`, [replaceToken(record, token, `. ${token.text}`)], {
          preferred: true,
        }),
      ];
    return hostOf(subject, webAddress(token?.text ?? '')?.host);
  },
});

/** A parameter of a service binding in the place of its target, which was left out. */
function isParameter({ type }: ZoneRecord, written: string): boolean {
  return (type === TYPE_HTTPS || type === TYPE_SVCB) && /^[a-z][a-z0-9-]*=/i.test(written);
}

/** The domain of a mailbox is a host name, the user may be anything (RFC 1035 section 8). */
function checkMailbox(record: ZoneRecord, place: number, ctx: RuleContext, report: Say): void {
  const { names } = ctx.store;
  const { zone } = record;
  const word = record.generated ? undefined : record.rdata()[place];
  if (!word || !zone || !isPaired(zone, ctx) || ctx.isClaimed(record.id) || mailboxAts(word).length > 0) return;
  const mailbox = nameInRdata(record, place, ctx);
  if (mailbox <= ROOT || names.labelText(mailbox).includes('@')) return;
  const domain = names.parent(mailbox);
  // A zone of services, or a classless one, whose mailbox is written relative to it, is no host's by its own name.
  if (!hasNamesChecked(record) && names.isBelowOrAt(domain, zone.apex) && !isHosts(names, zone.apex)) return;
  const text = names.text(domain);
  if (isHosts(names, domain) || holdsPlaceholder(text) || isInUnknownZone(text) || holdsHiddenCharacter(text)) return;
  const at = shown(ctx, domain);
  const why = whyNoHostName(names, domain);
  report({
    at: record.at({ rdata: place }),
    message:
      record.type === TYPE_SOA
        ? phrase`The mailbox of the SOA is at ${at}, which is no host name: ${why}`
        : phrase`The mailbox of the ${typeName(record.type)} record is at ${at}, which is no host name: ${why}`,
    ...gravity(hasNamesChecked(record)),
  });
}

function checkOwner(name: NameId, records: readonly ZoneRecord[], ctx: RuleContext, report: Say): void {
  const { names } = ctx.store;
  const hosts = records.filter((one) => isOfInvalidHost(one, ctx));
  const record = hosts.find(hasNamesChecked) ?? hosts[0] ?? records.find((one) => isStrangeOwner(one, ctx));
  if (!record || ctx.isClaimed(record.id)) return;
  const text = names.text(name);
  // Neither what a template makes of the name nor what zone it is in may be known; or the text's reading tells of it.
  if (holdsPlaceholder(text) || isInUnknownZone(text) || isGluedName(text) || holdsHiddenCharacter(text)) return;
  report({
    at: record.at('owner'),
    message: phrase`${asTyped(shown(ctx, name))} is no host name: ${whyNoHostName(names, hostPart(names, name))}`,
    ...gravity(hosts.length > 0 && hasNamesChecked(record)),
  });
}
