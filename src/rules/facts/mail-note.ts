import type { NameId } from '../../dns/name-table.ts';
import { laterPhrase, phrase, translated } from '../../language/phrase.ts';
import type { MailReason } from '../../workspace/mail-reason.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { Related, RuleContext, Severity } from '../rule.ts';
import { AddressCase } from './address-case.ts';
import { shown } from './pairing.ts';
import { sendingDomains, watchSendingDomains } from './sending-domains.ts';

/** What receivers answer a host without a PTR record. */
export const REFUSED_WITHOUT_POINTER = laterPhrase`receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de),\n550-5.7.25 or 421-4.7.23 (Gmail), 450 4.7.1 "cannot find your reverse hostname" (Postfix)`;
/** What receivers answer a host whose name does not lead back to it. */
export const REFUSED_UNCONFIRMED = laterPhrase`receivers answer 550-5.7.25 (Gmail) or 450 4.7.25 "cannot find your hostname" (Postfix)`;
/** What receivers answer a host with a provider's name. */
export const REFUSED_GENERIC = laterPhrase`receivers answer 554 "invalid DNS PTR resource record" (GMX, web.de), others score it as spam`;

/** What a finding adds where the address sends mail: it is an error then, and says what receivers answer. */
export interface MailNote {
  readonly severity?: Severity;
  /** Lines for the message's end, so that its first stays short; empty where the address sends no mail. */
  readonly text: string;
  /** The SPF and MX records that make it a mail host. */
  readonly related: readonly Related[];
}

/** Where nothing is added. */
export const NO_NOTE: MailNote = { text: '', related: [] };

/** The note for an address, with what receivers answer to the fault. */
export function mailNote(address: AddressCase, replies: string, ctx: RuleContext): MailNote {
  const [reason] = address.mail;
  if (!reason) return NO_NOTE;
  watchSendingDomains(address.mail, ctx);
  const subject = reason.how === 'spf-ip' ? address.text : shown(ctx, reason.host);
  return {
    severity: 'error',
    text: phrase`;\n${subject} sends mail for ${listedDomains(address.mail, ctx)}:\n${translated(replies)}`,
    related: firstRecords(address.mail).map(({ record, domain, how }) => ({
      at: record.at('rdata'),
      message:
        how === 'mx'
          ? phrase`The MX of ${shown(ctx, domain)}, which has no SPF`
          : phrase`The SPF of ${shown(ctx, domain)} lets ${address.text} send`,
    })),
  };
}

/**
 * The note for a finding that says why an address has no PTR, in the place of ptr-missing; none where it has one all the
 * same, or nobody here knows.
 */
export function noteWithoutPointer(address: NameId, ctx: RuleContext): MailNote {
  const addressCase = new AddressCase(ctx.held, ctx.mail, address);
  return addressCase.answer.kind === 'none' ? mailNote(addressCase, REFUSED_WITHOUT_POINTER, ctx) : NO_NOTE;
}

/** The reasons with the first three records, each named once. */
function firstRecords(reasons: readonly MailReason[]): readonly MailReason[] {
  const first = new Map<RecordId, MailReason>();
  for (const reason of reasons) {
    if (!first.has(reason.record.id)) first.set(reason.record.id, reason);
    if (first.size === 3) break;
  }
  return [...first.values()];
}

/** The domains that mail is sent for, in a sentence. */
export function listedDomains(
  reasons: readonly MailReason[],
  ctx: RuleContext,
  textOf = (domain: NameId): string => shown(ctx, domain),
): string {
  return listed(sendingDomains(reasons, ctx), textOf);
}

/** Names in a sentence: the first three, and how many more. */
export function listed<T>(items: readonly T[], textOf: (item: T) => string = String): string {
  const shown = items.slice(0, 3).map(textOf);
  if (items.length > 3) return phrase`${shown.join(', ')} and ${items.length - 3} more`;
  return shown.length < 2 ? shown.join('') : phrase`${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
